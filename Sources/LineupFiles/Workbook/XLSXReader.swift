import Lineup

/// Reads a catalog from a sheet of a workbook.
enum XLSXReader {
  /// The catalog in the sheet that `settings` names, else in the first with a recognisable header.
  /// Time and memory are linear in the unpacked sheet.
  static func catalog(
    _ bytes: [UInt8], source: String, settings: CatalogSettings
  ) throws(LineupError) -> Catalog {
    try read(bytes, source: source, settings: settings) { xml, sheet, workbook in
      try catalog(xml, of: sheet, in: workbook, source: source, settings: settings)
    }
  }

  /// The cells of the first rows of the sheet, those above the header among them.
  static func firstRows(
    _ bytes: [UInt8], source: String, settings: CatalogSettings
  ) throws(LineupError) -> [[String]] {
    try read(bytes, source: source, settings: settings) { xml, _, workbook in
      try firstRows(xml, of: workbook).map(\.cells)
    }
  }

  /// Calls `body` with the sheet that is to be read.
  private static func read<Value>(
    _ bytes: [UInt8], source: String, settings: CatalogSettings,
    _ body: (UnsafeBufferPointer<UInt8>, Workbook.Sheet, Workbook) throws -> Value
  ) throws(LineupError) -> Value {
    do {
      let workbook = try Workbook(bytes)
      let (sheet, xml) = try choose(in: workbook, source: source, settings: settings)
      return try xml.withUnsafeBufferPointer { try body($0, sheet, workbook) }
    } catch let error as LineupError {
      throw error
    } catch let failure as ZipArchive.Failure {
      throw LineupError(.brokenWorkbook(failure.reason), at: SourceLocation(source: source))
    } catch {
      throw LineupError(.brokenWorkbook("its XML is damaged"), at: SourceLocation(source: source))
    }
  }

  private static func choose(
    in workbook: Workbook, source: String, settings: CatalogSettings
  ) throws -> (Workbook.Sheet, [UInt8]) {
    if let wanted = settings.sheet {
      guard let sheet = workbook.sheets.first(where: { $0.name == wanted.name }) else {
        throw LineupError(
          .unknownSheet(wanted.name, known: workbook.sheets.map(\.name)), at: wanted.location)
      }
      return (sheet, try workbook.bytes(of: sheet))
    }
    let rows = HeaderRow(settings: settings)
    var first: (Workbook.Sheet, [UInt8])?
    for sheet in workbook.sheets where !sheet.isHidden {
      let xml = try workbook.bytes(of: sheet)
      let table = try xml.withUnsafeBufferPointer { try firstRows($0, of: workbook).map(\.cells) }
      if let index = rows.index(in: table) {
        if rows.score(table[index]) >= 2 { return (sheet, xml) }
        if first == nil { first = (sheet, xml) }
      }
    }
    if let first { return first }
    throw LineupError(.noHeader, at: SourceLocation(source: source))
  }

  private static func firstRows(
    _ xml: UnsafeBufferPointer<UInt8>, of workbook: Workbook
  ) throws -> [(line: Int, cells: [String])] {
    var scanner = SheetScanner(xml, of: workbook)
    var rows: [(line: Int, cells: [String])] = []
    while rows.count < HeaderRow.searchLimit, try scanner.nextRow() {
      var cells = [String](repeating: "", count: (scanner.cells.last?.column ?? -1) + 1)
      for cell in scanner.cells {
        cells[cell.column] = String(decoding: scanner.bytes[cell.range], as: UTF8.self)
      }
      rows.append((scanner.line, cells))
    }
    return rows
  }

  private static func catalog(
    _ xml: UnsafeBufferPointer<UInt8>, of sheet: Workbook.Sheet, in workbook: Workbook, source: String,
    settings: CatalogSettings
  ) throws -> Catalog {
    let top = try firstRows(xml, of: workbook)
    guard let index = HeaderRow(settings: settings).index(in: top.map(\.cells)) else {
      throw LineupError(.noHeader, at: SourceLocation(source: source))
    }
    let header = top[index]
    var builder = try CatalogBuilder(
      source: source, headers: header.cells, headerLine: header.line, settings: settings)
    builder.note(CatalogNote(.sheet(sheet.name, others: workbook.sheets.count - 1)))
    let above = top[..<index].compactMap { row in row.cells.first { !$0.isEmpty } }
    if let title = above.first { builder.note(CatalogNote(.titleRows(title), count: above.count)) }

    var notes = WorkbookNotes()
    var scanner = SheetScanner(xml, of: workbook)
    var block = CellBlock()
    while try scanner.nextRow() {
      guard scanner.line > header.line else { continue }
      scanner.bytes.withUnsafeBufferPointer { bytes in
        for cell in scanner.cells {
          notes.add(cell, line: scanner.line, isNumeric: builder.isNumeric(column: cell.column))
          if !cell.range.isEmpty {
            block.append(
              UnsafeBufferPointer(rebasing: bytes[cell.range]), column: cell.column,
              isStored: cell.origin == .number)
          }
        }
      }
      block.endRow(line: scanner.line)
      if block.isFull {
        try builder.append(block)
        block.removeAll()
      }
    }
    try builder.append(block)
    for note in notes.all(label: { builder.label(ofColumn: $0) }) { builder.note(note) }
    let merged = scanner.mergedRows.filter { $0.upperBound > header.line }
    if !merged.isEmpty {
      builder.note(
        CatalogNote(.mergedCells, count: merged.count, lines: merged.prefix(3).map(\.lowerBound)))
    }
    return try builder.finish()
  }
}

/// What cells of a workbook were besides text and numbers, by column.
private struct WorkbookNotes {
  private struct Tally {
    var count = 0
    var lines: [Int] = []

    mutating func add(_ line: Int) {
      count += 1
      if lines.count < 3 { lines.append(line) }
    }
  }

  private var errors: [Int: Tally] = [:]
  private var openFormulas: [Int: Tally] = [:]
  private var dates: [Int: Tally] = [:]
  private var texts: [Int: Tally] = [:]
  private var longNumbers: [Int: Tally] = [:]

  mutating func add(_ cell: SheetScanner.Cell, line: Int, isNumeric: Bool) {
    switch cell.origin {
    case .text, .number: break
    case .openFormula: openFormulas[cell.column, default: Tally()].add(line)
    case .error: errors[cell.column, default: Tally()].add(line)
    case .longNumber: longNumbers[cell.column, default: Tally()].add(line)
    case .date: dates[cell.column, default: Tally()].add(line)
    case .numberAsText: if isNumeric { texts[cell.column, default: Tally()].add(line) }
    }
  }

  func all(label: (Int) -> String?) -> [CatalogNote] {
    let kinds: [(CatalogNote.Kind, [Int: Tally])] = [
      (.errorCells, errors), (.openFormulas, openFormulas), (.dates, dates), (.numbersAsText, texts),
      (.longNumbers, longNumbers),
    ]
    return kinds.flatMap { kind, tallies in
      tallies.sorted { $0.key < $1.key }.map { column, tally in
        CatalogNote(kind, column: label(column), count: tally.count, lines: tally.lines)
      }
    }
  }
}
