import Optimization

/// The best tray of a show, and the best under rules that differ from it.
///
/// Candidates and options stay as they are, so that a tray of one is a start for the other.
struct Counterfactual: Sendable {
  /// A best tray by its columns; options come first and are the same in every counterfactual.
  struct Best: Sendable {
    var value: Double
    /// The options on the tray, ascending.
    var options: [Int32]
    var isProven: Bool
  }

  let show: Show
  let base: Best
  let budget: SearchBudget

  /// - Returns: `nil` where the show has no tray, or none was found in time.
  init?(_ show: Show, budget: SearchBudget) throws(LineupError) {
    guard let base = try Self.best(of: show, start: nil, budget) else { return nil }
    self.show = show
    self.base = base
    self.budget = budget
  }

  /// The best tray under other rules; `nil` where there is none or none was found in time.
  func best(under scenario: Scenario) throws(LineupError) -> Best? {
    try Self.best(of: show.rebound(to: scenario), start: base.options, budget)
  }

  private static func best(
    of show: Show, start: [Int32]?, _ budget: SearchBudget
  ) throws(LineupError) -> Best? {
    let report = try LineupError.translating { () throws(SolverError) in
      try ExactSolver().solve(
        Formulation(show).program, limits: budget.limits(start: start), control: budget.control)
    }
    func best(_ selection: Selection, isProven: Bool) -> Best {
      Best(
        value: selection.value, options: selection.columns.filter { Int($0) < show.optionCount },
        isProven: isProven)
    }
    switch report.outcome {
    case .optimal(let selection, _): return best(selection, isProven: true)
    case .feasible(let selection, _): return best(selection, isProven: false)
    case .infeasible, .unknown: return nil
    }
  }

  /// The SPUs of options.
  func spus(of options: [Int32]) -> [String] {
    options.map { show.catalog.spus[Int(show.options.rows[Int($0)])] }
  }
}
