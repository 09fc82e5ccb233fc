/// The forecast or the price at which a style off the tray would pay for its place.
///
///     if let price = regret.breakEvenPrice, price.missedRows.isEmpty {
///       print("\(regret.spu) comes in at \(price.figure)")
///     }
public struct BreakEven: Sendable, Equatable {
  /// The best tray with the style is worth as much as the best of all from here on, all else as it is.
  /// Where rules ask for units or amounts, or prices, less may do.
  public var figure: Double
  /// Rule rows that this tray would then miss, by the audit under the changed catalog; where there are
  /// none, the style comes in by itself. `eligible` or `pitches` where it could not be on a tray at all.
  public var missedRows: [String]
}

/// Finds the break-even figures of a style: the best tray with an option gains in proportion to what the
/// objective counts of it.
struct BreakEvenSearch {
  let counterfactual: Counterfactual
  let spu: String
  let row: Int

  /// What changes about the style.
  enum Lever: CaseIterable {
    case forecast, price
  }

  /// An option and the best tray with it.
  struct Entry {
    var option: Int
    var best: Counterfactual.Best
  }

  private var show: Show { counterfactual.show }

  /// What a tray with an option must be worth for a break-even figure below those known.
  func floor(ofOption option: Int, among entries: [Entry]) -> Double {
    let floors = Lever.allCases.compactMap { lever -> Double? in
      let rate = rate(lever, option: option)
      guard rate > 0 else { return nil }
      let known = entries.compactMap { figure(lever, option: $0.option, value: $0.best.value) }.min()
      guard let most = known ?? mostFigure(lever, option: option) else { return -.infinity }
      return counterfactual.base.value - max(0, most - figureNow(lever, option: option)) * rate
    }
    return floors.min() ?? .infinity
  }

  /// The least figure of all options, one that misses no row before one that does; `nil` where the
  /// objective does not depend on it, or stock caps the units before.
  func breakEven(_ lever: Lever, among entries: [Entry]) -> BreakEven? {
    entries.compactMap { entry in
      figure(lever, option: entry.option, value: entry.best.value).flatMap { figure in
        missedRows(lever, figure, entry.best.options).map { BreakEven(figure: figure, missedRows: $0) }
      }
    }
    .min { first, second in
      (first.missedRows.isEmpty ? 0 : 1, first.figure) < (second.missedRows.isEmpty ? 0 : 1, second.figure)
    }
  }

  // MARK: In proportion

  /// The figure at which a tray with the option that is worth `value` now would be as good as the best.
  private func figure(_ lever: Lever, option: Int, value: Double) -> Double? {
    let rate = rate(lever, option: option)
    guard rate > 0, value > -.infinity else { return nil }
    let figure = figureNow(lever, option: option) + max(0, counterfactual.base.value - value) / rate
    if let most = mostFigure(lever, option: option), figure > most { return nil }
    return figure
  }

  /// Where an option starts from; of the forecast, what the stock lets through.
  private func figureNow(_ lever: Lever, option: Int) -> Double {
    switch lever {
    case .price: show.price[row]
    case .forecast: show.options.units[option] / unitsPerForecast(option: option)
    }
  }

  /// The forecast beyond which the stock caps the units; `nil` for a price, which has no end.
  private func mostFigure(_ lever: Lever, option: Int) -> Double? {
    switch lever {
    case .price: nil
    case .forecast: show.stock[row] * (1 + 1e-12) / unitsPerForecast(option: option)
    }
  }

  private func unitsPerForecast(option: Int) -> Double {
    let pitch = Int(show.options.pitches[option])
    let factor = show.multipliers?.multiplier(row: row, pitch: pitch) ?? 1
    return factor * show.seasonIndex[row] * show.scenario.pitches[pitch].lift
      * show.options.lift(option)
  }

