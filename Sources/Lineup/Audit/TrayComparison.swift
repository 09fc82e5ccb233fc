/// A tray of somebody's own beside the best one.
public struct TrayComparison: Sendable {
  package var review: TrayReview
  /// The best tray of the show that is known; the review's own where no better one was found in time.
  public var best: SolveResult
  /// The best tray less this one; `nil` where there is none.
  package var difference: Comparison.Difference?

  /// The tray as it was audited, with every rule.
  public var tray: Tray { review.tray }

  /// What the objective of this tray lacks to the best; below 0 where this one is better because it
  /// misses rules.
  public var loss: Double? { best.score.map { $0.value - review.value } }
}

extension Show {
  /// Audits a tray of somebody's own and says what was gained or lost against the best.
  package func compareWithBest(
    _ list: TrayList, _ settings: SolveSettings = SolveSettings(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> TrayComparison {
    let review = review(list)
    let start = review.keepsRules ? options(of: list).options : nil
    var best: SolveResult
    if let known = memory?.result(settings) {
      best = known
    } else {
      best = try solve(settings, within: nil, start: start, isCancelled: isCancelled)
    }
    if review.keepsRules, best.status != "optimal", review.value > best.score?.value ?? -.infinity {
      let bound = best.bound
      best.outcome = .feasible(
        review.tray, SolveResult.Score(value: review.value, bound: nil, penalties: review.penalties))
      best = best.bounded(by: bound)
    }
    return TrayComparison(
      review: review, best: best,
      difference: best.tray.map { Comparison.Difference(of: $0, from: review.tray) })
  }
}
