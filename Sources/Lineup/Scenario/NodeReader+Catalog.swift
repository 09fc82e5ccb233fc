extension NodeReader {
  /// `totals: keep` and its like; whether it says so.
  func keeps(_ node: Node, key: String, what: String) -> Bool {
    guard let text = text(node, key: key) else { return false }
    if text != "keep" {
      report(
        .invalidScalar(key: key, text: text, expected: "keep (\(what) where it is not given)"),
        at: node.location)
    }
    return text == "keep"
  }

  /// `sheet: 男装`, or `sheet: [男装, 女装]`
  func sheets(_ node: Node) -> [CatalogSettings.NamedPlace] {
    var names = [node]
    if case .sequence(let elements) = node.content { names = elements }
    var sheets: [CatalogSettings.NamedPlace] = []
    for name in names {
      guard let text = text(name, key: "sheet") else { continue }
      if sheets.contains(where: { $0.name == text }) {
        report(.listedTwice(text, key: "sheet"), at: name.location)
      }
      sheets.append(.init(name: text, location: name.location))
    }
    return sheets
  }

  /// `header: 2`, or `header: [2, 3]`
  func headerPlace(_ node: Node) -> CatalogSettings.HeaderPlace? {
    var rows = [node]
    if case .sequence(let elements) = node.content { rows = elements }
    let deepest = 1000
    let numbers = rows.compactMap { row -> Int? in
      guard case .scalar(let text) = row.content else { return nil }
      return Int(ScalarText.trimmed(text))
    }
    guard numbers.count == rows.count, let first = numbers.first, let last = numbers.last, rows.count <= 2,
      first >= 1, last <= deepest, first < last || rows.count == 1
    else {
      let found = rows.map { if case .scalar(let text) = $0.content { text } else { $0.shape } }
      report(
        .invalidScalar(
          key: "header", text: found.joined(separator: ", "),
          expected: "the header's row in the file, from 1 to \(deepest), or two such as [2, 3]"),
        at: node.location)
      return nil
    }
    return .init(first: first, last: last, location: node.location)
  }

  /// `leave_out: { 状态: 下架 }`, or a list of conditions.
  func leaveOut(_ node: Node) -> [CatalogSettings.LeaveOut] {
    var conditions = [node]
    if case .sequence(let elements) = node.content { conditions = elements }
    return conditions.compactMap { element in
      guard let condition = condition(element, key: "leave_out") else { return nil }
      if condition.clauses.isEmpty {
        report(
          .wrongShape(
            key: "leave_out", expected: "conditions such as { spu: { has: false } }", found: element.shape),
          at: element.location)
        return nil
      }
      return .init(condition: condition, location: element.location)
    }
  }

  /// `on_duplicate: first`, or `on_duplicate: { stock: sum, price: least }`
  func duplicatePolicy(_ node: Node) -> DuplicatePolicy? {
    if case .mapping(let entries) = node.content {
      return .ways(
        entries.filter { !$0.value.isNull }.compactMap { entry in
          way(entry.value, key: entry.key).map {
            .init(column: CatalogText.normalized(entry.key), way: $0, location: entry.keyLocation)
          }
        })
    }
    guard let text = text(node, key: "on_duplicate") else { return nil }
    switch text {
    case "first": return .first
    case "last": return .last
    case "best_stock": return .bestStock
    case "roll_up": return .rollUp
    default:
      report(
        .invalidScalar(
          key: "on_duplicate", text: text,
          expected: "first, last, best_stock, roll_up, or a way for each column such as { stock: sum }"),
        at: node.location)
      return nil
    }
  }

  private func way(_ node: Node, key: String) -> DuplicateWay? {
    guard let text = text(node, key: key) else { return nil }
    if let way = DuplicateWay(rawValue: text) { return way }
    report(.invalidScalar(key: key, text: text, expected: Self.wayNames), at: node.location)
    return nil
  }

  private static let wayNames = FigureText.list(DuplicateWay.allCases.map(\.rawValue), "or")

  // MARK: Tables

  /// The section `tables`: from names to files beside the catalog.
  func tables(_ node: Node) -> [TableSettings] {
    let entries = mapping(node, key: "tables", expected: "names to tables") ?? []
    return entries.filter { !$0.value.isNull }.compactMap { entry in
      let name = CatalogText.normalized(entry.key)
      if name.isEmpty {
        report(.emptyName("a table"), at: entry.keyLocation)
        return nil
      }
      return table(entry, name: name)
    }
  }

  /// - Parameter isSales: whether its columns may be called units and gmv.
  func table(_ entry: Node.Entry, name: String, isSales: Bool = false) -> TableSettings? {
    let place = "the table \"\(name)\""
    guard let part = section(entry.value, key: entry.key, place: place, known: ScenarioKeys.table) else {
      return nil
    }
    var isWhole = true
    for key in ["file", "key", "columns"] where part[key] == nil {
      report(.missingKey(key, place: place), at: entry.keyLocation)
      isWhole = false
    }
    guard isWhole, let fileNode = part["file"], let file = text(fileNode, key: "file"),
      let keyNode = part["key"], let form = columnForm(keyNode, key: "key"), form != .none,
      let columnsNode = part["columns"]
    else { return nil }
    var table = TableSettings(
      name: name, location: entry.keyLocation, file: .init(name: file, location: fileNode.location),
      key: form, keyLocation: keyNode.location)
    if let node = part["sheet"] { table.sheets = sheets(node) }
    if let node = part["header"] { table.header = headerPlace(node) }
    if let node = part["encoding"], let text = text(node, key: "encoding") {
      table.encoding = .init(name: text, location: node.location)
    }
    if let node = part["where"] { table.condition = condition(node) ?? Where() }
    if let node = part["totals"] {
      table.keepsTotals = keeps(node, key: "totals", what: "rows of sums are left out")
    }
    if let node = part["replace"], let text = text(node, key: "replace") {
      if let truth = ScalarText.truth(text) {
        table.replaces = truth
      } else {
        report(.invalidScalar(key: "replace", text: text, expected: "true or false"), at: node.location)
      }
    }
    for column in mapping(columnsNode, key: "columns", expected: "columns to ways of making them") ?? [] {
      if let read = tableColumn(column, place: place, isSales: isSales) { table.columns.append(read) }
    }
    table.isSales = isSales
    return table
  }

  /// `sales_30d: { sum: 数量, else: 0 }`
  private func tableColumn(
    _ entry: Node.Entry, place: String, isSales: Bool
  ) -> TableSettings.Column? {
    if entry.value.isNull { return nil }
    let name = CatalogText.normalized(entry.key)
    let expected = "a way with a header, such as { sum: 数量 }"
    if name.isEmpty || name == CanonicalColumn.spu.rawValue {
      report(
        name.isEmpty
          ? .emptyName("a column")
          : .keysExclude("spu", "columns", advice: "\"key\" says what is matched with the id"),
        at: entry.keyLocation)
      return nil
    }
    if !isSales, HeaderPlan.reserved.contains(HeaderName.normalized(name)) {
      report(.reservedHeader(name), at: entry.keyLocation)
      return nil
    }
    guard case .mapping(let parts) = entry.value.content else {
      report(
        .wrongShape(key: entry.key, expected: expected, found: entry.value.shape), at: entry.value.location)
      return nil
    }
    let ways = DuplicateWay.allCases.map(\.rawValue)
    for part in parts where !ScenarioKeys.tableColumn.contains(part.key) {
      report(
        .unknownKey(part.key, place: "the column \"\(name)\" of \(place)", known: ScenarioKeys.tableColumn),
        at: part.keyLocation)
    }
    let asked = parts.filter { ways.contains($0.key) && !$0.value.isNull }
    guard asked.count == 1, let way = DuplicateWay(rawValue: asked[0].key) else {
      if asked.count > 1 {
        report(
          .keysExclude(asked[0].key, asked[1].key, advice: "a column is made in one way"),
          at: entry.value.location)
      } else {
        report(
          .wrongShape(key: entry.key, expected: expected, found: entry.value.shape), at: entry.value.location)
      }
      return nil
    }
    guard let form = columnForm(asked[0].value, key: asked[0].key), form != .none else { return nil }
    var fallback: String?
    if let other = parts.first(where: { $0.key == "else" }), !other.value.isNull {
      fallback = text(other.value, key: "else")
    }
    return .init(name: name, way: way, form: form, fallback: fallback, location: entry.value.location)
  }
}
