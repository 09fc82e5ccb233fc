extension Show {
  /// A tray by its SPUs and pitches, with amounts and rules recomputed from scenario and catalog
  /// alone.
  /// - Parameter selection: SPU ids and pitch names.
  /// - Throws: `LineupError` where an SPU or a pitch is unknown, no candidate, or selected twice.
  package func audit(
    _ selection: [(spu: String, pitch: String)]
  ) throws(LineupError) -> Tray {
    try audit(selection.map { TrayList.Entry(spu: $0.spu, pitch: $0.pitch) })
  }

  /// A tray by its SPUs, pitches and offers, as above.
  /// - Parameter wideOffers: the kinds of offers on the whole show that it has.
  package func audit(
    _ entries: [TrayList.Entry], wideOffers: [String] = []
  ) throws(LineupError) -> Tray {
    var audited = AuditedTray(
      scenario: scenario, catalog: catalog, seasonTable: seasonTable, wideOffers: wideOffers)
    for entry in entries {
      if let wrong = audited.add(spu: entry.spu, pitch: entry.pitch, offer: entry.offer) {
        throw LineupError([Problem(.notOnThisTray(wrong))])
      }
    }
    return tray(of: audited)
  }

  /// The items in the order in which people read them, the totals and the rows of every rule.
  func tray(of audited: AuditedTray) -> Tray {
    let split = scenario.rules.lazy.compactMap { $0.rule.grouping }.first
    let order = Dictionary(
      (split?.values ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let locked = Set(scenario.locks.map(\.spu))
    var items = audited.items.map { item -> (place: Int, row: Int, item: TrayItem) in
      let groups =
        split.map { split in
          split.values.filter { audited.holds(item, attribute: split.attribute, value: $0) }
        } ?? []
      let place = groups.compactMap { order[$0] }.min() ?? .max
      return (place, item.row, trayItem(item, groups: groups, isLocked: locked.contains(item.spu)))
    }
    items.sort { first, second in
      if first.place != second.place { return first.place < second.place }
      if first.item.gmv != second.item.gmv { return first.item.gmv > second.item.gmv }
      return first.row < second.row
    }
    let offers = scenario.offers == nil ? nil : audited.offerUses
    let totals = TrayTotals(
      items: items.count, minutes: audited.sum(.minutes, over: audited.items),
      units: audited.sum(.units, over: audited.items), gmv: audited.sum(.gmv, over: audited.items),
      margin: audited.sum(.margin, over: audited.items),
      stockValue: audited.sum(.stockValue, over: audited.items),
      saving: audited.sum(.saving, over: audited.items),
      offerCost: offers.map { $0.reduce(0) { $0 + $1.cost } })
    let rules = scenario.allRules.flatMap { $0.rule.audit($0.frame, of: audited) }
    return Tray(
      items: items.map(\.item), totals: totals, rules: rules,
      offers: offers)
  }

  private func trayItem(_ item: AuditedTray.Item, groups: [String], isLocked: Bool) -> TrayItem {
    TrayItem(
      spu: item.spu, name: catalog.text(.name, row: item.row), brand: catalog.text(.brand, row: item.row),
      gender: catalog.text(.gender, row: item.row), category: catalog.text(.category, row: item.row),
      pitch: item.pitch.name, minutes: item.pitch.minutes + (item.offer?.minutes ?? 0), price: item.price,
      units: item.units,
      gmv: item.gmv, margin: item.margin, stockValue: item.stockValue, seasonIndex: item.seasonIndex,
      isLocked: isLocked, groups: groups, offer: item.offer?.name,
      offerPrice: scenario.offers == nil ? nil : item.offerPrice,
      saving: item.saving)
  }
}

extension Tray {
  /// What the missed soft rules cost, in objective units.
  package var penalties: Double {
    rules.reduce(0) { $0 + $1.penalty }
  }
}

extension Show {
  /// The objective of a tray, net of what its offers cost, without penalties.
  func objectiveValue(of tray: Tray) -> Double {
    scenario.objective.parts.reduce(-tray.offerCost) { total, part in
      let sum: Double
      switch part.measure {
      case .items: sum = Double(tray.totals.items)
      case .minutes: sum = tray.totals.minutes
      case .units: sum = tray.totals.units
      case .gmv: sum = tray.totals.gmv
      case .margin: sum = tray.totals.margin
      case .stockValue: sum = tray.totals.stockValue
      case .offerPrice: sum = tray.items.reduce(0) { $0 + ($1.offerPrice ?? $1.price) }
      case .saving: sum = tray.totals.saving
      case .column(let name): sum = self.sum(ofColumn: name, over: tray.items)
      }
      return total + part.weight * sum
    }
  }

  private func sum(ofColumn name: String, over items: [TrayItem]) -> Double {
    guard case .found(let position)? = catalog.lookup(name),
      case .numbers(let numbers) = catalog.columns[position].values
    else { return 0 }
    return items.reduce(0) { total, item in
      guard let row = catalog.row(ofSPU: item.spu), !numbers[row].isNaN else { return total }
      return total + numbers[row]
    }
  }
}
