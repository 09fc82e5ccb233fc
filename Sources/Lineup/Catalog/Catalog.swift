/// The styles (SPUs) a show can choose from, one row each, kept column by column.
///
/// Rows are numbered from 0 in the order of the file. Memory is linear in rows times columns; text
/// is kept once for each distinct value.
public struct Catalog: Sendable {
  /// The file as the user named it.
  package let source: String
  /// The id of each row; unique, never empty, trimmed and in Unicode NFC.
  package let spus: [String]
  /// The line of each row in the file, from 1.
  package let lines: [Int32]
  /// Every column that has a name, in the order of the file, then those that only defaults fill.
  package internal(set) var columns: [CatalogColumn]
  /// Headers that could not become a column that rules can name, and why (for `lineup check`).
  package let unusedHeaders: [UnusedHeader]
  /// What was changed, guessed or left out on the way from the file (for `lineup check`).
  package internal(set) var notes: [CatalogNote]

  /// The SHA-256 of the file; `nil` where it was not read from one.
  package var digest: String?

  /// The row of each id is its code here.
  let rowsBySPU: ByteDictionary
  var columnsByName: [String: ColumnLookup]
  /// The files and sheets that it is read from, where there are several, and the number that each row's line had
  /// among all their rows.
  var pieces = RowPieces()
  var origins: [Int32]?
  /// What became of the rows of its files.
  package var flow = CatalogFlow()

  /// Where the styles' rows are in the files.
  var place: PlaceOfRows { PlaceOfRows(source: source, lines: lines, pieces: pieces, origins: origins) }

  /// Where the row of a style is.
  func location(ofRow row: Int) -> SourceLocation { place.location(of: row) }

  /// How many styles there are.
  package var count: Int { spus.count }

  /// The catalog with another number in one cell of a numeric column.
  func replacing(column: Int, row: Int, by number: Double) -> Catalog {
    guard case .numbers(var numbers) = columns[column].values else { return self }
    numbers[row] = number
    var catalog = self
    catalog.columns[column].values = .numbers(numbers)
    return catalog
  }

  /// The catalog with other season tags in its distinct cells.
  func replacingSeasons(_ sets: [[String]], note: CatalogNote) -> Catalog {
    guard let position = columns.firstIndex(where: { $0.canonical == .season }),
      case .tags(let codes, _) = columns[position].values
    else { return self }
    var catalog = self
    catalog.columns[position].values = .tags(codes: codes, sets: sets)
    catalog.notes.append(note)
    return catalog
  }

  /// Puts other cells into a column.
  mutating func setValues(_ values: ColumnValues, ofColumn position: Int) {
    columns[position].values = values
  }

  /// The catalog with more that was noted on the way from the file.
  func adding(_ notes: [CatalogNote]) -> Catalog {
    var catalog = self
    catalog.notes += notes
    return catalog
  }

  /// The row of an SPU, or `nil` where the catalog lacks it.
  package func row(ofSPU spu: String) -> Int? {
    var text = CatalogText.normalized(spu)
    return text.withUTF8 { rowsBySPU.code(of: $0) }.map(Int.init)
  }
}

/// A header that rules cannot name.
package struct UnusedHeader: Sendable, Equatable {
  package var header: String
  /// A few words: `no name`, `shadowed by "预估销量"`.
  package var reason: String

  package init(header: String, reason: String) {
    self.header = header
    self.reason = reason
  }
}

