import Lineup

/// Reads a catalog from delimited text.
enum CSVReader {
  /// All columns of the catalog in `bytes`, which are UTF-8, to be finished.
  ///
  /// Rows without text are skipped, the first row that names columns is the header, short rows are
  /// padded. Time O(n) in the bytes; no memory beyond that of the catalog.
  ///
  /// - Parameters:
  ///   - source: The file as the user named it.
  ///   - notes: What was done to the bytes before.
  static func builder(
    _ bytes: UnsafeBufferPointer<UInt8>, source: String, settings: CatalogSettings, notes: [CatalogNote] = []
  ) throws(LineupError) -> CatalogBuilder {
    if let sheet = settings.sheets.first { throw LineupError(.sheetOfText, at: sheet.location) }
    let start = UTF8Text.markLength(bytes)
    let place = CSVHeader.find(bytes, from: start, settings: settings)
    var scanner = CSVScanner(bytes, delimiter: place.delimiter, from: start)
    if scanner.isAtEnd { throw LineupError(.fileEmpty, at: SourceLocation(source: source)) }

    if let said = settings.header, !place.isSaid {
      throw LineupError(.noHeaderInRow(said.last), at: said.location)
    }
    var above: [String] = []
    for _ in 0..<place.rowsAbove {
      let row = try headers(&scanner, source: source, allowsBlank: true)
      if let title = row.cells.first(where: { !$0.isEmpty }) { above.append(title) }
    }
    var header = try headers(&scanner, source: source, allowsBlank: place.isSaid)
    let upper = header.cells
    for _ in 1..<max(1, place.rowCount) {
      header.cells = try headers(&scanner, source: source, allowsBlank: true).cells
    }
    if place.rowCount > 1 { header.cells = HeaderRow.joined(upper, header.cells) }
    var builder = try CatalogBuilder(
      source: source, headers: header.cells, headerLine: header.line, settings: settings)
    for note in notes { builder.note(note) }
    if let title = CSVDelimiter.title(of: place.delimiter) { builder.note(CatalogNote(.delimiter(title))) }
    if let title = above.first { builder.note(CatalogNote(.titleRows(title), count: above.count)) }
    try readRows(&scanner, over: bytes, into: &builder)
    return builder
  }

  /// The cells of the first rows, those above the header among them.
  static func firstRows(_ bytes: [UInt8], settings: CatalogSettings) -> [HeaderRow.TopRow] {
    bytes.withUnsafeBufferPointer { bytes in
      let start = UTF8Text.markLength(bytes)
      let place = CSVHeader.find(bytes, from: start, settings: settings)
      return CSVHeader.firstRows(
        bytes, from: start, delimiter: place.delimiter, count: HeaderRow(settings: settings).depth)
    }
  }

  /// The cells of the next row, or of the next that has text.
  private static func headers(
    _ scanner: inout CSVScanner, source: String, allowsBlank: Bool
  ) throws(LineupError) -> (cells: [String], line: Int) {
    while !scanner.isAtEnd {
      let line = scanner.line
      var cells: [String] = []
      do {
        while try scanner.nextCell({
          cells.append(CatalogText.normalized(String(decoding: $0, as: UTF8.self)))
        })
          == .delimiter
        {}
      } catch {
        let (kind, line) = problem(error)
        throw LineupError(kind, at: SourceLocation(source: source, line: line))
      }
      if allowsBlank || cells.contains(where: { !$0.isEmpty }) { return (cells, line) }
    }
    throw LineupError(.noHeader, at: SourceLocation(source: source))
  }

  /// Reads all rows; the next are found while columns take those before them.
  private static func readRows(
    _ scanner: inout CSVScanner, over bytes: UnsafeBufferPointer<UInt8>, into builder: inout CatalogBuilder
  ) throws(LineupError) {
    var found = CellBlock(over: bytes, columns: builder.tableColumns)
    var next = CellBlock(over: bytes, columns: builder.tableColumns)
    var failure = scanner.findRows(into: &found)
    while found.rowCount > 0 || failure != nil {
      let ended = failure
      next.removeAll()
      try builder.append(found) {
        if ended == nil { failure = scanner.findRows(into: &next) }
      }
      if let ended {
        let (kind, line) = problem(ended)
        throw builder.failure(kind, line: line)
      }
      swap(&found, &next)
    }
  }

  private static func problem(_ failure: CSVScanner.Failure) -> (Problem.Kind, line: Int) {
    switch failure {
    case .unterminatedQuote(let line): (.unterminatedQuote, line)
    case .strayQuote(let line): (.strayQuote, line)
    }
  }
}
