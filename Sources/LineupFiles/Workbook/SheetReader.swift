import Lineup

/// Reads a catalog from one or several sheets of a workbook, or from a table of a page.
struct SheetReader {
  private let book: any SheetBook
  private let source: String
  private let settings: CatalogSettings
  private let choice: SheetChoice

  /// - Throws: where the sheets that `settings` names are not there, or no sheet has a header.
  init(_ book: any SheetBook, source: String, settings: CatalogSettings) throws {
    self.book = book
    self.source = source
    self.settings = settings
    choice = try SheetChoice(of: book, source: source, settings: settings)
  }

  /// The catalog in the sheets, one after another. Time and memory are linear in the unpacked sheets.
  func catalog(notes: [CatalogNote] = []) throws -> Catalog {
    let headers = SheetHeaders(choice.sheets.map(\.header))
    var builder = try CatalogBuilder(
      source: source, headers: headers.names, headerLine: choice.sheets[0].header.number,
      settings: settings, isSheet: true)
    for note in notes { builder.note(note) }
    builder.note(
      CatalogNote(.sheets(choice.sheets.map(\.sheet.name), alike: choice.alike, others: choice.others)))
    for lack in headers.lacking {
      builder.note(CatalogNote(.lackingHeader(lack.header, sheet: choice.sheets[lack.sheet].sheet.name)))
    }
    let titles = choice.sheets.flatMap(\.titles)
    if let title = titles.first { builder.note(CatalogNote(.titleRows(title), count: titles.count)) }

    var notes = SheetNotes()
    for (position, chosen) in choice.sheets.enumerated() {
      if choice.sheets.count > 1 { builder.begin(piece: "sheet \(chosen.sheet.name)") }
      try book.read(chosen.sheet, isTop: false) { rows in
        try append(
          &rows, below: chosen.lastHeaderLine, columns: headers.columns[position], to: &builder, &notes)
      }
    }
    for note in notes.all(areHiddenRead: !settings.leavesOutHidden, label: { builder.label(ofColumn: $0) }) {
      builder.note(note)
    }
    return try builder.finish()
  }

  /// The header and the first rows below it.
  func head() -> (headers: [String], rows: [[String]]) {
    let chosen = choice.sheets[0]
    return (chosen.header.cells, chosen.rowsBelow)
  }

  /// The header and all rows below it as texts.
  func table() throws -> (header: HeaderRow.Found, rows: [HeaderRow.TopRow]) {
    let chosen = choice.sheets[0]
    return try book.read(chosen.sheet, isTop: false) { rows in
      var found: [HeaderRow.TopRow] = []
      while try rows.nextRow() {
        if rows.line > chosen.lastHeaderLine { found.append(rows.topRow) }
      }
      return (chosen.header, found)
    }
  }

  /// Hands the rows of a sheet to the builder, block by block.
  ///
  /// - Parameter columns: The header of the catalog that each column of the sheet feeds; `nil` where they
  ///   are the same.
  private func append(
    _ rows: inout any SheetRows, below headerLine: Int, columns: [Int]?, to builder: inout CatalogBuilder,
    _ notes: inout SheetNotes
  ) throws {
    var block = CellBlock(columns: builder.tableColumns)
    var cells: [SheetCell] = []
    while try rows.nextRow() {
      let line = rows.line
      guard line > headerLine else { continue }
      cells.removeAll(keepingCapacity: true)
      cells.append(contentsOf: rows.cells)
      if let columns {
        for index in cells.indices {
          // Cells beside the table stay beside it.
          let column = cells[index].column
          cells[index].column = column < columns.count ? columns[column] : builder.headerCount + column
        }
        cells.sort { $0.column < $1.column }
      }
      if rows.isHidden,
        cells.contains(where: { builder.tableColumns.contains($0.column) && !$0.range.isEmpty })
      {
        notes.addHidden(line: line)
        if settings.leavesOutHidden { continue }
      }
      rows.bytes.withUnsafeBufferPointer { bytes in
        for cell in cells {
          notes.add(cell, line: line, isNumeric: builder.isNumeric(column: cell.column))
          if !cell.range.isEmpty {
            block.append(
              UnsafeBufferPointer(rebasing: bytes[cell.range]), column: cell.column,
              isStored: cell.origin == .number)
          }
        }
      }
      block.endRow(line: line)
      if block.isFull {
        try builder.append(block)
        block.removeAll()
      }
    }
    try builder.append(block)
    notes.addMerged(rows.mergedRows.filter { $0.upperBound > headerLine })
  }
}
