extension Catalog {
  /// A catalog that is built in code. Cells are read as those of a file are.
  ///
  ///     let catalog = try Catalog(
  ///       headers: ["spu", "price", "stock", "expected_units"],
  ///       rows: [["A1", "99", "40", "12"], ["A2", "149", "15", "9"]])
  ///
  /// - Parameters:
  ///   - headers: at least those of the id, the price and the stock, by any name that files have.
  ///   - rows: as many cells as headers, or fewer; an empty one is missing.
  ///   - scenario: what it says of columns, tags, defaults and values goes.
  /// - Throws: everything that is wrong with it, up to a limit; lines count rows from 1.
  public init(
    headers: [String], rows: [[String]], for scenario: Scenario? = nil
  ) throws(LineupError) {
    let source = "the catalog"
    var builder = try CatalogBuilder(
      source: source, headers: headers, headerLine: nil,
      settings: scenario?.catalogSettings ?? CatalogSettings())
    var block = CellBlock()
    for (index, cells) in rows.enumerated() {
      if cells.count > headers.count {
        throw LineupError(
          .rowTooLong(cells: cells.count, headers: headers.count),
          at: SourceLocation(source: source, line: index + 1))
      }
      for position in headers.indices {
        var text = position < cells.count ? cells[position] : ""
        text.withUTF8 { block.append($0) }
      }
      block.endRow(line: index + 1)
      if block.isFull {
        try builder.append(block)
        block.removeAll()
      }
    }
    try builder.append(block)
    self = try builder.finish()
  }
}
