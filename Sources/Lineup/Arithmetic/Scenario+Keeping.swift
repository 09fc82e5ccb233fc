extension Scenario {
  /// The scenario with these rows of its rules alone; a quota of `split` goes by itself.
  func keeping(_ rows: [RuleRow]) -> Scenario {
    var kept = self
    let names = Set(rows.filter { userRule(at: $0.position) == nil }.map(\.name))
    if !names.contains(Self.itemsRow) { kept.show.items = nil }
    if !names.contains(Self.airTimeRow) {
      kept.show.minutes = nil
      kept.show.reservedMinutes = 0
    }
    if !names.contains(Self.salesGoalRow) { kept.goal = nil }
    kept.locks.removeAll { !names.contains(Self.lockRow($0.spu)) }
    if let plan = offers {
      let all = rows.filter { userRule(at: $0.position) == nil }.map { (allRules[$0.position].rule, $0) }
      if !all.contains(where: { $0.0 is OfferCountRule }) { kept.offers?.atMost = nil }
      let lists = Set(all.compactMap { rule, row in rule is OfferExclusiveRule ? row.name : nil })
      kept.offers?.exclusive = plan.exclusive.filter { lists.contains(OfferExclusiveRule.row($0)) }
      for position in plan.kinds.indices {
        let name = plan.kinds[position].row
        if !all.contains(where: { $0.0 is OfferItemsRule && $0.1.name == name }) {
          kept.offers?.kinds[position].items = nil
        }
        if !all.contains(where: { rule, _ in (rule as? OfferWindowRule)?.position == position }) {
          kept.offers?.kinds[position].windowMinutes = nil
        }
      }
    }
    kept.rules = rules.enumerated().compactMap { position, rule in
      let own = rows.filter { userRule(at: $0.position) == position }
      if own.isEmpty { return nil }
      var rule = rule
      if var split = rule.rule as? SplitRule {
        split.quotas = own.compactMap { row in row.offset.map { split.quotas[$0] } }
        rule.rule = split
      }
      return rule
    }
    return kept
  }
}
