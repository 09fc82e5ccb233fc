/// Works out the regret of one style.
struct RegretSearch {
  let counterfactual: Counterfactual
  let spu: String
  let row: Int
  /// The number of the offer that it is to have, 0 for none; `nil` for any.
  var offer: Int?

  private var show: Show { counterfactual.show }

  /// The best tray without a style that is on the best tray, or with one that is not.
  struct Found: Sendable {
    var best: Counterfactual.Best?
    /// Whether it is proven the best such tray, or that there is none.
    var isProven: Bool
    /// Off the tray: the trays by which it might come in.
    var entries: [BreakEvenSearch.Entry] = []
  }

  func search() throws(LineupError) -> Found {
    try isOnTray ? withoutStyle() : withStyle()
  }

  private var isOnTray: Bool { option(on: counterfactual.base) != nil }

  private static func option(of row: Int, on tray: Counterfactual.Best, _ show: Show) -> Int32? {
    tray.options.first { Int(show.options.rows[Int($0)]) == row }
  }

  /// The style's option on a tray, where it has the offer that is asked for.
  private func option(on tray: Counterfactual.Best) -> Int32? {
    Self.option(of: row, on: tray, show).flatMap { own in
      offer.map { $0 == show.options.offer(Int(own)) } ?? true ? own : nil
    }
  }

  /// The style's lock is taken away, and a rule asks for what cannot be beside it.
  private func withoutStyle() throws(LineupError) -> Found {
    var scenario = show.scenario
    let here = SourceLocation(source: scenario.source)
    scenario.locks.removeAll { $0.spu == spu }
    let name = "without \(spu)"
    if let offer {
      func clause(_ attribute: String, _ value: String) -> Where.Clause {
        Where.Clause(attribute: attribute, attributeLocation: here, condition: .equals(value, at: here))
      }
      let own = Where(clauses: [
        clause(CanonicalColumn.spu.rawValue, spu),
        clause(Attribute.offerName, show.scenario.offers?.names[offer] ?? OfferPlan.none),
      ])
      scenario.rules.append(
        NamedRule(
          name: name, location: here,
          rule: SumRule(measure: .items, location: here, condition: own, range: Bounds(upper: 0))))
    } else {
      scenario.rules.append(
        NamedRule(
          name: name, location: here,
          rule: RequiresRule(spu: SPUReference(spu: spu, location: here), anyOf: [])))
    }
    switch try counterfactual.best(under: scenario) {
    case .best(let best): return Found(best: best, isProven: best.isProven)
    case .none, .noneAbove: return Found(isProven: true)
    case .unknown: return Found(isProven: false)
    }
  }

  /// By the pitch that the style would have; a pitch that the bounds rule out is not tried.
  private func withStyle() throws(LineupError) -> Found {
    let breakEvens = BreakEvenSearch(counterfactual: counterfactual, spu: spu, row: row)
    let options = ways
    var found = Found(isProven: true)
    for option in options {
      // Trays that are neither the best with the style nor lead to a lower break-even say nothing.
      let floor =
        found.best.map { min($0.value, breakEvens.floor(ofOption: option, among: found.entries)) }
        ?? -.infinity
      if bound(option) <= floor { continue }
      let way = show.entry(ofOption: option)
      let locked = show.scenario.locking(
        spu, pitch: way.pitch, offer: show.offerTable == nil ? nil : way.offer ?? OfferPlan.none)
      switch try counterfactual.best(under: locked, above: floor) {
      case .none, .noneAbove: break
      case .unknown: found.isProven = false
      case .best(let best):
        found.isProven = found.isProven && best.isProven
        // Under which offers on the whole show it came in, the tray says.
        let own = Self.option(of: row, on: best, show).map { Int($0) } ?? option
        found.entries.append(BreakEvenSearch.Entry(option: own, best: best))
        if best.value > found.best?.value ?? -.infinity { found.best = best }
      }
    }
    return found
  }

  /// The options of the style, one for each pitch and offer, those first that bounds leave most.
  private var ways: [Int] {
    var ways: [Int] = []
    var last: (pitch: Int32, offer: Int) = (-1, -1)
    for option in show.optionIndices(ofRow: row) {
      let way = (pitch: show.options.pitches[option], offer: show.options.offer(option))
      if way != last { ways.append(option) }
      last = way
    }
    if let offer { ways = ways.filter { show.options.offer($0) == offer } }
    return ways.sorted { (bound($1), $0) < (bound($0), $1) }
  }

  /// What no tray with an option is worth more than, whatever offers there are on the whole show.
  private func bound(_ option: Int) -> Double {
    let cases = max(1, show.offerTable?.cases.count ?? 1)
    return (option..<option + cases).map { counterfactual.bound(ofOption: $0) }.max() ?? .infinity
  }

  /// What the searches come to.
  /// - Parameter known: trays that keep the rules and may be better than what a search found that was ended.
  func regret(_ found: Found, known: [Counterfactual.Best]) -> Regret {
    let isOnTray = isOnTray
    var found = found
    if !counterfactual.base.isProven || !found.isProven {
      // Where another tray is the best now, this search was for trays on the wrong side.
      if let best = found.best, (option(on: best) != nil) == isOnTray {
        found = Found(isProven: false)
      }
      for tray in known where tray.value > found.best?.value ?? -.infinity {
        let option = option(on: tray)
        guard (option == nil) == isOnTray else { continue }
        found.best = tray
        found.isProven = false
        if let option { found.entries.append(BreakEvenSearch.Entry(option: Int(option), best: tray)) }
      }
    }
    var regret = regret(isOnTray ? .onTray : .offTray, found.best)
    regret.isProven = counterfactual.base.isProven && found.isProven
    if !isOnTray, let loss = regret.loss, loss > 0 {
      let breakEvens = BreakEvenSearch(counterfactual: counterfactual, spu: spu, row: row)
      regret.breakEvenForecast = breakEvens.breakEven(.forecast, among: found.entries)
      regret.breakEvenPrice = breakEvens.breakEven(.price, among: found.entries)
    }
    return regret
  }

  private func regret(_ standing: Regret.Standing, _ best: Counterfactual.Best?) -> Regret {
    let base = counterfactual.base
    var regret = Regret(spu, standing, isProven: false)
    regret.isBestTrayProven = base.isProven
    regret.price = show.price[row]
    regret.forecast = show.forecast[row].isNaN ? 0 : show.forecast[row]
    guard let best else { return regret }
    let before = counterfactual.spus(of: base.options)
    let after = counterfactual.spus(of: best.options)
    regret.value = best.value
    regret.loss = -counterfactual.difference(best.value)
    regret.displaced = before.filter { $0 != spu && !Set(after).contains($0) }
    regret.joining = after.filter { $0 != spu && !Set(before).contains($0) }
    return regret
  }
}

extension Scenario {
  /// The scenario with a style that must be on the tray.
  func locking(_ spu: String, pitch: String? = nil, offer: String? = nil) -> Scenario {
    var locked = self
    locked.locks.removeAll { $0.spu == spu }
    locked.locks.append(Lock(spu: spu, pitch: pitch, offer: offer, location: SourceLocation(source: source)))
    return locked
  }
}
