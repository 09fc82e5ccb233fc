/// A small show as the files that a person would write.
extension SmallShow {
  /// Files by name; the scenario is `scenario`.
  package struct Files: Sendable {
    package var scenario: String
    package var texts: [(name: String, text: String)]
    /// A variant that turns what the scenario says into the show, if there is one.
    package var variant: String?
    /// Settings that do, on top.
    package var settings: [String] = []
  }

  /// The number in digits, without an exponent.
  static func text(_ number: Double) -> String {
    if number == number.rounded() && abs(number) < 1e15 { return String(Int(number)) }
    let parts = "\(number)".split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), exponent < 0 else { return "\(number)" }
    let digits = parts[0].filter { $0.isNumber }.replacing(/0+$/, with: "")
    return (number < 0 ? "-" : "") + "0." + String(repeating: "0", count: -exponent - 1) + digits
  }

  package static func text(_ condition: Condition) -> String {
    switch condition {
    case .text(let text): text
    case .truth(let truth): "\(truth)"
    case .range(let range): text(range)
    case .anyOf, .not: ""
    }
  }

  static func text(_ range: Range) -> String {
    if let lower = range.lower, lower == range.upper { return text(lower) }
    return (range.lower.map(text) ?? "") + ".." + (range.upper.map(text) ?? "")
  }

  /// The files of the show, in one of the many ways to write them.
  package func files(seed: UInt64) -> Files {
    var random = RandomSource(seed: seed &+ 0x5EED)
    var pen = Pen(show: self, random: random)
    var document = pen.document()
    random = pen.random
    let isJSON = random.chance(0.25)
    var files = Files(scenario: isJSON ? "show.json" : "show.yaml", texts: [])
    if random.chance(0.3) { hide(in: &document, &files, &random) }
    let piece = Piece.map(document)
    files.texts = [
      (files.scenario, isJSON ? piece.json : piece.yaml(blockDepth: random.integer(1...4))),
      ("catalog.csv", pen.catalog()),
    ]
    if let calendar = pen.calendar() { files.texts.append(("calendar.yaml", calendar.yaml())) }
    return files
  }

  /// Writes another show from which a variant or a setting makes this one.
  private func hide(
    in document: inout [(key: String, value: Piece)], _ files: inout Files, _ random: inout RandomSource
  ) {
    let decoy = Piece.map([("sum", .scalar("items")), ("range", .scalar("90.."))])
    func take(_ key: String) -> Piece? {
      guard let position = document.firstIndex(where: { $0.key == key }) else { return nil }
      return document.remove(at: position).value
    }
    var changes: [(key: String, value: Piece)] = []
    if case .map(let rules)? = take("rules") {
      document.append(("rules", .map([("decoy", decoy)] + rules)))
    } else {
      document.append(("rules", .map([("decoy", decoy)])))
    }
    if random.chance(0.5) {
      files.settings = ["rules.decoy="]
    } else {
      changes.append(("rules", .map([("decoy", .null)])))
    }
    if let objective = take("objective") { changes.append(("objective", objective)) }
    if let lock = take("lock") {
      document.append(("lock", .list([])))
      changes.append(("lock", lock))
    }
    if changes.isEmpty { return }
    files.variant = "the show"
    document.append(("variants", .map([("another", .map([])), ("the show", .map(changes))])))
  }

  private struct Pen {
    let show: SmallShow
    var random: RandomSource
    /// The header of each canonical column.
    var headers: [String: String] = [:]
    var mapped: [(key: String, value: Piece)] = []

    init(show: SmallShow, random: RandomSource) {
      self.show = show
      self.random = random
      let aliases = [
        "spu": "款号", "price": "Live Price", "stock": "库存", "cost": "원가", "expected_units": "预估销量",
        "gender": "性别", "role": "定位", "family": "Style Family", "season": "季节", "brand": "Brand Name",
      ]
      for name in [
        "spu", "gender", "brand", "family", "season", "role", "price", "stock", "cost", "expected_units",
      ] {
        switch self.random.integer(0...5) {
        case 0: headers[name] = aliases[name]
        case 1 where isThere(name):
          headers[name] = "my \(name)"
          mapped.append((name, .scalar("my \(name)")))
        default: headers[name] = name
        }
      }
    }

    private func isThere(_ column: String) -> Bool {
      switch column {
      case "stock": show.hasStock
      case "cost": show.hasCost
      case "expected_units": show.hasExpectedUnits
      default: true
      }
    }

    // MARK: The scenario

    mutating func document() -> [(key: String, value: Piece)] {
      var document: [(key: String, value: Piece)] = [
        ("name", .scalar("a small show")), ("catalog", .scalar("catalog.csv")),
      ]
      func number(_ value: Double) -> Piece { .scalar(SmallShow.text(value)) }
      if !mapped.isEmpty { document.append(("columns", .map(mapped))) }
      document.append(("tags", .list([.scalar("colour")])))
      if !show.defaults.isEmpty {
        var defaults: [(key: String, value: Piece)] = []
        if let stock = show.defaults.stock { defaults.append(("stock", number(stock))) }
        if let units = show.defaults.expectedUnits { defaults.append(("expected_units", number(units))) }
        if let gender = show.defaults.gender { defaults.append(("gender", .scalar(gender))) }
        document.append(("defaults", .map(defaults)))
      }
      switch show.demand {
      case .times(let times):
        document.append(("demand", .map([("column", .scalar("weight")), ("times", number(times))])))
      case .views(let views):
        document.append(
          ("demand", .map([("per_thousand_views", .scalar("Weight")), ("views", number(views))])))
      case nil: break
      }
      var plan: [(key: String, value: Piece)] = []
      if let month = show.month { plan.append(("date", .scalar("2026-\(month < 10 ? "0" : "")\(month)-09"))) }
      if let region = show.region { plan.append(("region", .scalar(region))) }
      if let minutes = show.minutes { plan.append(("minutes", number(minutes))) }
      if let reserved = show.reservedMinutes { plan.append(("reserved_minutes", number(reserved))) }
      if let items = show.items { plan.append(("items", range(items))) }
      if !plan.isEmpty { document.append(("show", .map(plan))) }
      if !show.eligible.isEmpty { document.append(("eligible", .map([("where", clauses(show.eligible))]))) }
      if !show.pitches.isEmpty {
        let pitches = show.pitches.map { pitch -> (key: String, value: Piece) in
          var entries: [(key: String, value: Piece)] = [("minutes", number(pitch.minutes))]
          if let lift = pitch.lift { entries.append(("lift", number(lift))) }
          if !pitch.condition.isEmpty { entries.append(("where", clauses(pitch.condition))) }
          return (pitch.name, .map(entries))
        }
        document.append(("pitches", .map(pitches)))
      }
      switch show.season {
      case .flat(let index): document.append(("season", .map([("index", seasonIndex(index))])))
      case .byRegion(let regions):
        let table = Piece.map(regions.map { ($0.region, seasonIndex($0.index)) })
        document.append(("season", .map([("index", table)])))
      case .calendar: document.append(("season", .map([("calendar", .scalar("./calendar.yaml"))])))
      case nil: break
      }
      switch show.objective {
      case .measure(let measure): document.append(("objective", .scalar(measure)))
      case .weighted(let parts):
        document.append(("objective", .map(parts.map { ($0.measure, number($0.weight)) })))
      case nil: break
      }
      switch show.goal {
      case .gmv(let amount): document.append(("goal", .map([("gmv", number(amount))])))
      case .funnel(let views, let percent, let orderValue):
        document.append(
          (
            "goal",
            .map([
              ("views", number(views)), ("conversion", .scalar("\(SmallShow.text(percent))%")),
              ("order_value", number(orderValue)),
            ])
          ))
      case nil: break
      }
      if !show.rules.isEmpty { document.append(("rules", .map(show.rules.map { ($0.name, rule($0)) }))) }
      if !show.locks.isEmpty {
        document.append(
          (
            "lock",
            .list(
              show.locks.map { lock in
                lock.pitch.map { .map([("spu", .scalar(lock.spu)), ("pitch", .scalar($0))]) }
                  ?? .scalar(lock.spu)
              })
          ))
      }
      if !show.bans.isEmpty { document.append(("ban", .list(show.bans.map(Piece.scalar)))) }
      return document
    }

    private func seasonIndex(_ index: [(tag: String, index: Double)]) -> Piece {
      .map(index.map { ($0.tag, .scalar(SmallShow.text($0.index))) })
    }

    private mutating func range(_ range: Range, shares: Bool = false) -> Piece {
      guard shares else { return .scalar(SmallShow.text(range)) }
      let isWhole = [range.lower, range.upper].allSatisfy { end in
        end.map { abs(($0 * 100).rounded() / 100 - $0) < 1e-15 } ?? true
      }
      if !isWhole || random.chance(0.3) { return .scalar(SmallShow.text(range)) }
      func percent(_ end: Double?) -> String { end.map { "\(Int(($0 * 100).rounded()))%" } ?? "" }
      if range.lower == range.upper { return .scalar(percent(range.lower)) }
      return .scalar(percent(range.lower) + ".." + percent(range.upper))
    }

    private mutating func rule(_ rule: Rule) -> Piece {
      var entries: [(key: String, value: Piece)] = []
      func spus(_ spus: [String]) -> Piece { .list(spus.map(Piece.scalar)) }
      func condition(_ key: String, _ clauses: [Clause], _ pen: inout Pen) {
        if !clauses.isEmpty { entries.append((key, pen.clauses(clauses))) }
      }
      switch rule.form {
      case .sum(let measure, let clauses, let range):
        entries = [("sum", .scalar(measure)), ("range", self.range(range))]
        condition("where", clauses, &self)
      case .share(let measure, let clauses, of: let whole, let range):
        entries = [("share", .scalar(measure)), ("range", self.range(range, shares: true))]
        condition("where", clauses, &self)
        condition("of", whole, &self)
      case .average(let column, let clauses, let range):
        entries = [("average", .scalar(attribute(column))), ("range", self.range(range))]
        condition("where", clauses, &self)
      case .split(let name, let quotas, let clauses):
        let items = quotas.map { (key: SmallShow.text($0.value), value: range($0.range)) }
        entries = [("split", .scalar(attribute(name))), ("items", .map(items))]
        condition("where", clauses, &self)
      case .each(let name, let range, let clauses):
        entries = [("each", .scalar(attribute(name))), ("items", self.range(range))]
        condition("where", clauses, &self)
      case .together(let ids): entries = [("together", spus(ids))]
      case .exclusive(let ids): entries = [("exclusive", spus(ids))]
      case .requires(let spu, let anyOf):
        entries = [("requires", .map([("spu", .scalar(spu)), ("any_of", spus(anyOf))]))]
      }
      if let penalty = rule.penalty { entries.append(("penalty", .scalar(SmallShow.text(penalty)))) }
      return .map(entries)
    }

    private mutating func clauses(_ clauses: [Clause]) -> Piece {
      .map(clauses.map { (attribute($0.attribute), condition($0.condition)) })
    }

    /// A name that the attribute answers to: the canonical one, the header, another letter case.
    private mutating func attribute(_ name: String) -> String {
      switch random.integer(0...5) {
      case 0: headers[name] ?? name
      case 1: name.uppercased()
      default: name
      }
    }

    private func condition(_ condition: Condition) -> Piece {
      switch condition {
      case .text, .truth, .range: .scalar(SmallShow.text(condition))
      case .anyOf(let inner): .list(inner.map { self.condition($0) })
      case .not(let inner): .map([("not", self.condition(inner))])
      }
    }

    // MARK: The other files

    mutating func calendar() -> Piece? {
      guard case .calendar(let regions)? = show.season else { return nil }
      return .map(
        regions.map { region in
          (region.region, .map(region.months.map { ("\($0.month)", seasonIndex($0.index)) }))
        })
    }

    mutating func catalog() -> String {
      let delimiter = random.one(of: [",", ",", ",", ";", "\t"])
      let lineEnd = random.chance(0.3) ? "\r\n" : "\n"
      let joint = random.one(of: delimiter == ";" ? ["|", "/", "、"] : ["|", " | ", ";", "/", "、"])
      func tags(_ tags: [String]) -> String? { tags.isEmpty ? nil : tags.joined(separator: joint) }
      func number(_ number: Double?) -> String? { number.map(SmallShow.text) }
      var columns: [(header: String, cell: (Style) -> String?)] = [
        (headers["spu"] ?? "spu", { $0.spu }),
        (headers["price"] ?? "price", { number($0.price) }),
        (headers["gender"] ?? "gender", { $0.gender }),
        (headers["brand"] ?? "brand", { $0.brand }),
        (headers["family"] ?? "family", { $0.family }),
        (headers["season"] ?? "season", { tags($0.season) }),
        (headers["role"] ?? "role", { tags($0.role) }),
        ("colour", { tags($0.colour) }),
        ("weight", { number($0.weight) }),
        ("Score", { number($0.score) }),
      ]
      if show.hasStock { columns.append((headers["stock"] ?? "stock", { number($0.stock) })) }
      if show.hasCost { columns.append((headers["cost"] ?? "cost", { number($0.cost) })) }
      if show.hasExpectedUnits {
        columns.append((headers["expected_units"] ?? "expected_units", { number($0.expectedUnits) }))
      }
      columns = random.some(columns.count, of: columns)
      var quoting = random
      func cell(_ text: String) -> String {
        let mustQuote = text.contains { "\",;\t\n".contains($0) }
        return mustQuote || quoting.chance(0.1) ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
      }
      var text = random.chance(0.3) ? "\u{FEFF}" : ""
      text += columns.map { cell($0.header) }.joined(separator: delimiter) + lineEnd
      for style in show.styles {
        var cells = columns.map { cell($0.cell(style) ?? "") }
        while random.chance(0.5), cells.last == "", cells.count > 1 { cells.removeLast() }
        text += cells.joined(separator: delimiter) + lineEnd
        if random.chance(0.1) { text += lineEnd }
      }
      return text
    }
  }
}
