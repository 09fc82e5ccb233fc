/// The kinds of columns that a program's rows tell apart, to choose a few of each.
///
/// Where hundreds of columns tie, those of least loss may all be men's shirts.
struct Strata {
  private let program: GroupedProgram
  /// Columns that look the same to every row have one look.
  private var lookOfColumn: [Int32] = []
  private var lookCount = 0
  /// For each row twice, for its coefficients above and below 0, whether columns are to be chosen for it: a row
  /// that asks for something, and one with coefficients of both signs.
  private var isKind: [Bool]

  init(_ program: GroupedProgram) {
    self.program = program
    var looks: [UInt64: Int32] = [:]
    lookOfColumn.reserveCapacity(program.columnCount)
    for column in 0..<program.columnCount {
      let look = looks[program.signature(of: column)] ?? Int32(looks.count)
      if look == looks.count { looks[program.signature(of: column)] = look }
      lookOfColumn.append(look)
    }
    lookCount = looks.count
    isKind = (0..<2 * program.rowCount).map { $0 % 2 == 0 && program.lower[$0 / 2] > 0 }
    for position in program.rowIndex.indices where program.coefficient[position] < 0 {
      let row = Int(program.rowIndex[position])
      isKind[2 * row] = true
      isKind[2 * row + 1] = true
    }
  }

  /// The columns of least loss of every kind, of those that look the same at most three; ascending.
  func columns(_ pricing: Pricing, ofEach few: Int) -> [Int] {
    var best = isKind.map { $0 ? LargestFew<Int>(limit: few) : nil }
    for column in bestOfLooks(pricing) {
      let merit = program.merit(of: column, pricing)
      for position in program.entries(of: column) {
        best[2 * Int(program.rowIndex[position]) + (program.coefficient[position] < 0 ? 1 : 0)]?
          .insert(column, merit)
      }
    }
    return Set(best.flatMap { $0?.elements ?? [] }).sorted()
  }

  /// The three columns of least loss of each look.
  private func bestOfLooks(_ pricing: Pricing) -> [Int] {
    var best = [(merit: Double, column: Int)](repeating: (-.infinity, -1), count: 3 * lookCount)
    for column in 0..<program.columnCount {
      var entry = (merit: program.merit(of: column, pricing), column: column)
      let first = 3 * Int(lookOfColumn[column])
      for place in first..<first + 3 where entry.merit > best[place].merit { swap(&entry, &best[place]) }
    }
    return best.filter { $0.column >= 0 }.map(\.column)
  }
}
