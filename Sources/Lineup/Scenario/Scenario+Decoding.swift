extension Scenario {
  /// The keys of a scenario.
  static let keys = [
    "name", "catalog", "columns", "tags", "defaults", "demand", "show", "eligible", "pitches", "season",
    "objective", "goal", "rules", "lock", "ban", "variants", "values", "numbers", "on_duplicate", "sheet",
    "encoding", "rundown", "offers", "totals", "header", "hidden", "leave_out", "equal_rows", "tables",
    "views", "audience", "share",
  ]

  /// Decodes a scenario, or one of its variants.
  /// - Parameters:
  ///   - document: what the file holds (see `Node.init(contentsOf:)` in LineupFiles).
  ///   - variant: the name of a variant to apply, if any.
  ///   - settings: changes on top, each a JSON Merge Patch, in order.
  /// - Throws: every unknown key, wrong type and impossible number, with its line.
  package init(
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
    do throws(LineupError) {
      try reader.finish()
    } catch {
      var error = error
      if error.problems.allSatisfy({ $0.rule != nil }) { error.readable = .scenario(self) }
      throw error
    }
    if case .mapping(let entries) = node.content {
      self.document = Node(
        .mapping(entries.filter { $0.key != "variants" && !($0.key == "catalog" && catalogRows != nil) }),
        at: node.location)
    }
  }

  /// The names of a document's variants, in the order written.
  package static func variantNames(in document: Node) -> [String] {
    guard case .mapping(let entries)? = document["variants"]?.content else { return [] }
    return entries.map(\.key)
  }

  private init(name: String?, source: String) {
    let file = source.split(separator: "/").last.map(String.init) ?? source
    self.name = file.split(separator: ".").first.map(String.init) ?? file
    self.source = source
  }

  /// `catalog: styles.csv`, or `catalog: { rows: [{ spu: A1, price: 99, stock: 10 }] }`
  private mutating func readCatalog(_ node: Node, with reader: NodeReader) {
    catalogLocation = node.location
    if case .sequence(let elements) = node.content {
      if elements.isEmpty {
        reader.report(
          .wrongShape(key: "catalog", expected: "a file or a list of files", found: "an empty list"),
          at: node.location)
      }
      for element in elements {
        guard let path = reader.text(element, key: "catalog") else { continue }
        if catalogPaths.contains(path) {
          reader.report(.listedTwice(path, key: "catalog"), at: element.location)
        }
        catalogPaths.append(path)
      }
      return
    }
    guard case .mapping = node.content else {
      catalogPaths = reader.text(node, key: "catalog").map { [$0] } ?? []
      return
    }
    guard
      let section = reader.section(node, key: "catalog", place: "\"catalog\"", known: ScenarioKeys.catalog)
    else { return }
    guard let rows = section["rows"] else {
      return reader.report(.missingKey("rows", place: "\"catalog\""), at: node.location)
    }
    catalogRows = reader.list(rows, key: "rows", expected: "rows such as { spu: A1, price: 99, stock: 10 }")
    // What goes for files alone is refused with rows, not ignored.
    let settings = catalogSettings
    for (key, location) in [
      ("sheet", settings.sheets.first?.location), ("header", settings.header?.location),
      ("encoding", settings.encoding?.location),
    ] {
      guard let location else { continue }
      reader.report(
        .keysExclude("rows", key, advice: "\"\(key)\" says how a file is read; take it out"), at: location)
    }
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
    reader.hasOffers = section["offers"] != nil
    if let node = section["name"], let text = reader.text(node, key: "name") { name = text }
    readCatalogSettings(section, with: reader)
    if let node = section["catalog"] { readCatalog(node, with: reader) }
    if let node = section["demand"] {
      demand = reader.demand(node)
      factors = reader.factors(node)
    }
    if let node = section["show"] { show = reader.showPlan(node) }
    if let node = section["eligible"],
      let part = reader.section(node, key: "eligible", place: "\"eligible\"", known: ScenarioKeys.eligible),
      let condition = part["where"]
    {
      eligible = reader.condition(condition) ?? Where()
    }
    if let node = section["pitches"], let read = reader.pitches(node), !read.isEmpty { pitches = read }
    if let node = section["offers"] { offers = reader.offerPlan(node) }
    if let node = section["season"] { season = reader.season(node) }
    if let node = section["objective"] { objective = reader.objective(node) ?? .gmv }
    if let node = section["goal"] { goal = reader.goal(node) }
    if let node = section["rules"] { rules = reader.rules(node) }
    if let node = section["lock"] { locks = reader.locks(node) }
    if let node = section["ban"] { bans = reader.spus(node, key: "ban") ?? [] }
    if let node = section["rundown"] { rundown = reader.rundown(node) }
    if let node = section["views"] { views = reader.views(node) }
    if let node = section["audience"] { audience = reader.audience(node) }
    if let views { reader.check(views, audience: audience, goal: goal, demand: demand) }
    if let node = section["share"] { shares = reader.shares(node) }
    if let node = section["variants"] {
      _ = reader.mapping(node, key: "variants", expected: "names to changes")
    }
  }
}
