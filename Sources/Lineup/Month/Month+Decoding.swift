extension Month {
  /// Decodes a month's file.
  /// - Throws: every unknown key, wrong type and impossible number, with its line.
  package init(_ document: Node) throws(LineupError) {
    let reader = NodeReader()
    let file =
      document.location.source.split(separator: "/").last.map(String.init) ?? document.location.source
    self.init(
      name: file.split(separator: ".").first.map(String.init) ?? file, source: document.location.source)
    read(document, with: reader)
    try reader.finish()
  }

  init(name: String, source: String) {
    self.name = name
    self.source = source
  }

  private mutating func read(_ node: Node, with reader: NodeReader) {
    guard let section = reader.section(node, key: "the month", place: "the month", known: Self.keys) else {
      return
    }
    if let node = section["name"], let text = reader.text(node, key: "name") { name = text }
    reading = section.entries.filter { $0.key == "catalog" || Self.readingKeys.contains($0.key) }
    catalogLocation = section["catalog"]?.location
    if catalogLocation == nil, let first = reading.first {
      reader.report(
        .missingKey("catalog", place: "a month that says how it is read (\"\(first.key)\")"),
        at: first.keyLocation)
    }
    if let node = section["hold"],
      let share = reader.number(
        node, key: "hold", shares: true, allowed: Bounds(lower: 0, upper: 1), expected: "0% to 100%")
    {
      hold = share
    }
    if let node = section["period"] { period = reader.dayRange(node, key: "period") }
    for (key, example) in [
      ("levels", "levels: { daily: daily.yaml }"),
      ("shows", "shows: { \"9.9\": { level: daily, date: 2026-09-09 } }"),
    ]
    where section[key] == nil {
      reader.report(.missingKey(key, place: "the month (such as \(example))"), at: section.location)
    }
    if let node = section["levels"] {
      for entry in reader.mapping(node, key: "levels", expected: "names to scenarios") ?? [] {
        if let level = reader.level(entry) { levels.append(level) }
      }
    }
    if let node = section["shows"] {
      let entries = reader.mapping(node, key: "shows", expected: "names to shows") ?? []
      if entries.isEmpty, case .mapping = node.content {
        reader.report(
          .wrongShape(key: "shows", expected: "one show or more", found: "none"), at: node.location)
      }
      for entry in entries {
        if let show = reader.showEntry(entry) { self.entries.append(show) }
      }
    }
    if let node = section["aired"] {
      for element in reader.list(
        node, key: "aired",
        expected: "trays such as { tray: trays/0830.json, date: 2026-08-30, level: daily }") ?? []
      {
        if let tray = reader.aired(element) { aired.append(tray) }
      }
    }
    if let node = section["rules"] { rules = reader.monthRules(node) }
    checkNames(with: reader)
  }

  private func checkNames(with reader: NodeReader) {
    let known = levels.map(\.name)
    for (level, location) in entries.map({ ($0.level, $0.levelLocation) })
      + aired.map({ ($0.level, $0.levelLocation) })
    where !known.contains(level) && !known.isEmpty {
      reader.report(.unknownName(level, what: "level", known: known), at: location)
    }
    for rule in rules {
      guard case .appearances(let appearances) = rule.form else { continue }
      reader.rule = rule.name
      for clause in appearances.shows.clauses {
        check(clause.condition, of: HeaderName.normalized(clause.attribute), with: reader)
      }
      reader.rule = nil
    }
    var names: Set<String> = []
    for entry in entries {
      for day in entry.days {
        let name = entry.isOfSeveral ? "\(entry.key) \(day)" : entry.key
        if !names.insert(name).inserted {
          reader.report(.duplicateKey(name, firstLine: nil), at: entry.location)
        }
      }
    }
    if let period {
      for entry in entries {
        if let day = entry.days.first(where: { !period.contains($0) }) {
          reader.report(
            .other(
              "\(entry.key) is on \(day), which is outside of the period \(period.lowerBound)..\(period.upperBound)"
            ),
            at: entry.location)
        }
      }
    }
  }
}

