/// The exact method, and the heuristic one where the exact one is not there, fails, or has nothing to
/// show when the time is nearly over. The report says which answered, and why.
package struct AutomaticSolver: Solver {
  private let exact: any Solver
  private let heuristic: any Solver

  package init(exact: any Solver = ExactSolver(), heuristic: any Solver = HeuristicSolver()) {
    self.exact = exact
    self.heuristic = heuristic
  }

  package func solve(
    _ program: Program, limits: SolveLimits, control: SolveControl
  ) throws(SolverError) -> SolveReport {
    let clock = SolveClock(limit: limits.seconds)
    var first = limits
    // A tenth of the time, at most a second, is kept for the fallback.
    first.seconds = limits.seconds.map { $0 - min(1, 0.1 * $0) }
    let reason: SolveRemark
    do {
      let report = try exact.solve(program, limits: first, control: control)
      guard case .unknown(let bound) = report.outcome, !control.isCancelled() else { return report }
      let answer = try fall(back: program, limits, clock, control, .exactFoundNone)
      return bounded(answer, by: bound)
    } catch {
      switch error {
      case .invalidProgram: throw error
      case .unavailable: reason = .exactUnavailable
      case .failed(let backend, let code, let sentence):
        reason = .exactFailed(backend: backend, code: code, sentence: sentence)
      }
    }
    return try fall(back: program, limits, clock, control, reason)
  }

  private func fall(
    back program: Program, _ limits: SolveLimits, _ clock: SolveClock, _ control: SolveControl,
    _ reason: SolveRemark
  ) throws(SolverError) -> SolveReport {
    var rest = limits
    rest.seconds = clock.remaining
    var report = try heuristic.solve(program, limits: rest, control: control)
    report.remarks.insert(reason, at: 0)
    return report
  }

  /// The exact method's bound holds for the heuristic's answer too.
  private func bounded(_ report: SolveReport, by bound: Double?) -> SolveReport {
    var report = report
    func least(_ known: Double?) -> Double? { [known, bound].compactMap(\.self).min() }
    switch report.outcome {
    case .feasible(let selection, let known): report.outcome = .feasible(selection, bound: least(known))
    case .unknown(let known): report.outcome = .unknown(bound: least(known))
    case .optimal, .infeasible, .noneAbove: break
    }
    return report
  }
}
