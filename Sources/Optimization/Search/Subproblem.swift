/// What branching has decided: a part of the program's selections.
struct Subproblem: Sendable {
  /// Bounds of the rows, at least as tight as the program's.
  var lower: [Double]
  var upper: [Double]
  /// Columns that are out.
  var isRemoved: [Bool]
  /// Groups of which exactly one column is in.
  var isForced: [Bool]

  /// All selections of the program.
  init(_ program: GroupedProgram) {
    lower = program.lower
    upper = program.upper
    isRemoved = Array(repeating: false, count: program.columnCount)
    isForced = Array(repeating: false, count: program.groupCount)
  }

  /// Whether a selection of nothing leaves the row's range.
  func isMissedByNothing(_ row: Int) -> Bool { lower[row] > 0 || upper[row] < 0 }
}