extension Month {
  /// Values in "in" that nothing can have: levels are named in the file, days and weekdays are known.
  private func check(_ condition: Condition, of name: String, with reader: NodeReader) {
    switch condition {
    case .equals(let text, let location):
      switch name {
      case "level" where !levels.contains { $0.name == CatalogText.normalized(text) }:
        reader.report(.unknownName(text, what: "level", known: levels.map(\.name)), at: location)
      case "weekday" where Weekday(text) == nil:
        reader.report(
          .unknownName(text, what: "weekday", known: Weekday.allCases.map(\.rawValue)), at: location)
      case "date" where DayText.range(text) == nil:
        reader.report(
          .invalidScalar(
            key: name, text: text, expected: "a day or a range of days such as 2026-10-01..2026-10-31"),
          at: location)
      default: break
      }
    case .anyOf(let conditions):
      for condition in conditions { check(condition, of: name, with: reader) }
    case .not(let inner): check(inner, of: name, with: reader)
    case .has: break
    }
  }
}

extension NodeReader {
  fileprivate func level(_ entry: Node.Entry) -> Month.Level? {
    let name = CatalogText.normalized(entry.key)
    if name.isEmpty {
      report(.emptyName("a level"), at: entry.keyLocation)
      return nil
    }
    guard case .mapping = entry.value.content else {
      return text(entry.value, key: entry.key).map {
        Month.Level(name: name, scenario: $0, location: entry.value.location)
      }
    }
    guard
      let part = section(
        entry.value, key: entry.key, place: "a level", known: Month.levelKeys)
    else { return nil }
    guard let node = part["scenario"] else {
      report(.missingKey("scenario", place: "a level"), at: entry.value.location)
      return nil
    }
    guard let scenario = text(node, key: "scenario") else { return nil }
    var level = Month.Level(name: name, scenario: scenario, location: node.location)
    level.variant = part["variant"].flatMap { text($0, key: "variant") }
    level.change = part["change"].flatMap(change)
    level.weight = part["weight"].flatMap(weight) ?? 1
    return level
  }

  private func change(_ node: Node) -> Node? {
    mapping(node, key: "change", expected: "what changes, such as { show: { minutes: 150 } }") == nil
      ? nil : node
  }

  private func weight(_ node: Node) -> Double? {
    number(node, key: "weight", allowed: Bounds(lower: .leastNonzeroMagnitude), expected: "above 0")
  }

  fileprivate func showEntry(_ entry: Node.Entry) -> Month.Entry? {
    let key = CatalogText.normalized(entry.key)
    if key.isEmpty {
      report(.emptyName("a show"), at: entry.keyLocation)
      return nil
    }
    guard
      let part = section(entry.value, key: entry.key, place: "a show of the month", known: Month.entryKeys)
    else {
      return nil
    }
    guard let levelNode = part["level"] else {
      report(.missingKey("level", place: "a show of the month"), at: entry.value.location)
      return nil
    }
    let level = text(levelNode, key: "level")
    var days: [Day]?
    switch (part["date"], part["dates"]) {
    case (let date?, nil):
      if let on = part.entry("on") {
        report(.keysExclude("date", "on", advice: "weekdays go with \"dates\""), at: on.keyLocation)
      }
      days = day(date, key: "date").map { [$0] }
    case (nil, let dates?):
      days = dayList(dates: dates, on: part["on"])?.days
    case (_?, let dates?):
      report(.keysExclude("date", "dates", advice: "a show has one date, or several"), at: dates.location)
    case (nil, nil):
      report(.missingKey("date", place: "a show of the month"), at: entry.value.location)
    }
    let start = part["start"].flatMap(start)
    let series = part["series"].flatMap { text($0, key: "series") }
    let variant = part["variant"].flatMap { text($0, key: "variant") }
    let change = part["change"].flatMap(self.change)
    let weight = part["weight"].flatMap(self.weight)
    guard let level, let days else { return nil }
    return Month.Entry(
      key: key, location: entry.keyLocation, level: CatalogText.normalized(level),
      levelLocation: levelNode.location,
      days: days, isOfSeveral: part["dates"] != nil, start: start, series: series ?? key, variant: variant,
      change: change, weight: weight)
  }