/// One column of a catalog.
package struct CatalogColumn: Sendable {
  /// The canonical name where the column has one (contract, section 1), else the header as written.
  package let name: String
  /// The header in the file; `nil` where the column exists only by `defaults`.
  package let header: String?
  /// The canonical column this is, if any.
  package let canonical: CanonicalColumn?
  package internal(set) var values: ColumnValues
  /// How many cells were empty in the file (before `defaults` filled them).
  package internal(set) var emptyCells: Int
  /// Which cells `defaults` filled; `nil` where it filled none, or where the file has no such column.
  var isDefault: [Bool]?
  /// How a text is read as the column's cells are; `nil` where they are no numbers.
  var reading: CellReading?
  /// What has to be asked before the column can be read as numbers; it is text as long as nothing needs it.
  var question: Problem?
  /// Whether its cells are days, as 2026-08-31, and compare as such.
  var isDays = false
  /// Whether it is text only because of some cells among numbers.
  var hasNumbers = false
  /// The table that it comes from; `nil` where the catalog's own files have it.
  package internal(set) var table: String?

  /// The column as people know it: `售价 (price)`, or its name alone where the header says it.
  var label: String {
    guard let header, HeaderName.normalized(header) != HeaderName.normalized(name) else { return name }
    return "\(header) (\(name))"
  }

  /// The numbers that the file has, NaN where a cell is missing; `nil` where it has no such column or it holds
  /// none.
  var writtenNumbers: [Double]? {
    guard header != nil, case .numbers(let numbers) = values else { return nil }
    guard let isDefault else { return numbers }
    return zip(numbers, isDefault).map { $1 ? .nan : $0 }
  }
}

/// The cells of a column, one for each row.
package enum ColumnValues: Sendable {
  /// Text: row i holds `values[codes[i]]`, or nothing where the code is -1.
  case text(codes: [Int32], values: [String])
  /// Tags: row i holds the tags `sets[codes[i]]`, or nothing where the code is -1.
  case tags(codes: [Int32], sets: [[String]])
  /// Numbers; NaN where the cell is empty.
  case numbers([Double])
}

/// The columns that the contract knows by name.
package enum CanonicalColumn: String, CaseIterable, Sendable {
  case spu, name, brand, gender, category, season, role, family, price
  case listPrice = "list_price"
  case cost, stock
  case expectedUnits = "expected_units"

  /// What its cells hold.
  package enum Kind: Sendable { case text, tags, number }

  package var kind: Kind {
    switch self {
    case .spu, .name, .brand, .gender, .category, .family: .text
    case .season, .role: .tags
    case .price, .listPrice, .cost, .stock, .expectedUnits: .number
    }
  }
}

/// What a name in a rule finds in the catalog.
package enum ColumnLookup: Sendable {
  /// The index in `columns`.
  case found(Int)
  /// Several headers answer to the name alike.
  case ambiguous([String])
}

extension Catalog {
  /// What `name` means as an attribute: a canonical name, else a header, else an alias of a
  /// canonical name; letter case and spaces aside. `nil` where nothing answers.
  package func lookup(_ name: String) -> ColumnLookup? {
    Self.lookup(name, in: columnsByName)
  }

  static func lookup(_ name: String, in columnsByName: [String: ColumnLookup]) -> ColumnLookup? {
    if let found = columnsByName[HeaderName.normalized(name)] { return found }
    guard let canonical = ColumnAliases.canonical(for: name) else { return nil }
    return columnsByName[HeaderName.normalized(canonical.rawValue)]
  }

  /// Where in `columns` a name is found; `nil` where it means no column, or several.
  package func position(of name: String) -> Int? {
    if case .found(let position)? = lookup(name) { position } else { nil }
  }

  /// The canonical column, or `nil` where neither the file nor `defaults` have it.
  package func column(_ canonical: CanonicalColumn) -> CatalogColumn? {
    columns.first { $0.canonical == canonical }
  }

  /// The numbers of a canonical numeric column; `nil` where the catalog lacks it.
  package func numbers(_ canonical: CanonicalColumn) -> [Double]? {
    guard case .numbers(let numbers)? = column(canonical)?.values else { return nil }
    return numbers
  }

  /// The text of a canonical column in a row; tags joined with `|`; `nil` where missing.
  package func text(_ canonical: CanonicalColumn, row: Int) -> String? {
    column(canonical)?.values.text(row: row)
  }
}

extension ColumnValues {
  /// The cell of a row as text, tags joined with `|`; `nil` where it is missing or a number.
  package func text(row: Int) -> String? {
    switch self {
    case .text(let codes, let values):
      codes[row] < 0 ? nil : values[Int(codes[row])]
    case .tags(let codes, let sets):
      codes[row] < 0 ? nil : sets[Int(codes[row])].joined(separator: "|")
    case .numbers:
      nil
    }
  }
}
