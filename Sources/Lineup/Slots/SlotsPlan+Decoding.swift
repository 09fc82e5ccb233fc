extension SlotsPlan {
  static let keys = ["name", "slots", "partners", "score", "each", "apart", "wishes"]
  static let slotKeys = DayList.keys + ["start", "weight"]
  static let scoreKeys = ["start", "points", "rules", "sales"]
  /// What a rule's column may say that has points of its own.
  static let pointKeys = [RuleState.done, .late, .missed].map(\.rawValue)

  /// Every section with its keys, by the title under which the article describes it.
  package static let sections: [(title: String, keys: [String])] = [
    ("The file", keys), ("An entry of slots", slotKeys), ("score", scoreKeys),
    ("An entry of points", pointKeys),
  ]

  /// Decodes a file of slots.
  /// - Throws: every unknown key, wrong type and impossible number, with its line.
  package init(_ document: Node) throws(LineupError) {
    let file = document.location.source.split(separator: "/").last.map(String.init) ?? ""
    self.init(
      name: file.split(separator: ".").first.map(String.init) ?? file, source: document.location.source)
    let reader = NodeReader()
    read(document, with: reader)
    try reader.finish()
  }

  private mutating func read(_ node: Node, with reader: NodeReader) {
    let place = "the file of slots"
    guard case .mapping = node.content else {
      return reader.report(
        .wrongShape(key: place, expected: "a mapping of keys", found: node.shape), at: node.location)
    }
    guard let section = reader.section(node, key: place, place: place, known: Self.keys) else { return }
    for key in ["slots", "partners", "score"] where section[key] == nil {
      reader.report(.missingKey(key, place: place), at: node.location)
    }
    if let node = section["name"], let text = reader.text(node, key: "name") { name = text }
    if let node = section["slots"] { slots = reader.slots(node) }
    if let node = section["partners"], let text = reader.text(node, key: "partners") {
      partners = .init(name: text, location: node.location)
    }
    if let node = section["wishes"], let text = reader.text(node, key: "wishes") {
      wishes = .init(name: text, location: node.location)
    }
    if let node = section["score"] { formula = reader.scoreFormula(node) }
    if let node = section["each"] { each = reader.wholeRange(node, key: "each") ?? each }
    if let node = section["apart"] { apart = reader.wholeDays(node, key: "apart") ?? apart }
  }
}

extension NodeReader {
  /// The section `slots`: names to days, every day a slot.
  fileprivate func slots(_ node: Node) -> [DatedSlot] {
    guard let entries = mapping(node, key: "slots", expected: "names to dates") else { return [] }
    if entries.isEmpty {
      report(.wrongShape(key: "slots", expected: "names to dates", found: "nothing"), at: node.location)
    }
    var names: Set<String> = []
    var slots: [DatedSlot] = []
    for entry in entries {
      let name = CatalogText.normalized(entry.key)
      let place = "slot \"\(entry.key)\""
      if name.isEmpty { report(.emptyName("a slot"), at: entry.keyLocation) }
      if !names.insert(name).inserted { report(.duplicateKey(name, firstLine: nil), at: entry.keyLocation) }
      guard let part = section(entry.value, key: entry.key, place: place, known: SlotsPlan.slotKeys) else {
        continue
      }
      let start = part["start"].flatMap { clockTime($0, key: "start") }
      let weight = part["weight"].flatMap {
        number($0, key: "weight", allowed: Bounds(lower: 0), expected: "0 or more")
      }
      guard let dates = part["dates"] else {
        report(.missingKey("dates", place: place), at: entry.keyLocation)
        continue
      }
      let days = dayList(dates: dates, on: part["on"])?.days ?? []
      slots += days.map { DatedSlot(name: name, day: $0, start: start, weight: weight ?? 1) }
    }
    if slots.count > SlotsPlan.mostSlots {
      report(
        .outOfRange(
          key: "slots", text: "\(slots.count) slots", expected: "at most \(SlotsPlan.mostSlots)"),
        at: node.location)
    }
    return slots.enumerated().sorted {
      ($0.element.day, $0.element.start ?? .max, $0.offset) < (
        $1.element.day, $1.element.start ?? .max, $1.offset
      )
    }.map(\.element)
  }

  /// The section `score`.
  fileprivate func scoreFormula(_ node: Node) -> ScoreFormula {
    var formula = ScoreFormula()
    guard let part = section(node, key: "score", place: "\"score\"", known: SlotsPlan.scoreKeys) else {
      return formula
    }
    let share = Bounds(lower: 0, upper: 1)
    func weight(_ key: String) -> Double? {
      guard let node = part[key] else { return 0 }
      return number(node, key: key, shares: true, allowed: share, expected: "between 0 and 100%")
    }
    if part["rules"] == nil, part["sales"] == nil {
      report(.missingKey("rules", place: "\"score\""), at: node.location)
    } else if let rules = weight("rules"), let sales = weight("sales") {
      (formula.rules, formula.sales) = (rules, sales)
      if abs(rules + sales - 1) > 1e-9 {
        report(
          .weightsNotWhole("rules", rules, "sales", sales),
          at: (part["sales"] ?? part["rules"] ?? node).location)
      }
    }
    if let node = part["start"] {
      formula.start = number(node, key: "start", allowed: Bounds(lower: 0), expected: "0 or more") ?? 100
    } else if formula.rules > 0 {
      report(.missingKey("start", place: "\"score\""), at: node.location)
    }
    if let node = part["points"] { formula.points = rulePoints(node) }
    return formula
  }

  private func rulePoints(_ node: Node) -> [ScoreFormula.Rule] {
    guard let entries = mapping(node, key: "points", expected: "columns to points") else { return [] }
    return entries.compactMap { entry in
      guard
        let part = section(
          entry.value, key: entry.key, place: "the points of \"\(entry.key)\"", known: SlotsPlan.pointKeys)
      else { return nil }
      var points: [RuleState: Double] = [:]
      for point in part.entries {
        guard let state = RuleState(rawValue: point.key), let number = number(point.value, key: point.key)
        else { continue }
        points[state] = number
      }
      return ScoreFormula.Rule(
        column: CatalogText.normalized(entry.key), location: entry.keyLocation, points: points)
    }
  }

  /// A range of whole numbers of at least 0.
  func wholeRange(_ node: Node, key: String) -> ClosedRange<Int>? {
    guard let bounds = countBounds(node, key: key), case .scalar(let text) = node.content else { return nil }
    let ends = [max(0, bounds.lower), bounds.upper]
    guard
      ends.allSatisfy({ $0 == .infinity || ($0 == $0.rounded() && $0 <= Double(NumberLimits.count)) }),
      ends[0].isFinite
    else {
      report(
        .outOfRange(
          key: key, text: text, expected: "whole numbers such as 1..6, at most \(NumberLimits.count)"),
        at: node.location)
      return nil
    }
    return Int(ends[0])...(ends[1].isFinite ? Int(ends[1]) : .max)
  }

  /// A whole number of days of at least 0.
  func wholeDays(_ node: Node, key: String) -> Int? {
    let expected = "a whole number of days of 0..\(DayList.limit)"
    guard
      let days = number(
        node, key: key, allowed: Bounds(lower: 0, upper: Double(DayList.limit)), expected: expected)
    else { return nil }
    guard days == days.rounded() else {
      report(.outOfRange(key: key, text: plain(days), expected: expected), at: node.location)
      return nil
    }
    return Int(days)
  }
}
