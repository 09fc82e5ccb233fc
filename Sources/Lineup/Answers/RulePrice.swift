import Optimization

/// What one row of a rule costs: the gain in the objective without it, and with one unit more, each
/// found by solving again.
///
///     let list = try show.rulePrices()
///     for price in list.prices { print(price.row, price.gainFromUnit ?? 0, price.gainFromDropping) }
public struct RulePrice: Sendable, Equatable {
  public var rule: String
  /// The row, as results name it; the rule itself for `each`, whose range is one for all values.
  public var row: String
  public var kind: RuleCheck.Kind
  /// What it asks for; `nil` for all or none.
  public var required: Bounds?
  /// What a unit is: 1 item, 1 minute, 1 of the measure; 0.01 for a share. `nil` for rules that can only
  /// be dropped.
  public var unit: Double?
  /// Gain in the objective if the range were a unit wider at each end; `nil` for rules that can only be
  /// dropped.
  public var gainFromUnit: Double?
  /// Gain in the objective without the row.
  public var gainFromDropping: Double
  /// Whether the optima compared are proven; else a limit ended a search, and gains may be off.
  public var isProven: Bool
}

/// The price list of a show's rules.
public struct RulePriceList: Sendable, Equatable {
  /// The objective of the best tray as the rules are.
  public var value: Double
  /// Whether that is proven.
  public var isProven: Bool
  /// The rows that cost something, most expensive first: by the gain from dropping, then from a unit.
  public var prices: [RulePrice]
  /// Rows that are proven to cost nothing.
  public var freeRows: [String]
}

extension Show {
  /// The price of every rule row that binds.
  ///
  /// Rows that are not at an end of their range are first dropped all at once; if the optimum stays,
  /// none of them costs anything, else halves of them are tried, and so on.
  ///
  /// - Returns: `nil` where no tray keeps the rules or none was found in time.
  /// - Complexity: 2 solves for each row at an end of its range, O(k log n) for k others of n that cost
  ///   something; on every core.
  public func rulePrices(
    timeLimit: Double? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> RulePriceList? {
    let budget = SearchBudget(seconds: timeLimit, isCancelled: isCancelled)
    guard let counterfactual = try Counterfactual(self, budget: budget) else { return nil }
    return try RulePricing(counterfactual).list()
  }
}

/// Works out a price list.
private struct RulePricing: Sendable {
  let counterfactual: Counterfactual
  private var show: Show { counterfactual.show }
  private var base: Counterfactual.Best { counterfactual.base }

  init(_ counterfactual: Counterfactual) {
    self.counterfactual = counterfactual
  }

  func list() throws(LineupError) -> RulePriceList {
    let tray = try show.tray(of: base.options)
    let actuals = Dictionary(grouping: tray.rules, by: \.row)
    let ofRule = Dictionary(grouping: tray.rules, by: \.rule)
    var binding: [RuleRow] = []
    var others: [RuleRow] = []
    for row in show.ruleRows {
      let demand = show.scenario.demand(of: row)
      let isEach = if case .each = demand.form { true } else { false }
      let checks = (isEach ? ofRule[row.rule] : actuals[row.name]) ?? []
      if checks.contains(where: { Self.binds($0) }) { binding.append(row) } else { others.append(row) }
    }
    let costly = try costly(among: others)
    let priced = try ConcurrentMap.map(binding + costly) { row throws(LineupError) in try self.price(of: row)
    }
    let tolerance = 1e-9 * max(1, abs(base.value))
    func costs(_ price: RulePrice) -> Bool {
      max(price.gainFromDropping, price.gainFromUnit ?? 0) > tolerance
    }
    let prices = priced.compactMap(\.self).filter(costs)
    let names = Set(prices.map(\.row) + costly.map(\.name))
    return RulePriceList(
      value: base.value, isProven: base.isProven,
      prices: prices.sorted { first, second in
        (first.gainFromDropping, first.gainFromUnit ?? 0) > (
          second.gainFromDropping, second.gainFromUnit ?? 0
        )
      },
      freeRows: show.ruleRows.map(\.name).filter { !names.contains($0) })
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
    let best = try counterfactual.best(under: scenario)
    if let best, best.isProven, best.value <= base.value + 1e-9 * max(1, abs(base.value)) { return [] }
    if rows.count == 1 || counterfactual.budget.isOver { return rows }
    let middle = rows.count / 2
    return try costly(among: Array(rows[..<middle])) + costly(among: Array(rows[middle...]))
  }

  private func price(of row: RuleRow) throws(LineupError) -> RulePrice? {
    let demand = show.scenario.demand(of: row)
    guard let dropped = try counterfactual.best(under: show.scenario.changing(row, to: nil)) else {
      return nil
    }
    var price = RulePrice(
      rule: row.rule, row: row.name, kind: demand.kind, required: demand.required, unit: nil,
      gainFromUnit: nil, gainFromDropping: gain(dropped), isProven: base.isProven && dropped.isProven)
    if case .indivisible = demand.form { return price }
    guard let required = demand.required else { return price }
    let unit = demand.kind == .share ? 0.01 : 1
    price.unit = unit
    if price.gainFromDropping == 0, dropped.isProven {
      price.gainFromUnit = 0
      return price
    }
    let wider = Bounds(lower: required.lower - unit, upper: required.upper + unit)
    guard let loosened = try counterfactual.best(under: show.scenario.changing(row, to: wider)) else {
      return price
    }
    price.gainFromUnit = gain(loosened)
    price.isProven = price.isProven && loosened.isProven
    return price
  }

  /// The difference of two optima, 0 where it is no more than rounding.
  private func gain(_ best: Counterfactual.Best) -> Double {
    let difference = best.value - base.value
    return difference <= 1e-9 * max(1, abs(base.value)) ? 0 : difference
  }
}
