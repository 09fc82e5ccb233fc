/// A first selection by taking columns one after the other, those of the greatest reduced cost first, while
/// they fit; a start for local search, which mends the rows that are left.
///
/// Reason: at any duals the relaxation selects some hundred columns or none; from there a local search spends
/// its patience on dropping them. Rows whose coefficients have both signs (shares, averages) are left to it.
struct GreedySelection {
  private let program: GroupedProgram
  /// Rows of which no coefficient is negative: what they have only grows.
  private let isSum: [Bool]

  init(_ program: GroupedProgram) {
    self.program = program
    var isSum = [Bool](repeating: true, count: program.rowCount)
    for position in program.rowIndex.indices where program.coefficient[position] < 0 {
      isSum[Int(program.rowIndex[position])] = false
    }
    self.isSum = isSum
  }

  /// - Parameter reducedCost: of each column, at any duals.
  func selection(_ reducedCost: [Double]) -> [Int] {
    let order = (0..<program.columnCount).sorted { (reducedCost[$1], $0) < (reducedCost[$0], $1) }
    var activity = [Double](repeating: 0, count: program.rowCount)
    var isTaken = [Bool](repeating: false, count: program.groupCount)
    var selection: [Int] = []
    // First what rows still ask for, then what gains.
    for isNeedy in [true, false] {
      for column in order where !isTaken[Int(program.group[column])] {
        if !isNeedy, reducedCost[column] <= 0 { break }
        guard fits(column, activity), !isNeedy || isAskedFor(column, activity) else { continue }
        isTaken[Int(program.group[column])] = true
        selection.append(column)
        for position in program.entries(of: column) {
          activity[Int(program.rowIndex[position])] += program.coefficient[position]
        }
      }
    }
    return selection
  }

  private func fits(_ column: Int, _ activity: [Double]) -> Bool {
    program.entries(of: column).allSatisfy { position in
      let row = Int(program.rowIndex[position])
      return !isSum[row] || activity[row] + program.coefficient[position] <= program.upper[row] + 1e-9
    }
  }

  private func isAskedFor(_ column: Int, _ activity: [Double]) -> Bool {
    program.entries(of: column).contains { position in
      let row = Int(program.rowIndex[position])
      return isSum[row] && activity[row] < program.lower[row] - 1e-9
    }
  }
}
