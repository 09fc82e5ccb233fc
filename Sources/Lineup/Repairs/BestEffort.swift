/// The tray that misses hard rules the least, where none keeps them all; among those, one with the
/// largest objective.
///
/// The miss of a row is taken relative to the row's own bound: its lower end, or its upper where it has
/// no lower end above 0, at least 1. The miss of a share or an average is that of the row as the
/// contract writes it, relative to what the bound comes to on a tray of nominal size (`show.items`).
/// A lock, `together`, `exclusive` and `requires` count as their penalty would count them.
package struct BestEffort: Sendable, Equatable {
  package var tray: Tray
  /// The relative misses of all hard rows, added up.
  package var totalMiss: Double
  /// Whether it is proven that no tray misses less.
  package var isProven: Bool

  /// The hard rows that it misses.
  package var misses: [RuleCheck] { tray.rules.filter { !$0.holds && !$0.isSoft } }
}

/// What is known of a show that no tray fits: why, what would help, and the nearest there is.
package struct Infeasibility: Sendable, Equatable {
  /// `nil` where it was not asked for or a limit ended the search for it.
  package var conflict: Conflict?
  /// At most three, cheapest first.
  package var repairs: [Repair]
  /// Whether every rule of the conflict was tried by itself, to its end; else a limit ended that, and a rule without a
  /// repair may have one.
  package var areRepairsComplete: Bool
  package var bestEffort: BestEffort?

  package init(
    conflict: Conflict? = nil, repairs: [Repair] = [], areRepairsComplete: Bool = false,
    bestEffort: BestEffort? = nil
  ) {
    self.conflict = conflict
    self.repairs = repairs
    self.areRepairsComplete = areRepairsComplete
    self.bestEffort = bestEffort
  }
}
