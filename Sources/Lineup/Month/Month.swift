/// What planners ask of the shows of a period together (contract, month.md): levels, shows, what was aired, and rules over
/// all shows.
package struct Month: Sendable {
  package var name: String
  /// The file as the user named it.
  package var source: String
  /// The least part of its demand that an item is held.
  package var hold = 0.2
  package var levels: [Level] = []
  /// In the order written.
  package var entries: [Entry] = []
  package var aired: [Aired] = []
  package var rules: [MonthRule] = []
  /// The window of rules without `days`; from the first to the last show unless said.
  package var period: ClosedRange<Day>?
  /// `catalog` and how it is read, where the month says it: they replace those of the scenarios.
  package var reading: [Node.Entry] = []
  /// Where `catalog` stands; `nil` where the scenarios name it.
  package var catalogLocation: SourceLocation?

  /// What shows of a kind have in common.
  package struct Level: Sendable {
    package var name: String
    /// Relative to the month's file.
    package var scenario: String
    package var location: SourceLocation
    package var variant: String?
    package var change: Node?
    package var weight = 1.0
  }

  /// One or several shows under one key.
  package struct Entry: Sendable {
    package var key: String
    package var location: SourceLocation
    package var level: String
    package var levelLocation: SourceLocation
    package var days: [Day]
    /// Whether its shows are named by the key and the date.
    package var isOfSeveral: Bool
    package var start: String?
    package var series: String
    package var variant: String?
    package var change: Node?
    /// `nil` for the level's.
    package var weight: Double?
  }

  /// A tray that was on air before.
  package struct Aired: Sendable {
    /// Relative to the month's file.
    package var tray: String
    package var location: SourceLocation
    package var day: Day
    package var level: String
    package var levelLocation: SourceLocation
    package var series: String?
    package var region: String?
  }

  /// The names that rules of the month may ask for beside attributes.
  package static let placeNames = ["show", "level", "series", "region", "date", "weekday"]
  static let keys = ["name", "catalog", "hold", "levels", "shows", "aired", "rules", "period"] + readingKeys
  static let levelKeys = ["scenario", "variant", "change", "weight"]
  static let entryKeys = ["level", "date", "dates", "on", "start", "series", "variant", "change", "weight"]
  static let airedKeys = ["tray", "date", "level", "series", "region"]
  /// What says how a catalog is read.
  package static let readingKeys = [
    "columns", "tags", "defaults", "values", "numbers", "on_duplicate", "sheet", "encoding", "totals",
    "header",
    "hidden", "leave_out", "equal_rows", "tables",
  ]
  /// What a scenario says that a month has no use for.
  package static let unusedKeys = ["rundown", "variants", "repair", "share"]
}

/// A rule over the items of all shows.
package struct MonthRule: Sendable {
  package var name: String
  package var location: SourceLocation
  /// Objective units for each unit by which a row misses its range; `nil` for a hard rule.
  package var penalty: Double?
  package var form: Form

  package enum Form: Sendable {
    /// One of the forms of a show: `sum`, `share`, `average`, `split`, `each`.
    case items(NamedRule)
    case appearances(Appearances)
  }

  var frame: RuleFrame { RuleFrame(name: name, penalty: penalty) }
}

/// How often a style, or what has a value in common, is on shows within so many days.
package struct Appearances: Sendable {
  package var range: Bounds
  /// `nil` for the period as a whole.
  package var days: Int?
  /// The attribute whose values are counted; `nil` for the style itself.
  package var attribute: String?
  var attributeLocation: SourceLocation
  /// Which items count.
  package var condition: Where
  /// On which shows.
  package var shows: Where

  static let form = "appearances"
  static let keys = ["days", "per", "where", "in"]
}
