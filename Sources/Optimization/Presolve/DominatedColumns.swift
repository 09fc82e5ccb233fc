/// Columns that are never needed.
///
/// Reason: take a selection with column k, and a column j that every row sees as the same, of another group and no
/// less gain. Unless j's group is taken, k can be exchanged for j. If at most N groups can be taken at once, of columns
/// that look the same only the best of N groups are ever needed. Within one group only the best of them is.
struct DominatedColumns {
  let objective: [Double]
  /// A column's group; a column whose group is less than 0 is a group of its own.
  let group: [Int32]
  let columnStart: [Int]
  let rowIndex: [Int32]
  let coefficient: [Double]
  /// Rows that see nothing.
  let isIgnored: [Bool]

  /// The columns that remain once those are gone that are never needed, ascending.
  ///
  /// - Parameter groupLimit: at most this many groups are taken in any selection.
  func remaining(groupLimit: Int, pace: Pace = Pace()) -> [Int] {
    let looks = Looks(signatures(pace), pace)
    var isKept = [Bool](repeating: true, count: objective.count)
    // A hash may deceive: where columns of a look differ they all stay.
    let deceptive = deceptiveLooks(looks, pace)
    if pace.mustStop() { return Array(isKept.indices) }
    isKept.withUnsafeMutableBufferPointer { isKept in
      // Each look has columns of its own, which the compiler cannot know.
      nonisolated(unsafe) let isKept = isKept
      pace.perform(looks.count, slicesOf: 64) { _, slice in
        for look in slice where !deceptive.contains(look) {
          thin(looks.columns(of: look), groupLimit: groupLimit, isKept)
        }
      }
    }
    return isKept.indices.filter { isKept[$0] }
  }

  private func thin(
    _ columns: ArraySlice<Int32>, groupLimit: Int, _ isKept: UnsafeMutableBufferPointer<Bool>
  ) {
    guard columns.count > 1 else { return }
    var needed: [Int32] = []
    if groupLimit < columns.count / 2 {
      // As a rule every group has one column of a look: then the best few say it all.
      var few = LargestFew<Int32>(limit: groupLimit + groupLimit / 8)
      for column in columns { few.insert(column, objective[Int(column)]) }
      needed = best(few.elements, groupLimit: groupLimit)
    }
    if needed.count < groupLimit {
      needed = best(
        columns.sorted { (objective[Int($1)], $0) < (objective[Int($0)], $1) }, groupLimit: groupLimit)
    }
    for column in columns { isKept[Int(column)] = false }
    for column in needed { isKept[Int(column)] = true }
  }

  /// The first columns of the first groups.
  private func best(_ columns: [Int32], groupLimit: Int) -> [Int32] {
    var groups = Set<Int32>()
    var best: [Int32] = []
    for column in columns where best.count < groupLimit {
      let group = self.group[Int(column)]
      if group < 0 || groups.insert(group).inserted { best.append(column) }
    }
    return best
  }

  /// The looks of which not all columns are alike.
  private func deceptiveLooks(_ looks: Looks, _ pace: Pace) -> Set<Int> {
    let length = 1 << 14
    var found = [[Int]](repeating: [], count: pace.sliceCount(objective.count, of: length))
    found.withUnsafeMutableBufferPointer { found in
      // Each slice has a list of its own, which the compiler cannot know.
      nonisolated(unsafe) let found = found
      pace.perform(objective.count, slicesOf: length) { number, slice in
        for column in slice where !areAlike(looks.first(likeColumn: column), column) {
          found[number].append(looks.look(ofColumn: column))
        }
      }
    }
    return Set(found.joined())
  }

  private func signatures(_ pace: Pace) -> [UInt64] {
    var signatures = [UInt64](repeating: 0, count: objective.count)
    signatures.withUnsafeMutableBufferPointer { signatures in
      // Each slice has columns of its own, which the compiler cannot know.
      nonisolated(unsafe) let signatures = signatures
      pace.perform(objective.count, slicesOf: 1 << 14) { _, slice in
        for column in slice {
          var hash = EntriesHash()
          for position in columnStart[column]..<columnStart[column + 1]
          where !isIgnored[Int(rowIndex[position])] {
            hash.combine(rowIndex[position], coefficient[position])
          }
          signatures[column] = hash.value
        }
      }
    }
    return signatures
  }

  private func areAlike(_ first: Int, _ second: Int) -> Bool {
    var (one, other) = (columnStart[first], columnStart[second])
    let (oneEnd, otherEnd) = (columnStart[first + 1], columnStart[second + 1])
    while true {
      while one < oneEnd, isIgnored[Int(rowIndex[one])] { one += 1 }
      while other < otherEnd, isIgnored[Int(rowIndex[other])] { other += 1 }
      if one == oneEnd || other == otherEnd { return one == oneEnd && other == otherEnd }
      // Entries come in the same order as a rule.
      guard rowIndex[one] == rowIndex[other], coefficient[one] == coefficient[other] else {
        return sortedEntries(one..<oneEnd) == sortedEntries(other..<otherEnd)
      }
      one += 1
      other += 1
    }
  }

  private struct Entry: Equatable {
    var row: Int32
    var coefficient: Double
  }

