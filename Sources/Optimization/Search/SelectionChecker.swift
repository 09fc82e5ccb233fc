/// What selections are worth, in time linear in the selection and the soft rows, however many hard rows there
/// are: a search considers thousands, and a catalog has a row for every look-alike family.
struct SelectionChecker {
  private var sums: [Double]
  private var touched: [Int32] = []
  /// The hard rows that a selection without entries in them misses.
  private let asking: [Int]
  private let soft: [Int]

  init(_ program: Program) {
    sums = Array(repeating: 0, count: program.rowCount)
    asking = (0..<program.rowCount).filter {
      program.penalty[$0] == .infinity && !program.meets(row: $0, activity: 0, [])
    }
    soft = (0..<program.rowCount).filter { program.penalty[$0] != .infinity }
  }

  /// What `Program.value(of:)` says.
  mutating func value(of columns: [Int32], _ program: Program) -> Double? {
    guard program.isSelection(columns) else { return nil }
    var value = 0.0
    for column in columns {
      value += program.objective[Int(column)]
      for position in program.entries(of: Int(column)) {
        touched.append(program.rowIndex[position])
        sums[Int(program.rowIndex[position])] += program.coefficient[position]
      }
    }
    let holds =
      touched.allSatisfy { meets(Int($0), columns, program) }
      && asking.allSatisfy { meets($0, columns, program) }
    for row in soft { value -= program.penalty[row] * program.miss(row: row, activity: sums[row]) }
    for row in touched { sums[Int(row)] = 0 }
    touched.removeAll(keepingCapacity: true)
    return holds ? value : nil
  }

  private func meets(_ row: Int, _ columns: [Int32], _ program: Program) -> Bool {
    program.penalty[row] != .infinity || program.meets(row: row, activity: sums[row], columns)
  }
}
