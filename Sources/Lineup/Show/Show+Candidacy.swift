extension Show {
  /// Why an SPU cannot be on the tray; `nil` where it can.
  /// - Parameter pitch: the pitch it would have to have, if one is fixed.
  /// - Parameter offer: the offer it would have to have, `nil` for any or none.
  func reasonOff(spu: String, pitch: String? = nil, offer: String? = nil) -> Ineligibility? {
    guard let row = catalog.row(ofSPU: spu) else { return .notInCatalog }
    if !(price[row] > 0) { return .noPrice }
    if !(stock[row] > 0) { return .noStock }
    if let clause = failingClause(row: row) { return clause }
    if scenario.bans.contains(where: { $0.spu == spu }) { return .banned }
    let own = optionIndices(ofRow: row)
    if own.isEmpty { return .noPitch }
    if let pitch, !own.contains(where: { scenario.pitches[Int(options.pitches[$0])].name == pitch }) {
      return .notThisPitch(pitch)
    }
    return offer.flatMap { reasonAgainst(offer: $0, row: row) }
  }

  /// Why a style cannot have an offer; `nil` where it can.
  private func reasonAgainst(offer: String, row: Int) -> Ineligibility? {
    if offer == OfferPlan.none { return nil }
    guard let table = offerTable, let plan = scenario.offers,
      let kind = plan.itemKinds.first(where: { plan.kinds[$0].name == offer })
    else { return .notThisOffer(offer, price: nil, nil) }
    if optionIndices(ofRow: row).contains(where: { options.offer($0) == kind + 1 }) { return nil }
    guard table.mayHave(kind, row: row) else { return .notThisOffer(offer, price: nil, .whereFails) }
    guard let paid = table.paidPrice(kind, row: row, price: price[row]) else {
      return .notThisOffer(offer, price: nil, .noPrice)
    }
    return .notThisOffer(
      offer, price: paid, table.reasonAgainst(paid, row: row, price: price[row], cost: cost[row]))
  }

  /// The kinds of offers on the whole show that are there in any case.
  package var alwaysWideOffers: [String] {
    guard let table = offerTable, let plan = scenario.offers else { return [] }
    return table.cases[0].kinds.map { plan.kinds[$0].name }
  }

  /// The options of a catalog row.
  /// - Complexity: O(log options).
  func optionIndices(ofRow row: Int) -> Range<Int> {
    func firstOption(from row: Int32) -> Int {
      var low = 0
      var high = options.count
      while low < high {
        let middle = (low + high) / 2
        if options.rows[middle] < row { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return firstOption(from: Int32(row))..<firstOption(from: Int32(row) + 1)
  }

  /// The first clause of `eligible.where` that a row does not meet, with the row's own value.
  private func failingClause(row: Int) -> Ineligibility? {
    let binder = RuleBinder(
      catalog: catalog, pitches: scenario.pitches, inSeason: seasonIndex.map { $0 >= 1 ? Int32(1) : 0 },
      options: OptionTable(), reader: NodeReader(), offerNames: scenario.offers?.names)
    for clause in scenario.eligible.clauses {
      let scope = binder.scope(Where(clauses: [clause]), allowsPitch: false)
      if scope.contains(row: row) { continue }
      return .notEligible(attribute: clause.attribute, has: cellText(clause.attribute, row: row))
    }
    return nil
  }

  /// `nil` where the style has nothing there.
  private func cellText(_ attribute: String, row: Int) -> String? {
    if HeaderName.normalized(attribute) == Attribute.inSeasonName {
      return seasonIndex[row] >= 1 ? "true" : "false"
    }
    guard case .found(let position)? = catalog.lookup(attribute) else { return nil }
    if case .numbers(let numbers) = catalog.columns[position].values {
      return numbers[row].isNaN ? nil : plain(numbers[row])
    }
    return catalog.columns[position].values.text(row: row)
  }

  /// The candidates with an option in a row of the plan, and the sum of their best options there.
  func supply(ofRow row: Int) -> (candidates: Int, reach: Double) {
    let (counts, reaches) = supplyOfRows()
    return (counts[row], reaches[row])
  }
}
