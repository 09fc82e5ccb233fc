import Optimization

extension Show {
  /// The switches of offers and the options that need them; `nil` where there is none.
  var choices: Choices? {
    guard offerTable != nil, options.count > 0 else { return nil }
    var columns: [Int32] = []
    var bitOfOffer: [Int: UInt64] = [:]
    var bitOfCase: [Int: UInt64] = [:]
    for (position, own) in plan.switches.enumerated() where own.offerKind != nil || own.offerCase != nil {
      if columns.count == 64 { return nil }
      let bit: UInt64 = 1 << UInt64(columns.count)
      if let kind = own.offerKind { bitOfOffer[kind + 1] = bit }
      if let number = own.offerCase { bitOfCase[number] = bit }
      columns.append(Int32(options.count + position))
    }
    if columns.isEmpty { return nil }
    let kinds = scenario.offers?.kinds ?? []
    let ofOffer = (0...kinds.count).map { offer in
      // A kind that is always there needs nothing.
      offer > 0 && kinds[offer - 1].always ? 0 : bitOfOffer[offer] ?? 0
    }
    let cases = offerTable?.cases.count ?? 1
    let ofCase = (0..<cases).map { cases > 1 ? bitOfCase[$0] ?? 0 : 0 }
    var needs = [UInt64](repeating: 0, count: options.count + plan.switches.count)
    for option in 0..<options.count {
      needs[option] = ofOffer[options.offer(option)] | ofCase[options.offerCase(option)]
    }
    return Choices(
      columns: columns, needs: needs, links: plan.links, rows: plan.standingRows.keys.sorted())
  }
}
