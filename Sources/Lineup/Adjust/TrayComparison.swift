/// A tray of somebody's own beside the best one.
public struct TrayComparison: Sendable {
  public var review: TrayReview
  /// The best tray of the show.
  public var best: SolveResult
  /// The best tray less this one; `nil` where there is none.
  public var difference: Comparison.Difference?

  /// What the objective of this tray lacks to the best; below 0 where this one is better because it
  /// misses rules.
  public var loss: Double? { best.score.map { $0.value - review.value } }
}

extension Show {
  /// Audits a tray of somebody's own and says what was gained or lost against the best.
  public func compareWithBest(
    _ list: TrayList, _ settings: SolveSettings = SolveSettings(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> TrayComparison {
    let review = review(list)
    let best = try solve(settings, isCancelled: isCancelled)
    return TrayComparison(
      review: review, best: best,
      difference: best.tray.map { Comparison.Difference(of: $0, from: review.tray) })
  }
}
