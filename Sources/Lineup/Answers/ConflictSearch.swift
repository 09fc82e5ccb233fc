import Optimization

/// Finds the rows that cannot hold together, of a show that is proven infeasible.
struct ConflictSearch: Sendable {
  let show: Show
  let program: Program
  /// The hard rows.
  let rows: [RuleRow]
  let budget: SearchBudget

  /// How many questions the search for a smallest conflict may ask.
  private static let affordableQuestions = 60

  /// The positions of the conflict's rows in `rows`, and whether it is irreducible.
  func run() throws(SolverError) -> InfeasibleSubset {
    let oracle = FeasibilityOracle(
      program, units: rows.map { Array($0.programRows) }, budget: budget)
    var blocks: [[Int]] = []
    var last = -1
    for (unit, row) in rows.enumerated() {
      if row.position != last { blocks.append([]) }
      last = row.position
      blocks[blocks.count - 1].append(unit)
    }
    let irreducible = try InfeasibleSubset.find(with: oracle, blocks: blocks)
    return try InfeasibleSubset.smallest(irreducible, with: oracle, questions: Self.affordableQuestions)
  }

  /// The smallest or largest activity of a row that some selection has which meets the other rows;
  /// `nil` where there is none or it is not proven.
  func reach(of row: RuleRow, keeping others: [RuleRow], largest: Bool) throws(SolverError) -> Double? {
    guard row.programRows.count == 1 else { return nil }
    let own = row.programRows.lowerBound
    var objective = [Double](repeating: 0, count: program.columnCount)
    for column in 0..<program.columnCount {
      for entry in program.columnStart[column]..<program.columnStart[column + 1]
      where Int(program.rowIndex[entry]) == own {
        objective[column] = largest ? program.coefficient[entry] : -program.coefficient[entry]
      }
    }
    let kept = Set(others.flatMap(\.programRows))
    let question = program.relaxing((0..<program.rowCount).filter { !kept.contains($0) })
      .maximising(objective)
    let report = try ExactSolver().solve(question, limits: budget.limits(), control: budget.control)
    guard case .optimal(let selection, _) = report.outcome else { return nil }
    return program.activities(of: selection.columns)[own]
  }
}
