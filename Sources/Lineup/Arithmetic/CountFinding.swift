/// Something that counting and adding up show to be impossible. The words are in `Words+Arithmetic.swift` of the
/// reports.
package struct CountFinding: Sendable, Equatable {
  /// The row that asks for it.
  package var row: String
  /// What the row asks for, where the reason does not say it.
  package var required: Bounds?
  package var kind = RuleCheck.Kind.count
  package var reason: Reason

  /// Why it cannot hold.
  package enum Reason: Sendable, Equatable {
    // Locks

    /// More styles are locked than items are allowed.
    case lockedItems(Int, most: Double)
    /// More locked styles count towards the row than it allows.
    case lockedInRow([String], most: Double)
    /// The least minutes that the locked styles take.
    case lockedMinutes(Double, locks: Int)
    /// The least amount that the locked styles come to.
    case lockedAmount(Double, locks: Int)

    // Items and minutes

    /// A rule asks for more items than another lets in.
    case items(least: ItemCount, most: ItemCount)
    /// The items take longer than there is air time.
    /// - Parameter quotas: where the number of items is the sum of a rule's quotas.
    case minutes(ItemMinutes, quotas: ItemCount?, airTime: Double)

    // Sums

    /// What so many items with the most of it reach.
    /// - Parameter airTime: where as many items are taken as fit into it.
    case bestItems(Double, airTime: Double?, reach: Double)
    /// What fits into the air time reaches.
    case withinAirTime(Double, reach: Double)

    // Shares and averages

    /// A share of at least so many items needs more candidates than count towards it.
    case share(Double, items: Double, needed: Double, candidates: Int)
    /// Of at least so many items more must be others than there are.
    case others(items: Double, needed: Double, candidates: Int)
    /// Every candidate's number is below the range.
    case everyBelow(column: String)
    /// Every candidate's number is above the range.
    case everyAbove(column: String)
  }

  /// A number of items that a rule asks for, or lets in.
  package struct ItemCount: Sendable, Equatable {
    package var rule: String
    package var number: Double
    /// Whether it is the rule's own number and not a sum of quotas.
    package var isPlain: Bool
  }

  /// The least minutes of some items.
  package enum ItemMinutes: Sendable, Equatable {
    /// The shortest are as long as one another.
    case alike(Int, each: Double, total: Double)
    case various(Int, withLocks: Bool, total: Double)
    /// As many with each pitch as the quotas ask for.
    case byPitch([PitchCount], total: Double)

    package var total: Double {
      switch self {
      case .alike(_, _, let total), .various(_, _, let total), .byPitch(_, let total): total
      }
    }
  }

  /// A number of items with a pitch.
  package struct PitchCount: Sendable, Equatable {
    package var pitch: String
    package var minutes: Double
    package var number: Double
  }
}
