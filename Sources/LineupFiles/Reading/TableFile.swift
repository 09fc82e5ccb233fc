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

  /// - Parameter settings: the scenario's, for headers that it maps and for the encoding.
  /// - Throws: where the file cannot be read or has no header.
  init(_ bytes: [UInt8], source: String, settings: CatalogSettings) throws(LineupError) {
    var table: [Row]
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      table = try Self.sheet(bytes, source: source, settings: settings)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw LineupError(
        .brokenWorkbook("it is an old .xls file or has a password; save it as .xlsx without one"),
        at: SourceLocation(source: source))
    } else {
      table = try Self.text(TextFile(bytes, source: source, settings: settings).bytes, source, settings)
    }
    let top = table.prefix(HeaderRow.searchLimit).map(\.cells)
    guard let index = HeaderRow(settings: settings).index(in: top) else {
      throw LineupError(table.isEmpty ? .fileEmpty : .noHeader, at: SourceLocation(source: source))
    }
    header = table[index]
    table.removeFirst(index + 1)
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

  /// The first sheet that names an SPU column, else the first that is shown.
  private static func sheet(
    _ bytes: [UInt8], source: String, settings: CatalogSettings
  ) throws(LineupError) -> [Row] {
    do {
      let workbook = try Workbook(bytes)
      let header = HeaderRow(settings: settings)
      var first: [Row]?
      for sheet in workbook.sheets where !sheet.isHidden {
        let rows = try rows(of: workbook.bytes(of: sheet), in: workbook)
        let top = rows.prefix(HeaderRow.searchLimit).map(\.cells)
        if let index = header.index(in: top), header.names(.spu, in: top[index]) { return rows }
        if first == nil { first = rows }
      }
      return first ?? []
    } catch let failure as ZipArchive.Failure {
      throw LineupError(.brokenWorkbook(failure.reason), at: SourceLocation(source: source))
    } catch {
      throw LineupError(.brokenWorkbook("its XML is damaged"), at: SourceLocation(source: source))
    }
  }

  private static func rows(of xml: [UInt8], in workbook: Workbook) throws -> [Row] {
    try xml.withUnsafeBufferPointer { buffer in
      var scanner = SheetScanner(buffer, of: workbook)
      var rows: [Row] = []
      while try scanner.nextRow() {
        var cells = [String](repeating: "", count: (scanner.cells.last?.column ?? -1) + 1)
        for cell in scanner.cells {
          cells[cell.column] = CatalogText.normalized(
            String(decoding: scanner.bytes[cell.range], as: UTF8.self))
        }
        rows.append(Row(line: scanner.line, cells: cells))
      }
      return rows
    }
  }
}
