extension Show {
  /// What a person should know of the data before trusting a tray.
  static func warnings(
    scenario: Scenario, catalog: Catalog, candidates: [Int32], forecast: [Double], cost: [Double]
  ) -> [String] {
    var warnings: [String] = []
    func lack(_ count: Int, of what: String, countAs value: String) {
      if count == 0 { return }
      let all = count == candidates.count ? "all " : ""
      warnings.append(
        count == 1
          ? "1 candidate has no \(what) and counts as \(value)"
          : "\(all)\(count) \(count == 1 ? "candidate has" : "candidates have") no \(what) and \(count == 1 ? "counts" : "count") as \(value)"
      )
    }
    for (column, what) in [(CanonicalColumn.price, "price"), (.stock, "stock figure")] {
      let missing = (catalog.numbers(column) ?? []).count(where: \.isNaN)
      if missing == 0 { continue }
      warnings.append(
        missing == 1
          ? "1 style has no \(what) that can be read and is no candidate"
          : "\(missing) styles have no \(what) that can be read and are no candidates")
    }
    let noForecast = candidates.count { forecast[Int($0)].isNaN }
    lack(noForecast, of: "forecast", countAs: "0 units")
    if let (name, numbers) = catalog.forecastSource(scenario.demand) {
      let negative = candidates.count { numbers[Int($0)] < 0 }
      if negative > 0 {
        warnings.append(
          negative == 1
            ? "1 candidate has a negative \(name) and counts as 0 units"
            : "\(negative) candidates have a negative \(name) and count as 0 units")
      }
    }
    if let level = levelForecast(
      scenario: scenario, catalog: catalog, candidates: candidates, forecast: forecast),
      noForecast < candidates.count
    {
      warnings.append(level)
    }
    if scenario.uses(.margin) || catalog.column(.cost) != nil {
      let noCost = candidates.count { cost[Int($0)].isNaN }
      lack(noCost, of: "cost", countAs: "margin 0")
    }
    for name in scenario.summedColumns {
      guard case .found(let position)? = catalog.lookup(name),
        case .numbers(let numbers) = catalog.columns[position].values
      else { continue }
      let missing = candidates.count { numbers[Int($0)].isNaN }
      lack(missing, of: name, countAs: "0 in sums and averages")
    }
    for named in scenario.rules { warnings += named.rule.cautions(named.frame) }
    return warnings
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
