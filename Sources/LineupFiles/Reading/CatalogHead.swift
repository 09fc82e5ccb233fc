import Lineup

/// The headers of a catalog and the rows below them, before anything is made of them.
struct CatalogHead {
  var headers: [String]
  /// The first rows with text.
  var rows: [[String]]

  /// - Throws: where the file cannot be read or has no header.
  init(contentsOf path: String, settings: CatalogSettings) throws(LineupError) {
    switch try TableSource(FileBytes.contents(of: path), source: path, settings: settings) {
    case .text(let file):
      let top = CSVReader.firstRows(file.bytes, settings: settings)
      guard let header = HeaderRow(settings: settings).find(in: top) else {
        throw LineupError(.noHeader, at: SourceLocation(source: path))
      }
      headers = header.cells
      rows = top[(header.rows.upperBound + 1)...].map(\.cells).filter { row in
        row.contains { !$0.isEmpty }
      }
    case .book(let book):
      (headers, rows) = try TableSource.reading(path) {
        try SheetReader(book, source: path, settings: settings).head()
      }
    }
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
