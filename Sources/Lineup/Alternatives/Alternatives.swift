import Optimization

/// Several good trays that differ: each is the best of those that differ enough from all before it.
public struct Alternatives: Sendable {
  /// Why there are no more.
  public enum Ending: Sendable, Equatable {
    /// As many as were asked for.
    case complete
    /// Proven: no further tray differs enough.
    case exhausted
    /// A limit or a cancellation ended a search.
    case stopped
    /// There is not even one; `first` says why.
    case none
  }

  /// The best tray, or why there is none.
  public var first: SolveResult
  /// The trays side by side, the best first; none where there is no tray.
  public var comparison: Comparison
  /// How many styles of every tray before are missing from each one.
  public var differ: Int
  public var ending: Ending

  /// What each tray's objective lacks to the first's.
  public var losses: [Double] {
    let values = comparison.entries.compactMap { entry in
      if case .success(let result) = entry.result { result.score?.value } else { nil }
    }
    let best = values.first ?? 0
    // Sums of doubles: the same value in another order is no loss.
    return values.map { abs(best - $0) <= 1e-9 * abs(best) ? 0 : best - $0 }
  }
}

extension Show {
  /// Several good trays. The first is the best of all; each further one is the best of those from which
  /// at least `differ` styles of **every** tray before it are missing, pitches aside.
  ///
  ///     let alternatives = try show.alternatives(count: 5, differ: 10)
  ///     print(alternatives.losses, alternatives.comparison.core)
  ///
  /// ## Formulation
  ///
  ///     sum over (i,f), i on tray k, of x(i,f)  <=  items of tray k - differ      for each earlier tray k
  ///
  /// - Parameters:
  ///   - count: how many trays, at least 1.
  ///   - differ: at least 1.
  /// - Complexity: a solve for each tray.
  public func alternatives(
    count: Int, differ: Int, timeLimit: Double? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> Alternatives {
    let budget = SearchBudget(seconds: timeLimit, isCancelled: isCancelled)
    var settings = SolveSettings(timeLimit: timeLimit)
    let first = try solve(settings, isCancelled: isCancelled)
    settings.explainsInfeasibility = false
    guard let tray = first.tray else {
      return Alternatives(first: first, comparison: Comparison([]), differ: differ, ending: .none)
    }
    var results = [first]
    var rows = [row(asking: differ, missingFrom: tray)]
    var ending = Alternatives.Ending.complete
    while results.count < count {
      if budget.isOver {
        ending = .stopped
        break
      }
      settings.timeLimit = budget.remaining
      let asked = rows
      let result = try solve(settings, within: { _ in asked }, isCancelled: isCancelled)
      guard let tray = result.tray else {
        if case .infeasible = result.outcome { ending = .exhausted } else { ending = .stopped }
        break
      }
      results.append(result)
      rows.append(row(asking: differ, missingFrom: tray))
    }
    let named = results.enumerated().map { place, result in
      (name: "tray \(place + 1)", result: Result<SolveResult, LineupError>.success(result))
    }
    return Alternatives(first: first, comparison: Comparison(named), differ: differ, ending: ending)
  }

  private func row(asking count: Int, missingFrom tray: Tray) -> SideRow {
    let entries = tray.items.flatMap { item -> [(column: Int32, coefficient: Double)] in
      guard let row = catalog.row(ofSPU: item.spu) else { return [] }
      return optionIndices(ofRow: row).map { (Int32($0), 1) }
    }
    return SideRow(upper: Double(tray.items.count - count), entries: entries)
  }
}
