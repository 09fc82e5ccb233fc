import LineupReports

/// The table of a report as CSV: a header of the names that programs know, figures as figures.
struct ReportCSV {
  /// UTF-8 with a byte order mark; Excel opens it with its Chinese and Korean intact.
  let bytes: [UInt8]

  /// The bytes as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// - Parameter media: CSV as it is printed, or as it is written to a file.
  init(_ report: Report, media: Media) {
    var writer = CSVWriter()
    if let table = report.data(for: media) {
      let shown = table.shown(in: media)
      writer.addRow(shown.map { .text(table.columns[$0].key) })
      for row in table.rows { writer.addRow(shown.map { Self.cell(row.cells[$0]) }) }
    }
    bytes = writer.bytes
  }

  private static func cell(_ cell: ReportTable.Cell) -> CSVWriter.Cell {
    switch cell {
    case .missing: .empty
    case .text(let text): .text(text)
    case .named(let key, _): .text(key)
    case .phrase(let phrase): .text(phrase.text(.written))
    case .number(let number): number.isFinite ? .number(number) : .empty
    case .between(let least, _): .number(least)
    case .range: .text(ReportTable.text(cell, .range, .written))
    case .styles(let styles): .text(styles.map(\.spu).joined(separator: "|"))
    }
  }
}
