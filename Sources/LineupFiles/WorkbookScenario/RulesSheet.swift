import Lineup

/// The sheet Rules: a rule in each row, with its form, whom it is about, and from where to where.
///
///     rule          form      who                              at least  at most  penalty
///     heroes        sum       role: hero                              6       10
///     hero ratio    share     role: hero                            15%      25%
///     mean price    average   price                                 150      320
///     genders       split     gender: women                          11       14
///     genders       split     gender: men                             5        7
///     brands        each      brand                                            4
///
/// `sum minutes`, `share gmv` say what is added up; without it these are items. Conditions are separated by
/// commas; behind a column of `average` and `each`, and behind the value of a `split`, they follow a semicolon.
struct RulesSheet {
  private(set) var entries: [Node.Entry] = []

  static let forms = ["sum", "share", "average", "split", "each"]
  static let headers = ["rule", "form", "who", "at least", "at most", "penalty"]
  private static let headerWords: [[String]] = [
    ["rule", "规则", "规则名"], ["form", "形式", "方式"], ["who", "谁", "条件", "对象"],
    ["at least", "least", "min", "至少", "最少"], ["at most", "most", "max", "至多", "最多"],
    ["penalty", "罚分", "惩罚"],
  ]

  private let cells: SheetCells
  /// The column of each of `headers`.
  private var places: [Int?] = []

  init(_ cells: SheetCells) throws(LineupError) {
    self.cells = cells
    guard
      let header = cells.rows.firstIndex(where: { row in
        let names = row.cells.map { $0.lowercased() }
        return names.contains { Self.headerWords[1].contains($0) }
          && names.contains { Self.headerWords[0].contains($0) }
      })
    else {
      if cells.rows.allSatisfy({ $0.cells.allSatisfy(\.isEmpty) }) { return }
      throw LineupError(
        .missingColumn("rule", headers: cells.rows.first?.cells ?? [], aliases: Self.headers),
        at: cells.rows.first.map { cells.location($0, 0) })
    }
    let names = cells.rows[header].cells.map { $0.lowercased() }
    places = Self.headerWords.map { words in names.firstIndex { words.contains($0) } }
    var failures: [Problem] = []
    for row in cells.rows[(header + 1)...] where row.cells.contains(where: { !$0.isEmpty }) {
      do throws(LineupError) {
        try add(row)
      } catch {
        failures += error.problems
      }
    }
    if !failures.isEmpty { throw LineupError(failures) }
  }

  private func text(_ row: SheetCells.Row, _ column: Int) -> String {
    guard let place = places[column], place < row.cells.count else { return "" }
    return row.cells[place]
  }

  private func location(_ row: SheetCells.Row, _ column: Int) -> SourceLocation {
    cells.location(row, places[column] ?? 0)
  }

  private mutating func add(_ row: SheetCells.Row) throws(LineupError) {
    let name = text(row, 0)
    let formText = text(row, 1)
    // A line of a heading or a remark.
    if formText.isEmpty, text(row, 2).isEmpty, text(row, 3).isEmpty, text(row, 4).isEmpty { return }
    if name.isEmpty {
      throw LineupError(.emptyName("a rule"), at: location(row, 0))
    }
    let words = formText.split(separator: " ", maxSplits: 1).map(String.init)
    guard let form = words.first.map({ $0.lowercased() }), Self.forms.contains(form) else {
      throw LineupError(.ruleForm(found: [], known: Self.forms), at: location(row, 1), rule: name)
    }
    let who = whole(text(row, 2))
    let range = try range(row, name)
    let formPlace = location(row, 1)
    let whoPlace = location(row, 2)
    func entry(_ key: String, _ node: Node) -> Node.Entry {
      .init(key: key, keyLocation: formPlace, value: node)
    }
    func scalar(_ text: String, _ place: SourceLocation) -> Node { Node(.scalar(text), at: place) }
    var parts: [Node.Entry] = []
    switch form {
    case "sum", "share":
      parts.append(entry(form, scalar(words.count > 1 ? words[1] : "items", formPlace)))
      if let condition = try condition(who, whoPlace, name) { parts.append(entry("where", condition)) }
      parts.append(entry("range", range))
    case "average", "each":
      let column = words.count > 1 ? words[1] : who.first
      guard !column.isEmpty else {
        throw LineupError(
          .other("\"who\" is empty; name the column, such as price or brand"), at: whoPlace, rule: name)
      }
      parts.append(entry(form, scalar(column, whoPlace)))
      let conditions =
        words.count > 1 ? [who.first, who.rest].filter { !$0.isEmpty }.joined(separator: ", ") : who.rest
      if let condition = try condition((conditions, ""), whoPlace, name) {
        parts.append(entry("where", condition))
      }
      parts.append(entry(form == "each" ? "items" : "range", range))
    default:
      try addSplit(name, who, range, row)
      return
    }
    try addPenalty(row, to: &parts)
    if let known = entries.first(where: { $0.key == name }) {
      throw LineupError([
        Problem(.duplicateKey(name, firstLine: nil), at: location(row, 0)),
        Problem(.other("the rule \"\(name)\" stands here first"), at: known.keyLocation),
      ])
    }
    entries.append(
      .init(key: name, keyLocation: location(row, 0), value: Node(.mapping(parts), at: location(row, 0))))
  }

