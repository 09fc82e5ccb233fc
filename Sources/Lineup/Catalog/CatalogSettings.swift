/// What a scenario says about reading its catalog.
public struct CatalogSettings: Sendable {
  /// Canonical column to the header that holds it.
  public var columns: [ColumnMapping] = []
  /// Further columns that hold tags, by header.
  public var tags: [NamedPlace] = []
  /// Values of canonical columns where the column is absent or the cell is missing.
  public var defaults: [DefaultValue] = []

  public init() {}

  /// `columns: { expected_units: 预估销量 }`
  public struct ColumnMapping: Sendable {
    public var column: CanonicalColumn
    public var header: String
    public var location: SourceLocation
  }

  /// A name in the scenario and where it stands.
  public struct NamedPlace: Sendable {
    public var name: String
    public var location: SourceLocation
  }

  /// `defaults: { stock: 100 }`
  public struct DefaultValue: Sendable {
    public var column: CanonicalColumn
    /// As written; a number for numeric columns (checked when the scenario is decoded).
    public var text: String
    public var location: SourceLocation
  }
}
