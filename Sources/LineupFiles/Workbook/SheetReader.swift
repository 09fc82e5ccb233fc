import Lineup

/// Reads rows of one or several sheets of a workbook, or of a table of a page.
struct SheetReader {
  let settings: CatalogSettings

  /// Hands the rows of a sheet to the builder, block by block.
  ///
  /// - Parameter columns: The header of the catalog that each column of the sheet feeds; `nil` where they
  ///   are the same.
  func read(
    _ chosen: SheetChoice.Chosen, of book: any SheetBook, _ source: String, _ columns: [Int]?,
    _ builder: inout CatalogBuilder, _ notes: inout SheetNotes
  ) throws(LineupError) {
    try TableSource.reading(source) {
      try book.read(chosen.sheet, isTop: false) { rows in
        try append(&rows, below: chosen.lastHeaderLine, columns: columns, to: &builder, &notes)
      }
    }
  }

  /// The header of the first sheet and all rows below it as texts.
  func table(of book: any SheetBook, source: String) throws -> (
    header: HeaderRow.Found, rows: [HeaderRow.TopRow]
  ) {
    let chosen = try SheetChoice(of: book, source: source, settings: settings).sheets[0]
    return try book.read(chosen.sheet, isTop: false) { rows in
      var found: [HeaderRow.TopRow] = []
      while try rows.nextRow() {
        if rows.line > chosen.lastHeaderLine { found.append(rows.topRow) }
      }
      return (chosen.header, found)
    }
  }

  private func append(
    _ rows: inout any SheetRows, below headerLine: Int, columns: [Int]?, to builder: inout CatalogBuilder,
    _ notes: inout SheetNotes
  ) throws {
    let table = builder.tableColumns
    var block = CellBlock(columns: table)
    var cells: [SheetCell] = []
    let isNumeric = (0..<builder.headerCount).map { builder.isNumeric(column: $0) }
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
      if rows.isHidden, cells.contains(where: { table.contains($0.column) && !$0.range.isEmpty }) {
        notes.addHidden(line: line)
        if settings.leavesOutHidden { continue }
      }
      rows.bytes.withUnsafeBufferPointer { bytes in
        for cell in cells {
          notes.add(cell, line: line, isNumeric: cell.column < isNumeric.count && isNumeric[cell.column])
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
