extension Show {
  /// Why no tray can be chosen: something asked for is made of units, and no style has a forecast; `nil` where
  /// there is one, or where nothing asks.
  func missingForecast() -> Problem? {
    guard !forecast.contains(where: { !$0.isNaN }) else { return nil }
    let here = SourceLocation(source: scenario.source)
    if let part = scenario.objective.parts.first(where: { $0.measure.isMadeOfUnits && $0.weight != 0 }) {
      return problem("the objective", part.measure, at: part.location ?? here)
    }
    if scenario.goal != nil { return problem("the goal", .gmv, at: here) }
    for named in scenario.rules {
      guard let measure = named.rule.measures.first(where: \.isMadeOfUnits) else { continue }
      return problem("rule \"\(named.name)\"", measure, at: named.location)
    }
    return nil
  }

  private func problem(_ what: String, _ measure: Measure, at location: SourceLocation) -> Problem {
    let columns = catalog.columns.filter { column in
      guard column.canonical == nil, case .numbers = column.values else { return false }
      return true
    }
    return Problem(
      .noForecast(
        what: what, measure: measure.name, demand: scenario.demand?.column, columns: columns.map(\.name)),
      at: location)
  }

  /// - Throws: where something asked for is made of units and no style has a forecast.
  func requireForecast() throws(LineupError) {
    if let problem = missingForecast() { throw LineupError([problem]) }
  }

  /// Where the forecast comes from.
  var forecastSource: ForecastSource {
    let column = catalog.column(.expectedUnits)
    let known = forecast.count { !$0.isNaN }
    if known == 0 { return .none(demand: scenario.demand?.column) }
    let fallback = scenario.catalogSettings.defaults.last { $0.column == .expectedUnits }?.text ?? ""
    let number = Self.shortest(fallback)
    let source: ForecastSource.Column
    var own: [Double]?
    if let demand = scenario.demand {
      source =
        switch demand.factor {
        case .times(let times): .sales(demand.column, times: times)
        case .views(let views): .salesPerThousandViews(demand.column, views: views)
        }
      own = catalog.position(of: demand.column).flatMap { catalog.columns[$0].writtenNumbers }
    } else if let column, let header = column.header {
      source = .forecast(header: header, name: header == column.name ? nil : column.name)
      own = column.writtenNumbers
    } else {
      return .defaults(number, instead: nil)
    }
    let written = own?.count { !$0.isNaN } ?? 0
    if written == 0 { return .defaults(number, instead: source) }
    return .column(
      source, defaulted: max(0, known - written), by: number, without: forecast.count - known)
  }

  private static func shortest(_ text: String) -> String { Double(text).map(plain) ?? text }

  /// That every candidate has the same forecast; `nil` where they differ, or where nothing is made of it.
  static func levelForecast(
    scenario: Scenario, catalog: Catalog, candidates: [Int32], forecast: [Double]
  ) -> Caution? {
    guard candidates.count > 1, let first = candidates.first else { return nil }
    func units(_ row: Int32) -> Double { forecast[Int(row)].isNaN ? 0 : max(0, forecast[Int(row)]) }
    let level = units(first)
    guard candidates.allSatisfy({ units($0) == level }) else { return nil }
    let measures = scenario.objective.parts.filter { $0.weight != 0 }.map(\.measure)
    guard measures.contains(where: \.isMadeOfUnits) || scenario.asksForUnits else { return nil }
    let effect: Caution.LevelEffect =
      measures.contains(.gmv)
      ? .gmv : measures.contains(.margin) ? .margin : measures.contains(.units) ? .units : .rules
    return .levelForecast(level, candidates: candidates.count, effect)
  }
}

extension Measure {
  /// Whether it is made of expected units.
  var isMadeOfUnits: Bool { self == .units || self == .gmv || self == .margin || self == .saving }
}
