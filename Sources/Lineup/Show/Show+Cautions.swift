extension Show {
  /// What a person should know of the data before trusting a tray.
  static func cautions(
    scenario: Scenario, catalog: Catalog, candidates: [Int32], forecast: [Double], cost: [Double]
  ) -> [Caution] {
    var cautions: [Caution] = []
    func lack(_ count: Int, of figure: Caution.Figure) {
      if count > 0 {
        cautions.append(.missing(figure, candidates: count, areAll: count == candidates.count))
      }
    }
    func unreadable(_ column: CanonicalColumn) -> Int? {
      let missing = (catalog.numbers(column) ?? []).count(where: \.isNaN)
      return missing > 0 ? missing : nil
    }
    if let styles = unreadable(.price) { cautions.append(.noPrice(styles: styles)) }
    if let styles = unreadable(.stock) { cautions.append(.noStock(styles: styles)) }
    let noForecast = candidates.count { forecast[Int($0)].isNaN }
    lack(noForecast, of: .forecast)
    if let (_, numbers) = catalog.forecastSource(scenario.demand) {
      let negative = candidates.count { numbers[Int($0)] < 0 }
      if negative > 0 {
        cautions.append(.negativeForecast(column: scenario.demand?.column, candidates: negative))
      }
    }
    if let level = levelForecast(
      scenario: scenario, catalog: catalog, candidates: candidates, forecast: forecast),
      noForecast < candidates.count
    {
      cautions.append(level)
    }
    if scenario.uses(.margin) || catalog.column(.cost) != nil {
      let noCost = candidates.count { cost[Int($0)].isNaN }
      lack(noCost, of: .cost)
    }
    for name in scenario.summedColumns {
      guard case .found(let position)? = catalog.lookup(name),
        case .numbers(let numbers) = catalog.columns[position].values
      else { continue }
      let missing = candidates.count { numbers[Int($0)].isNaN }
      lack(missing, of: .column(name))
    }
    if let reference = scenario.factors, reference.factors?.isWorthUsing == false {
      cautions.append(.factorsNotWorthUsing(reference.path))
    }
    for named in scenario.rules { cautions += named.rule.cautions(named.frame) }
    return cautions
  }
}

extension Catalog {
  /// The column that the forecast comes from, as people know it, and its numbers; `nil` where there is none.
  func forecastSource(_ demand: Demand?) -> (name: String, numbers: [Double])? {
    guard let demand else { return numbers(.expectedUnits).map { ("forecast", $0) } }
    guard let position = position(of: demand.column), case .numbers(let numbers) = columns[position].values
    else { return nil }
    return (demand.column, numbers)
  }
}

extension Scenario {
  /// Whether the objective or a rule reads a measure.
  func uses(_ measure: Measure) -> Bool {
    measuresRead.contains(measure)
  }

  /// Whether the goal or a rule asks for something made of expected units.
  var asksForUnits: Bool {
    goal != nil || rules.contains { $0.rule.measures.contains(where: \.isMadeOfUnits) }
  }

  /// The numeric columns that the objective or a rule sums, in order, none twice.
  var summedColumns: [String] {
    var names: [String] = []
    for measure in measuresRead {
      if case .column(let name) = measure, !names.contains(name) { names.append(name) }
    }
    return names
  }

  private var measuresRead: [Measure] {
    objective.parts.map(\.measure) + rules.flatMap { $0.rule.measures }
  }
}
