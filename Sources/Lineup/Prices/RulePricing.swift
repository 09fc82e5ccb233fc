/// Works out the price list of a show's rules.
struct RulePricing: Sendable {
  let counterfactual: Counterfactual

  private var show: Show { counterfactual.show }
  private var base: Counterfactual.Best { counterfactual.base }

  func list() throws(LineupError) -> RulePriceList {
    let (binding, others) = try rowsByBinding()
    let priced = binding + (try costly(among: others))
    let found = try ConcurrentMap.map(priced) { row throws(LineupError) in try self.search(row) }
    return try RulePricing(counterfactual: improved(by: found)).list(found)
  }

  /// With the best tray that the searches came by. What no tray has under rules that allow more, none has.
  private func improved(by found: [Found]) throws(LineupError) -> Counterfactual {
    if base.isProven { return counterfactual }
    let bests = found.flatMap { [$0.withoutRow.best, $0.withUnit?.best] }.compactMap(\.self)
    return counterfactual.improved(
      by: try counterfactual.valid(bests), bound: bests.map(\.bound).min() ?? .infinity)
  }

  private func list(_ found: [Found]) throws(LineupError) -> RulePriceList {
    let costs = found.map(price).filter { !$0.isFree }
    let names = Set(costs.map(\.row))
    return RulePriceList(
      value: base.value, isProven: base.isProven,
      prices: costs.sorted { first, second in
        (first.fromDropping.least, first.fromUnit?.least ?? 0) > (
          second.fromDropping.least, second.fromUnit?.least ?? 0
        )
      },
      freeRows: show.ruleRows.map(\.name).filter { !names.contains($0) })
  }

  /// The rows at an end of their range, and the rest.
  private func rowsByBinding() throws(LineupError) -> (binding: [RuleRow], others: [RuleRow]) {
    let tray = try show.tray(of: base.options)
    let ofRow = Dictionary(grouping: tray.rules, by: \.row)
    let ofRule = Dictionary(grouping: tray.rules, by: \.rule)
    var binding: [RuleRow] = []
    var others: [RuleRow] = []
    for row in show.ruleRows {
      let isEach = if case .each = show.scenario.demand(of: row).form { true } else { false }
      let checks = (isEach ? ofRule[row.rule] : ofRow[row.name]) ?? []
      if checks.contains(where: { Self.binds($0) }) { binding.append(row) } else { others.append(row) }
    }
    return (binding, others)
  }

  /// Whether the row is missed or within a unit of an end of its range; always for rows without one.
  private static func binds(_ check: RuleCheck) -> Bool {
    guard let required = check.required, let actual = check.actual else { return true }
    let slack = min(actual - required.lower, required.upper - actual)
    return !check.holds || slack < (check.kind == .share ? 0.01 : check.kind == .count ? 1e-6 : 1)
  }

  /// The rows without which the optimum is larger, of rows that are likely to have none of them.
  private func costly(among rows: [RuleRow]) throws(LineupError) -> [RuleRow] {
    if rows.isEmpty { return [] }
    var scenario = show.scenario
    for row in rows.reversed() { scenario = scenario.changing(row, to: nil) }
    if gain(try counterfactual.best(under: scenario)) == .zero { return [] }
    if rows.count == 1 || counterfactual.isCancelled { return rows }
    let middle = rows.count / 2
    return try costly(among: Array(rows[..<middle])) + costly(among: Array(rows[middle...]))
  }

  /// What the searches for the price of a row found.
  private struct Found: Sendable {
    var row: RuleRow
    var withoutRow: Counterfactual.Answer
    /// With a range that is a unit wider; `nil` where there is no such thing, or dropping the row gains nothing.
    var withUnit: Counterfactual.Answer?
  }

  private func search(_ row: RuleRow) throws(LineupError) -> Found {
    let demand = show.scenario.demand(of: row)
    var found = Found(
      row: row, withoutRow: try counterfactual.best(under: show.scenario.changing(row, to: nil)))
    if let unit = Self.unit(demand), let required = demand.required, gain(found.withoutRow) != .zero {
      let wider = Bounds(lower: required.lower - unit, upper: required.upper + unit)
      found.withUnit = try counterfactual.best(under: show.scenario.changing(row, to: wider))
    }
    return found
  }

  /// By how much a range is made wider; `nil` for what can only be dropped.
  private static func unit(_ demand: RuleDemand) -> Double? {
    if case .indivisible = demand.form { return nil }
    return demand.required == nil ? nil : demand.kind == .share ? 0.01 : 1
  }

  private func price(_ found: Found) -> RulePrice {
    let demand = show.scenario.demand(of: found.row)
    var price = RulePrice(
      rule: found.row.rule, row: found.row.name, kind: demand.kind, required: demand.required, unit: nil,
      unitName: nil, fromUnit: nil, fromDropping: gain(found.withoutRow))
    guard let unit = Self.unit(demand) else { return price }
    price.unit = unit
    price.unitName = show.scenario.unitName(of: found.row, demand)
    guard let withUnit = found.withUnit else {
      price.fromUnit = RulePrice.Gain.zero
      return price
    }
    var fromUnit = gain(withUnit)
    // A rule that is wider is not worth more than none, and none is worth what a wider one is.
    fromUnit.most = max(fromUnit.least, min(fromUnit.most, price.fromDropping.most))
    price.fromDropping.least = max(price.fromDropping.least, fromUnit.least)
    price.fromUnit = fromUnit
    return price
  }

  /// The gain that an answer under rules that allow more stands for.
  private func gain(_ answer: Counterfactual.Answer) -> RulePrice.Gain {
    guard let best = answer.best else { return RulePrice.Gain(least: 0, most: .infinity) }
    // The best tray of the show may be worth as much as its bound.
    let least = max(0, counterfactual.difference(best.value - (base.bound - base.value)))
    if base.isProven, best.isProven { return RulePrice.Gain(least: least, most: least) }
    let most = counterfactual.difference(best.bound)
    return RulePrice.Gain(least: least, most: most > least ? most : least + counterfactual.tolerance)
  }
}

extension Scenario {
  /// What a row counts, in the singular.
  fileprivate func unitName(of row: RuleRow, _ demand: RuleDemand) -> String {
    switch (demand.kind, allRules[row.position].rule) {
    case (.count, _): "item"
    case (.share, _): "point"
    case (_, let rule): rule.unitName
    }
  }
}
