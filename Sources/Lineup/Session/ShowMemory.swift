import Synchronization

/// What a session keeps of a show: the integer program, the best trays that are proven, and the bounds of options.
///
/// Only what a first search would find again is kept, so an answer is the same with a memory as without one.
final class ShowMemory: Sendable {
  private struct Kept {
    var formulation: Formulation?
    var results: [Question: SolveResult] = [:]
    /// By the gap within which the best tray is proven.
    var counterfactuals: [Double: Counterfactual] = [:]
  }

  private struct Question: Hashable {
    var gap: Double
    var method: SolveMethod
  }

  private let kept = Mutex(Kept())

  var formulation: Formulation? { kept.withLock { $0.formulation } }

  func keep(_ formulation: Formulation) {
    kept.withLock { $0.formulation = formulation }
  }

  /// The proven result of a solve with these settings.
  func result(_ settings: SolveSettings) -> SolveResult? {
    kept.withLock { $0.results[Question(gap: settings.gap, method: settings.method)] }
  }

  /// Keeps a result that no longer search would change.
  func keep(_ result: SolveResult, of settings: SolveSettings) {
    guard case .optimal = result.outcome else { return }
    kept.withLock { $0.results[Question(gap: settings.gap, method: settings.method)] = result }
  }

  func counterfactual(gap: Double) -> Counterfactual? {
    kept.withLock { $0.counterfactuals[gap] }
  }

  /// Keeps the base of comparisons where it is proven.
  func keep(_ counterfactual: Counterfactual, gap: Double) {
    guard counterfactual.base.isProven else { return }
    kept.withLock { $0.counterfactuals[gap] = counterfactual }
  }
}

extension Show {
  /// The show's integer program, made once where the show has a memory.
  /// - Parameter pause: called every few milliseconds; what it throws ends the making.
  func formulation<Interruption: Error>(
    pausing pause: () throws(Interruption) -> Void
  ) throws(Interruption) -> Formulation {
    if let known = memory?.formulation { return known }
    let formulation = try Formulation(self, pausing: pause)
    memory?.keep(formulation)
    return formulation
  }

  /// The show's integer program, as above.
  func formulation() -> Formulation { formulation(pausing: {}) }
}
