/// What the contract makes of a messy catalog, by rows of named cells and nothing else.
extension MessyCatalog {
  /// What a cell holds.
  enum Value: Equatable {
    case missing
    case text(String)
    case number(Double)
    case tags([String])

    var shown: String {
      switch self {
      case .missing: ""
      case .text(let text): text
      case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
      case .tags(let tags): tags.joined(separator: "|")
      }
    }

    var number: Double? { if case .number(let number) = self { number } else { nil } }
  }

  private struct Row {
    /// Every cell as it was written.
    var written: [String]
    var cells: [String: Value]
    var id: String?
  }

  private static let missingWords: Set<String> = ["", "-"]
  private static let totals: Set<String> = ["合计", "小计"]

  private static func day(_ text: String) -> String? {
    let first = text.split(separator: " ").first.map(String.init) ?? ""
    let parts = first.split { "-/年月日".contains($0) }.compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts[0])-\(two(parts[1]))-\(two(parts[2]))"
  }

  /// The text of `lineup check --styles`.
  package var styles: String {
    var table = read().filter { !isLeftOut($0) }
    settle(&table)
    if !keepsEqual {
      var seen: Set<[String]> = []
      table = table.filter { seen.insert($0.written).inserted }
    }
    var order: [String] = []
    var groups: [String: [Row]] = [:]
    for row in table {
      let id = row.id ?? ""
      if groups[id] == nil { order.append(id) }
      groups[id, default: []].append(row)
    }
    var columns: [String: [Value]] = [:]
    for name in names { columns[name] = order.map { merged(groups[$0] ?? [], name) } }
    columns["spu"] = order.map { .text($0) }
    var tableNames: [String] = []
    for beside in tables {
      for (name, values) in joined(beside, order, columns) {
        if columns[name] == nil { tableNames.append(name) }
        columns[name] = values
      }
    }
    if let defaultStock, let number = Double(defaultStock) {
      columns["stock"] = (columns["stock"] ?? order.map { _ in .missing }).map {
        $0 == .missing ? .number(number) : $0
      }
    }
    if let defaultUnits, let number = Double(defaultUnits) {
      columns["expected_units"] = order.map { _ in .number(number) }
    }
    let canonical = ["spu", "name", "brand", "category", "price", "list_price", "stock", "expected_units"]
    let shown =
      canonical.filter { columns[$0] != nil } + names.filter { !canonical.contains($0) } + tableNames
    var lines = [shown.joined(separator: ",")]
    for row in order.indices {
      lines.append(shown.map { columns[$0]?[row].shown ?? "" }.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The columns of the catalog's files, in the order of its headers.
  private var names: [String] {
    var names: [String] = []
    var isFirst = true
    for header in headers {
      switch header {
      case "款号", "SKU": names.append("spu")
      case "商家编码":
        names.append(isFirst ? "商家编码" : "spu")
        isFirst = false
      case "品名": if !nameIsJoined { names.append("name") }
      case "品牌":
        if nameIsJoined { names.append("name") }
        names.append("brand")
      case "类目": names.append("category")
      case "活动价": names.append("price")
      case "吊牌价": names.append("list_price")
      case "仓A": names.append("stock")
      case "仓B": if !stockIsSum { names.append("仓B") }
      case "颜色": names.append(colourIsAfter ? "colour" : "颜色")
      default: names.append(header)
      }
    }
    return names
  }

  // MARK: Rows

  private func read() -> [Row] {
    var found: [Row] = []
    for row in rows where row.contains(where: { !$0.isEmpty }) {
      let made = made(row)
      let isTotal =
        made.id.map { Self.totals.contains($0) } ?? row.contains { Self.totals.contains($0) }
      if isTotal { continue }
      if row.filter({ !$0.isEmpty }).count == 1 { continue }
      found.append(made)
    }
    return found
  }

  private func made(_ row: [String]) -> Row {
    var cells: [String: Value] = [:]
    func written(_ header: String) -> String {
      let text = headers.firstIndex(of: header).map { row[$0] } ?? ""
      return Self.missingWords.contains(text) ? "" : text
    }
    func text(_ text: String) -> Value { text.isEmpty ? .missing : .text(text) }
    func number(_ text: String) -> Value { Double(text).map { .number($0) } ?? .missing }
    func stock(_ header: String) -> Value {
      let text = written(header)
      return mapsWords && text == "无货" ? .number(0) : number(text)
    }
    let id: String
    switch ids {
    case .plain: id = written("款号")
    case .before, .part: id = written("SKU").split(separator: "-").first.map(String.init) ?? ""
    case .second:
      id = row[1]
      cells["商家编码"] = text(row[0])
    }
    cells["name"] =
      nameIsJoined
      ? text([written("品牌"), written("品名")].filter { !$0.isEmpty }.joined(separator: " "))
      : text(written("品名"))
    cells["brand"] = text(written("品牌"))
    let category = written("类目")
    cells["category"] =
      categoryIsPart && category.contains(">>")
      ? text(category.hasSuffix(">>") ? "" : category.components(by: ">>").last ?? "") : text(category)
    let state = written("状态")
    cells["状态"] = text(mapsWords && state == "停售" ? "下架" : state)
    cells["上架日期"] = text(Self.day(written("上架日期")) ?? "")
    cells["price"] = number(written("活动价"))
    if priceIsFirst, cells["price"] == .missing { cells["price"] = number(written("吊牌价")) }
    cells["list_price"] = number(written("吊牌价"))
    if stockIsSum {
      let both = [stock("仓A"), stock("仓B")].compactMap(\.number)
      cells["stock"] = both.isEmpty ? .missing : .number(both.reduce(0, +))
    } else {
      cells["stock"] = stock("仓A")
      cells["仓B"] = number(written("仓B"))
    }
    let colour = written("颜色")
    if colourIsAfter {
      cells["colour"] = text(colour.contains(":") ? String(colour.dropFirst(2)) : "")
    } else {
      cells["颜色"] = text(colour)
    }
    cells["备注数"] = text(written("备注数"))
    return Row(written: row, cells: cells, id: id.isEmpty ? nil : id)
  }

  private func isLeftOut(_ row: Row) -> Bool {
    if leavesOutNoID, row.id == nil { return true }
    if leavesOutState, row.cells["状态"] == .text("下架") { return true }
    if leavesOutOld, case .text(let day)? = row.cells["上架日期"], day <= "2025-12-31" { return true }
    return false
  }

  /// Columns of one's own become numbers where all are; spellings become one.
  private func settle(_ table: inout [Row]) {
    for name in Set(names) where !["spu", "price", "list_price", "stock", "上架日期"].contains(name) {
      let texts = table.compactMap { row -> String? in
        if case .text(let text)? = row.cells[name] { text } else { nil }
      }
      let isOwn = !["name", "brand", "category"].contains(name)
      if isOwn, !texts.isEmpty, texts.allSatisfy({ Double($0) != nil }) {
        for row in table.indices {
          if case .text(let text)? = table[row].cells[name], let number = Double(text) {
            table[row].cells[name] = .number(number)
          }
        }
        continue
      }
      var counts: [String: Int] = [:]
      for text in texts { counts[text, default: 0] += 1 }
      for row in table.indices {
        guard case .text(let text)? = table[row].cells[name] else { continue }
        var best = text
        for other in texts where other.lowercased() == text.lowercased() {
          best = other
          break
        }
        for other in texts where other.lowercased() == text.lowercased() {
          if counts[other, default: 0] > counts[best, default: 0] { best = other }
        }
        table[row].cells[name] = .text(best)
      }
    }
  }

  // MARK: Styles

  private func merged(_ rows: [Row], _ name: String) -> Value {
    let values = rows.map { $0.cells[name] ?? .missing }
    switch duplicates {
    case .none, .first: return Self.value("first", values)
    case .last: return Self.value("last", values)
    case .best:
      var chosen = 0
      for (place, row) in rows.enumerated() {
        let stock = row.cells["stock"]?.number ?? -.infinity
        if stock > rows[chosen].cells["stock"]?.number ?? -.infinity { chosen = place }
      }
      return values[chosen] == .missing ? Self.value("first", values) : values[chosen]
    case .rollUp: return Self.value(name == "stock" ? "sum" : "first", values)
    case .ways(let ways): return Self.value(ways[name] ?? "first", values)
    }
  }

  /// One value of several rows.
  private static func value(_ way: String, _ values: [Value]) -> Value {
    let filled = values.filter { $0 != .missing }
    var distinct: [Value] = []
    for value in filled where !distinct.contains(value) { distinct.append(value) }
    let numbers = filled.compactMap(\.number)
    switch way {
    case "count": return .number(Double(distinct.count))
    case "list": return distinct.isEmpty ? .missing : .tags(distinct.map(\.shown))
    case "last": return filled.last ?? .missing
    case "sum": return numbers.isEmpty ? .missing : .number(numbers.reduce(0, +))
    case "mean": return numbers.isEmpty ? .missing : .number(numbers.reduce(0, +) / Double(numbers.count))
    case "least": return numbers.min().map { .number($0) } ?? .missing
    case "greatest": return numbers.max().map { .number($0) } ?? .missing
    default: return filled.first ?? .missing
    }
  }

  // MARK: Tables

  private func joined(
    _ table: Table, _ order: [String], _ columns: [String: [Value]]
  ) -> [(String, [Value])] {
    func cell(_ row: [String], _ header: String) -> String {
      table.headers.firstIndex(of: header).map { row[$0] } ?? ""
    }
    let chosen = table.rows.filter { row in
      let key = cell(row, table.key)
      if key.isEmpty, row.contains(where: { Self.totals.contains($0) }) { return false }
      if row.filter({ !$0.isEmpty }).count == 1 { return false }
      guard let condition = table.condition else { return true }
      let text = cell(row, condition.column)
      if condition.column == "日期" {
        guard let day = Self.day(text) else { return false }
        return day >= "2026-08-01" && day <= "2026-08-31"
      }
      return text == condition.text
    }
    return table.columns.map { column in
      let values = order.enumerated().map { place, id -> Value in
        let own = chosen.filter { cell($0, table.key) == id }.map { row -> Value in
          let text = cell(row, column.header)
          if text.isEmpty { return .missing }
          return ["list", "count"].contains(column.way) ? .text(text) : .number(Double(text) ?? 0)
        }
        var value: Value = own.isEmpty ? .missing : Self.value(column.way, own)
        if let known = columns[column.name]?[place] {
          if table.replaces {
            if value == .missing { value = known }
          } else if known != .missing {
            value = known
          }
        }
        if value == .missing, let fallback = column.fallback { value = .number(Double(fallback) ?? 0) }
        return value
      }
      return (column.name, values)
    }
  }
}

extension String {
  /// The pieces between a mark.
  fileprivate func components(by mark: String) -> [String] {
    var pieces: [String] = []
    var rest = Substring(self)
    while let range = rest.range(of: mark) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest)]
  }
}

extension Substring {
  fileprivate func range(of mark: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
      start = index(after: start)
    }
    return nil
  }
}
