import Optimization

/// Several good trays that differ: each is the best of those that differ enough from all before it.
public struct Alternatives: Sendable {
  /// Why there are no more.
  package enum Ending: Sendable, Equatable {
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
  package var first: SolveResult
  /// The trays side by side, the best first; none where there is no tray.
  public var comparison: Comparison
  /// How many styles of every tray before are missing from each one.
  package var differ: Int
  package var ending: Ending

  /// What each tray's objective lacks to the first's, which is the best of them.
  public var losses: [Double] {
    let values = comparison.entries.compactMap { entry in
      if case .success(let result) = entry.result { result.score?.value } else { nil }
    }
    let best = values.first ?? 0
    // Sums of doubles: the same value in another order is no loss.
    return values.map { abs(best - $0) <= 1e-9 * abs(best) ? 0 : best - $0 }
  }
}

extension Alternatives {
  /// The results, the best first. A search that was ended may have left a better tray to a later one; then what is
  /// proven of trays that had others before them is proven no more, and a tray that does not differ enough from those
  /// before it now is left out.
  static func bestFirst(_ results: [SolveResult], differ: Int) -> [SolveResult] {
    func value(_ position: Int) -> Double { results[position].score?.value ?? -.infinity }
    // Sums of doubles: the same value in another order is no better.
    let isInOrder = results.indices.dropFirst().allSatisfy { later in
      value(later) <= (0..<later).map(value).min().map { $0 + 1e-9 * max(1, abs($0)) } ?? .infinity
    }
    if isInOrder { return results }
    let order = results.indices.sorted { (value($1), $0) < (value($0), $1) }
    var kept: [Int] = []
    var ordered: [SolveResult] = []
    for position in order {
      guard let tray = results[position].tray, let score = results[position].score else { continue }
      let spus = Set(tray.items.map(\.spu))
      let differs = kept.allSatisfy { earlier in
        (results[earlier].tray?.items ?? []).count { !spus.contains($0.spu) } >= differ
      }
      guard differs else { continue }
      var result = results[position]
      if Set(kept) != Set(0..<position) {
        result.outcome = .feasible(tray, score)
        result.within = nil
      }
      if !kept.isEmpty {
        result.within = SolveResult.Restriction(
          trays: .lacking(styles: differ, ofFirst: kept.count), bound: result.within?.bound)
      }
      kept.append(position)
      ordered.append(result)
    }
    return ordered
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
  package func alternatives(
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
    var trays = [tray]
    var ending = Alternatives.Ending.complete
    while results.count < count {
      if budget.isOver {
        ending = .stopped
        break
      }
      settings.timeLimit = budget.remaining
      let part = (
        trays: SolveResult.Restriction.Trays.lacking(styles: differ, ofFirst: trays.count),
        rows: trays.map { row(asking: differ, missingFrom: $0) }
      )
      let result = try solve(settings, within: part, isCancelled: isCancelled).bounded(by: first.bound)
      guard let tray = result.tray else {
        if case .infeasible = result.outcome { ending = .exhausted } else { ending = .stopped }
        break
      }
      results.append(result)
      trays.append(tray)
    }
    let ordered = Alternatives.bestFirst(results, differ: differ)
    if ordered.count < results.count { ending = .stopped }
    let named = ordered.enumerated().map { place, result in
      (name: "tray \(place + 1)", result: Result<SolveResult, LineupError>.success(result))
    }
    return Alternatives(
      first: ordered[0], comparison: Comparison(named), differ: differ, ending: ending)
  }

  private func row(asking count: Int, missingFrom tray: Tray) -> SideRow {
    let entries = tray.items.flatMap { item -> [(column: Int32, coefficient: Double)] in
      guard let row = catalog.row(ofSPU: item.spu) else { return [] }
      return optionIndices(ofRow: row).map { (Int32($0), 1) }
    }
    return SideRow(upper: Double(tray.items.count - count), entries: entries)
  }
}
