/// What a scenario says about reading its catalog.
public struct CatalogSettings: Sendable {
  /// Canonical column to the header that holds it.
  public var columns: [ColumnMapping] = []
  /// Further columns that hold tags, by header.
  public var tags: [NamedPlace] = []
  /// Values of canonical columns where the column is absent or the cell is missing.
  public var defaults: [DefaultValue] = []

  /// Spellings of the catalog and the value each stands for.
  public var values: [ValueMapping] = []
  /// What to do with further rows of an SPU; `nil` makes them an error.
  public var onDuplicate: DuplicatePolicy?
  /// Whether rows of sums and titles of sections stay.
  public var keepsTotals = false
  /// The sheets of a workbook, read one after another; none for the first with a recognisable header.
  public var sheets: [NamedPlace] = []
  /// Where the header is; `nil` to look for it.
  public var header: HeaderPlace?
  /// Whether rows that the workbook hides are left out.
  public var leavesOutHidden = false
  /// The encoding of the file, such as `gb18030`; `nil` to judge by its bytes.
  public var encoding: NamedPlace?

  public init() {}

  /// `header: 2`, or `header: [2, 3]` where two rows make it.
  public struct HeaderPlace: Sendable {
    /// Rows of the file, from 1.
    public var first: Int
    public var last: Int
    public var location: SourceLocation

    public init(first: Int, last: Int, location: SourceLocation) {
      self.first = first
      self.last = last
      self.location = location
    }
  }

  /// `values: { gender: { women: [女装, Ladies] } }`
  public struct ValueMapping: Sendable {
    /// The column, by any of its names.
    public var column: NamedPlace
    /// The value that rules know.
    public var value: String
    /// How the catalog writes it.
    public var spellings: [String]

    public init(column: NamedPlace, value: String, spellings: [String]) {
      self.column = column
      self.value = value
      self.spellings = spellings
    }
  }

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
