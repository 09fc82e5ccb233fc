import JointPlanning

/// Binds rules of a month show by show. What one show does not know another may: only what no show knows is a problem.
struct RuleBinding {
  private let showCount: Int
  private var tallies: [(problem: Problem, count: Int)] = []
  private var bound: [String: Int] = [:]
  private var rule: String?

  init(showCount: Int) { self.showCount = showCount }

  mutating func begin(_ rule: String) { self.rule = rule }

  /// What is wrong on every show that was bound.
  var problems: [Problem] {
    tallies.filter { $0.count == bound[$0.problem.rule ?? ""] ?? 1 }.map(\.problem)
  }

  private mutating func note(_ found: [Problem]) {
    for problem in found {
      if let known = tallies.firstIndex(where: { $0.problem == problem }) {
        tallies[known].count += 1
      } else {
        tallies.append((problem, 1))
      }
    }
  }

  private func binder(_ show: Show, at place: MonthPlace, among places: [MonthPlace], _ reader: NodeReader)
    -> RuleBinder
  {
    RuleBinder(
      catalog: show.catalog.placed(at: place, among: places), pitches: show.scenario.pitches,
      inSeason: show.seasonIndex.map { $0 >= 1 ? 1 : 0 }, options: show.options, reader: reader,
      offers: show.offerTable)
  }

  /// The rows of rules on a show, and the rule of each row.
  mutating func plan(
    _ rules: [NamedRule], _ show: Show, at place: MonthPlace, among places: [MonthPlace]
  ) -> (RowPlan, [String]) {
    let reader = NodeReader()
    var binder = binder(show, at: place, among: places, reader)
    let spelling = CatalogSpelling(catalog: binder.catalog, seasonTable: show.seasonTable)
    var rulesOfRow: [String] = []
    for named in rules {
      reader.rule = named.name
      bound[named.name, default: 0] += 1
      var rule = named.rule
      rule.spell(spelling)
      rule.formulate(named.frame, in: &binder)
      while rulesOfRow.count < binder.plan.lower.count { rulesOfRow.append(named.name) }
    }
    reader.rule = nil
    note(reader.found)
    return (binder.plan, rulesOfRow)
  }

  /// A condition on a show.
  mutating func scope(
    _ condition: Where, _ show: Show, at place: MonthPlace, among places: [MonthPlace]
  ) -> Scope {
    let reader = NodeReader()
    let binder = binder(show, at: place, among: places, reader)
    let spelling = CatalogSpelling(catalog: binder.catalog, seasonTable: show.seasonTable)
    reader.rule = rule
    bound[rule ?? "", default: 0] += 1
    let scope = binder.scope(spelling.standing(condition))
    note(reader.found)
    return scope
  }

  /// The groups of styles that a rule counts; without `values` each style is its own.
  struct Groups {
    var index: JointProgram.StyleGroups
    var values: [String]?
  }

  mutating func groups(_ appearances: Appearances, _ month: BoundMonth) -> Groups? {
    let count = month.catalog.count
    guard let name = appearances.attribute else {
      return Groups(
        index: JointProgram.StyleGroups(count: count, ofStyles: (0..<count).map { [Int32($0)] }), values: nil)
    }
    let reader = NodeReader()
    reader.rule = rule
    let binder = RuleBinder(
      catalog: month.catalog, pitches: [], inSeason: [], options: OptionTable(), reader: reader)
    guard HeaderName.normalized(name) != Attribute.pitchName,
      HeaderName.normalized(name) != Attribute.inSeasonName,
      let attribute = binder.attribute(name, at: appearances.attributeLocation)
    else {
      var found = reader.found
      if found.isEmpty {
        found = [
          Problem(
            .other("\"per\" counts what styles have in common; \"\(name)\" changes from show to show"),
            at: appearances.attributeLocation)
        ]
      }
      tallies += found.map { ($0, bound[$0.rule ?? ""] ?? 1) }
      return nil
    }
    switch attribute {
    case .text(let codes, let values):
      return Groups(
        index: JointProgram.StyleGroups(count: values.count, ofStyles: codes.map { $0 < 0 ? [] : [$0] }),
        values: values)
    case .tags(let codes, let sets):
      let index = ValueIndex(sets: sets)
      return Groups(
        index: JointProgram.StyleGroups(
          count: index.values.count, ofStyles: codes.map { $0 < 0 ? [] : index.valuesOfCode[Int($0)] }),
        values: index.values)
    case .numbers(let numbers):
      let sorted = Set(numbers.filter { !$0.isNaN }).sorted()
      let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, Int32($0)) })
      return Groups(
        index: JointProgram.StyleGroups(
          count: sorted.count, ofStyles: numbers.map { $0.isNaN ? [] : places[$0].map { [$0] } ?? [] }),
        values: sorted.map(plain))
    case .pitch, .offer: return nil
    }
  }

  /// Whether an aired item counts in a condition: its attributes are those of the month's catalog, its pitch the tray's.
  func counts(_ item: AiredItem, _ condition: Where, _ month: BoundMonth, row: Int) -> Bool {
    let reader = NodeReader()
    let placed = month.catalog.placed(
      at: item.place, among: month.shows.map(\.place) + month.aired.map(\.place))
    let binder = RuleBinder(
      catalog: placed, pitches: [Pitch(name: item.pitch, minutes: 0)],
      inSeason: Array(
        repeating: item.isInSeason ? 1 : 0, count: placed.count),
      options: OptionTable(), reader: reader)
    let spelling = CatalogSpelling(catalog: placed, seasonTable: nil)
    let scope = binder.scope(spelling.standing(condition))
    return scope.contains(row: row) && scope.contains(pitch: 0)
  }
}
