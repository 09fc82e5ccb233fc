/// Finds the rows that a relaxation in which they are not stated breaks, those of groups included: of a hundred
/// thousand rows of look-alikes it breaks none.
struct BrokenRows {
  private let rowScale: [Double]
  private var groupSum: [Double]
  private var rowSum: [Double]

  init(_ program: GroupedProgram, rowScale: [Double]) {
    self.rowScale = rowScale
    groupSum = Array(repeating: 0, count: program.groupCount)
    rowSum = Array(repeating: 0, count: program.rowCount)
  }

  /// - Parameter values: of the active columns.
  mutating func find(
    _ program: GroupedProgram, _ subproblem: Subproblem, active: [Int32], values: [Double],
    isGroupStated: (Int) -> Bool, isRowStated: (Int) -> Bool
  ) -> (groups: [Int], rows: [Int]) {
    for (column, value) in zip(active, values) where value != 0 {
      groupSum[Int(program.group[Int(column)])] += value
      for entry in program.entries(of: Int(column)) {
        rowSum[Int(program.rowIndex[entry])] += program.coefficient[entry] * value
      }
    }
    var groups: [Int] = []
    var rows = Set<Int>()
    for (column, value) in zip(active, values) where value != 0 {
      let group = Int(program.group[Int(column)])
      if groupSum[group] > 1 + 1e-7, !isGroupStated(group) { groups.append(group) }
      groupSum[group] = 0
      for entry in program.entries(of: Int(column)) {
        let row = Int(program.rowIndex[entry])
        if !isRowStated(row), isBroken(row, subproblem) { rows.insert(row) }
        rowSum[row] = 0
      }
    }
    return (groups, rows.sorted())
  }

  private func isBroken(_ row: Int, _ subproblem: Subproblem) -> Bool {
    let hair = 1e-7 / rowScale[row]
    let (lower, upper) = (subproblem.lower[row], subproblem.upper[row])
    return rowSum[row] > upper + hair * max(1, abs(upper * rowScale[row]))
      || rowSum[row] < lower - hair * max(1, abs(lower * rowScale[row]))
  }
}
