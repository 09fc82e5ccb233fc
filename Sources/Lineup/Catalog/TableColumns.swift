/// Which columns of a file belong to its table: those that have a header. Remarks beside the table are no
/// cells of it.
package struct TableColumns: Sendable {
  private var hasHeader: [Bool] = []
  /// Whether cells right of the last header are beside the table, as in a sheet. In delimited text they
  /// are cells too many, since a delimiter within a cell makes them.
  private(set) var endsAtHeaders = false

  /// Whether every cell that can come has a header.
  private(set) var haveAllHeaders = true

  /// All columns.
  package init() {}

  /// - Parameter named: Columns that belong to it whatever their headers, since the scenario names them.
  init(headers: [String], endsAtHeaders: Bool, named: [Int] = []) {
    hasHeader = headers.map { !CatalogText.normalized($0).isEmpty }
    for column in named where hasHeader.indices.contains(column) { hasHeader[column] = true }
    self.endsAtHeaders = endsAtHeaders
    haveAllHeaders = !endsAtHeaders && !hasHeader.contains(false)
  }

  /// Whether a column belongs to the table.
  package func contains(_ column: Int) -> Bool {
    column < hasHeader.count ? hasHeader[column] : !endsAtHeaders
  }
}

/// Cells under no header, counted.
struct CellsBesideTable: Sendable {
  private(set) var count = 0
  /// Those of the first few.
  private(set) var lines: [FileLine] = []
  private(set) var example: String?

  private static let placeLimit = 3

  mutating func add(line: Int, example: String) {
    count += 1
    if lines.count < Self.placeLimit, lines.last?.number != line { lines.append(FileLine(line)) }
    if self.example == nil { self.example = example }
  }

  /// - Parameter piece: The file or sheet that the others are of, where there are several.
  mutating func add(_ others: CellsBesideTable, of piece: String? = nil) {
    count += others.count
    lines += others.lines.prefix(Self.placeLimit - lines.count).map { FileLine($0.number, of: piece) }
    if example == nil { example = others.example }
  }

  /// The note of them; `nil` where there are none.
  var note: CatalogNote? {
    guard count > 0 else { return nil }
    return CatalogNote(
      .cellsWithoutHeader, count: count, lines: lines, example: example.map { .init(written: $0, read: nil) })
  }
}
