/// Slots given to partners by their scores: the score sheet, the calendar, and what is proven of it.
package struct SlotsResult: Sendable {
  package var plan: SlotsPlan
  /// The rules' columns of the table of partners.
  package var rules: [String]
  /// From the greatest score down; ties by sales and name.
  package var standings: [Standing]
  /// Of each slot of the plan, in its order, the standing of its partner.
  package var owners: [Int?]
  /// Of each slot what its partner wishes of it.
  package var wishes: [Wish?]
  package var status: Status
  /// The sum of weight x score x (4 - wish).
  package var value: Double
  /// No calendar that keeps the counts is worth more; `nil` where that is not known or the counts cannot be kept.
  package var bound: Double?
  /// Where the counts cannot all be kept: who competes for what.
  package var clashes: [SlotsClash] = []
  /// Whether more may compete than is told.
  package var hasMoreClashes = false
  /// Where the counts cannot be kept: whether it is proven that no calendar fills more, lacks less or is worth more.
  package var isBestEffortProven = false
  package var stop: SolveResult.Stop?
  package var cautions: [SlotsCaution]
  package var work: Work

  /// A partner with its score and what it is to have.
  package struct Standing: Sendable {
    package var score: PartnerScore
    /// q_p
    package var quota: Double
    /// n_p
    package var count: Int
    /// How many it has; as many as `count` where all counts are kept.
    package var held: Int
    /// The least rise of the score for one slot more; `nil` where no score is enough.
    package var pointsToOneMore: Double?
  }

  package enum Status: String, Sendable, CaseIterable {
    /// The counts are kept, and no calendar is worth more.
    case optimal
    /// The counts are kept; a limit ended the search before a proof.
    case feasible
    /// Proven: the counts cannot all be kept. The calendar is the best that can be done.
    case infeasible
    /// A limit ended the search before a calendar that keeps the counts, or a proof that there is none.
    case unknown
  }

  /// Who found it and how long that took.
  package struct Work: Sendable, Equatable {
    package var method: String
    package var backend: String
    package var seconds: Double
  }

  package var filled: Int { owners.count { $0 != nil } }
  /// How many slots the partners are to have together.
  package var wanted: Int { standings.reduce(0) { $0 + $1.count } }
}

/// Partners that cannot all have as many slots as they are to have.
package struct SlotsClash: Sendable, Equatable {
  /// Their standings.
  package var partners: [Int]
  /// How many slots they are to have together.
  package var wanted: Int
  /// How many they can have at most together; `nil` where that is not known.
  package var most: Int?
  /// The slots to which some of them would come.
  package var slots: [Int]
  /// Whether they could have as many if slots of a partner were no days apart.
  package var isByDaysApart: Bool
  /// Whether it is proven that any of them but one can.
  package var isIrreducible: Bool
}
