/// A scenario bound to its catalog: the candidates, their options and the rows of every rule, ready
/// to be checked, solved or exported.
///
///     let show = try Show(scenario, catalog: catalog)
///     let result = try await show.solve()
public struct Show: Sendable {
  /// What is asked of the show, values spelt as the catalog spells them.
  public let scenario: Scenario
  /// The styles that it chooses from.
  public let catalog: Catalog
  /// Catalog rows of the candidates, ascending.
  package let candidates: [Int32]
  /// How many styles are no candidate, by the first condition that fails.
  package let exclusions: Exclusions

  private(set) var options: OptionTable
  /// The season table as this show reads it; `nil` where the scenario has no season.
  let seasonTable: SeasonTable?
  /// The calendar that it was looked up in, if any.
  package let calendar: SeasonCalendar?
  /// Season index of each catalog row.
  let seasonIndex: [Double]
  let price: [Double]
  /// Unit cost; NaN where it is missing.
  let cost: [Double]
  let stock: [Double]
  /// Expected units of each catalog row before season and lift; NaN where missing.
  private(set) var forecast: [Double]
  /// By what who comes multiplies the forecast of each catalog row; `nil` without a plan of views.
  let mix: [Double]?
  /// What the factors of the scenario make of forecasts; `nil` where it takes none.
  let multipliers: ForecastMultipliers?
  let plan: RowPlan
  /// The offers; `nil` in a show without.
  let offerTable: OfferTable?
  /// Objective measures and their weights.
  let objective: [(measure: BoundMeasure, weight: Double)]
  /// The conditions of `rundown`; `nil` where the scenario has no such section.
  let rundownScopes: RundownScopes?
  /// What a person should know of the data.
  package private(set) var cautions: [Caution]
  /// What a session keeps of the show; `nil` outside of one.
  private(set) var memory: ShowMemory?

  /// How many options there are.
  package var optionCount: Int { options.count }

  /// How many (i, f, o) there are, whatever goes for the whole show.
  var styleOptionCount: Int { options.count / max(1, offerTable?.cases.count ?? 1) }

  /// Why styles are no candidates.
  package struct Exclusions: Sendable, Equatable {
    /// No price above 0.
    package var noPrice = 0
    /// No stock above 0.
    package var noStock = 0
    /// `eligible.where` does not hold.
    package var notEligible = 0
    package var banned = 0
    /// Candidates for which no pitch's `where` holds.
    package var noPitch = 0
  }

  /// Binds a scenario to its catalog.
  /// - Parameters:
  ///   - scenario: a decoded scenario or variant.
  ///   - catalog: its catalog, read with `scenario.catalogSettings`.
  ///   - calendar: what the file of `season.calendar` holds, where the scenario names one.
  /// - Throws: every name and value that the catalog does not know, with its line.
  /// - Complexity: O(styles x (rules + pitches)).
  package init(
    _ scenario: Scenario, catalog: Catalog, calendar: SeasonCalendar? = nil
  ) throws(LineupError) {
    try self.init(
      scenario, catalog: catalog, seasonTable: scenario.seasonTable(calendar: calendar), calendar: calendar)
  }

  /// Binds a scenario to its catalog.
  /// - Throws: every name and value that the catalog does not know; a season calendar, which is a file beside the
  ///   scenario (`Show(_:from:)` reads it).
  public init(_ scenario: Scenario, catalog: Catalog) throws(LineupError) {
    try self.init(scenario, catalog: catalog, calendar: nil)
  }