  /// `20:00`, as it is sorted and shown.
  private func start(_ node: Node) -> String? {
    guard let seconds = clockTime(node, key: "start") else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60))"
  }

  fileprivate func aired(_ node: Node) -> Month.Aired? {
    guard
      let part = section(
        node, key: "aired", place: "an aired tray", known: Month.airedKeys)
    else { return nil }
    for key in ["tray", "date", "level"] where part[key] == nil {
      report(.missingKey(key, place: "an aired tray"), at: node.location)
    }
    guard let tray = part["tray"], let date = part["date"], let level = part["level"] else { return nil }
    let path = text(tray, key: "tray")
    let day = day(date, key: "date")
    let name = text(level, key: "level")
    let series = part["series"].flatMap { text($0, key: "series") }
    let region = part["region"].flatMap { text($0, key: "region") }
    guard let path, let day, let name else { return nil }
    return Month.Aired(
      tray: path, location: tray.location, day: day, level: CatalogText.normalized(name),
      levelLocation: level.location,
      series: series, region: region)
  }

  fileprivate func monthRules(_ node: Node) -> [MonthRule] {
    var rules: [MonthRule] = []
    for entry in mapping(node, key: "rules", expected: "names to rules") ?? [] {
      let name = CatalogText.normalized(entry.key)
      if name.isEmpty {
        report(.emptyName("a rule"), at: entry.keyLocation)
        continue
      }
      rule = name
      if let read = monthRule(name, entry) { rules.append(read) }
      rule = nil
    }
    return rules
  }

  private func text(of node: Node) -> String {
    if case .scalar(let text) = node.content { text } else { "" }
  }

  private func monthRule(_ name: String, _ entry: Node.Entry) -> MonthRule? {
    guard let entries = mapping(entry.value, key: name, expected: "a form and its range") else { return nil }
    guard entries.contains(where: { $0.key == Appearances.form && !$0.value.isNull }) else {
      let known = Month.forms.map { $0.form }
      let all = [Appearances.form] + known
      let used = entries.filter { entry in RuleForms.known.contains { $0.form == entry.key } }
      guard used.isEmpty || used.contains(where: { known.contains($0.key) }) else {
        report(
          .other(
            "the form \"\(used[0].key)\" is one of a show's rules; a rule of the month has one of "
              + all.joined(separator: ", ")), at: used[0].keyLocation)
        return nil
      }
      if used.isEmpty {
        report(.ruleForm(found: [], known: all), at: entry.keyLocation)
        return nil
      }
      guard let read = namedRule(name, entry) else { return nil }
      return MonthRule(name: name, location: entry.keyLocation, penalty: read.penalty, form: .items(read))
    }
    let known = [Appearances.form] + Appearances.keys + ["penalty"]
    guard
      let part = section(entry.value, key: name, place: "a rule by \"\(Appearances.form)\"", known: known),
      let rangeNode = part[Appearances.form]
    else { return nil }
    let range = countBounds(rangeNode, key: Appearances.form)
    var days: Int?
    if let node = part["days"] {
      guard
        let number = number(
          node, key: "days", allowed: Bounds(lower: 1, upper: 3660), expected: "a whole number from 1 on")
      else { return nil }
      guard number == number.rounded() else {
        report(
          .outOfRange(key: "days", text: plain(number), expected: "a whole number from 1 on"),
          at: node.location)
        return nil
      }
      days = Int(number)
    }
    let attribute = part["per"].flatMap { text($0, key: "per") }
    let condition = part["where"].map { self.condition($0) } ?? Where()
    let shows = part["in"].map { self.condition($0, key: "in") } ?? Where()
    var penalty: Double?
    if let node = part["penalty"] {
      penalty = self.penalty(node)
      if penalty == nil { return nil }
    }
    guard let range, let condition, let shows else { return nil }
    guard range.lower == -.infinity || range.lower >= 0, range.upper >= 0 else {
      report(
        .impossibleRange(text: text(of: rangeNode), reason: "a number of items is 0 or more"),
        at: rangeNode.location)
      return nil
    }
    if days != nil, range.lower > 0 {
      report(
        .impossibleRange(
          text: text(of: rangeNode), reason: "with \"days\" only an upper end is meant, such as ..2"),
        at: rangeNode.location)
      return nil
    }
    for clause in shows.clauses where !Month.placeNames.contains(HeaderName.normalized(clause.attribute)) {
      report(
        .unknownName(clause.attribute, what: "name in \"in\"", known: Month.placeNames),
        at: clause.attributeLocation)
    }
    let isOfStyles = attribute.map { HeaderName.normalized($0) == "spu" } ?? true
    return MonthRule(
      name: name, location: entry.keyLocation, penalty: penalty,
      form: .appearances(
        Appearances(
          range: range, days: days, attribute: isOfStyles ? nil : attribute,
          attributeLocation: part["per"]?.location ?? entry.keyLocation, condition: condition, shows: shows)))
  }
}

extension Month {
  /// The forms of a show's rules that go for all shows together too.
  static let forms: [any RuleForm.Type] = [
    SumRule.self, ShareRule.self, AverageRule.self, SplitRule.self, EachRule.self,
  ]
}
