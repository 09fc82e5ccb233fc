/// What a file of slots says: the slots of a period, and how partners are scored for them.
///
///     slots: { friday prime: { dates: 2026-10-01..2026-10-31, on: [fri], start: "20:00", weight: 3 } }
///     partners: partners.csv
///     score: { start: 100, points: { samples: { late: -3, missed: -10 } }, rules: 70%, sales: 30% }
///     each: 1..6
///     apart: 3
///     wishes: wishes.csv
package struct SlotsPlan: Sendable {
  package var name: String
  /// The file, as it was named.
  package var source: String
  /// In the order of the calendar; those of a day by their start, then as they are written.
  package var slots: [DatedSlot] = []
  /// The file of partners as it is written, and where.
  package var partners: CatalogSettings.NamedPlace?
  /// The file of wishes; `nil` where there is none.
  package var wishes: CatalogSettings.NamedPlace?
  package var formula = ScoreFormula()
  /// How many slots each partner gets.
  package var each = 0...Int.max
  /// So many days lie at least between two slots of a partner; 1 is not twice a day.
  package var apart = 1
  package var inputs = InputDigests()

  /// A plan without slots.
  package init(name: String, source: String) {
    self.name = name
    self.source = source
  }

  /// The names of the slots, none twice.
  package var slotNames: [String] {
    var seen: Set<String> = []
    return slots.map(\.name).filter { seen.insert($0).inserted }
  }

  /// What may be asked for at once: a search over more would not end.
  static let mostSlots = 5_000
  package static let mostPartners = 500
}

/// A time on the calendar that one partner may get.
package struct DatedSlot: Sendable, Equatable {
  /// What the file calls it: `friday prime`.
  package var name: String
  package var day: Day
  /// When it begins, in seconds after midnight.
  package var start: Int?
  /// What it is worth beside the others.
  package var weight: Double

  package init(name: String, day: Day, start: Int? = nil, weight: Double = 1) {
    self.name = name
    self.day = day
    self.start = start
    self.weight = weight
  }

  /// When it begins, as it is written: `20:00`.
  package var clock: String? {
    start.map { start in
      let (hours, minutes) = (start / 3600, start % 3600 / 60)
      return (hours < 10 ? "0" : "") + "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes)"
    }
  }
}

/// How partners are scored: `rules x max(0, start + points) + sales x 100 x sales / largest sales`.
package struct ScoreFormula: Sendable, Equatable {
  /// The points that everybody starts with.
  package var start = 100.0
  /// What a rule's column says is worth so many points, by the column as it is written.
  package var points: [Rule] = []
  /// The weight of the rules, a part of 1; that of the sales is the rest.
  package var rules = 1.0
  package var sales = 0.0

  /// The points of a rule, mostly below 0.
  package struct Rule: Sendable, Equatable {
    package var column: String
    package var location: SourceLocation
    package var points: [RuleState: Double]

    package init(column: String, location: SourceLocation, points: [RuleState: Double]) {
      self.column = column
      self.location = location
      self.points = points
    }
  }
}

/// What a partner did of a rule.
package enum RuleState: String, Sendable, CaseIterable {
  case done, late, missed
  case notApplicable = "n/a"
}
