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

    public init(column: CanonicalColumn, header: String, location: SourceLocation) {
      self.column = column
      self.header = header
      self.location = location
    }
  }

  /// A name in the scenario and where it stands.
  public struct NamedPlace: Sendable {
    public var name: String
    public var location: SourceLocation

    public init(name: String, location: SourceLocation) {
      self.name = name
      self.location = location
    }
  }

  /// `defaults: { stock: 100 }`
  public struct DefaultValue: Sendable {
    public var column: CanonicalColumn
    /// As written; a number for numeric columns (checked when the scenario is decoded).
    public var text: String
    public var location: SourceLocation

    public init(column: CanonicalColumn, text: String, location: SourceLocation) {
      self.column = column
      self.text = text
      self.location = location
    }
  }
}