  /// - Parameter seasonTable: the season table as this show reads it.
  /// - Parameter calendar: what that was looked up in, if anything.
  init(
    _ written: Scenario, catalog asRead: Catalog, seasonTable: SeasonTable?, calendar: SeasonCalendar?
  ) throws(LineupError) {
    self.calendar = calendar
    let (catalog, seasonCautions) = seasonTable.map(asRead.matchingSeasons) ?? (asRead, [])
    let reader = NodeReader()
    var scenario = written.withOffersOnDate(reader).spelt(
      CatalogSpelling(catalog: catalog, seasonTable: seasonTable, hasOffers: written.offers != nil))
    scenario.inputs.catalog = catalog.digest
    self.catalog = catalog
    self.seasonTable = seasonTable
    seasonIndex = Self.seasonIndex(seasonTable, of: catalog)
    let inSeason = seasonIndex.map { $0 >= 1 ? Int32(1) : 0 }
    let missing = [Double](repeating: .nan, count: catalog.count)
    price = catalog.numbers(.price) ?? missing
    stock = catalog.numbers(.stock) ?? missing
    cost = catalog.numbers(.cost) ?? missing

    var binder = RuleBinder(
      catalog: catalog, pitches: scenario.pitches, inSeason: inSeason, options: OptionTable(),
      reader: reader, offerNames: scenario.offers?.names)
    forecast = try binder.forecast(scenario.demand)
    mix = try binder.planViews(of: &scenario, seasonIndex)
    if let mix { for row in forecast.indices { forecast[row] *= mix[row] } }
    self.scenario = scenario
    if let reference = scenario.factors, reference.factors == nil {
      reader.report(.referredFileNotFound(reference.path, key: "factors"), at: reference.location)
    }
    multipliers = scenario.factors?.factors.map {
      ForecastMultipliers($0, catalog: catalog, pitches: scenario.pitches)
    }
    let eligible = binder.scope(scenario.eligible, allowsPitch: false)
    let banned = Set(scenario.bans.compactMap { binder.style($0) })
    let pitchScopes = scenario.pitches.map { binder.scope($0.condition, allowsPitch: false) }

    let offerTable = scenario.offers.map { OfferTable($0, in: binder) }
    self.offerTable = offerTable

    var exclusions = Exclusions()
    var candidates: [Int32] = []
    var options = OptionTable()
    for row in 0..<catalog.count {
      guard price[row] > 0 else { exclusions.noPrice += 1; continue }
      guard stock[row] > 0 else { exclusions.noStock += 1; continue }
      guard eligible.contains(row: row) else { exclusions.notEligible += 1; continue }
      guard !banned.contains(row) else { exclusions.banned += 1; continue }
      candidates.append(Int32(row))
      let demand = forecast[row].isNaN ? 0 : forecast[row]
      let before = options.count
      if let offerTable {
        let entries = offerTable.entries(row: row, price: price[row], cost: cost[row])
        for (position, pitch) in scenario.pitches.enumerated()
        where pitchScopes[position].contains(row: row) {
          let factor = multipliers?.multiplier(row: row, pitch: position) ?? 1
          let usual = demand * factor * seasonIndex[row] * pitch.lift
          options.append(
            row: row, pitch: position, price: price[row], stock: stock[row], demand: usual, entries,
            offerTable.cases)
        }
        if options.count == before { exclusions.noPitch += 1 }
        continue
      }
      for (position, pitch) in scenario.pitches.enumerated()
      where pitchScopes[position].contains(row: row) {
        let factor = multipliers?.multiplier(row: row, pitch: position) ?? 1
        let units = min(stock[row], demand * factor * seasonIndex[row] * pitch.lift)
        options.append(row: row, pitch: position, units: units)
      }
      if options.count == before { exclusions.noPitch += 1 }
    }
    self.candidates = candidates
    self.exclusions = exclusions
    self.options = options

    binder = RuleBinder(
      catalog: catalog, pitches: scenario.pitches, inSeason: inSeason, options: options, reader: reader,
      mostItems: scenario.mostItems, offers: offerTable)
    objective = binder.objective(of: scenario)
    plan = binder.plan(of: scenario)
    rundownScopes = scenario.rundown.map { RundownScopes($0, in: binder) }
    Self.checkShares(scenario, in: binder)
    try reader.finish()
    let offerCautions = offerTable?.cautions(candidates: candidates, price: price, cost: cost) ?? []
    cautions =
      seasonCautions
      + Self.cautions(
        scenario: scenario, catalog: catalog, candidates: candidates, forecast: forecast, cost: cost)
      + (scenario.viewsAnswer?.cautions ?? []) + offerCautions + reader.warnings.map(Caution.problem)
  }

