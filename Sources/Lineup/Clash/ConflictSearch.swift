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
    let units = rows.map { Array($0.programRows) }
    let oracle = FeasibilityOracle(program, units: units, budget: budget)
    var blocks: [[Int]] = []
    var last = -1
    for (unit, row) in rows.enumerated() {
      if row.position != last { blocks.append([]) }
      last = row.position
      blocks[blocks.count - 1].append(unit)
    }
    let irreducible = try InfeasibleSubset.find(with: oracle, blocks: blocks)
    // Fewer rules are told more easily, but an irreducible conflict is an answer, and repairs need the time.
    let quick = FeasibilityOracle(program, units: units, budget: budget.extra)
    return try InfeasibleSubset.smallest(irreducible, with: quick, questions: Self.affordableQuestions)
  }
}
