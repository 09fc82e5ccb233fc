extension ConflictReasoning {
  /// Kinds of offers that are always there, or asked for, where fewer are allowed.
  var offerReason: ConflictReason? {
    guard let offers = show.scenario.offers else { return nil }
    let rules = show.scenario.allRules
    let always = offers.kinds.filter { $0.always && !$0.never }.map(\.name)
    var asked = always
    for (position, row) in rows.enumerated() {
      var own: [String] = []
      if show.scenario.isLock(row) {
        own = show.scenario.locks.filter { Scenario.lockRow($0.spu) == row.name }.compactMap(\.offer)
      } else if (demands[position].required?.lower ?? 0) > 0 {
        own = StyleGroup(row, in: show.scenario)?.offers(in: show) ?? []
      }
      // One of several kinds is no kind.
      guard own.count == 1, own[0] != OfferPlan.none, !asked.contains(own[0]) else { continue }
      asked.append(own[0])
    }
    for row in rows {
      var most: Double?
      var listed = offers.kinds.map(\.name)
      switch rules[row.position].rule {
      case is OfferCountRule: most = offers.atMost
      case is OfferExclusiveRule:
        most = 1
        listed = row.offset.map { offers.exclusive[$0].kinds } ?? []
      default: break
      }
      guard let most else { continue }
      let there = always.filter(listed.contains)
      if Double(there.count) > most { return .offersAlways(there, most: most) }
      let wanted = asked.filter(listed.contains)
      if Double(wanted.count) > most { return .offersAskedFor(wanted, most: most) }
    }
    return nil
  }
}

extension Show {
  /// Why so few candidates count towards a row that asks for an offer; `nil` where no price is the reason.
  func offerReason(_ row: RuleRow, candidates count: Int) -> ConflictReason? {
    guard let table = offerTable, let plan = scenario.offers else { return nil }
    let named: [String]
    if let rule = scenario.allRules[row.position].rule as? OfferItemsRule {
      named = [rule.kind.name]
    } else {
      named = StyleGroup(row, in: scenario)?.offers(in: self) ?? []
    }
    guard named.count == 1, let kind = plan.itemKinds.first(where: { plan.kinds[$0].name == named[0] }) else {
      return nil
    }
    var refused = 0
    var example: (spu: String, reason: OfferTable.PriceReason)?
    for candidate in candidates {
      let row = Int(candidate)
      guard table.mayHave(kind, row: row), let paid = table.paidPrice(kind, row: row, price: price[row]),
        let reason = table.reasonAgainst(paid, row: row, price: price[row], cost: cost[row])
      else { continue }
      refused += 1
      if example == nil { example = (catalog.spus[row], reason) }
    }
    guard let example else { return nil }
    return .offerCandidates(
      count, offer: named[0], refused: refused, example: example.spu, example.reason)
  }
}
