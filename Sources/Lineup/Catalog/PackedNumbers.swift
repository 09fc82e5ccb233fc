/// A number for each row: in few bytes while all are whole and none is below 0, as pieces, sizes and most prices are.
struct PackedNumbers: Sendable {
  private var whole = PackedCodes()
  /// In their place as soon as one is no such number.
  private var others: [Double] = []
  private var areWhole = true
  private var expectedRows = 0

  init() {}

  init(_ numbers: [Double]) {
    others = numbers
    areWhole = false
  }

  var count: Int { areWhole ? whole.count : others.count }

  /// Makes room for rows that are expected.
  mutating func reserve(rows: Int) {
    expectedRows = rows
    if areWhole { whole.reserve(rows: rows) } else { others.reserveCapacity(rows) }
  }

  /// Adds the number of the next row; NaN where its cell is missing.
  mutating func append(_ number: Double) {
    if areWhole {
      if let code = Self.code(of: number) { return whole.append(code) }
      unpack()
    }
    others.append(number)
  }

  /// Adds rows whose cells are missing.
  mutating func append(missing count: Int) {
    if areWhole {
      whole.append(missing: count)
    } else {
      others.append(contentsOf: repeatElement(.nan, count: count))
    }
  }

  /// Puts numbers in the place of those of some rows.
  mutating func put(_ numbers: some Sequence<(row: Int, number: Double)>) {
    unpack()
    for (row, number) in numbers { others[row] = number }
  }

  /// The number of a row; NaN where its cell is missing.
  subscript(row: Int) -> Double {
    if !areWhole { return others[row] }
    return whole[row] < 0 ? .nan : Double(whole[row])
  }

  /// How many rows have one.
  var filledCount: Int {
    var count = 0
    forEach { if !$0.isNaN { count += 1 } }
    return count
  }

  /// Calls `body` with the number of each row.
  func forEach(_ body: (Double) -> Void) {
    if areWhole {
      whole.forEach { body($0 < 0 ? .nan : Double($0)) }
    } else {
      for number in others { body(number) }
    }
  }

  /// The number of each row in eight bytes.
  func unpacked() -> [Double] {
    if !areWhole { return others }
    var numbers: [Double] = []
    numbers.reserveCapacity(count)
    forEach { numbers.append($0) }
    return numbers
  }

  private mutating func unpack() {
    if !areWhole { return }
    others.reserveCapacity(max(expectedRows, count + 1))
    whole.forEach { others.append($0 < 0 ? .nan : Double($0)) }
    whole = PackedCodes()
    areWhole = false
  }

  private static func code(of number: Double) -> Int32? {
    if number.isNaN { return -1 }
    guard number >= 0, number <= Double(PackedCodes.greatest), number.sign == .plus else { return nil }
    let code = Int32(number)
    return Double(code) == number ? code : nil
  }
}
