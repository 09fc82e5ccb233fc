extension Catalog {
  /// A catalog of rows that a caller holds already.
  ///
  /// Lines are counted as in a file: the headers are line 1, the first row is line 2.
  ///
  /// - Parameters:
  ///   - source: What messages call the catalog.
  ///   - headers: Names of the columns; those that the contract knows are recognised as in a file.
  ///   - rows: Cells of each row in the order of `headers`; an empty or absent cell is missing.
  /// - Throws: whatever would be wrong with such a file.
  package init(source: String, headers: [String], rows: [[String]], settings: CatalogSettings = .init())
    throws(LineupError)
  {
    let contested = CatalogBuilder.contested(headers, settings: settings)
    let empty = contested.filter { column in
      !rows.contains { column < $0.count && MissingWords.isFilled($0[column]) }
    }
    var builder = try CatalogBuilder(
      source: source, headers: headers, headerLine: 1, settings: settings, empty: Set(empty))
    var block = CellBlock()
    for (index, row) in rows.enumerated() {
      for cell in row {
        var cell = cell
        cell.withUTF8 { block.append($0) }
      }
      block.endRow(line: index + 2)
      if block.isFull {
        try builder.append(block, below: headers)
        block.removeAll()
      }
    }
    try builder.append(block, below: headers)
    self = try builder.finish()
  }
}

extension CatalogBuilder {
  /// Takes rows of which none may have more cells than there are headers.
  fileprivate mutating func append(_ rows: CellBlock, below headers: [String]) throws(LineupError) {
    try checkLengths(of: rows, most: headers.count)
    var rows = rows
    rows.noteShortRows(below: headers)
    try append(rows)
  }
}
