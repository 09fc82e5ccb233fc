extension OfferTable {
  /// What a person should know of the offers before trusting a tray.
  /// - Complexity: O(candidates x kinds x kinds).
  func cautions(candidates: [Int32], price: [Double], cost: [Double]) -> [Caution] {
    var cautions: [Caution] = []
    for kind in plan.kinds where !kind.never {
      if case .none = kind.demand { cautions.append(.offerOnlyCosts(kind.name)) }
    }
    var counts = [Int](repeating: 0, count: plan.kinds.count)
    var meeting = counts
    var lacking = counts
    var reasons = [PriceReason?](repeating: nil, count: plan.kinds.count)
    var pairs: [[Int]: (count: Int, caution: Caution)] = [:]
    for candidate in candidates {
      let row = Int(candidate)
      for kind in plan.itemKinds where mayHave(kind, row: row) {
        meeting[kind] += 1
        if lacksElasticity(kind, row: row) { lacking[kind] += 1 }
        if reasons[kind] == nil, let paid = paidPrice(kind, row: row, price: price[row]) {
          reasons[kind] = reasonAgainst(paid, row: row, price: price[row], cost: cost[row])
        }
      }
      let entries = entries(row: row, price: price[row], cost: cost[row])
      for entry in entries { counts[entry.kind] += 1 }
      for deep in entries {
        for other in entries
        where deep.price < other.price - 1e-9 * max(1, price[row]) && deep.lift < other.lift {
          let known = pairs[[deep.kind, other.kind]]
          let caution =
            known?.caution
            ?? .deeperOfferSellsLess(
              plan.kinds[deep.kind].name, price: deep.price, lift: deep.lift,
              than: plan.kinds[other.kind].name, otherPrice: other.price, otherLift: other.lift, styles: 1,
              example: row)
          pairs[[deep.kind, other.kind]] = ((known?.count ?? 0) + 1, caution)
        }
      }
    }
    for kind in plan.itemKinds {
      let own = plan.kinds[kind]
      if counts[kind] == 0 {
        cautions.append(.offerForNoStyle(own.name, meeting: meeting[kind], reason: reasons[kind]))
      }
      if case .elasticityColumn(let column, _) = own.demand, lacking[kind] > 0 {
        cautions.append(.noElasticity(own.name, column: column, candidates: lacking[kind]))
      }
    }
    for key in pairs.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let (count, caution) = pairs[key],
        case .deeperOfferSellsLess(
          let name, let price, let lift, let other, let otherPrice, let otherLift, _, let example) = caution
      else { continue }
      cautions.append(
        .deeperOfferSellsLess(
          name, price: price, lift: lift, than: other, otherPrice: otherPrice, otherLift: otherLift,
          styles: count, example: example))
    }
    return cautions
  }
}

extension Show {
  /// The items whose price with an offer on the whole show is below what an offer may go to.
  func offerCautions(of tray: Tray) -> [Caution] {
    guard let table = offerTable, let plan = scenario.offers, plan.floor != nil else { return [] }
    var below: [String] = []
    for item in tray.items {
      guard let name = item.offer, let row = catalog.row(ofSPU: item.spu),
        let keeps = table.cases.first(where: { own in
          Set(own.kinds.map { plan.kinds[$0].name }) == Set(tray.wideOffers)
        })?.keeps, keeps < 1, plan.kinds.contains(where: { $0.name == name })
      else { continue }
      let net = (item.offerPrice ?? item.price) * keeps
      if table.reasonAgainst(net, row: row, price: price[row], cost: cost[row]) != nil {
        below.append(item.spu)
      }
    }
    return below.isEmpty ? [] : [.offersBelowFloor(below, offers: tray.wideOffers)]
  }
}
