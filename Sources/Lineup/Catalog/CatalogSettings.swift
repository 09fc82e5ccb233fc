/// What a scenario says about reading its catalog.
public struct CatalogSettings: Sendable {
  /// What columns are made of.
  public var columns: [ColumnMapping] = []
  /// Further columns that hold tags, by header.
  public var tags: [NamedPlace] = []
  /// Values of canonical columns where the column is absent or the cell is missing.
  public var defaults: [DefaultValue] = []

  /// Spellings of the catalog and the value each stands for.
  public var values: [ValueMapping] = []
  /// The decimal mark of cells that can be read in two ways, by column.
  public var numbers: [MarkMapping] = []
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

  /// `numbers: { price: comma }`
  public struct MarkMapping: Sendable {
    /// The column, by any of its names.
    public var column: NamedPlace
    /// What stands before decimals.
    public var mark: DecimalMark

    public init(column: NamedPlace, mark: DecimalMark) {
      self.column = column
      self.mark = mark
    }
  }

  /// `columns: { expected_units: 预估销量 }`
  public struct ColumnMapping: Sendable {
    /// A canonical column, or a name of the user's own.
    public var name: String
    public var form: ColumnForm
    public var location: SourceLocation

    public init(name: String, form: ColumnForm, location: SourceLocation) {
      self.name = name
      self.form = form
      self.location = location
    }

    public init(column: CanonicalColumn, header: String, location: SourceLocation) {
      self.init(name: column.rawValue, form: .header(header), location: location)
    }

    public var column: CanonicalColumn? { CanonicalColumn(rawValue: name) }
    public var header: String { form.header }
  }

  /// What a column is made of.
  public enum ColumnForm: Sendable, Equatable {
    /// `price: 售价`: the column under the header.
    case header(String)
    /// `spu: { nth: 2, of: 商家编码 }`: one of several columns under the same header, counted from 1.
    case nth(Int, of: String)

    public var header: String {
      switch self {
      case .header(let header), .nth(_, let header): header
      }
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
