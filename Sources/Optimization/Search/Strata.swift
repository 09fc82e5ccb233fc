/// The kinds of columns that a program's rows tell apart, to choose a few of each.
///
/// Where hundreds of columns tie, those of least loss may all be men's shirts.
struct Strata {
  private let program: GroupedProgram
  /// Columns that look the same to every row have one look.
  private var lookOfColumn: [Int32] = []
  private var sizeOfLook: [Int] = []
  /// For each row twice, for its coefficients above and below 0, whether columns are to be chosen for it: a row
  /// that asks for something, and one with coefficients of both signs.
  private var isKind: [Bool]

  init(_ program: GroupedProgram) {
    self.program = program
    var looks: [UInt64: Int32] = [:]
    lookOfColumn.reserveCapacity(program.columnCount)
    for column in 0..<program.columnCount {
      let look = looks[program.signature(of: column)] ?? Int32(looks.count)
      if look == looks.count {
        looks[program.signature(of: column)] = look
        sizeOfLook.append(0)
      }
      sizeOfLook[Int(look)] += 1
      lookOfColumn.append(look)
    }
    isKind = (0..<2 * program.rowCount).map { $0 % 2 == 0 && program.lower[$0 / 2] > 0 }
    for position in program.rowIndex.indices where program.coefficient[position] < 0 {
      let row = Int(program.rowIndex[position])
      isKind[2 * row] = true
      isKind[2 * row + 1] = true
    }
  }

  /// The columns of least loss of every kind, ascending.
  /// - Parameters:
  ///   - more: so many besides, of whatever kind.
  ///   - alike: at most so many of those that look the same.
  func columns(_ pricing: Pricing, ofEach few: Int, besides more: Int = 0, alike: Int = 3) -> [Int] {
    var best = isKind.map { LargestFew<Int>(limit: $0 ? few : 0) } + [LargestFew(limit: more)]
    var threshold = best.map(\.threshold)
    func insert(_ column: Int, _ merit: Double, _ kind: Int) {
      guard merit > threshold[kind] else { return }
      best[kind].insert(column, merit)
      threshold[kind] = best[kind].threshold
    }
    for column in bestOfLooks(pricing, alike) {
      let merit = program.merit(of: column, pricing)
      insert(column, merit, isKind.count)
      for position in program.entries(of: column) {
        insert(
          column, merit, 2 * Int(program.rowIndex[position]) + (program.coefficient[position] < 0 ? 1 : 0))
      }
    }
    return Set(best.flatMap(\.elements)).sorted()
  }

  /// The columns of least loss of each look.
  private func bestOfLooks(_ pricing: Pricing, _ few: Int) -> [Int] {
    // Where the best of the looks of many columns are kept; most looks have one column.
    var first = [Int32](repeating: -1, count: sizeOfLook.count)
    var places = 0
    for look in first.indices where sizeOfLook[look] > few {
      first[look] = Int32(places)
      places += few
    }
    var columns: [Int] = []
    var best = [(merit: Double, column: Int)](repeating: (-.infinity, -1), count: places)
    for column in 0..<program.columnCount {
      let start = Int(first[Int(lookOfColumn[column])])
      if start < 0 {
        columns.append(column)
      } else {
        var entry = (merit: program.merit(of: column, pricing), column: column)
        for place in start..<start + few where entry.merit > best[place].merit { swap(&entry, &best[place]) }
      }
    }
    return columns + best.map(\.column)
  }
}
