import Lineup

/// The headers of a catalog and the rows below them, before anything is made of them.
struct CatalogHead {
  var headers: [String]
  /// The first rows with text.
  var rows: [[String]]

  /// - Throws: where the file cannot be read or has no header.
  init(contentsOf path: String, settings: CatalogSettings) throws(LineupError) {
    let bytes = try FileBytes.contents(of: path)
    let table =
      CatalogFile.isWorkbook(bytes)
      ? try XLSXReader.firstRows(bytes, source: path, settings: settings)
      : try CSVReader.firstRows(TextFile(bytes, source: path, settings: settings).bytes, settings: settings)
    guard let header = HeaderRow(settings: settings).index(in: table) else {
      throw LineupError(.noHeader, at: SourceLocation(source: path))
    }
    headers = table[header]
    rows = table[(header + 1)...].filter { row in row.contains { !$0.isEmpty } }
  }

  /// A few distinct cells under a header.
  func examples(ofColumn column: Int, limit: Int = 3) -> [String] {
    var examples: [String] = []
    for row in rows where examples.count < limit && column < row.count {
      let cell = CatalogText.normalized(row[column])
      if !cell.isEmpty, !examples.contains(cell) { examples.append(cell) }
    }
    return examples
  }
}
