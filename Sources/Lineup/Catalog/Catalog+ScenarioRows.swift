extension Catalog {
  /// The catalog of rows that stand in a scenario: `catalog: { rows: [{ spu: A1, price: 99, stock: 10 }] }`.
  ///
  /// Keys are headers and values cells, read as those of a file are; a number without quotes is a number,
  /// and a list of texts is a cell of tags. Messages count rows from 1.
  ///
  /// - Parameter scenario: The scenario's file as the user named it.
  /// - Throws: whatever would be wrong with such a file, and rows that are none.
  package init(
    scenarioRows rows: [Node], of scenario: String, settings: CatalogSettings, tables: [JoinTable] = []
  ) throws(LineupError) {
    let table = try ScenarioRows(rows, of: scenario)
    var builder = try CatalogBuilder(
      source: SourceLocation.rows(of: scenario), headers: table.headers, headerLine: nil, settings: settings,
      empty: table.emptyColumns)
    var block = CellBlock()
    for (index, cells) in table.rows.enumerated() {
      for position in table.headers.indices {
        var text = position < cells.count ? cells[position]?.text ?? "" : ""
        let isStored = position < cells.count && cells[position]?.isNumber == true
        text.withUTF8 { bytes in
          if isStored { block.append(bytes, column: position, isStored: true) } else { block.append(bytes) }
        }
      }
      block.endRow(line: index + 1)
      if block.isFull {
        try builder.append(block)
        block.removeAll()
      }
    }
    try builder.append(block)
    self = try builder.finish(tables: tables)
  }
}

/// Rows of mappings as a table: each key a header, in the order of its first row.
private struct ScenarioRows {
  struct Cell {
    var text: String
    /// Whether it is a number, and no text that is to be read as one.
    var isNumber: Bool
  }

  private(set) var headers: [String] = []
  private(set) var rows: [[Cell?]] = []

  /// - Throws: every row that is no mapping and every cell that is no text, up to a limit.
  init(_ nodes: [Node], of scenario: String) throws(LineupError) {
    let source = SourceLocation.rows(of: scenario)
    let expected = "rows such as { spu: A1, price: 99, stock: 10 }"
    if nodes.isEmpty {
      throw LineupError(
        .wrongShape(key: "rows", expected: expected, found: "an empty list"),
        at: SourceLocation(source: source))
    }
    var places: [String: Int] = [:]
    var problems: [Problem] = []
    for (row, node) in nodes.enumerated() {
      let location = SourceLocation(source: source, line: row + 1)
      guard case .mapping(let entries) = node.content else {
        problems.append(
          Problem(.wrongShape(key: "rows", expected: expected, found: node.shape), at: location))
        continue
      }
      var cells = [Cell?](repeating: nil, count: headers.count)
      for entry in entries {
        let place = places[entry.key] ?? headers.count
        if place == headers.count {
          places[entry.key] = place
          headers.append(entry.key)
        }
        while cells.count <= place { cells.append(nil) }
        if entry.value.isNull { continue }
        if let cell = Self.cell(entry.value) {
          cells[place] = cell
        } else {
          problems.append(
            Problem(
              .wrongShape(
                key: entry.key, expected: "a text, a number or a list of texts", found: entry.value.shape),
              at: location))
        }
      }
      rows.append(cells)
    }
    if problems.count > CatalogBuilder.problemLimit {
      problems = problems.prefix(CatalogBuilder.problemLimit) + [Problem(.moreProblems)]
    }
    if !problems.isEmpty { throw LineupError(problems) }
  }

  /// Columns in which no row has a value.
  var emptyColumns: Set<Int> {
    Set(
      headers.indices.filter { column in
        !rows.contains { cells in
          column < cells.count && cells[column].map { MissingWords.isFilled($0.text) } ?? false
        }
      })
  }

  private static func cell(_ node: Node) -> Cell? {
    switch node.content {
    case .null, .mapping: return nil
    case .scalar(let text):
      return Cell(text: text, isNumber: !node.isQuoted && NumberText.number(text) != nil)
    case .sequence(let elements):
      let tags = elements.compactMap { element -> String? in
        if case .scalar(let text) = element.content { text } else { nil }
      }
      return tags.count == elements.count ? Cell(text: tags.joined(separator: "|"), isNumber: false) : nil
    }
  }
}
