/// A small table that a person wrote, as text: a header and rows, whatever file it came from.
package struct PlainTable: Sendable {
  /// A row and where it stands.
  package struct Row: Sendable {
    /// Line in the file, from 1; the row of the sheet in a workbook.
    package var line: Int
    /// Trimmed and in NFC.
    package var cells: [String]

    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// The file, as messages call it.
  package var source: String
  package var header: Row
  package var rows: [Row]

  package init(source: String, header: Row, rows: [Row]) {
    self.source = source
    self.header = header
    self.rows = rows
  }

  func location(_ row: Row) -> SourceLocation { SourceLocation(source: source, line: row.line) }

  /// Where a header is, letter case and spaces aside.
  func column(_ name: String) -> Int? {
    let name = HeaderName.normalized(name)
    return header.cells.firstIndex { HeaderName.normalized($0) == name }
  }

  /// What a row has in a column; `nil` where that is empty or absent.
  func cell(_ row: Row, _ column: Int?) -> String? {
    guard let column, column < row.cells.count, !row.cells[column].isEmpty else { return nil }
    return row.cells[column]
  }

  /// Reports headers that stand twice, and rows with more cells than the header.
  func check(_ reader: NodeReader) {
    var seen: Set<String> = []
    for cell in header.cells where !cell.isEmpty && !seen.insert(HeaderName.normalized(cell)).inserted {
      reader.report(.duplicateKey(cell, firstLine: nil), at: location(header))
    }
    for row in rows {
      let filled = (row.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
      if filled > header.cells.count {
        reader.report(.rowTooLong(cells: filled, headers: header.cells.count), at: location(row))
      }
    }
  }

  /// The column of that name, which must be there.
  func required(_ name: String, _ reader: NodeReader) -> Int? {
    if let column = column(name) { return column }
    reader.report(
      .columnNotInTable(name, source: source, known: header.cells.filter { !$0.isEmpty }),
      at: location(header))
    return nil
  }
}
