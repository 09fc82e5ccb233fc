import Lineup

/// The catalog of a show as it is used, as a file that can be a catalog itself (`lineup check --styles`).
package struct StylesFile: Sendable {
  private let path: String
  private let output: OutputPaths

  /// - Throws: where it cannot be written, or one of the answer's files is the same.
  package init(_ path: String, beside files: AnswerFiles) throws(LineupError) {
    self.path = path
    output = try OutputPaths(files.paths + [path])
  }

  /// Throws where it is a file that was read.
  package func keepInputs() throws(LineupError) { try output.keepInputs() }

  /// Writes it; it is there whole or not at all.
  package func write(_ show: Show) throws(LineupError) {
    try AtomicFile.write(Self.bytes(of: show), to: path)
  }

  /// A row a style in the order of their first rows: the canonical columns by their names, then the others of
  /// the files, then those of tables. UTF-8, commas; numbers as the shortest text, days as 2026-08-31, tags
  /// joined with `|`, missing cells empty. Texts stand as they are, whatever a spreadsheet makes of them.
  package static func bytes(of show: Show) -> [UInt8] {
    let catalog = show.catalog
    var columns = CanonicalColumn.allCases.compactMap { canonical in
      catalog.columns.first { $0.canonical == canonical }
    }.filter { column in
      // A default is no column beside `demand`, which would then say the forecast twice.
      !(column.canonical == .expectedUnits && column.header == nil && show.scenario.demand != nil)
    }
    let others = catalog.columns.filter { $0.canonical == nil && $0.header != nil }
    columns += others.filter { $0.table == nil } + others.filter { $0.table != nil }
    var writer = CSVWriter(marksEncoding: false, for: .program)
    writer.addRow(columns.map { .text($0.name) })
    for style in 0..<catalog.count {
      writer.addRow(columns.map { cell(of: $0.values, row: style) })
    }
    return writer.bytes
  }

  private static func cell(of values: ColumnValues, row: Int) -> CSVWriter.Cell {
    if case .numbers(let numbers) = values { return .number(numbers[row]) }
    return values.text(row: row).map { .text($0) } ?? .empty
  }
}
