/// Works out the regret of one style.
struct RegretSearch {
  let counterfactual: Counterfactual
  let spu: String
  let row: Int

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

  private var isOnTray: Bool { Self.option(of: row, on: counterfactual.base, show) != nil }

  private static func option(of row: Int, on tray: Counterfactual.Best, _ show: Show) -> Int32? {
    tray.options.first { Int(show.options.rows[Int($0)]) == row }
  }

  /// The style's lock is taken away, and a rule asks for what cannot be beside it.
  private func withoutStyle() throws(LineupError) -> Found {
    var scenario = show.scenario
    let here = SourceLocation(source: scenario.source)
    scenario.locks.removeAll { $0.spu == spu }
    scenario.rules.append(
      NamedRule(
        name: "without \(spu)", location: here,
        rule: RequiresRule(spu: SPUReference(spu: spu, location: here), anyOf: [])))
    switch try counterfactual.best(under: scenario) {
    case .best(let best): return Found(best: best, isProven: best.isProven)
    case .none, .noneAbove: return Found(isProven: true)
    case .unknown: return Found(isProven: false)
    }
  }

  /// By the pitch that the style would have; a pitch that the bounds rule out is not tried.
  private func withStyle() throws(LineupError) -> Found {
    let breakEvens = BreakEvenSearch(counterfactual: counterfactual, spu: spu, row: row)
    let options = show.optionIndices(ofRow: row).sorted {
      (counterfactual.bound(ofOption: $1), $0) < (counterfactual.bound(ofOption: $0), $1)
    }
    var found = Found(isProven: true)
    for option in options {
      // Trays that are neither the best with the style nor lead to a lower break-even say nothing.
      let floor =
        found.best.map { min($0.value, breakEvens.floor(ofOption: option, among: found.entries)) }
        ?? -.infinity
      if counterfactual.bound(ofOption: option) <= floor { continue }
      let pitch = show.scenario.pitches[Int(show.options.pitches[option])].name
      let locked = show.scenario.locking(spu, pitch: pitch)
      switch try counterfactual.best(under: locked, above: floor) {
      case .none, .noneAbove: break
      case .unknown: found.isProven = false
      case .best(let best):
        found.isProven = found.isProven && best.isProven
        found.entries.append(BreakEvenSearch.Entry(option: option, best: best))
        if best.value > found.best?.value ?? -.infinity { found.best = best }
      }
    }
    return found
  }

  /// What the searches come to.
  /// - Parameter known: trays that keep the rules and may be better than what a search found that was ended.
  func regret(_ found: Found, known: [Counterfactual.Best]) -> Regret {
    let isOnTray = isOnTray
    var found = found
    if !counterfactual.base.isProven || !found.isProven {
      // Where another tray is the best now, this search was for trays on the wrong side.
      if let best = found.best, (Self.option(of: row, on: best, show) != nil) == isOnTray {
        found = Found(isProven: false)
      }
      for tray in known where tray.value > found.best?.value ?? -.infinity {
        let option = Self.option(of: row, on: tray, show)
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
  func locking(_ spu: String, pitch: String? = nil) -> Scenario {
    var locked = self
    locked.locks.removeAll { $0.spu == spu }
    locked.locks.append(Lock(spu: spu, pitch: pitch, location: SourceLocation(source: source)))
    return locked
  }
}
