/// Says whether some selection meets a set of hard rows, exactly: in whole numbers, not in the
/// relaxation. Rows are asked for in units, each a few rows that stand or fall together.
package struct FeasibilityOracle: Sendable {
  package enum Verdict: Sendable {
    /// A selection of the whole program's columns that meets the rows.
    case feasible([Int32])
    case infeasible
    /// The budget ended the search.
    case unknown
  }

  let program: Program
  /// The rows of each unit.
  package let units: [[Int]]
  private let solver: any Solver
  private let budget: SearchBudget

  package init(
    _ program: Program, units: [[Int]], solver: any Solver = ExactSolver(), budget: SearchBudget
  ) {
    self.program = program
    self.units = units
    self.solver = solver
    self.budget = budget
  }

  package func verdict(on kept: some Sequence<Int>) throws(SolverError) -> Verdict {
    if budget.isOver { return .unknown }
    var rows = kept.flatMap { units[$0] }
    if rows.isEmpty { return .feasible([]) }
    rows += program.standingRows
    let (small, columns) = program.restricted(toRows: rows)
    let report = try solver.solve(small, limits: budget.limits(), control: budget.control)
    switch report.outcome {
    case .optimal(let selection, _), .feasible(let selection, _):
      return .feasible(selection.columns.map { columns[Int($0)] })
    case .infeasible: return .infeasible
    case .unknown, .noneAbove: return .unknown
    }
  }

  /// The units of which a selection misses a row.
  package func missed(by selection: [Int32]) -> [Int] {
    let activities = program.activities(of: selection)
    return units.indices.filter { unit in
      units[unit].contains { !program.meets(row: $0, activity: activities[$0], selection) }
    }
  }
}