  /// The same candidates and options under changed rules, locks, goal or bounds of the show.
  /// - Parameter scenario: differs from this show's in `show.minutes`, `show.items`, `goal`, `locks`,
  ///   `rules` and `objective` at most.
  /// - Complexity: O(options x rules of form `each`).
  func rebound(to scenario: Scenario) throws(LineupError) -> Show {
    try Show(self, reboundTo: scenario)
  }

  private init(_ show: Show, reboundTo scenario: Scenario) throws(LineupError) {
    self.scenario = scenario
    catalog = show.catalog
    candidates = show.candidates
    exclusions = show.exclusions
    options = show.options
    seasonTable = show.seasonTable
    calendar = show.calendar
    seasonIndex = show.seasonIndex
    price = show.price
    cost = show.cost
    stock = show.stock
    forecast = show.forecast
    offerTable = show.offerTable
    mix = show.mix
    multipliers = show.multipliers
    cautions = show.cautions
    let reader = NodeReader()
    var binder = RuleBinder(
      catalog: catalog, pitches: scenario.pitches, inSeason: seasonIndex.map { $0 >= 1 ? Int32(1) : 0 },
      options: options, reader: reader, mostItems: scenario.mostItems, offers: offerTable)
    objective = binder.objective(of: scenario)
    plan = binder.plan(of: scenario)
    rundownScopes = scenario.rundown.map { RundownScopes($0, in: binder) }
    try reader.finish()
  }

  /// The show with a memory of its own, which every answer about it uses.
  package func remembering() -> Show {
    var other = self
    other.memory = ShowMemory()
    return other
  }

  /// The show with more that a person should know.
  func cautioning(of more: [Caution]) -> Show {
    var other = self
    other.memory = nil
    other.cautions += more
    return other
  }

  /// The show if every option sold one unit: what it adds to sums of units is then what each unit adds.
  func perUnit() -> Show {
    var other = self
    other.memory = nil
    for option in 0..<options.count { other.options.setUnits(1, of: option) }
    return other
  }

  /// The show if every forecast were off by a factor.
  /// - Parameter factors: one a catalog row, 0 or more.
  func scalingForecasts(by factors: [Double]) -> Show {
    var other = self
    other.memory = nil
    for row in forecast.indices { other.forecast[row] *= factors[row] }
    for option in 0..<options.count {
      let row = Int(options.rows[option])
      let demand = other.forecast[row].isNaN ? 0 : other.forecast[row]
      let pitch = Int(options.pitches[option])
      let factor = multipliers?.multiplier(row: row, pitch: pitch) ?? 1
      let lift = scenario.pitches[pitch].lift * options.lift(option)
      other.options.setUnits(min(stock[row], demand * factor * seasonIndex[row] * lift), of: option)
    }
    return other
  }

  /// The show if the demand of every option were another, before stock.
  /// - Parameter demand: one an option, 0 or more.
  func selling(_ demand: [Double]) -> Show {
    var other = self
    other.memory = nil
    for option in 0..<options.count {
      other.options.setUnits(min(stock[Int(options.rows[option])], demand[option]), of: option)
    }
    return other
  }

  /// The forecast of a style with a lift, before factors and stock; 0 where it has none.
  func baseDemand(row: Int, lift: Double) -> Double {
    (forecast[row].isNaN ? 0 : forecast[row]) * seasonIndex[row] * lift
  }

  /// The largest index among each style's season tags (contract, section 2).
  private static func seasonIndex(_ table: SeasonTable?, of catalog: Catalog) -> [Double] {
    guard let table, case .tags(let codes, let sets)? = catalog.column(.season)?.values else {
      return [Double](repeating: 1, count: catalog.count)
    }
    let indexOfSet = sets.map { tags in
      tags.map { $0 == "all" ? 1 : table[$0] ?? 1 }.max() ?? 1
    }
    return codes.map { $0 < 0 ? 1 : indexOfSet[Int($0)] }
  }
}

