extension Scenario {
  /// Reads what the scenario says about its catalog.
  mutating func readCatalogSettings(_ section: Section, with reader: NodeReader) {
    let canonical = CanonicalColumn.allCases.map(\.rawValue)
    if let node = section["columns"] {
      catalogSettings.columns = reader.columns(node)
    }
    if let node = section["tags"] {
      for element in reader.list(node, key: "tags", expected: "headers") ?? [] {
        guard let header = reader.text(element, key: "tags") else { continue }
        catalogSettings.tags.append(.init(name: header, location: element.location))
      }
    }
    if let node = section["defaults"] {
      let known = canonical.filter { $0 != CanonicalColumn.spu.rawValue }
      for entry in reader.section(node, key: "defaults", place: "\"defaults\"", known: known)?.entries ?? [] {
        guard let column = CanonicalColumn(rawValue: entry.key), column != .spu,
          let text = reader.text(entry.value, key: entry.key)
        else { continue }
        var value = text
        if column.kind == .number {
          guard
            let number = reader.number(
              entry.value, key: entry.key, allowed: Bounds(lower: 0), expected: "0 or more")
          else { continue }
          value = String(number)
        }
        catalogSettings.defaults.append(
          .init(column: column, text: value, location: entry.value.location))
      }
    }
    if let node = section["values"] { readValues(node, with: reader) }
    if let node = section["numbers"] { readNumbers(node, with: reader) }
    if let node = section["leave_out"] { catalogSettings.leaveOut = reader.leaveOut(node) }
    if let node = section["on_duplicate"] { catalogSettings.onDuplicate = reader.duplicatePolicy(node) }
    if let node = section["tables"] { catalogSettings.tables = reader.tables(node) }
    if let node = section["totals"] {
      catalogSettings.keepsTotals = reader.keeps(node, key: "totals", what: "rows of sums are left out")
    }
    if let node = section["equal_rows"] {
      catalogSettings.keepsEqualRows = reader.keeps(
        node, key: "equal_rows", what: "rows that are equal in every cell count once")
    }
    if let node = section["sheet"] { catalogSettings.sheets = reader.sheets(node) }
    if let node = section["header"] { catalogSettings.header = reader.headerPlace(node) }
    if let node = section["hidden"], let text = reader.text(node, key: "hidden") {
      catalogSettings.leavesOutHidden = text == "leave_out"
      if !["leave_out", "keep"].contains(text) {
        reader.report(
          .invalidScalar(key: "hidden", text: text, expected: "leave_out or keep"), at: node.location)
      }
    }
    if let node = section["encoding"], let text = reader.text(node, key: "encoding") {
      catalogSettings.encoding = .init(name: text, location: node.location)
    }
  }

  /// `numbers: { price: comma }`
  private mutating func readNumbers(_ node: Node, with reader: NodeReader) {
    for entry in reader.mapping(node, key: "numbers", expected: "columns to point or comma") ?? [] {
      if entry.value.isNull { continue }
      guard let text = reader.text(entry.value, key: entry.key) else { continue }
      guard let mark = DecimalMark(rawValue: text) else {
        reader.report(
          .invalidScalar(
            key: entry.key, text: text, expected: "point or comma (what stands before decimals)"),
          at: entry.value.location)
        continue
      }
      catalogSettings.numbers.append(
        .init(column: .init(name: entry.key, location: entry.keyLocation), mark: mark))
    }
  }

  /// `values: { gender: { women: [女装, Ladies] } }`
  private mutating func readValues(_ node: Node, with reader: NodeReader) {
    for column in reader.mapping(node, key: "values", expected: "columns to values and their spellings") ?? []
    {
      let place = CatalogSettings.NamedPlace(name: column.key, location: column.keyLocation)
      for entry in reader.mapping(column.value, key: column.key, expected: "values to their spellings") ?? []
      {
        let spellings: [Node]
        switch entry.value.content {
        case .null: continue
        case .sequence(let nodes): spellings = nodes
        default: spellings = [entry.value]
        }
        catalogSettings.values.append(
          .init(
            column: place, value: entry.key,
            spellings: spellings.compactMap { reader.text($0, key: entry.key) }))
      }
    }
  }
}
