/// A tray made to keep the rules again with the fewest changes, or made as good as a few changes allow.
///
/// A **change** is one item that leaves, one that comes in, or both at once: an option (SPU and pitch)
/// of the old tray for an option that was not on it. A style that stays with another pitch is a change
/// too, since host and control room have to know of it. So the changes between two trays are the larger
/// of the number of options that left and the number that came.
public struct Adjustment: Sendable {
  /// The tray as it was, in the show before the late changes.
  public var before: TrayReview
  /// The same tray in the show as it is now.
  public var now: TrayReview
  /// The adjusted tray. `optimal`: proven the best of those with so few changes. `infeasible`: no tray
  /// keeps every rule, whatever is changed; or none within the changes allowed, where `fewest` is known.
  public var result: SolveResult
  /// How many changes the adjusted tray has; 0 where there is no tray, too.
  public var count: Int
  /// The most changes that were allowed (`--max-swaps`); `nil` where they were to be the fewest.
  public var limit: Int?
  /// The fewest changes that suffice, where that was asked or the limit was below it.
  public var fewest: Int?
  /// Whether it is proven that no fewer changes suffice.
  public var isFewestProven: Bool
  /// The changes, each with its reason, by what it gains or costs.
  public var changes: [TrayChange]
  /// The best tray of the show as it is now, whatever it changes.
  public var fresh: SolveResult?
  /// How many changes the fresh optimum would be.
  public var freshCount: Int?

  /// What the adjusted tray has less than the tray before (below 0: it has more).
  public var costAgainstBefore: Double? { result.score.map { before.value - $0.value } }
  /// What the adjusted tray has less than the fresh optimum.
  public var costAgainstFresh: Double? {
    guard let own = result.score, let fresh = fresh?.score else { return nil }
    return fresh.value - own.value
  }
}

/// One change of a tray: what left, what came in, and what would be wrong without it.
public struct TrayChange: Sendable, Equatable {
  /// Why a change was made.
  public enum Cause: Sendable, Equatable {
    /// The item that left may not be on the tray any more: `has no stock`.
    case misplaced(String)
    /// The item that came in was asked for.
    case wished
    /// Undone by itself, these rows of hard rules would be missed.
    case rules
    /// Undone by itself, the rules would hold, but the objective would be smaller.
    case value
  }

  public var leaving: TrayItem?
  public var joining: TrayItem?
  public var cause: Cause
  /// Rows of hard rules that are missed where this change alone is undone.
  public var needed: [RuleCheck]
  /// What the objective gains by the change, the penalties of soft rules among it.
  public var gain: Double
}

/// How to adjust.
public struct AdjustSettings: Sendable {
  /// The most changes allowed, for the best value within them; `nil` for the fewest.
  public var limit: Int?
  /// Wall-clock seconds for all searches together; `nil` for no limit.
  public var timeLimit: Double?
  /// Seconds that the best tray now, to compare with, may take at most: an adjustment is made on air.
  public var comparisonTimeLimit = 2.0

  public init(limit: Int? = nil, timeLimit: Double? = nil) {
    self.limit = limit
    self.timeLimit = timeLimit
  }
}
