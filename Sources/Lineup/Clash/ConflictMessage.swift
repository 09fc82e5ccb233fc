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
    if let absence = absence { return absence }
    if let locked = lockReason() { return locked }
    if let counts = try countReason() { return counts }
    let arithmetic = arithmetic
    if let sum = arithmetic?.sums().first { return sum.sentence }
    for position in preference {
      guard let change = try nearest(rows[position]), let from = change.from, let to = change.to else {
        continue
      }
      if let sentence = groupReason(position, from: from, to: to) ?? figure(position, from: from, to: to) {
        return sentence
      }
    }
    return arithmetic?.ratios().first?.sentence
  }

  /// Why a row cannot hold even alone.
  private func ownReason(_ position: Int) -> String? {
    let row = rows[position]
    if isLock(row), let lock = show.scenario.locks.first(where: { Scenario.lockRow($0.spu) == row.name }) {
      return show.reasonOff(spu: lock.spu, pitch: lock.pitch).map { "\(lock.spu) \($0)" }
    }
    guard let lower = demands[position].required?.lower, lower > 0 else { return nil }
    if let absence = StyleGroup(row, in: show.scenario)?.absence(in: show) { return absence }
    guard case .sum = demands[position].form else { return nil }
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

  /// What the catalog lacks altogether of what a row asks for, beside others with which it clashes.
  private var absence: String? {
    for position in rows.indices where (demands[position].required?.lower ?? 0) > 0 {
      if let absence = StyleGroup(rows[position], in: show.scenario)?.absence(in: show) { return absence }
    }
    return nil
  }

  /// What locks and a rule over single styles, or the number of items, come to.
  private func lockReason() -> String? {
    guard !locks.isEmpty, others.count == 1, let other = others.first else { return nil }
    let locked = show.scenario.locks.map(\.spu).filter { spu in
      locks.contains { rows[$0].name == Scenario.lockRow(spu) }
    }
    func reasons(_ spus: [String]) -> String? {
      let reasons = spus.compactMap { spu in show.reasonOff(spu: spu).map { "\(spu) \($0)" } }
      return reasons.isEmpty ? nil : FigureText.list(reasons)
    }
    switch show.scenario.allRules[rows[other].position].rule.clash(withLocks: locked) {
    case .allowsOne: return "it allows one of \(FigureText.list(locked))"
    case .needs(let others): return reasons(others)
    case nil:
      guard rows[other].name == Scenario.itemsRow, let most = demands[other].required?.upper,
        Double(locked.count) > most
      else { return nil }
      return
        "\(FigureText.counted(locked.count, "style")) \(locked.count == 1 ? "is" : "are") locked where \(allowed(most))"
    }
  }

  /// The styles that two rows ask for at once, or that a cap on each value lets in, where their number is
  /// what a row can have at most.
  private func groupReason(_ position: Int, from: Bounds, to: Bounds) -> String? {
    guard to.lower < from.lower, let group = StyleGroup(rows[position], in: show.scenario) else { return nil }
    let words = group.words(in: show)
    if demands[position].kind == .share {
      // A share of a fixed number of items.
      guard show.scenario.allRules[rows[position].position].rule.isShareOfItems,
        let total = rows.firstIndex(where: { $0.name == Scenario.itemsRow }),
        let items = demands[total].required?.lower, items > 0
      else { return nil }
      let count = group.rows(in: show).count
      guard abs(Double(count) / items - to.lower) <= 1e-9 else { return nil }
      return "only \(styles(count)) \(words), so `\(rows[position].name)` comes to at most "
        + FigureText.percent(to.lower, rounding: .down)
    }
    guard demands[position].kind == .count else { return nil }
    for other in rows.indices where other != position {
      if let their = StyleGroup(rows[other], in: show.scenario) {
        let both = group.and(their)
        let count = both.rows(in: show).count
        if Double(count) == to.lower { return "only \(styles(count)) \(both.words(in: show))" }
      }
      if let each = show.scenario.allRules[rows[other].position].rule.capOfEachValue,
        let allowed = group.allowance(of: each, in: show), Double(allowed.styles) == to.lower
      {
        let count = group.rows(in: show).count
        return
          "the \(count == 1 ? "style that is" : "\(count) styles that are") \(words) \(count == 1 ? "has" : "have") \(allowed.values) "
          + "\(allowed.values == 1 ? "value" : "values") of \(each.attribute), at most "
          + "\(FigureText.value(each.most, .count)) of each"
      }
    }
    return nil
  }

  /// `1 is allowed`
  private func allowed(_ number: Double) -> String {
    "\(FigureText.value(number, .count)) \(number == 1 ? "is" : "are") allowed"
  }

  private func styles(_ count: Int) -> String {
    count == 0 ? "0 styles are" : count == 1 ? "1 style is" : "\(count) styles are"
  }

  /// `of 4 styles, of which 2 are in season`: what there is of a row's own group, and of it towards others.
  private func supply(_ position: Int) -> String {
    guard let group = StyleGroup(rows[position], in: show.scenario) else { return "" }
    let count = group.rows(in: show).count
    let parts = rows.indices.compactMap { other -> String? in
      guard other != position, let their = StyleGroup(rows[other], in: show.scenario) else { return nil }
      let both = group.and(their).rows(in: show).count
      return both == 0 || both == count ? nil : "\(both) \(both == 1 ? "is" : "are") \(their.words(in: show))"
    }
    return " of \(FigureText.counted(count, "style"))"
      + (parts.isEmpty ? "" : ", of which \(FigureText.list(parts))")
  }

  /// Counts whose least sum passes what another allows, or whose largest sum falls short of it.
  private func countReason() throws(SolverError) -> String? {
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
    if least > range.upper {
      return quotas.count == 1
        ? "`\(rows[1 - total].name)` asks for at least \(FigureText.counted(least, "item")) where \(allowed(range.upper))"
        : "the quotas come to at least \(FigureText.counted(least, "item")) where \(allowed(range.upper))"
    }
    // Styles of no quota's value may be on the tray too, so the sum of the quotas is no figure.
    if most < range.lower, let change = try nearest(rows[total]), let from = change.from, let to = change.to {
      return figure(total, from: from, to: to)
    }
    return nil
  }

  /// Counting and adding up over these rows alone.
  private var arithmetic: CountArithmetic? {
    guard rows.count > 1 else { return nil }
    return (try? show.rebound(to: show.scenario.keeping(rows))).map(CountArithmetic.init)
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
        return
          "the locked \(locks.count == 1 ? "style takes" : "styles take") \(side) \(amount) \(amount == "1" ? "minute" : "minutes")"
      }
      return "by these rules alone, the items take \(side) \(amount) \(amount == "1" ? "minute" : "minutes")"
    }
    let rest = rows.count == 1 ? "" : "by these rules alone, "
    switch kind {
    case .count: return "\(rest)`\(row.name)` can have \(side) \(amount)" + (isAtMost ? supply(position) : "")
    default: return "\(rest)`\(row.name)` comes to \(side) \(amount)"
    }
  }
}
