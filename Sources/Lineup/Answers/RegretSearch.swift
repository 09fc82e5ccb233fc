/// Works out the regret of one style.
struct RegretSearch {
  let counterfactual: Counterfactual
  let spu: String
  let row: Int

  private var show: Show { counterfactual.show }

  /// The best tray without the style: its lock is taken away, and a rule asks for what cannot be beside it.
  func onTray() throws(LineupError) -> Regret {
    var scenario = show.scenario
    let here = SourceLocation(source: scenario.source)
    scenario.locks.removeAll { $0.spu == spu }
    scenario.rules.append(
      NamedRule(
        name: "without \(spu)", location: here,
        rule: RequiresRule(spu: SPUReference(spu: spu, location: here), anyOf: [])))
    let answer = try counterfactual.best(under: scenario)
    var regret = regret(.onTray, answer.best)
    if case .unknown = answer { regret.isProven = false }
    return regret
  }

  /// The best tray with the style, by the pitch it would have; a pitch that the bounds rule out is not
  /// tried.
  func offTray() throws(LineupError) -> Regret {
    let breakEvens = BreakEvenSearch(counterfactual: counterfactual, spu: spu, row: row)
    let options = show.optionIndices(ofRow: row).sorted {
      (counterfactual.bound(ofOption: $1), $0) < (counterfactual.bound(ofOption: $0), $1)
    }
    var best: Counterfactual.Best?
    var isProven = true
    var entries: [BreakEvenSearch.Entry] = []
    for option in options {
      // Trays that are neither the best with the style nor lead to a lower break-even say nothing.
      let floor = best.map { min($0.value, breakEvens.floor(ofOption: option, among: entries)) } ?? -.infinity
      if counterfactual.bound(ofOption: option) <= floor { continue }
      let pitch = show.scenario.pitches[Int(show.options.pitches[option])].name
      let locked = show.scenario.locking(spu, pitch: pitch)
      switch try counterfactual.best(under: locked, above: floor) {
      case .none: break
      case .unknown: isProven = false
      case .best(let found):
        isProven = isProven && found.isProven
        entries.append(BreakEvenSearch.Entry(option: option, best: found))
        if found.value > best?.value ?? -.infinity { best = found }
      }
    }
    var regret = regret(.offTray, best)
    regret.isProven = regret.isProven && isProven
    if let loss = regret.loss, loss > 0 {
      regret.breakEvenForecast = breakEvens.breakEven(.forecast, among: entries)
      regret.breakEvenPrice = breakEvens.breakEven(.price, among: entries)
    }
    return regret
  }

  private func regret(_ standing: Regret.Standing, _ best: Counterfactual.Best?) -> Regret {
    let base = counterfactual.base
    var regret = Regret(
      spu, standing, isProven: base.isProven && (best?.isProven ?? true), isBaseProven: base.isProven)
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
