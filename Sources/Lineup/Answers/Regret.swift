import Optimization

/// Why a style is on the tray or not, in figures that solving again gave.
///
///     for regret in try show.regrets(of: ["A1044", "B77"]) ?? [] {
///       print(regret.spu, regret.loss ?? 0)
///     }
public struct Regret: Sendable, Equatable {
  /// Where the style stands.
  public enum Standing: Sendable, Equatable {
    /// On the best tray; the answer is about the best tray without it.
    case onTray
    /// Off the best tray; the answer is about the best tray with it.
    case offTray
    /// No tray may have it; why, in words that follow the id: `has no stock`.
    case noCandidate(String)
  }

  public var spu: String
  public var standing: Standing
  /// The objective of the best tray without it (on) or with it (off); `nil` where there is no such tray.
  public var value: Double?
  /// What that tray has less than the best of all; 0 where there is another best tray.
  public var loss: Double?
  /// SPUs of the best tray that are not on that one, and the other way round, the style itself aside: what
  /// it would displace, or its best substitutes.
  public var displaced: [String]
  public var joining: [String]
  /// Off the tray: the forecast (`expected_units`) from which a tray with it is as good as the best;
  /// `nil` where stock caps the units before, or the objective does not depend on them. It is exact
  /// where no rule sums GMV, units or margin.
  public var breakEvenForecast: Double?
  /// Its forecast now.
  public var forecast: Double?
  /// Whether the optima compared are proven.
  public var isProven: Bool
}

extension Show {
  /// Why these styles are on the best tray or not.
  ///
  /// - Returns: `nil` where no tray keeps the rules or none was found in time.
  /// - Throws: where the catalog lacks an SPU.
  /// - Complexity: a solve for each style on the tray, one for each option of a style off it; on every
  ///   core.
  public func regrets(
    of spus: [String], timeLimit: Double? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> [Regret]? {
    for spu in spus where catalog.row(ofSPU: spu) == nil {
      let near = catalog.count <= 200_000 ? Nearest.name(to: spu, among: catalog.spus) : nil
      throw LineupError([Problem(.unknownSPU(spu, nearest: near))], kind: .usage)
    }
    let budget = SearchBudget(seconds: timeLimit, isCancelled: isCancelled)
    guard let counterfactual = try Counterfactual(self, budget: budget) else { return nil }
    let onTray = Set(counterfactual.spus(of: counterfactual.base.options))
    return try ConcurrentMap.map(spus) { spu throws(LineupError) in
      if let reason = self.reasonOff(spu: spu) {
        return Regret(
          spu: spu, standing: .noCandidate(reason), value: nil, loss: nil, displaced: [], joining: [],
          breakEvenForecast: nil, forecast: nil, isProven: true)
      }
      let search = RegretSearch(counterfactual, spu: spu, row: self.catalog.row(ofSPU: spu) ?? 0)
      return try onTray.contains(spu) ? search.onTray() : search.offTray()
    }
  }
}

/// Works out the regret of one style.
private struct RegretSearch {
  let counterfactual: Counterfactual
  let spu: String
  let row: Int
  private var show: Show { counterfactual.show }

  init(_ counterfactual: Counterfactual, spu: String, row: Int) {
    self.counterfactual = counterfactual
    self.spu = spu
    self.row = row
  }

  /// The best tray without the style: its lock is taken away, and a rule asks for what cannot be beside it.
  func onTray() throws(LineupError) -> Regret {
    var scenario = show.scenario
    let here = SourceLocation(source: scenario.source)
    scenario.locks.removeAll { $0.spu == spu }
    scenario.rules.append(
      NamedRule(
        name: "without \(spu)", location: here,
        rule: RequiresRule(spu: SPUReference(spu: spu, location: here), anyOf: [])))
    return regret(.onTray, try counterfactual.best(under: scenario))
  }

  func offTray() throws(LineupError) -> Regret {
    var best: Counterfactual.Best?
    var isProven = true
    var forecast: Double?
    for option in show.optionIndices(ofRow: row) {
      let pitch = show.scenario.pitches[Int(show.options.pitches[option])].name
      var scenario = show.scenario
      scenario.locks.removeAll { $0.spu == spu }
      scenario.locks.append(Lock(spu: spu, pitch: pitch, location: SourceLocation(source: scenario.source)))
      guard let found = try counterfactual.best(under: scenario) else { continue }
      isProven = isProven && found.isProven
      if found.value > best?.value ?? -.infinity { best = found }
      if let needed = breakEven(option: option, loss: counterfactual.base.value - found.value) {
        forecast = min(forecast ?? .infinity, needed)
      }
    }
    var regret = regret(.offTray, best)
    regret.isProven = regret.isProven && isProven
    regret.breakEvenForecast = forecast
    return regret
  }

  private func regret(_ standing: Regret.Standing, _ best: Counterfactual.Best?) -> Regret {
    let base = counterfactual.base
    let before = counterfactual.spus(of: base.options)
    let after = best.map { counterfactual.spus(of: $0.options) } ?? []
    let isBefore = Set(before)
    let isAfter = Set(after)
    let units = show.forecast[row]
    return Regret(
      spu: spu, standing: standing, value: best?.value, loss: best.map { max(0, base.value - $0.value) },
      displaced: best == nil ? [] : before.filter { $0 != spu && !isAfter.contains($0) },
      joining: after.filter { $0 != spu && !isBefore.contains($0) }, breakEvenForecast: nil,
      forecast: units.isNaN ? 0 : units, isProven: base.isProven && (best?.isProven ?? true))
  }

  /// The forecast at which an option would gain so much more.
  private func breakEven(option: Int, loss: Double) -> Double? {
    let price = show.price[row]
    let cost = show.cost[row]
    let gain = show.objective.reduce(0.0) { total, part in
      switch part.measure {
      case .units: total + part.weight
      case .gmv: total + part.weight * price
      case .margin: total + part.weight * (cost.isNaN ? 0 : price - cost)
      default: total
      }
    }
    let pitch = show.scenario.pitches[Int(show.options.pitches[option])]
    let rate = show.seasonIndex[row] * pitch.lift
    guard gain > 0, rate > 0 else { return nil }
    let units = show.options.units[option] + max(0, loss) / gain
    guard units <= show.stock[row] * (1 + 1e-12) else { return nil }
    return units / rate
  }
}
