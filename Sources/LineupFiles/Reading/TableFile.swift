import Lineup

/// The rows of a small table that a person edited: delimited text or a sheet of a workbook, cells as
/// text. For what is not a catalog; catalogs go straight into columns.
struct TableFile {
  struct Row {
    /// Line in the file, from 1; the row of the sheet in a workbook.
    var line: Int
    /// Trimmed and in NFC.
    var cells: [String]
  }

  /// The header, below any titles.
  private(set) var header = Row(line: 1, cells: [])
  private(set) var rows: [Row] = []
  /// What was done or guessed to read it.
  private(set) var notes: [CatalogNote] = []

  /// - Parameter settings: the scenario's, for headers that it maps and for the encoding.
  /// - Throws: where the file cannot be read or has no header.
  init(_ bytes: [UInt8], source: String, settings: CatalogSettings) throws(LineupError) {
    var table: [Row]
    let opened = try TableSource(bytes, source: source, settings: settings)
    notes = opened.notes(source: source)
    switch opened {
    case .book(let book):
      let choice = try TableSource.reading(source) {
        try SheetChoice(of: book, source: source, settings: settings)
      }
      if !choice.alike.isEmpty || choice.others > 0 {
        notes.append(
          CatalogNote(.sheets(choice.sheets.map(\.sheet.name), alike: choice.alike, others: choice.others)))
      }
      let found = try TableSource.reading(source) {
        try SheetReader(settings: settings).table(of: book, source: source)
      }
      header = Row(line: found.header.number, cells: found.header.cells.map(CatalogText.normalized))
      table = found.rows.map { Row(line: $0.number, cells: $0.cells.map(CatalogText.normalized)) }
    case .text(let file):
      table = try Self.text(file.bytes, source, settings)
      let top = table.prefix(HeaderRow.searchLimit).map { HeaderRow.TopRow(number: $0.line, cells: $0.cells) }
      guard let found = HeaderRow(settings: settings).find(in: Array(top)) else {
        throw LineupError(table.isEmpty ? .fileEmpty : .noHeader, at: SourceLocation(source: source))
      }
      header = table[found.rows.upperBound]
      table.removeFirst(found.rows.upperBound + 1)
    }
    rows = table.filter { $0.cells.contains { !$0.isEmpty } }
  }

  private static func text(
    _ bytes: [UInt8], _ source: String, _ settings: CatalogSettings
  ) throws(LineupError) -> [Row] {
    try bytes.withUnsafeBufferPointer { (buffer) throws(LineupError) in
      let start = UTF8Text.markLength(buffer)
      let delimiter = CSVHeader.find(buffer, from: start, settings: settings).delimiter
      var scanner = CSVScanner(buffer, delimiter: delimiter, from: start)
      var rows: [Row] = []
      while !scanner.isAtEnd {
        var row = Row(line: scanner.line, cells: [])
        do throws(CSVScanner.Failure) {
          while try scanner.nextCell({
            row.cells.append(CatalogText.normalized(String(decoding: $0, as: UTF8.self)))
          })
            == .delimiter
          {}
        } catch {
          switch error {
          case .unterminatedQuote(let line):
            throw LineupError(.unterminatedQuote, at: SourceLocation(source: source, line: line))
          case .strayQuote(let line):
            throw LineupError(.strayQuote, at: SourceLocation(source: source, line: line))
          }
        }
        rows.append(row)
      }
      return rows
    }
  }
}
