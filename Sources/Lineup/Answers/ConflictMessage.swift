import Optimization

/// A conflict in a sentence, with the figures that make it plain.
///
/// This is the only place that words a conflict:
///
///     `air time` (..170) cannot hold with `lock A1` and `lock A2`: the locked styles take at least 190
///     minutes.
struct ConflictMessage {
  let show: Show
  let rows: [RuleRow]
  let demands: [RuleDemand]
  let isMinimal: Bool
  /// The nearest that a row comes to what it asks while the others are kept; asked at most a few times.
  let nearest: (RuleRow) throws(SolverError) -> RuleChange?

  func text() throws(SolverError) -> String {
    let reason = try reason()
    let doubt = isMinimal ? "" : " (A limit ended the search: fewer rules may clash.)"
    return head + (reason.map { ": \($0)" } ?? "") + "." + doubt
  }

  // MARK: Who clashes

  private var locks: [Int] { rows.indices.filter { isLock(rows[$0]) } }
  private var others: [Int] { rows.indices.filter { !isLock(rows[$0]) } }

  private func isLock(_ row: RuleRow) -> Bool {
    show.scenario.userRule(at: row.position) == nil && row.rule.hasPrefix("lock ")
  }

  /// `name` (range), or `name` alone where a rule has no range.
  private func named(_ position: Int) -> String {
    let name = "`\(rows[position].name)`"
    if case .indivisible = demands[position].form { return name }
    return "\(name) (\(FigureText.range(demands[position].required, demands[position].kind)))"
  }

  private var head: String {
    let names = FigureText.list(others.map(named))
    let locked = FigureText.list(locks.map { "`\(rows[$0].name)`" })
    switch (others.count, locks.count) {
    case (0, 1): return "\(locked) cannot hold"
    case (0, _): return "\(locked) cannot all hold"
    case (1, 0): return "\(names) cannot hold"
    case (1, _): return "\(names) cannot hold with \(locked)"
    case (2, 0): return "\(names) cannot both hold"
    case (2, _): return "\(names) cannot both hold with \(locked)"
    case (_, 0): return "\(names) cannot all hold"
    default: return "\(names) cannot all hold with \(locked)"
    }
  }

  // MARK: Why

  private func reason() throws(SolverError) -> String? {
    if rows.count == 1, let own = ownReason(0) { return own }
    if let counts = countReason() { return counts }
    for position in preference {
      guard let change = try nearest(rows[position]), let from = change.from, let to = change.to else {
        continue
      }
      if let sentence = figure(position, from: from, to: to) { return sentence }
    }
    return nil
  }

  /// Why a row cannot hold even alone.
  private func ownReason(_ position: Int) -> String? {
    let row = rows[position]
    if isLock(row), let lock = show.scenario.locks.first(where: { Scenario.lockRow($0.spu) == row.name }) {
      return show.reasonOff(spu: lock.spu, pitch: lock.pitch).map { "\(lock.spu) \($0)" }
    }
    guard case .sum = demands[position].form, let lower = demands[position].required?.lower, lower > 0 else {
      return nil
    }
    let supply = show.supply(ofRow: row.programRows.lowerBound)
    switch demands[position].kind {
    case .count where Double(supply.candidates) < lower:
      let styles = supply.candidates == 1 ? "1 candidate counts" : "\(supply.candidates) candidates count"
      return supply.candidates == 0 ? "no candidate counts towards it" : "only \(styles) towards it"
    case .amount:
      return "all candidates together reach \(FigureText.value(supply.reach, .amount))"
    default: return nil
    }
  }

  /// Counts whose least sum passes what another allows, or whose largest sum falls short of it.
  private func countReason() -> String? {
    guard locks.isEmpty, rows.count > 1,
      let total = rows.firstIndex(where: {
        $0.name == Scenario.itemsRow && show.scenario.userRule(at: $0.position) == nil
      }),
      let range = demands[total].required,
      demands.allSatisfy({ $0.kind == .count && $0.required != nil })
    else { return nil }
    let quotas = demands.indices.filter { $0 != total }.compactMap { demands[$0].required }
    let least = quotas.reduce(0) { $0 + max(0, $1.lower) }
    let most = quotas.reduce(0) { $0 + $1.upper }
    func items(_ number: Double) -> String { FigureText.value(number, .count) }
    if least > range.upper {
      return quotas.count == 1
        ? "it asks for at least \(items(least)) items where \(items(range.upper)) are allowed"
        : "the quotas come to at least \(items(least)) items where \(items(range.upper)) are allowed"
    }
    if most < range.lower {
      return "the quotas come to at most \(items(most)) items where \(items(range.lower)) are asked for"
    }
    return nil
  }

  /// Rows in the order in which their figures say most.
  private var preference: [Int] {
    func rank(_ position: Int) -> Int {
      let isOwn = show.scenario.userRule(at: rows[position].position) != nil
      switch (demands[position].form, demands[position].kind) {
      case (.sum, .amount) where rows[position].name == Scenario.salesGoalRow && !isOwn: return 0
      case (.sum, .amount) where rows[position].name == Scenario.airTimeRow && !isOwn:
        return others.count == 1 ? 0 : 4
      case (.sum, .count): return isOwn ? 1 : 5
      case (.sum, _): return 2
      case (.ratio, _): return 3
      default: return 6
      }
    }
    return rows.indices.filter { rank($0) < 6 }.sorted { (rank($0), $0) < (rank($1), $1) }
  }

  private func figure(_ position: Int, from: Bounds, to: Bounds) -> String? {
    let row = rows[position]
    let kind = demands[position].kind
    let isAtMost = to.lower < from.lower
    let bound = isAtMost ? to.lower : to.upper
    let amount = FigureText.value(bound, kind, rounding: isAtMost ? .down : .up)
    let side = isAtMost ? "at most" : "at least"
    if row.name == Scenario.airTimeRow, show.scenario.userRule(at: row.position) == nil {
      if others.count == 1 {
        return "the locked \(locks.count == 1 ? "style takes" : "styles take") \(side) \(amount) minutes"
      }
      return "with the rest kept, the items take \(side) \(amount) minutes"
    }
    let rest = rows.count == 1 ? "" : "with the rest kept, "
    switch kind {
    case .count: return "\(rest)`\(row.name)` can have \(side) \(amount)"
    default: return "\(rest)`\(row.name)` comes to \(side) \(amount)"
    }
  }
}