  private func sortedEntries(_ positions: Range<Int>) -> [Entry] {
    positions.filter { !isIgnored[Int(rowIndex[$0])] }
      .map { Entry(row: rowIndex[$0], coefficient: coefficient[$0]) }.sorted { $0.row < $1.row }
  }
}

/// Numbers by what they are equal in: which of many signatures are the same.
private struct Looks {
  private var start: [Int] = [0]
  private var members: [Int32] = []
  private var lookOf: [Int32]
  private(set) var count = 0

  /// A place of an open table.
  private struct Place {
    var signature: UInt64
    /// -1 where it is empty.
    var look: Int32
  }

  init(_ signatures: [UInt64], _ pace: Pace) {
    // It grows with the looks: where many columns look the same they are few, and near to hand.
    var table = [Place](repeating: Place(signature: 0, look: -1), count: 1 << 10)
    var sizes: [Int] = []
    lookOf = Array(repeating: 0, count: signatures.count)
    for slice in pace.slices(signatures.count) {
      for index in slice {
        var place = Self.place(of: signatures[index], in: table)
        if table[place].look < 0 {
          if 2 * sizes.count >= table.count {
            Self.grow(&table)
            place = Self.place(of: signatures[index], in: table)
          }
          table[place] = Place(signature: signatures[index], look: Int32(sizes.count))
          sizes.append(0)
        }
        lookOf[index] = table[place].look
        sizes[Int(table[place].look)] += 1
      }
    }
    count = sizes.count
    for size in sizes { start.append((start.last ?? 0) + size) }
    var next = start
    members = Array(repeating: 0, count: signatures.count)
    for slice in pace.slices(signatures.count, of: 1 << 18) {
      for index in slice {
        members[next[Int(lookOf[index])]] = Int32(index)
        next[Int(lookOf[index])] += 1
      }
    }
  }

  /// Where a signature is, or is to go.
  private static func place(of signature: UInt64, in table: [Place]) -> Int {
    var place = Int(truncatingIfNeeded: signature) & (table.count - 1)
    while table[place].look >= 0, table[place].signature != signature {
      place = (place + 1) & (table.count - 1)
    }
    return place
  }

  private static func grow(_ table: inout [Place]) {
    var larger = [Place](repeating: Place(signature: 0, look: -1), count: 2 * table.count)
    for entry in table where entry.look >= 0 { larger[place(of: entry.signature, in: larger)] = entry }
    table = larger
  }

  func look(ofColumn column: Int) -> Int { Int(lookOf[column]) }

  func first(likeColumn column: Int) -> Int { Int(members[start[look(ofColumn: column)]]) }

  /// Ascending.
  func columns(of look: Int) -> ArraySlice<Int32> { members[start[look]..<start[look + 1]] }
}

/// A hash of a column's entries, the same for every order of them.
struct EntriesHash {
  private(set) var value: UInt64 = 0

  mutating func combine(_ row: Int32, _ coefficient: Double) {
    var mixed = UInt64(UInt32(bitPattern: row)) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= coefficient.bitPattern
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    value &+= mixed ^ (mixed >> 31)
  }
}

extension GroupedProgram {
  /// The columns that remain once those are gone that are never needed, ascending.
  ///
  /// - Parameter groupLimit: at most this many groups are taken in any selection; what the rows say, if it is not given.
  func undominatedColumns(groupLimit: Int? = nil, pace: Pace = Pace()) -> [Int] {
    if hidesSums { return Array(0..<columnCount) }
    return DominatedColumns(
      objective: objective, group: group, columnStart: columnStart, rowIndex: rowIndex,
      coefficient: coefficient, isIgnored: Array(repeating: false, count: rowCount)
    ).remaining(groupLimit: groupLimit ?? self.groupLimit(), pace: pace)
  }

  /// An upper bound on how many groups a selection takes: the least that a hard row allows in which
  /// every column has a positive coefficient.
  func groupLimit() -> Int {
    countingRows().reduce(groupCount) { limit, count in
      Int(min(Double(limit), max(0, upper[count.row] / count.least + 1e-6)))
    }
  }
}

extension ReducedProgram {
  /// The columns that remain once those are gone that are never needed, ascending.
  func undominatedColumns() -> [Int] {
    if hidesSums { return Array(0..<program.columnCount) }
    return DominatedColumns(
      objective: program.objective, group: program.group, columnStart: program.columnStart,
      rowIndex: program.rowIndex, coefficient: program.coefficient,
      isIgnored: (0..<program.rowCount).map(isFree)
    ).remaining(groupLimit: groupLimit(), pace: pace)
  }

  /// An upper bound on how many columns a selection has: the least that a hard row allows in which every column has a
  /// positive coefficient.
  private func groupLimit() -> Int {
    var least = [Double](repeating: .infinity, count: program.rowCount)
    var entries = [Int](repeating: 0, count: program.rowCount)
    program.withUnsafeEntries { rows, coefficients in
      for slice in pace.slices(program.nonzeroCount, of: 1 << 19) {
        for position in slice {
          let row = Int(rows[position])
          entries[row] += 1
          least[row] = min(least[row], coefficients[position])
        }
      }
    }
    return (0..<program.rowCount).reduce(program.columnCount) { limit, row in
      guard isHard(row), entries[row] == program.columnCount, least[row] > 0,
        program.upper[row] / least[row] < Double(limit)
      else { return limit }
      return Int(max(0, program.upper[row] / least[row] + 1e-6))
    }
  }
}
