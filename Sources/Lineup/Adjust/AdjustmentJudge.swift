import Optimization

/// Makes one answer of what two searches found: the adjusted tray, and the best tray to compare it with. What one of
/// them knows, the other must not deny.
struct AdjustmentJudge {
  let search: AdjustmentSearch
  let before: TrayReview
  let near: AdjustmentSearch.Near
  let reasons: ChangeReasons

  private var show: Show { search.show }
  private var limit: Int? { search.settings.limit }

  /// A tray that keeps every hard rule.
  private struct Known {
    var tray: Tray
    var value: Double
    var count: Int
    /// Whether no tray with at most so many changes is proven to be worth more.
    var bestWithin: Int?
  }

  func adjustment(beside fresh: SolveResult) throws(LineupError) -> Adjustment {
    var adjustment = Adjustment(
      show: show, before: before, now: search.now, limit: limit, outcome: .unknown, fresh: fresh,
      search: near.result)
    adjustment.outcome = try outcome(beside: fresh)
    // What was searched says nothing of trays further away.
    if let adjusted = adjustment.adjusted, adjusted.most > near.most { adjustment.search.within?.bound = nil }
    adjustment.fresh = improved(fresh, by: adjustment.adjusted)
    adjustment.freshCount = adjustment.fresh.tray.map { search.list.changeCount(to: TrayList($0)) }
    return adjustment
  }

  private func outcome(beside fresh: SolveResult) throws(LineupError) -> Adjustment.Outcome {
    let trays = known(fresh)
    if let limit {
      if let best = trays.filter({ $0.count <= limit }).max(by: { $0.value < $1.value }) {
        return .tray(adjusted(best, most: limit))
      }
    } else if let fewest = trays.map(\.count).min(),
      let best = trays.filter({ $0.count == fewest }).max(by: { $0.value < $1.value })
    {
      return .tray(adjusted(best, most: nil))
    }
    let beyond = ([near.beyond] + trays.map { $0.count }).compactMap(\.self).min()
    if beyond == nil {
      if case .infeasible(let answer) = fresh.outcome { return .infeasible(answer) }
      if near.isHopeless { return .infeasible(try explanation()) }
    }
    if limit != nil, case .infeasible = near.result.outcome {
      return .beyondLimit(beyond.map { Adjustment.FewestCount(count: $0, isProven: $0 <= near.least) })
    }
    return .unknown
  }

  /// Every tray that is known to keep the hard rules.
  private func known(_ fresh: SolveResult) -> [Known] {
    var trays: [Known] = []
    func add(_ tray: Tray, _ value: Double, bestWithin: Int?) {
      let count = search.list.changeCount(to: TrayList(tray))
      trays.append(Known(tray: tray, value: value, count: count, bestWithin: bestWithin))
    }
    if let tray = near.result.tray, let score = near.result.score {
      add(tray, score.value, bestWithin: near.result.status == "optimal" ? near.most : nil)
    }
    if search.now.keepsRules { add(search.now.tray, search.now.value, bestWithin: 0) }
    if let tray = fresh.tray, let score = fresh.score {
      add(tray, score.value, bestWithin: fresh.status == "optimal" ? .max : nil)
    }
    return trays
  }

  /// A tray with its changes and their reasons. Where fewer may do, those that no rule needs are taken back.
  private func adjusted(_ known: Known, most: Int?) -> AdjustedTray {
    let isFewest = known.count <= near.least
    let (kept, changes) = reasons.explained(
      TrayList(known.tray), undoing: limit != nil ? .idle : isFewest ? .none : .unneeded)
    let review = show.review(kept)
    let count = search.list.changeCount(to: kept)
    let most = most ?? count
    return AdjustedTray(
      tray: review.tray, value: review.value, changes: changes, count: count, most: most,
      isFewest: limit == nil ? count <= near.least : nil,
      isBest: known.bestWithin.map { $0 >= most } ?? false
        && review.value >= known.value - 1e-9 * max(1, abs(known.value)))
  }

  /// The best tray that is known, which the adjusted one may be.
  private func improved(_ fresh: SolveResult, by adjusted: AdjustedTray?) -> SolveResult {
    var best: (tray: Tray, value: Double)?
    if let adjusted { best = (adjusted.tray, adjusted.value) }
    if let own = near.result.tray, let score = near.result.score, score.value > best?.value ?? -.infinity {
      best = (own, score.value)
    }
    guard let best, fresh.status != "optimal", best.value > fresh.score?.value ?? -.infinity else {
      return fresh
    }
    var improved = fresh
    improved.outcome = .feasible(
      best.tray, SolveResult.Score(value: best.value, bound: nil, penalties: best.tray.penalties))
    return improved.bounded(by: fresh.bound)
  }

  private func explanation() throws(LineupError) -> Infeasibility {
    if search.budget.isOver { return Infeasibility() }
    return try show.explainInfeasibility(
      timeLimit: min(search.budget.remaining ?? .infinity, SolveSettings().explanationTimeLimit),
      isCancelled: search.budget.isCancelled)
  }
}
