import Optimization

/// Finds why the rows of a conflict cannot hold together: of what can be said, what makes it plainest.
struct ConflictReasoning {
  let show: Show
  let rows: [RuleRow]
  let demands: [RuleDemand]
  /// The nearest that a row comes to what it asks while the others are kept; asked at most a few times.
  let nearest: (RuleRow) throws(SolverError) -> RuleChange?

  private var locks: [Int] { rows.indices.filter { show.scenario.isLock(rows[$0]) } }
  private var others: [Int] { rows.indices.filter { !show.scenario.isLock(rows[$0]) } }

  func reason() throws(SolverError) -> ConflictReason? {
    if rows.count == 1, let own = ownReason(0) { return own }
    if let offers = offerReason { return offers }
    if let absence = absence { return absence }
    if let locked = lockReason() { return locked }
    if let counts = try countReason() { return counts }
    let arithmetic = arithmetic
    if let sum = arithmetic?.sums().first { return .arithmetic(sum.reason) }
    for position in preference {
      guard let change = try nearest(rows[position]), let from = change.from, let to = change.to else {
        continue
      }
      return groupReason(position, from: from, to: to) ?? figure(position, from: from, to: to)
    }
    return (arithmetic?.ratios().first?.reason).map(ConflictReason.arithmetic)
  }

  /// Why a row cannot hold even alone.
  private func ownReason(_ position: Int) -> ConflictReason? {
    let row = rows[position]
    if show.scenario.isLock(row),
      let lock = show.scenario.locks.first(where: { Scenario.lockRow($0.spu) == row.name })
    {
      return show.reasonOff(spu: lock.spu, pitch: lock.pitch, offer: lock.offer).map {
        .ineligible([IneligibleStyle(spu: lock.spu, reason: $0)])
      }
    }
    guard let lower = demands[position].required?.lower, lower > 0 else { return nil }
    if let absence = StyleGroup(row, in: show.scenario)?.absence(in: show) { return absence }
    switch demands[position].form {
    case .sum, .switched: break
    case .ratio, .each, .indivisible: return nil
    }
    let supply = show.supply(ofRow: row.programRows.lowerBound)
    switch demands[position].kind {
    case .count where Double(supply.candidates) < lower:
      return show.offerReason(row, candidates: supply.candidates) ?? .candidates(supply.candidates)
    case .amount: return .reach(supply.reach)
    default: return nil
    }
  }

  /// What the catalog lacks altogether of what a row asks for, beside others with which it clashes.
  private var absence: ConflictReason? {
    for position in rows.indices where (demands[position].required?.lower ?? 0) > 0 {
      if let absence = StyleGroup(rows[position], in: show.scenario)?.absence(in: show) { return absence }
    }
    return nil
  }

  /// What locks and a rule over single styles, or the number of items, come to.
  private func lockReason() -> ConflictReason? {
    guard !locks.isEmpty, others.count == 1, let other = others.first else { return nil }
    let locked = show.scenario.locks.map(\.spu).filter { spu in
      locks.contains { rows[$0].name == Scenario.lockRow(spu) }
    }
    switch show.scenario.allRules[rows[other].position].rule.clash(withLocks: locked) {
    case .allowsOne: return .allowsOne(of: locked)
    case .needs(let others):
      let styles = others.compactMap { spu in
        show.reasonOff(spu: spu).map { IneligibleStyle(spu: spu, reason: $0) }
      }
      return styles.isEmpty ? nil : .ineligible(styles)
    case nil:
      guard rows[other].name == Scenario.itemsRow, let most = demands[other].required?.upper,
        Double(locked.count) > most
      else { return nil }
      return .lockedStyles(locked.count, most: most)
    }
  }

  /// The styles that two rows ask for at once, or that a cap on each value lets in, where their number is
  /// what a row can have at most.
  private func groupReason(_ position: Int, from: Bounds, to: Bounds) -> ConflictReason? {
    guard to.lower < from.lower, let group = StyleGroup(rows[position], in: show.scenario) else { return nil }
    if demands[position].kind == .share {
      // A share of a fixed number of items.
      guard show.scenario.allRules[rows[position].position].rule.isShareOfItems,
        let total = rows.firstIndex(where: { $0.name == Scenario.itemsRow }),
        let items = demands[total].required?.lower, items > 0
      else { return nil }
      let styles = group.counted(in: show)
      guard abs(Double(styles.count) / items - to.lower) <= 1e-9 else { return nil }
      return .shareOfGroup(styles, row: rows[position].name, most: to.lower)
    }
    guard demands[position].kind == .count else { return nil }
    for other in rows.indices where other != position {
      if let their = StyleGroup(rows[other], in: show.scenario),
        !(group.asksForOffer(in: show) && their.asksForOffer(in: show))
      {
        let both = group.and(their).counted(in: show)
        if Double(both.count) == to.lower { return .group(both) }
      }
      if let each = show.scenario.allRules[rows[other].position].rule.capOfEachValue,
        let allowed = group.allowance(of: each, in: show), Double(allowed.styles) == to.lower
      {
        return .cappedGroup(
          group.counted(in: show), attribute: each.attribute, values: allowed.values, most: each.most)
      }
    }
    return nil
  }

  /// What there is of a row's own group, and of it towards other rows.
  private func supply(_ position: Int) -> ConflictReason.GroupSupply? {
    guard let group = StyleGroup(rows[position], in: show.scenario) else { return nil }
    let count = group.rows(in: show).count
    let parts = rows.indices.compactMap { other -> CountedStyles? in
      guard other != position, let their = StyleGroup(rows[other], in: show.scenario) else { return nil }
      let both = group.and(their).rows(in: show).count
      return both == 0 || both == count ? nil : CountedStyles(count: both, traits: their.traits(in: show))
    }
    return ConflictReason.GroupSupply(count: count, parts: parts)
  }

  /// Counts whose least sum passes what another allows, or whose largest sum falls short of it.
  private func countReason() throws(SolverError) -> ConflictReason? {
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
        ? .asksForMore(row: rows[1 - total].name, least: least, most: range.upper)
        : .quotasAskForMore(least: least, most: range.upper)
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

  private func figure(_ position: Int, from: Bounds, to: Bounds) -> ConflictReason {
    let row = rows[position]
    let kind = demands[position].kind
    let isAtMost = to.lower < from.lower
    let extreme: ConflictReason.Extreme = isAtMost ? .atMost(to.lower) : .atLeast(to.upper)
    if row.name == Scenario.airTimeRow, show.scenario.userRule(at: row.position) == nil {
      return others.count == 1 ? .lockedMinutes(locks: locks.count, extreme) : .itemMinutes(extreme)
    }
    return .row(
      row.name, kind, extreme, isAlone: rows.count == 1,
      of: kind == .count && isAtMost ? supply(position) : nil)
  }
}