  /// What the objective gains for each unit of the figure.
  private func rate(_ lever: Lever, option: Int) -> Double {
    let price = show.options.net(option, price: show.price[row])
    let cost = show.cost[row]
    let paid = show.paidForPrice(option: option)
    let units = show.options.units[option]
    return show.scenario.objective.parts.reduce(0) { rate, part in
      let gain: Double
      switch (lever, part.measure) {
      case (.forecast, .units): gain = unitsPerForecast(option: option)
      case (.forecast, .gmv): gain = price * unitsPerForecast(option: option)
      case (.forecast, .margin): gain = cost.isNaN ? 0 : (price - cost) * unitsPerForecast(option: option)
      case (.forecast, .saving): gain = (show.price[row] - price) * unitsPerForecast(option: option)
      case (.price, .gmv): gain = paid * units
      case (.price, .margin): gain = cost.isNaN ? 0 : paid * units
      case (.price, .saving): gain = (1 - paid) * units
      case (.price, .stockValue): gain = show.stock[row]
      case (.price, .column(let name)): gain = show.catalog.position(of: name) == position(.price) ? 1 : 0
      default: gain = 0
      }
      return rate + part.weight * gain
    }
  }

  // MARK: Audit

  /// The catalog with another forecast or price of the style.
  private func catalog(with lever: Lever, _ figure: Double) -> Catalog? {
    switch lever {
    case .price: return position(.price).map { show.catalog.replacing(column: $0, row: row, by: figure) }
    case .forecast:
      guard let demand = show.scenario.demand else {
        return position(.expectedUnits).map { show.catalog.replacing(column: $0, row: row, by: figure) }
      }
      let perUnit = demand.units(1)
      guard perUnit > 0, let column = show.catalog.position(of: demand.column) else { return nil }
      return show.catalog.replacing(column: column, row: row, by: figure / perUnit)
    }
  }

  private func position(_ canonical: CanonicalColumn) -> Int? {
    show.catalog.columns.firstIndex { $0.canonical == canonical }
  }

  /// The rows that a tray misses under the changed catalog, or that keep it from paying; `nil` where the
  /// catalog has no such figure.
  private func missedRows(_ lever: Lever, _ figure: Double, _ options: [Int32]) -> [String]? {
    guard let catalog = catalog(with: lever, figure) else { return nil }
    var audited = AuditedTray(
      scenario: show.scenario, catalog: catalog, seasonTable: show.seasonTable,
      wideOffers: show.wideOffers(of: options))
    for option in options {
      let entry = show.entry(ofOption: Int(option))
      if audited.add(spu: entry.spu, pitch: entry.pitch, offer: entry.offer) != nil {
        return [show.scenario.eligible.clauses.isEmpty ? "pitches" : "eligible"]
      }
    }
    let checks = show.scenario.allRules.flatMap { $0.rule.audit($0.frame, of: audited) }
    let missed = checks.filter { !$0.holds && !$0.isSoft }
    if !missed.isEmpty { return missed.map(\.row) }
    let offerCost = audited.offerUses.reduce(0) { $0 + $1.cost }
    let objective = show.scenario.objective.parts.reduce(-offerCost) {
      $0 + $1.weight * audited.sum($1.measure, over: audited.items)
    }
    let base = counterfactual.base.value
    let isEnough = objective - checks.reduce(0) { $0 + $1.penalty } >= base - 1e-8 * max(1, abs(base))
    return isEnough ? [] : checks.filter { !$0.holds }.map(\.row)
  }
}

extension Show {
  /// What buyers pay more for an option where the catalog's price is 1 more; NaN where more than that would change.
  fileprivate func paidForPrice(option: Int) -> Double {
    let offer = options.offer(option)
    let keeps = offerTable?.cases[options.offerCase(option)].keeps ?? 1
    guard offer > 0, let kind = scenario.offers?.kinds[offer - 1] else { return keeps }
    switch (kind.form, kind.demand) {
    case (.share(let share), _): return share * keeps
    case (.off, .none), (.off, .lift): return keeps
    case (.amount, .none), (.amount, .lift), (.column, .none), (.column, .lift): return 0
    default: return .nan
    }
  }
}
