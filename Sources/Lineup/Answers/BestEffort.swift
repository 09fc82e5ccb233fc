/// The tray that misses hard rules the least, where none keeps them all; among those, one with the
/// largest objective.
///
/// The miss of a row is taken relative to the row's own bound: its lower end, or its upper where it has
/// no lower end above 0, at least 1. The miss of a share or an average is that of the row as the
/// contract writes it, relative to what the bound comes to on a tray of nominal size (`show.items`).
/// A lock, `together`, `exclusive` and `requires` count as their penalty would count them.
public struct BestEffort: Sendable, Equatable {
  public var tray: Tray
  /// The relative misses of all hard rows, added up.
  public var totalMiss: Double
  /// Whether it is proven that no tray misses less.
  public var isProven: Bool

  /// The hard rows that it misses.
  public var misses: [RuleCheck] { tray.rules.filter { !$0.holds && !$0.isSoft } }
}

/// What is known of a show that no tray fits: why, what would help, and the nearest there is.
public struct Infeasibility: Sendable, Equatable {
  /// `nil` where it was not asked for or a limit ended the search for it.
  public var conflict: Conflict?
  /// At most three, cheapest first.
  public var repairs: [Repair]
  /// Whether every rule of the conflict was tried by itself, to its end; else a limit ended that, and a rule without a
  /// repair may have one.
  public var areRepairsComplete: Bool
  public var bestEffort: BestEffort?

  public init(
    conflict: Conflict? = nil, repairs: [Repair] = [], areRepairsComplete: Bool = false,
    bestEffort: BestEffort? = nil
  ) {
    self.conflict = conflict
    self.repairs = repairs
    self.areRepairsComplete = areRepairsComplete
    self.bestEffort = bestEffort
  }
}
