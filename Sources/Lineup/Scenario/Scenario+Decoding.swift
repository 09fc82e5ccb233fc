extension Scenario {
  /// The keys of a scenario.
  static let keys = [
    "name", "catalog", "columns", "tags", "defaults", "demand", "show", "eligible", "pitches", "season",
    "objective", "goal", "rules", "lock", "ban", "variants",
  ]

  /// Decodes a scenario, or one of its variants.
  /// - Parameters:
  ///   - document: what the file holds (see `Node.init(contentsOf:)` in LineupFiles).
  ///   - variant: the name of a variant to apply, if any.
  ///   - settings: changes on top, each a JSON Merge Patch, in order.
  /// - Throws: every unknown key, wrong type and impossible number, with its line.
  public init(
    _ document: Node, variant: String? = nil, settings: [Node] = []
  ) throws(LineupError) {
    var node = document
    if let variant {
      let known = Self.variantNames(in: document)
      guard known.contains(variant), let patch = document["variants"]?[variant] else {
        var error = LineupError(
          .unknownVariant(variant, known: known), at: SourceLocation(source: document.location.source))
        error.kind = .usage
        throw error
      }
      if !patch.isNull { node = node.merging(patch) }
    }
    for setting in settings { node = node.merging(setting) }
    let reader = NodeReader()
    self.init(name: variant, source: document.location.source)
    self.variant = variant
    read(node, with: reader)
    try reader.finish()
  }

  /// The names of a document's variants, in the order written.
  public static func variantNames(in document: Node) -> [String] {
    guard case .mapping(let entries)? = document["variants"]?.content else { return [] }
    return entries.map(\.key)
  }

  private init(name: String?, source: String) {
    let file = source.split(separator: "/").last.map(String.init) ?? source
    self.name = file.split(separator: ".").first.map(String.init) ?? file
    self.source = source
  }

  private mutating func read(_ node: Node, with reader: NodeReader) {
    guard case .mapping = node.content else {
      reader.report(
        .wrongShape(key: "the scenario", expected: "a mapping of keys", found: node.shape),
        at: node.location)
      return
    }
    guard
      let section = reader.section(
        node, key: "the scenario", place: "the scenario", known: Self.keys)
    else { return }
    if let node = section["name"], let text = reader.text(node, key: "name") { name = text }
    if let node = section["catalog"] {
      catalogPath = reader.text(node, key: "catalog")
      catalogLocation = node.location
    }
    readCatalogSettings(section, with: reader)
    if let node = section["demand"] { demand = reader.demand(node) }
    if let node = section["show"] { show = reader.showPlan(node) }
    if let node = section["eligible"],
      let part = reader.section(node, key: "eligible", place: "\"eligible\"", known: ["where"]),
      let condition = part["where"]
    {
      eligible = reader.condition(condition) ?? Where()
    }
    if let node = section["pitches"], let read = reader.pitches(node), !read.isEmpty { pitches = read }
    if let node = section["season"] { season = reader.season(node) }
    if let node = section["objective"] { objective = reader.objective(node) ?? .gmv }
    if let node = section["goal"] { goal = reader.goal(node) }
    if let node = section["rules"] { rules = reader.rules(node) }
    if let node = section["lock"] { locks = reader.locks(node) }
    if let node = section["ban"] { bans = reader.spus(node, key: "ban") ?? [] }
    if let node = section["variants"] {
      _ = reader.mapping(node, key: "variants", expected: "names to changes")
    }
  }

  private mutating func readCatalogSettings(_ section: Section, with reader: NodeReader) {
    let canonical = CanonicalColumn.allCases.map(\.rawValue)
    if let node = section["columns"] {
      for entry in reader.section(node, key: "columns", place: "\"columns\"", known: canonical)?.entries ?? [] {
        guard let column = CanonicalColumn(rawValue: entry.key),
          let header = reader.text(entry.value, key: entry.key)
        else { continue }
        catalogSettings.columns.append(
          .init(column: column, header: header, location: entry.value.location))
      }
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
  }
}

extension NodeReader {
  fileprivate func demand(_ node: Node) -> Demand? {
    let keys = ["column", "times", "per_thousand_views", "views"]
    guard let part = section(node, key: "demand", place: "\"demand\"", known: keys) else { return nil }
    let column = part.entry("column")
    let perViews = part.entry("per_thousand_views")
    if let column, perViews != nil {
      report(
        .keysExclude("column", "per_thousand_views", advice: "give \"column\" with \"times\", or \"per_thousand_views\" with \"views\""),
        at: column.keyLocation)
      return nil
    }
    guard let source = column ?? perViews else {
      report(.missingKey("column", place: "\"demand\""), at: node.location)
      return nil
    }
    let factorKey = column == nil ? "views" : "times"
    let foreign = column == nil ? "times" : "views"
    if let entry = part.entry(foreign) {
      report(
        .unknownKey(foreign, place: "\"demand\" by \"\(source.key)\"", known: [source.key, factorKey]),
        at: entry.keyLocation)
    }
    guard let name = text(source.value, key: source.key) else { return nil }
    guard let factorNode = part[factorKey] else {
      report(.missingKey(factorKey, place: "\"demand\" by \"\(source.key)\""), at: node.location)
      return nil
    }
    guard
      let factor = number(factorNode, key: factorKey, allowed: Bounds(lower: 0), expected: "0 or more")
    else { return nil }
    return Demand(
      column: name, location: source.value.location,
      factor: column == nil ? .views(factor) : .times(factor))
  }

  fileprivate func showPlan(_ node: Node) -> ShowPlan {
    var plan = ShowPlan()
    let keys = ["date", "region", "minutes", "reserved_minutes", "items"]
    guard let part = section(node, key: "show", place: "\"show\"", known: keys) else { return plan }
    let positive = Bounds(lower: 0)
    if let node = part["date"], let text = text(node, key: "date") {
      plan.date = ShowDate(text)
      if plan.date == nil {
        report(.invalidScalar(key: "date", text: text, expected: "a day such as 2026-09-09"), at: node.location)
      }
    }
    if let node = part["region"] {
      plan.region = text(node, key: "region")
      plan.regionLocation = node.location
    }
    if let node = part["minutes"] {
      plan.minutes = number(node, key: "minutes", allowed: positive, expected: "0 or more")
    }
    if let node = part["reserved_minutes"] {
      plan.reservedMinutes =
        number(node, key: "reserved_minutes", allowed: positive, expected: "0 or more") ?? 0
      if let minutes = plan.minutes, plan.reservedMinutes > minutes {
        report(
          .outOfRange(
            key: "reserved_minutes", text: plain(plan.reservedMinutes),
            expected: "at most the show's \(plain(minutes)) minutes"), at: node.location)
      }
    }
    if let node = part["items"] { plan.items = countBounds(node, key: "items") }
    return plan
  }

  fileprivate func pitches(_ node: Node) -> [Pitch]? {
    guard let entries = mapping(node, key: "pitches", expected: "names to pitches") else { return nil }
    var pitches: [Pitch] = []
    for entry in entries {
      let place = "pitch \"\(entry.key)\""
      let name = CatalogText.normalized(entry.key)
      if name.isEmpty { report(.emptyName("a pitch"), at: entry.keyLocation) }
      if entry.value.isNull { continue }
      guard
        let part = section(entry.value, key: entry.key, place: place, known: ["minutes", "lift", "where"])
      else { continue }
      guard let minutesNode = part["minutes"] else {
        report(.missingKey("minutes", place: place), at: entry.keyLocation)
        continue
      }
      var pitch = Pitch(name: name, minutes: 0)
      let positive = Bounds(lower: 0)
      pitch.minutes =
        number(minutesNode, key: "minutes", allowed: positive, expected: "0 or more") ?? 0
      if let node = part["lift"] {
        pitch.lift = number(node, key: "lift", allowed: positive, expected: "0 or more") ?? 1
      }
      if let node = part["where"] { pitch.condition = condition(node) ?? Where() }
      pitches.append(pitch)
    }
    return pitches
  }

  fileprivate func season(_ node: Node) -> Season? {
    guard let part = section(node, key: "season", place: "\"season\"", known: ["index", "calendar"]) else {
      return nil
    }
    if let index = part.entry("index"), part.entry("calendar") != nil {
      report(
        .keysExclude("index", "calendar", advice: "give the season's table by one of them"),
        at: index.keyLocation)
      return nil
    }
    if let node = part["calendar"] {
      return text(node, key: "calendar").map { Season(table: .calendar(path: $0), location: node.location) }
    }
    guard let index = part["index"] else {
      report(.missingKey("index", place: "\"season\""), at: node.location)
      return nil
    }
    guard let entries = mapping(index, key: "index", expected: "season tags to indices") else { return nil }
    let areMappings = entries.map { entry in
      if case .mapping = entry.value.content { true } else { false }
    }
    guard areMappings.contains(true) else {
      return seasonIndex(index, key: "index").map { Season(table: .flat($0), location: index.location) }
    }
    if let odd = zip(entries, areMappings).first(where: { !$0.1 })?.0 {
      report(
        .wrongShape(
          key: odd.key, expected: "a mapping of season tags to indices, as the other regions do",
          found: odd.value.shape), at: odd.value.location)
      return nil
    }
    let regions = entries.compactMap { entry in
      seasonIndex(entry.value, key: entry.key).map {
        (region: CatalogText.normalized(entry.key), index: $0)
      }
    }
    return Season(table: .byRegion(regions), location: index.location)
  }

  fileprivate func objective(_ node: Node) -> Objective? {
    if case .scalar = node.content {
      return text(node, key: "objective").map {
        Objective(
          parts: [.init(measure: Measure(named: $0), weight: 1, location: node.location)],
          isWeighted: false)
      }
    }
    guard case .mapping(let entries) = node.content, !entries.isEmpty else {
      report(
        .wrongShape(
          key: "objective", expected: "a measure such as gmv, or weights such as { gmv: 1, margin: 0.5 }",
          found: node.shape), at: node.location)
      return nil
    }
    let parts = entries.compactMap { entry in
      number(entry.value, key: entry.key).map {
        Objective.Part(measure: Measure(named: entry.key), weight: $0, location: entry.keyLocation)
      }
    }
    return Objective(parts: parts, isWeighted: true)
  }

  fileprivate func goal(_ node: Node) -> Goal? {
    let funnel = ["views", "conversion", "order_value"]
    guard let part = section(node, key: "goal", place: "\"goal\"", known: ["gmv"] + funnel) else {
      return nil
    }
    let positive = Bounds(lower: 0)
    if let gmv = part.entry("gmv") {
      if let other = part.entries.first(where: { funnel.contains($0.key) }) {
        report(
          .keysExclude("gmv", other.key, advice: "give the amount, or views, conversion and order_value"),
          at: other.keyLocation)
        return nil
      }
      return number(gmv.value, key: "gmv", allowed: positive, expected: "0 or more").map { .gmv($0) }
    }
    if part.entries.isEmpty { return nil }
    func factor(_ key: String, shares: Bool = false) -> Double? {
      guard let node = part[key] else {
        report(.missingKey(key, place: "\"goal\" by views, conversion and order_value"), at: node.location)
        return nil
      }
      return shares
        ? number(node, key: key, shares: true, allowed: Bounds(lower: 0, upper: 1), expected: "between 0 and 100%")
        : number(node, key: key, allowed: positive, expected: "0 or more")
    }
    let views = factor("views")
    let conversion = factor("conversion", shares: true)
    let orderValue = factor("order_value")
    guard let views, let conversion, let orderValue else { return nil }
    return .funnel(views: views, conversion: conversion, orderValue: orderValue)
  }

  fileprivate func locks(_ node: Node) -> [Lock] {
    guard let elements = list(node, key: "lock", expected: "SPU ids") else { return [] }
    var locks: [Lock] = []
    for element in elements {
      var lock: Lock?
      if case .mapping = element.content {
        guard let part = section(element, key: "lock", place: "a lock", known: ["spu", "pitch"]) else { continue }
        guard let spu = part["spu"] else {
          report(.missingKey("spu", place: "a lock"), at: element.location)
          continue
        }
        lock = text(spu, key: "spu").map { Lock(spu: $0, pitch: nil, location: element.location) }
        if let pitch = part["pitch"] { lock?.pitch = text(pitch, key: "pitch") }
      } else {
        lock = text(element, key: "lock").map { Lock(spu: $0, pitch: nil, location: element.location) }
      }
      guard let lock else { continue }
      if locks.contains(where: { $0.spu == lock.spu }) {
        report(.listedTwice(lock.spu, key: "lock"), at: element.location)
      } else {
        locks.append(lock)
      }
    }
    return locks
  }

  fileprivate func rules(_ node: Node) -> [NamedRule] {
    guard let entries = mapping(node, key: "rules", expected: "names to rules") else { return [] }
    var rules: [NamedRule] = []
    for entry in entries where !entry.value.isNull {
      let name = CatalogText.normalized(entry.key)
      if name.isEmpty {
        report(.emptyName("a rule"), at: entry.keyLocation)
        continue
      }
      rule = name
      if let read = namedRule(name, entry) { rules.append(read) }
      rule = nil
    }
    return rules
  }

  private func namedRule(_ name: String, _ entry: Node.Entry) -> NamedRule? {
    guard let entries = mapping(entry.value, key: name, expected: "a form and its range") else { return nil }
    let forms = RuleForms.all
    let found = entries.filter { entry in !entry.value.isNull && forms.contains { $0.form == entry.key } }
    guard found.count == 1, let form = forms.first(where: { $0.form == found[0].key }) else {
      report(
        .ruleForm(found: found.map(\.key), known: forms.map { $0.form }),
        at: found.last?.keyLocation ?? entry.keyLocation)
      return nil
    }
    let known = [form.form] + form.keys + ["penalty"]
    guard
      let part = section(entry.value, key: name, place: "a rule by \"\(form.form)\"", known: known)
    else { return nil }
    var penalty: Double?
    if let node = part["penalty"] {
      penalty = number(
        node, key: "penalty", allowed: Bounds(lower: .leastNonzeroMagnitude), expected: "above 0")
      if penalty == nil { return nil }
    }
    guard let rule = form.read(found[0].value, part, self) else { return nil }
    return NamedRule(name: name, location: entry.keyLocation, penalty: penalty, rule: rule)
  }
}

/// A number without a needless `.0`.
func plain(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
}