extension RuleBinder {
  /// Expected units of each row before season and lift; NaN where missing.
  fileprivate func forecast(_ demand: Demand?) throws(LineupError) -> [Double] {
    let column = catalog.column(.expectedUnits)
    let own = catalog.numbers(.expectedUnits)
    guard let demand else {
      // Fewer than none are none: returns are no sales. A missing forecast stays one.
      return own?.map { $0 < 0 ? 0 : $0 } ?? [Double](repeating: .nan, count: catalog.count)
    }
    if let header = column?.header {
      reader.report(.demandAndColumn(header: header), at: demand.location)
      return own ?? []
    }
    guard let numbers = writtenNumbers(demand.column, at: demand.location) else {
      return [Double](repeating: .nan, count: catalog.count)
    }
    if let row = numbers.firstIndex(where: { abs($0) > NumberLimits.greatest }) {
      reader.report(
        .outOfRange(key: demand.column, text: plain(numbers[row]), expected: "1e15 or less in size"),
        at: catalog.location(ofRow: row))
    }
    return numbers.enumerated().map { row, number in
      let units = number.isNaN ? own?[row] ?? .nan : demand.units(number)
      return units < 0 ? 0 : units
    }
  }

  /// The numbers that the file has in a column, never a default; or `nil` and a report.
  private func writtenNumbers(_ name: String, at location: SourceLocation) -> [Double]? {
    if let position = catalog.position(of: name), catalog.columns[position].header == nil {
      reader.report(
        .unknownAttribute(name, known: catalog.columns.compactMap(\.header)), at: location)
      return nil
    }
    guard numbers(name, at: location) != nil, let position = catalog.position(of: name) else { return nil }
    return catalog.columns[position].writtenNumbers
  }

  fileprivate func objective(of scenario: Scenario) -> [(measure: BoundMeasure, weight: Double)] {
    let here = SourceLocation(source: scenario.source)
    let parts = scenario.objective.parts.compactMap { part in
      measure(part.measure, at: part.location ?? here, factor: abs(part.weight)).map {
        (measure: $0, weight: part.weight)
      }
    }
    checkObjective(parts, at: scenario.objective.parts.first?.location ?? here)
    return parts
  }

  /// The rows of every rule, in the order of a result; a row made twice is reported.
  fileprivate mutating func plan(of scenario: Scenario) -> RowPlan {
    var reserved: Set = [Scenario.itemsRow, Scenario.airTimeRow, Scenario.salesGoalRow]
    var ruleOfRow: [String: String] = [:]
    for (frame, rule, location) in scenario.allRules {
      let isUsersOwn = location != nil
      reader.rule = isUsersOwn ? frame.name : nil
      let isReserved = isUsersOwn && reserved.contains(frame.name)
      if let location, isReserved {
        reader.rule = nil
        reader.report(.reservedName(frame.name), at: location)
      }
      if !isUsersOwn { reserved.insert(frame.name) }
      let before = plan.blocks.count
      rule.formulate(frame, in: &self)
      for block in plan.blocks[before...] {
        var rowsOfBlock: Set<String> = []
        for row in block.resultRows {
          if !rowsOfBlock.insert(row).inserted, let location {
            reader.report(.rowListedTwice(row), at: location)
          } else if let other = ruleOfRow[row], let location, !isReserved {
            reader.report(.duplicateRow(row, other: other), at: location)
          }
        }
        for row in rowsOfBlock { ruleOfRow[row] = frame.name }
      }
      reader.rule = nil
    }
    return plan
  }
}

extension RowBlock {
  /// The names under which a result lists the rows of the block.
  fileprivate var resultRows: [String] {
    switch labels {
    case .none, .sides, .numbered: [rule]
    case .values(let values): values.map { "\(rule): \($0)" }
    case .named(let names): names
    }
  }
}
