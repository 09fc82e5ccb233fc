import Optimization

extension Show {
  /// Makes a tray keep the rules again after late changes: with the fewest changes, and the best value
  /// among those; or, with a limit, with the best value within so many changes.
  ///
  ///     let changes = LateChanges(withdrawn: ["B77"], stock: [("A1044", 0)])
  ///     let adjustment = try show.adjust(tray, after: changes)
  ///     print(adjustment.adjusted?.count ?? 0, adjustment.adjusted?.changes.map(\.cause) ?? [])
  ///
  /// A tray that keeps every rule comes back as it is.
  ///
  /// - Parameter list: the tray as it was; it may miss rules.
  /// - Throws: what `applying(_:to:)` throws, and where a backend fails.
  /// - Complexity: one solve in the common case, that as many changes suffice as items may not stay; else
  ///   two solves more and one for each halving of what lies between the bounds they give.
  package func adjust(
    _ list: TrayList, after changes: LateChanges = LateChanges(),
    _ settings: AdjustSettings = AdjustSettings(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> Adjustment {
    let show = try applying(changes, to: list)
    let budget = SearchBudget(seconds: settings.timeLimit, isCancelled: isCancelled)
    let search = AdjustmentSearch(
      show: show, list: list, now: show.review(list), settings: settings, budget: budget)
    let (near, fresh) = try ConcurrentMap.both(
      { () throws(LineupError) in try search.near() }, { () throws(LineupError) in try search.fresh() })
    let before = review(list)
    let reasons = ChangeReasons(show: show, old: list, before: before, late: changes)
    return try AdjustmentJudge(search: search, before: before, near: near, reasons: reasons).adjustment(
      beside: fresh)
  }
}

extension TrayList {
  /// The changes from this tray to another: the larger of the numbers of options that leave and come.
  func changeCount(to other: TrayList) -> Int {
    let stayed = entries.count { entry in other.entries.contains(entry) }
    return max(entries.count - stayed, other.entries.count - stayed)
  }
}

/// Looks for the adjusted tray, and for the best tray beside it.
struct AdjustmentSearch: Sendable {
  /// What the search among trays with few changes came to.
  struct Near: Sendable {
    /// The last search among trays with at most `most` changes; its tray is the best of them that is known.
    var result: SolveResult
    var most: Int
    /// Fewer changes are proven not to suffice.
    var least: Int
    /// Proven: no tray keeps every hard rule.
    var isHopeless = false
    /// How many changes some tray is that is known to keep every hard rule, though more than are allowed.
    var beyond: Int?
  }

  let show: Show
  let list: TrayList
  /// The tray as it was, in the show as it is now.
  let now: TrayReview
  let settings: AdjustSettings
  let budget: SearchBudget

  func fresh() throws(LineupError) -> SolveResult {
    let limit = min(budget.remaining ?? .infinity, settings.comparisonTimeLimit)
    return try show.solve(SolveSettings(timeLimit: limit), isCancelled: budget.isCancelled)
  }

  func near() throws(LineupError) -> Near {
    let fewest = FewestChanges(list, in: show)
    if let limit = settings.limit {
      // Nothing is further away than a tray that has nothing of the old one.
      let most = min(limit, list.entries.count + show.optionCount)
      var near = Near(result: try solve(fewest, atMost: most, start: nil), most: limit, least: 0)
      guard case .infeasible = near.result.outcome else { return near }
      near.least = most + 1
      switch try search(fewest, atLeast: most + 1) {
      case .found(let count, _, let least):
        near.beyond = count
        near.least = least
      case .infeasible: near.isHopeless = true
      case .unknown(let least): near.least = least
      }
      return near
    }
    if now.keepsRules {
      return Near(result: try solve(fewest, atMost: 0, start: nil), most: 0, least: 0)
    }
    var least = max(1, list.entries.count - fewest.options.count, unmetLocks)
    let first = try solve(fewest, atMost: least, start: nil)
    if first.tray != nil { return Near(result: first, most: least, least: least) }
    if case .infeasible = first.outcome { least += 1 }
    switch try search(fewest, atLeast: least) {
    case .infeasible: return Near(result: first, most: least, least: least, isHopeless: true)
    case .unknown(let least): return Near(result: first, most: least, least: least)
    case .found(let count, let columns, let least):
      var near = Near(result: try solve(fewest, atMost: count, start: columns), most: count, least: least)
      // A search that was stopped at once has not looked at where it was to start.
      if near.result.tray == nil { near.result.outcome = try known(columns) }
      return near
    }
  }

  /// Locks that the old tray does not meet; each needs a change.
  private var unmetLocks: Int {
    show.scenario.locks.count { lock in
      !list.entries.contains {
        $0.spu == lock.spu && (lock.pitch ?? $0.pitch) == $0.pitch
          && (lock.offer ?? $0.offer ?? OfferPlan.none) == ($0.offer ?? OfferPlan.none)
      }
    }
  }

  private func known(_ columns: [Int32]) throws(LineupError) -> SolveResult.Outcome {
    let review = show.review(TrayList(try show.tray(of: columns)))
    guard review.keepsRules else { return .unknown(bound: nil) }
    return .feasible(
      review.tray, SolveResult.Score(value: review.value, bound: nil, penalties: review.penalties))
  }

  private func solve(
    _ fewest: FewestChanges, atMost count: Int, start: [Int32]?
  ) throws(LineupError) -> SolveResult {
    try show.solve(
      SolveSettings(timeLimit: budget.remaining),
      within: (trays: .changes(atMost: count), rows: fewest.rows(atMost: count)),
      start: start ?? fewest.options, isCancelled: budget.isCancelled)
  }

  private func search(_ fewest: FewestChanges, atLeast least: Int) throws(LineupError) -> FewestChanges.Answer
  {
    let program = show.formulation().program
    return try LineupError.translating { () throws(SolverError) in
      try fewest.search(program, atLeast: least, budget)
    }
  }
}
