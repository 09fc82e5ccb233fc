/// What a look at a show finds before any solving: the catalog's columns, its oddities, and how many
/// candidates each rule row has against what it asks.
public struct CheckReport: Sendable {
  public var columns: [ColumnSummary]
  public var unusedHeaders: [UnusedHeader]
  public var oddities: [Oddity]
  /// What was changed, guessed or left out while the catalog was read.
  public var notes: [CatalogNote]
  /// Where the forecast comes from, in words.
  public var forecast: String
  public var styles: Int
  public var candidates: Int
  public var options: Int
  public var exclusions: Show.Exclusions
  /// In the order of a result; rows of `each` that ask for nothing are left out.
  public var rows: [RowSupply]
  public var warnings: [String]
  /// What counting and adding up show to be impossible, in sentences: locks that are no candidates, more
  /// items than minutes, quotas that sum past the items, a goal out of reach, shares above 100%.
  public var impossibilities: [String]

  /// Whether some row asks for more than there is, so that no tray can meet it.
  public var hasShortRows: Bool { rows.contains { $0.isShort && !$0.isSoft } }
}

/// A column of the catalog.
public struct ColumnSummary: Sendable, Equatable {
  /// The header in the file; `nil` where only `defaults` give it.
  public var header: String?
  /// The name under which rules know it.
  public var name: String
  public var isCanonical: Bool
  /// `text`, `tags` or `numbers`.
  public var kind: String
  /// Empty cells in the file.
  public var emptyCells: Int
  public var distinctValues: Int?
  /// Smallest and largest number.
  public var range: ClosedRange<Double>?
  /// Some of its values.
  public var examples: [String]
}

/// Values that are allowed but look wrong.
public struct Oddity: Sendable, Equatable {
  /// In words: `cost is above price`.
  public var finding: String
  public var count: Int
  /// Lines of the first few, from 1.
  public var lines: [Int]
}

/// What a rule row asks for and what there is.
public struct RowSupply: Sendable, Equatable {
  public var rule: String
  public var row: String
  public var kind: RuleCheck.Kind
  public var required: Bounds?
  public var isSoft: Bool
  /// Candidates with an option in the row.
  public var candidates: Int
  /// For a sum: what the row comes to at most, with the best option of every candidate.
  public var reach: Double?
  /// Whether the row asks for more than there is.
  public var isShort: Bool
}
