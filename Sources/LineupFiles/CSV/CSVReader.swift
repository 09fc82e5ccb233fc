import Lineup

/// Reads a catalog from delimited text in UTF-8.
enum CSVReader {
  /// The catalog in `bytes`.
  ///
  /// Rows without text are skipped, the first row with text is the header, short rows are padded.
  /// Time O(n) in the bytes; no memory beyond that of the catalog.
  ///
  /// - Parameter source: The file as the user named it.
  static func catalog(
    _ bytes: UnsafeBufferPointer<UInt8>, source: String, settings: CatalogSettings
  ) throws(LineupError) -> Catalog {
    try UTF8Text.check(bytes, source: source)
    let start = UTF8Text.markLength(bytes)
    let delimiter = CSVDelimiter.detect(bytes, from: start)
    var scanner = CSVScanner(bytes, delimiter: delimiter, from: start)
    if scanner.isAtEnd { throw LineupError(.fileEmpty, at: SourceLocation(source: source)) }

    let header = try headers(&scanner, source: source)
    var builder = try CatalogBuilder(
      source: source, headers: header.cells, headerLine: header.line, settings: settings)
    while !scanner.isAtEnd {
      try readRow(&scanner, into: &builder)
    }
    return try builder.finish()
  }

  /// The cells of the first row that has text.
  private static func headers(_ scanner: inout CSVScanner, source: String) throws(LineupError) -> (
    cells: [String], line: Int
  ) {
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
      if cells.contains(where: { !$0.isEmpty }) { return (cells, line) }
    }
    throw LineupError(.noHeader, at: SourceLocation(source: source))
  }

  private static func readRow(_ scanner: inout CSVScanner, into builder: inout CatalogBuilder)
    throws(LineupError)
  {
    let line = scanner.line
    var column = 0
    do {
      var end = CSVScanner.End.delimiter
      while end == .delimiter {
        end = try scanner.nextCell { builder.append($0, column: column) }
        column += 1
      }
    } catch {
      let (kind, line) = problem(error)
      throw builder.failure(kind, line: line)
    }
    if column > builder.headerCount, builder.rowHasText {
      try builder.report(.rowTooLong(cells: column, headers: builder.headerCount), line: line)
    }
    try builder.endRow(line: line)
  }

  private static func problem(_ failure: CSVScanner.Failure) -> (Problem.Kind, line: Int) {
    switch failure {
    case .unterminatedQuote(let line): (.unterminatedQuote, line)
    case .strayQuote(let line): (.strayQuote, line)
    }
  }
}
