import Lineup

/// Reads rows of delimited text.
enum CSVReader {
  /// The header of a text and what stands around it.
  struct Header {
    var place: CSVHeader
    var header: HeaderRow.Found
    /// The first text of each row above it.
    var titles: [String]
    /// The first rows below it that have text.
    var rowsBelow: [[String]]
  }

  /// Finds the header of a text, which is UTF-8: the first row that names columns, or where the settings say.
  static func header(
    of bytes: [UInt8], source: String, settings: CatalogSettings
  ) throws(LineupError) -> Header {
    try bytes.withUnsafeBufferPointer { (bytes) throws(LineupError) in
      let start = UTF8Text.markLength(bytes)
      let place = CSVHeader.find(bytes, from: start, settings: settings)
      var scanner = CSVScanner(bytes, delimiter: place.delimiter, from: start)
      if scanner.isAtEnd { throw LineupError(.fileEmpty, at: SourceLocation(source: source)) }
      if let said = settings.header, !place.isSaid {
        throw LineupError(.noHeaderInRow(said.last), at: said.location)
      }
      var titles: [String] = []
      for _ in 0..<place.rowsAbove {
        let row = try cells(&scanner, source: source, allowsBlank: true)
        if let title = row.cells.first(where: { !$0.isEmpty }) { titles.append(title) }
      }
      var header = try cells(&scanner, source: source, allowsBlank: place.isSaid)
      let upper = header.cells
      for _ in 1..<max(1, place.rowCount) {
        header.cells = try cells(&scanner, source: source, allowsBlank: true).cells
      }
      if place.rowCount > 1 { header.cells = HeaderRow.joined(upper, header.cells) }
      let top = CSVHeader.firstRows(
        bytes, from: start, delimiter: place.delimiter, count: HeaderRow(settings: settings).depth)
      let below = top.dropFirst(place.rowsAbove + max(1, place.rowCount)).map(\.cells)
      return Header(
        place: place,
        header: HeaderRow.Found(
          rows: place.rowsAbove...(place.rowsAbove + max(1, place.rowCount) - 1), number: header.line,
          cells: header.cells),
        titles: titles,
        rowsBelow: below.filter { $0.contains { !CatalogText.normalized($0).isEmpty } })
    }
  }

  /// The cells of the next row, or of the next that has text.
  private static func cells(
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

  /// A scanner that stands below the header.
  private static func scanner(
    _ bytes: UnsafeBufferPointer<UInt8>, below place: CSVHeader
  ) throws(CSVScanner.Failure) -> CSVScanner {
    var scanner = CSVScanner(bytes, delimiter: place.delimiter, from: UTF8Text.markLength(bytes))
    var rows = 0
    var hasHeader = place.isSaid
    while !scanner.isAtEnd, rows < place.rowsAbove + max(1, place.rowCount) || !hasHeader {
      var hasText = false
      while try scanner.nextCell({
        if !CatalogText.normalized(String(decoding: $0, as: UTF8.self)).isEmpty { hasText = true }
      })
        == .delimiter
      {}
      rows += 1
      if rows > place.rowsAbove, hasText { hasHeader = true }
    }
    return scanner
  }

  /// Reads all rows below a header; the next are found while columns take those before them. No memory beyond
  /// that of the columns.
  ///
  /// - Parameters:
  ///   - header: The header's cells; a row has no more.
  ///   - columns: The column that each of its cells is; `nil` where they are in order.
  static func readRows(
    _ bytes: UnsafeBufferPointer<UInt8>, below place: CSVHeader, header: [String], columns: [Int]?,
    into builder: inout CatalogBuilder
  ) throws(LineupError) {
    var scanner: CSVScanner
    do throws(CSVScanner.Failure) {
      scanner = try Self.scanner(bytes, below: place)
    } catch {
      let (kind, line) = problem(error)
      throw builder.failure(kind, line: line)
    }
    let table = columns == nil ? builder.tableColumns : TableColumns()
    var found = CellBlock(over: bytes, columns: table)
    var next = CellBlock(over: bytes, columns: table)
    let start = scanner.position
    var failure = scanner.findRows(into: &found)
    if !scanner.isAtEnd { builder.reserve(rows: found.rowCount + scanner.rows(behind: found, from: start)) }
    while found.rowCount > 0 || failure != nil {
      let ended = failure
      try builder.checkLengths(of: found, most: header.count)
      found.noteShortRows(below: header)
      next.removeAll()
      let rows =
        columns.map {
          found.rearranged($0, beside: builder.headerCount, table: builder.tableColumns)
        } ?? found
      try builder.append(rows) {
        if ended == nil { failure = scanner.findRows(into: &next) }
      }
      if let ended {
        let (kind, line) = problem(ended)
        throw builder.failure(kind, line: line)
      }
      swap(&found, &next)
    }
  }

  /// Calls `body` with the rows below a header, many at a time, until it returns `false`.
  static func forEachRow(
    _ bytes: UnsafeBufferPointer<UInt8>, below place: CSVHeader, _ body: (CellBlock) -> Bool
  ) {
    guard var scanner = try? Self.scanner(bytes, below: place) else { return }
    var block = CellBlock(over: bytes)
    repeat {
      block.removeAll()
      if scanner.findRows(into: &block) != nil { return }
    } while block.rowCount > 0 && body(block)
  }

  private static func problem(_ failure: CSVScanner.Failure) -> (Problem.Kind, line: Int) {
    switch failure {
    case .unterminatedQuote(let line): (.unterminatedQuote, line)
    case .strayQuote(let line): (.strayQuote, line)
    }
  }
}
