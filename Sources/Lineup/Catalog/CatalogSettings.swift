/// What a scenario says about reading its catalog.
package struct CatalogSettings: Sendable {
  /// What columns are made of.
  package var columns: [ColumnMapping] = []
  /// Further columns that hold tags, by header.
  package var tags: [NamedPlace] = []
  /// Values of canonical columns where the column is absent or the cell is missing.
  package var defaults: [DefaultValue] = []

  /// Spellings of the catalog and the value each stands for.
  package var values: [ValueMapping] = []
  /// The decimal mark of cells that can be read in two ways, by column.
  package var numbers: [MarkMapping] = []
  /// What to do with further rows of an SPU; `nil` makes them an error.
  package var onDuplicate: DuplicatePolicy?
  /// Whether rows of sums and titles of sections stay.
  package var keepsTotals = false
  /// The sheets of a workbook, read one after another; none for the first with a recognisable header.
  package var sheets: [NamedPlace] = []
  /// Where the header is; `nil` to look for it.
  package var header: HeaderPlace?
  /// Whether rows that the workbook hides are left out.
  package var leavesOutHidden = false
  /// The encoding of the file, such as `gb18030`; `nil` to judge by its bytes.
  package var encoding: NamedPlace?

  package init() {}

  /// `header: 2`, or `header: [2, 3]` where two rows make it.
  package struct HeaderPlace: Sendable {
    /// Rows of the file, from 1.
    package var first: Int
    package var last: Int
    package var location: SourceLocation

    package init(first: Int, last: Int, location: SourceLocation) {
      self.first = first
      self.last = last
      self.location = location
    }
  }

  /// `values: { gender: { women: [女装, Ladies] } }`
  package struct ValueMapping: Sendable {
    /// The column, by any of its names.
    package var column: NamedPlace
    /// The value that rules know.
    package var value: String
    /// How the catalog writes it.
    package var spellings: [String]

    package init(column: NamedPlace, value: String, spellings: [String]) {
      self.column = column
      self.value = value
      self.spellings = spellings
    }
  }

  /// `numbers: { price: comma }`
  package struct MarkMapping: Sendable {
    /// The column, by any of its names.
    package var column: NamedPlace
    /// What stands before decimals.
    package var mark: DecimalMark

    package init(column: NamedPlace, mark: DecimalMark) {
      self.column = column
      self.mark = mark
    }
  }

  /// `columns: { expected_units: 预估销量 }`
  package struct ColumnMapping: Sendable {
    /// A canonical column, or a name of the user's own.
    package var name: String
    package var form: ColumnForm
    package var location: SourceLocation

    package init(name: String, form: ColumnForm, location: SourceLocation) {
      self.name = name
      self.form = form
      self.location = location
    }

    package init(column: CanonicalColumn, header: String, location: SourceLocation) {
      self.init(name: column.rawValue, form: .header(header), location: location)
    }

    package var column: CanonicalColumn? { CanonicalColumn(rawValue: name) }
    package var header: String { form.header }
  }

  /// What a column is made of.
  package enum ColumnForm: Sendable, Equatable {
    /// `price: 售价`: the column under the header.
    case header(String)
    /// `spu: { nth: 2, of: 商家编码 }`: one of several columns under the same header, counted from 1.
    case nth(Int, of: String)

    package var header: String {
      switch self {
      case .header(let header), .nth(_, let header): header
      }
    }
  }

  /// A name in the scenario and where it stands.
  package struct NamedPlace: Sendable {
    package var name: String
    package var location: SourceLocation

    package init(name: String, location: SourceLocation) {
      self.name = name
      self.location = location
    }
  }

  /// `defaults: { stock: 100 }`
  package struct DefaultValue: Sendable {
    package var column: CanonicalColumn
    /// As written; a number for numeric columns (checked when the scenario is decoded).
    package var text: String
    package var location: SourceLocation

    package init(column: CanonicalColumn, text: String, location: SourceLocation) {
      self.column = column
      self.text = text
      self.location = location
    }
  }
}
