import Optimization

extension Show {
  /// Makes a tray keep the rules again after late changes: with the fewest changes, and the best value
  /// among those; or, with a limit, with the best value within so many changes.
  ///
  ///     let changes = LateChanges(withdrawn: ["B77"], stock: [("A1044", 0)])
  ///     let adjustment = try show.adjust(tray, after: changes)
  ///     print(adjustment.count, adjustment.changes.map(\.cause))
  ///
  /// A tray that keeps every rule comes back as it is.
  ///
  /// - Parameter list: the tray as it was; it may miss rules.
  /// - Throws: what `applying(_:to:)` throws, and where a backend fails.
  /// - Complexity: one solve in the common case, that as many changes suffice as items may not stay; else
  ///   two solves more and one for each halving of what lies between the bounds they give.
  public func adjust(
    _ list: TrayList, after changes: LateChanges = LateChanges(),
    _ settings: AdjustSettings = AdjustSettings(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> Adjustment {
    let show = try applying(changes, to: list)
    let budget = SearchBudget(seconds: settings.timeLimit, isCancelled: isCancelled)
    let search = AdjustmentSearch(show: show, list: list, settings: settings, budget: budget)
    let parts = try ConcurrentMap.map([false, true]) { isFresh throws(LineupError) in
      isFresh ? try search.fresh() : try search.adjusted()
    }
    var adjustment = Adjustment(
      before: review(list), now: show.review(list), result: parts[0].result, count: 0, limit: settings.limit,
      fewest: parts[0].fewest, isFewestProven: parts[0].isProven, changes: [], fresh: parts[1].result,
      freshCount: parts[1].result.tray.map { list.changeCount(to: TrayList($0)) })
    if let tray = adjustment.result.tray {
      let reasons = ChangeReasons(show: show, old: list, before: adjustment.before, late: changes)
      let (kept, found) = reasons.explained(TrayList(tray), keepsIdleChanges: settings.limit == nil)
      adjustment.changes = found
      adjustment.count = list.changeCount(to: kept)
      if kept != TrayList(tray), let score = adjustment.result.score {
        adjustment.result.outcome = show.outcome(of: kept, like: adjustment.result, bound: score.bound)
      }
    }
    // Without an answer of its own, what an infeasible show says of itself is the answer.
    if case .infeasible = adjustment.result.outcome, adjustment.fewest == nil, let fresh = adjustment.fresh {
      adjustment.result = fresh
    }
    return adjustment
  }

  /// The outcome of a search with another tray of the same value.
  private func outcome(of list: TrayList, like result: SolveResult, bound: Double) -> SolveResult.Outcome {
    let review = review(list)
    let score = SolveResult.Score(
      value: review.value, bound: max(bound, review.value), penalties: review.penalties)
    if case .optimal = result.outcome { return .optimal(review.tray, score) }
    return .feasible(review.tray, score)
  }
}

extension TrayList {
  /// The changes from this tray to another: the larger of the numbers of options that leave and come.
  func changeCount(to other: TrayList) -> Int {
    let stayed = entries.count { entry in other.entries.contains(entry) }
    return max(entries.count - stayed, other.entries.count - stayed)
  }
}

/// One adjustment and the fresh optimum beside it.
private struct AdjustmentSearch: Sendable {
  struct Part: Sendable {
    var result: SolveResult
    var fewest: Int?
    var isProven = false
  }

  let show: Show
  let list: TrayList
  let settings: AdjustSettings
  let budget: SearchBudget

  func fresh() throws(LineupError) -> Part {
    let limit = min(budget.remaining ?? .infinity, settings.comparisonTimeLimit)
    return Part(result: try show.solve(SolveSettings(timeLimit: limit), isCancelled: budget.isCancelled))
  }

  func adjusted() throws(LineupError) -> Part {
    let fewest = FewestChanges(list, in: show)
    if let limit = settings.limit {
      let result = try solve(fewest, atMost: limit, start: nil)
      guard case .infeasible = result.outcome else { return Part(result: result) }
      guard case .found(let count, _, let isProven) = try search(fewest, above: limit + 1) else {
        return Part(result: result)
      }
      return Part(result: result, fewest: count, isProven: isProven)
    }
    let least = max(list.entries.count - fewest.options.count, unmetLocks)
    let result = try solve(fewest, atMost: least, start: nil)
    switch result.outcome {
    case .optimal, .feasible: return Part(result: result, fewest: least, isProven: true)
    case .infeasible, .unknown: break
    }
    let isRefuted = if case .infeasible = result.outcome { true } else { false }
    switch try search(fewest, above: isRefuted ? least + 1 : least) {
    case .infeasible, .unknown: return Part(result: result)
    case .found(let count, let columns, let isProven):
      return Part(
        result: try solve(fewest, atMost: count, start: columns), fewest: count, isProven: isProven)
    }
  }

  /// Locks that the old tray does not meet; each needs a change.
  private var unmetLocks: Int {
    show.scenario.locks.count { lock in
      !list.entries.contains { $0.spu == lock.spu && (lock.pitch ?? $0.pitch) == $0.pitch }
    }
  }

  private func solve(
    _ fewest: FewestChanges, atMost count: Int, start: [Int32]?
  ) throws(LineupError) -> SolveResult {
    var solving = SolveSettings(timeLimit: budget.remaining)
    solving.explainsInfeasibility = false
    return try show.solve(
      solving, within: { _ in fewest.rows(atMost: count) }, start: start ?? fewest.options,
      isCancelled: budget.isCancelled)
  }

  private func search(_ fewest: FewestChanges, above least: Int) throws(LineupError) -> FewestChanges.Answer {
    let program = Formulation(show).program
    return try LineupError.translating { () throws(SolverError) in
      try fewest.search(program, above: least, budget)
    }
  }
}
