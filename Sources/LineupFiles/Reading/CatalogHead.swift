import Lineup

/// The headers of a catalog and the rows below them, before anything is made of them.
struct CatalogHead {
  var headers: [String]
  /// The first rows with text.
  var rows: [[String]]

  /// - Throws: where the file cannot be read or has no header.
  init(contentsOf paths: [String], settings: CatalogSettings) throws(LineupError) {
    var inputs: [(source: String, bytes: [UInt8])] = []
    for path in paths { inputs.append((path, try FileBytes.contents(of: path))) }
    let opening = try TableOpening(inputs, settings: settings)
    headers = opening.headerNames
    rows = opening.firstRows
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
