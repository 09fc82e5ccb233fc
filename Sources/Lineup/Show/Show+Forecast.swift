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

  /// Where the forecast comes from, in a sentence without its full stop.
  var forecastSource: String {
    let column = catalog.column(.expectedUnits)
    let known = forecast.count { !$0.isNaN }
    if known == 0 {
      guard let demand = scenario.demand else { return "no style has one" }
      return "no style has one: \"\(demand.column)\" (demand) is empty"
    }
    let fallback = scenario.catalogSettings.defaults.last { $0.column == .expectedUnits }?.text ?? ""
    let source: String
    var own: [Double]?
    if let demand = scenario.demand {
      source =
        switch demand.factor {
        case .times(let times): "\(demand.column) x \(plain(times)) (demand)"
        case .views(let views): "\(demand.column) a thousand views x \(plain(views)) views (demand)"
        }
      own = catalog.position(of: demand.column).flatMap { catalog.columns[$0].writtenNumbers }
    } else if let column, let header = column.header {
      source = header == column.name ? "the column \(header)" : "the column \(header) (\(column.name))"
      own = column.writtenNumbers
    } else {
      return "\(Self.shortest(fallback)) for every style (defaults)"
    }
    let written = own?.count { !$0.isNaN } ?? 0
    if written == 0 { return "\(Self.shortest(fallback)) for every style (defaults); \(source) is empty" }
    var sentence = source
    if known > written {
      sentence += "; \(Self.styles(known - written)) without take \(Self.shortest(fallback)) (defaults)"
    }
    let none = forecast.count - known
    if none > 0 { sentence += "; \(Self.styles(none)) \(none == 1 ? "has" : "have") none, which is 0 units" }
    return sentence
  }

  private static func styles(_ count: Int) -> String { "\(count) style\(count == 1 ? "" : "s")" }

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
  var isMadeOfUnits: Bool { self == .units || self == .gmv || self == .margin }
}
