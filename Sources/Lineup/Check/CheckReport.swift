/// What a look at a show finds before any solving: the catalog's columns, its oddities, and how many
/// candidates each rule row has against what it asks.
public struct CheckReport: Sendable {
  package var columns: [ColumnSummary]
  package var unusedHeaders: [UnusedHeader]
  package var oddities: [Oddity]
  /// What was changed, guessed or left out while the catalog was read.
  package var notes: [CatalogNote]
  package var forecast: ForecastSource
  /// The candidates whose forecasts the scenario's factors move most.
  package var moved: [MovedStyle] = []
  package var styles: Int
  /// What became of the rows of the catalog's files.
  package var flow: CatalogFlow
  /// Whether something is asked for that needs a forecast, and no style has one.
  package var lacksForecast: Bool
  package var candidates: Int
  package var options: Int
  package var exclusions: Show.Exclusions
  /// In the order of a result; rows of `each` that ask for nothing are left out.
  package var rows: [RowSupply]
  /// What a person should know of the data.
  package var cautions: [Caution]
  /// What no tray can keep: locks that are no candidates, more items than minutes, quotas that sum past the
  /// items, a goal out of reach, shares above 100%.
  package var impossible: [Impossibility]
  /// What the plan of views does to forecasts, by category; empty without one.
  package var effects: [AudienceEffect] = []

  /// Whether some row asks for more than there is, so that no tray can meet it.
  package var hasShortRows: Bool { rows.contains { $0.isShort && !$0.isSoft } }
}

/// A column of the catalog.
package struct ColumnSummary: Sendable, Equatable {
  /// The header in the file; `nil` where only `defaults` give it.
  package var header: String?
  /// The name under which rules know it.
  package var name: String
  package var isCanonical: Bool
  /// `text`, `tags` or `numbers`.
  package var kind: String
  /// Empty cells in the file.
  package var emptyCells: Int
  package var distinctValues: Int?
  /// Smallest and largest number.
  package var range: ClosedRange<Double>?
  /// Some of its values.
  package var examples: [String]
}

/// Values that are allowed but look wrong.
package struct Oddity: Sendable, Equatable {
  /// In words: `cost is above price`.
  package var finding: String
  package var count: Int
  /// Those of the first few.
  package var lines: [FileLine]
}

/// What a rule row asks for and what there is.
package struct RowSupply: Sendable, Equatable {
  package var rule: String
  package var row: String
  package var kind: RuleCheck.Kind
  package var required: Bounds?
  package var isSoft: Bool
  /// Candidates with an option in the row.
  package var candidates: Int
  /// For a sum: what the row comes to at most, with the best option of every candidate.
  package var reach: Double?
  /// Whether the row asks for more than there is.
  package var isShort: Bool
}
