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
  /// Rows that meet any of these are left out.
  package var leaveOut: [LeaveOut] = []
  /// Whether rows that are equal in every cell count each.
  package var keepsEqualRows = false
  /// Files beside the catalog.
  package var tables: [TableSettings] = []
  /// Whether every column is read as text, whatever it means.
  package var isSurvey = false
  /// What is read is this table, and no catalog.
  package var table: TableSettings?

  package init() {}

  /// A condition of `leave_out`.
  package struct LeaveOut: Sendable {
    package var condition: Where
    package var location: SourceLocation

    package init(condition: Where, location: SourceLocation) {
      self.condition = condition
      self.location = location
    }
  }

  /// Every header that it names.
  package var namedHeaders: [String] {
    columns.flatMap(\.headers) + (table?.condition.clauses.map(\.attribute) ?? [])
  }

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
    /// The headers that it reads.
    package var headers: [String] { form.references.compactMap(\.header) }
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