  /// Rows of one name make one split, a value each.
  private mutating func addSplit(
    _ name: String, _ who: (first: String, rest: String), _ range: Node, _ row: SheetCells.Row
  ) throws(LineupError) {
    let place = location(row, 2)
    guard let colon = who.first.firstIndex(of: ":") else {
      throw LineupError(
        .wrongShape(
          key: "who", expected: "a column and one of its values, such as gender: women",
          found: "\"\(who.first)\""), at: place, rule: name)
    }
    let column = CatalogText.normalized(who.first[..<colon])
    let value = CatalogText.normalized(who.first[who.first.index(after: colon)...])
    let quota = Node.Entry(key: value, keyLocation: place, value: range)
    if let known = entries.firstIndex(where: { $0.key == name }) {
      guard case .mapping(var parts) = entries[known].value.content,
        case .scalar(let other)? = parts.first(where: { $0.key == "split" })?.value.content, other == column,
        let items = parts.firstIndex(where: { $0.key == "items" }),
        case .mapping(var quotas) = parts[items].value.content,
        !quotas.contains(where: { $0.key == value })
      else {
        throw LineupError(.duplicateKey(name, firstLine: nil), at: location(row, 0))
      }
      try checkLikeTheFirst(row, who.rest, name, parts)
      quotas.append(quota)
      parts[items].value.content = .mapping(quotas)
      entries[known].value.content = .mapping(parts)
      return
    }
    var parts: [Node.Entry] = [
      .init(key: "split", keyLocation: place, value: Node(.scalar(column), at: place)),
      .init(key: "items", keyLocation: place, value: Node(.mapping([quota]), at: place)),
    ]
    if let condition = try condition((who.rest, ""), place, name) {
      parts.append(.init(key: "where", keyLocation: place, value: condition))
    }
    try addPenalty(row, to: &parts)
    entries.append(
      .init(key: name, keyLocation: location(row, 0), value: Node(.mapping(parts), at: location(row, 0))))
  }

  /// The rows of a split share condition and penalty, so a further one says the same or nothing of them.
  private func checkLikeTheFirst(
    _ row: SheetCells.Row, _ rest: String, _ name: String, _ first: [Node.Entry]
  ) throws(LineupError) {
    func differs(_ text: String, _ key: String, _ node: Node?) -> Bool {
      guard !text.isEmpty else { return false }
      guard let known = first.first(where: { $0.key == key })?.value, let node else { return true }
      return known.plainText != node.plainText
    }
    let condition = try condition((rest, ""), location(row, 2), name)
    let penalty = text(row, 5)
    for (said, key, node, column) in [
      (rest, "where", condition, 2), (penalty, "penalty", Node(.scalar(penalty), at: location(row, 5)), 5),
    ] where differs(said, key, node) {
      throw LineupError(
        .other(
          "the rows of a split have one \(key == "where" ? "condition" : "penalty"), that of its first row; write it there, or give this row a name of its own"
        ), at: location(row, column), rule: name)
    }
  }

  private func addPenalty(_ row: SheetCells.Row, to parts: inout [Node.Entry]) throws(LineupError) {
    let text = text(row, 5)
    if text.isEmpty { return }
    let place = location(row, 5)
    parts.append(.init(key: "penalty", keyLocation: place, value: Node(.scalar(text), at: place)))
  }

  /// What stands before and behind a semicolon; full-width signs as their plain ones.
  private func whole(_ text: String) -> (first: String, rest: String) {
    let plain = text.replacing("：", with: ":").replacing("，", with: ",").replacing("；", with: ";")
    let parts = plain.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    return (
      CatalogText.normalized(parts.first ?? ""), parts.count > 1 ? CatalogText.normalized(parts[1]) : ""
    )
  }

  /// `role: hero, gender: women` as a `where`; `nil` where nothing is asked.
  private func condition(
    _ who: (first: String, rest: String), _ place: SourceLocation, _ rule: String
  ) throws(LineupError) -> Node? {
    let text = [who.first, who.rest].filter { !$0.isEmpty }.joined(separator: ", ")
    if text.isEmpty || ["all", "全部", "所有"].contains(text.lowercased()) { return nil }
    guard text.contains(":") else {
      throw LineupError(
        .wrongShape(key: "who", expected: "a column and its value, such as role: hero", found: "\"\(text)\""),
        at: place, rule: rule)
    }
    // `role:hero` is no mapping to YAML.
    let spaced = text.hasPrefix("{") ? text : "{ \(text.replacing(":", with: ": ")) }"
    return try SheetCells.parsed(spaced, at: place)
  }

  private func range(_ row: SheetCells.Row, _ name: String) throws(LineupError) -> Node {
    let least = text(row, 3)
    let most = text(row, 4)
    let place = location(row, least.isEmpty ? 4 : 3)
    if least.isEmpty, most.isEmpty {
      throw LineupError(
        .other("the rule asks for nothing; fill in \"at least\", \"at most\" or both"),
        at: location(row, 3), rule: name)
    }
    // Excel stores 15% as 0.15; both ends have to be written alike.
    func plainEnd(_ text: String) -> String {
      guard text.hasSuffix("%"), let number = Double(text.dropLast()) else { return text }
      return String(number / 100)
    }
    let isMixed = !least.isEmpty && !most.isEmpty && least.hasSuffix("%") != most.hasSuffix("%")
    let ends = isMixed ? (plainEnd(least), plainEnd(most)) : (least, most)
    return Node(.scalar("\(ends.0)..\(ends.1)"), at: place)
  }
}

extension Node {
  /// What it says, wherever it stands.
  fileprivate var plainText: String {
    switch content {
    case .null: ""
    case .scalar(let text): text
    case .sequence(let elements): "[\(elements.map(\.plainText).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key): \($0.value.plainText)" }.joined(separator: ", "))}"
    }
  }
}
