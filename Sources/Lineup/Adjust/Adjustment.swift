/// A tray made to keep the rules again with the fewest changes, or made as good as a few changes allow.
///
/// A **change** is one item that leaves, one that comes in, or both at once: an option (SPU and pitch)
/// of the old tray for an option that was not on it. A style that stays with another pitch is a change
/// too, since host and control room have to know of it. So the changes between two trays are the larger
/// of the number of options that left and the number that came.
public struct Adjustment: Sendable {
  /// The show as it is after the late changes.
  package var show: Show
  /// The tray as it was, in the show before the late changes.
  package var before: TrayReview
  /// The same tray in the show as it is now.
  package var now: TrayReview
  /// The most changes that were allowed (`--max-swaps`); `nil` where they were to be the fewest.
  package var limit: Int?
  package var outcome: Outcome
  /// The best tray of the show as it is now that is known, whatever it changes, and what is proven of it.
  package var fresh: SolveResult
  /// How many changes the fresh optimum would be.
  package var freshCount: Int?
  /// Who looked for the adjusted tray, and what ended that.
  var search: SolveResult

  /// What an adjustment comes to.
  package enum Outcome: Sendable {
    /// A tray that keeps every hard rule.
    case tray(AdjustedTray)
    /// Proven: no tray with as few changes as were allowed keeps every hard rule. How many suffice, where
    /// that is known.
    case beyondLimit(FewestCount?)
    /// Proven: no tray keeps every hard rule, whatever is changed.
    case infeasible(Infeasibility)
    /// A limit or a cancellation ended the search before a tray or a proof.
    case unknown
  }

  /// A number of changes that suffice.
  package struct FewestCount: Sendable, Equatable {
    package var count: Int
    /// Whether it is proven that no fewer do.
    package var isProven: Bool
  }

  /// What the adjusted tray has less than the tray before (below 0: it has more).
  package var costAgainstBefore: Double? { adjusted.map { before.value - $0.value } }
  /// What the adjusted tray has less than the best tray now.
  package var costAgainstFresh: Double? {
    guard let adjusted, let fresh = fresh.score else { return nil }
    return fresh.value - adjusted.value
  }

  /// What went out and what came in, the dearest first; none where no tray was found.
  public var changes: [TrayChange] { adjusted?.changes ?? [] }

  /// The adjusted tray, where there is one.
  package var adjusted: AdjustedTray? {
    if case .tray(let adjusted) = outcome { adjusted } else { nil }
  }

  /// The adjusted tray as the result of a show, within the changes that were looked at; its bound is the show's.
  public var result: SolveResult {
    var result = search
    result.within = nil
    switch outcome {
    case .tray(let adjusted):
      let bound = fresh.bound.map { max($0, adjusted.value) }
      let score = SolveResult.Score(value: adjusted.value, bound: bound, penalties: adjusted.tray.penalties)
      let most = fresh.score?.value ?? .infinity
      // Sums of doubles: the same value in another order is no less.
      let isBestOfAll = fresh.status == "optimal" && score.value >= most - 1e-9 * max(1, abs(most))
      result.outcome =
        adjusted.isBest || isBestOfAll ? .optimal(adjusted.tray, score) : .feasible(adjusted.tray, score)
      if adjusted.isBest || isBestOfAll { result.stop = nil }
      if !isBestOfAll { result.within = within(adjusted.most) }
    case .beyondLimit:
      result.outcome = .infeasible(Infeasibility())
      result.within = within(limit ?? 0)
    case .infeasible(let answer): result.outcome = .infeasible(answer)
    case .unknown:
      result.outcome = .unknown(bound: fresh.bound)
      result.within = limit.map(within)
    }
    return result
  }

  private func within(_ count: Int) -> SolveResult.Restriction {
    SolveResult.Restriction(trays: .changes(atMost: count), bound: search.within?.bound)
  }
}

/// A tray that a few changes made of another.
package struct AdjustedTray: Sendable {
  package var tray: Tray
  /// The objective net of penalties.
  package var value: Double
  /// The changes, each with its reason, by what it gains or costs; as many as `count`.
  package var changes: [TrayChange]
  /// How many changes it is; 0 where the tray stays as it was.
  package var count: Int
  /// The changes among whose trays was searched: those allowed, or as many as these.
  package var most: Int
  /// Whether it is proven that no fewer changes suffice; `nil` where the fewest were not asked for.
  package var isFewest: Bool?
  /// Whether it is proven that no tray with at most `most` changes is worth more.
  package var isBest: Bool
}

/// One change of a tray: what left, what came in, and what would be wrong without it.
public struct TrayChange: Sendable, Equatable {
  /// Why a change was made.
  package enum Cause: Sendable, Equatable {
    /// The item that left may not be on the tray any more.
    case misplaced(Ineligibility)
    /// The item that came in was asked for.
    case wished
    /// Undone by itself, these rows of hard rules would be missed.
    case rules
    /// Undone by itself, the rules would hold, but the objective would be smaller.
    case value
  }

  /// The item that left; `nil` where one came in beside all others.
  public var leaving: TrayItem?
  /// The item that came in; `nil` where one left for none.
  public var joining: TrayItem?
  package var cause: Cause
  /// Rows of hard rules that are missed where this change alone is undone.
  package var needed: [RuleCheck]
  /// What the objective gains by the change, the penalties of soft rules among it.
  public var gain: Double
}

/// How to adjust.
package struct AdjustSettings: Sendable {
  /// The most changes allowed, for the best value within them; `nil` for the fewest.
  package var limit: Int?
  /// Wall-clock seconds for all searches together; `nil` for no limit.
  package var timeLimit: Double?
  /// Seconds that the best tray now, to compare with, may take at most: an adjustment is made on air.
  package var comparisonTimeLimit = 2.0

  package init(limit: Int? = nil, timeLimit: Double? = nil) {
    self.limit = limit
    self.timeLimit = timeLimit
  }
}
