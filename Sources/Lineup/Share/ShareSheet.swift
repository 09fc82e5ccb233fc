/// One sheet: an owner's part of a tray, or that of a value of `per`.
package struct ShareSheet: Sendable, Equatable {
  package var owner: String
  /// The value of `per`; `nil` where the owner has one sheet.
  package var value: String?
  package var columns: [Column]
  package var rows: [Row]
  package var isInOrder: Bool
  /// Items of the owner that are on none of its sheets, since they have no value of `per`.
  package var withoutValue: Int

  /// A column, and what its cells are.
  package struct Column: Sendable, Equatable {
    package var name: String
    package var kind: Kind

    package enum Kind: Sendable, Equatable {
      case text, picture, number, time
    }
  }

  /// An item.
  package struct Row: Sendable, Equatable {
    package var spu: String
    package var cells: [Cell]
  }

  package enum Cell: Sendable, Equatable {
    case missing
    case text(String)
    case number(Double)
  }

  /// What the sheet is called: its owner, and the value that it is for.
  package var title: String { value.map { "\(owner): \($0)" } ?? owner }
}

/// A place in a running order: when an item is on air.
package struct ShareSlot: Sendable, Equatable {
  package var spu: String
  package var time: String

  package init(spu: String, time: String) {
    self.spu = spu
    self.time = time
  }
}

extension Show {
  /// Says what is wrong with the sheets' attributes and columns.
  static func checkShares(_ scenario: Scenario, in binder: RuleBinder) {
    for plan in scenario.shares {
      _ = binder.scope(plan.condition)
      for column in plan.columns { binder.checkShared(column.name, at: column.location) }
      if let per = plan.per { binder.checkShared(per.name, at: per.location) }
    }
  }

  /// The sheets of a tray, in the order of the scenario; those of a value of `per` in the order of the items.
  ///
  /// - Parameter slots: the running order, where there is one; sheets that need it are left out without.
  package func shareSheets(_ items: [PlannedItem], slots: [ShareSlot]? = nil) -> [ShareSheet] {
    scenario.shares.flatMap { plan -> [ShareSheet] in
      var own = items.filter { meets($0, plan.condition) }
      var times: [String: String] = [:]
      if plan.isInOrder {
        guard let slots else { return [] }
        var places: [String: Int] = [:]
        for (place, slot) in slots.enumerated() where times[slot.spu] == nil {
          times[slot.spu] = slot.time
          places[slot.spu] = place
        }
        own = own.enumerated().sorted { first, second in
          let one = places[first.element.spu] ?? Int.max
          let other = places[second.element.spu] ?? Int.max
          return one == other ? first.offset < second.offset : one < other
        }.map(\.element)
      }
      func sheet(_ value: String?, _ items: [PlannedItem], _ without: Int) -> ShareSheet {
        self.sheet(plan, value: value, items, times: times, withoutValue: without)
      }
      guard let per = plan.per else { return [sheet(nil, own, 0)] }
      var values: [String] = []
      var without = 0
      let valuesOfItem = own.map { self.values(of: per.name, for: $0) }
      for found in valuesOfItem {
        if found.isEmpty { without += 1 }
        for value in found where !values.contains(value) { values.append(value) }
      }
      return values.map { value in
        sheet(value, zip(own, valuesOfItem).filter { $1.contains(value) }.map(\.0), without)
      }
    }
  }

  private func sheet(
    _ plan: SharePlan, value: String?, _ items: [PlannedItem], times: [String: String], withoutValue: Int
  ) -> ShareSheet {
    var columns = plan.columns.map { column in
      ShareSheet.Column(name: column.name, kind: shareKind(column.name))
    }
    if plan.isInOrder { columns.insert(.init(name: "time", kind: .time), at: 0) }
    let rows = items.map { item in
      var cells = plan.columns.map { shareCell($0.name, of: item) }
      if plan.isInOrder { cells.insert(times[item.spu].map { .text($0) } ?? .missing, at: 0) }
      return ShareSheet.Row(spu: item.spu, cells: cells)
    }
    return ShareSheet(
      owner: plan.owner, value: value, columns: columns, rows: rows, isInOrder: plan.isInOrder,
      withoutValue: withoutValue)
  }

  // MARK: Cells

  private func audited(_ item: PlannedItem) -> AuditedTray.Item? {
    var audited = AuditedTray(scenario: scenario, catalog: catalog, seasonTable: seasonTable)
    _ = audited.add(spu: item.spu, pitch: item.pitch, insists: true)
    return audited.items.first
  }

  private func meets(_ item: PlannedItem, _ condition: Where) -> Bool {
    if condition.clauses.isEmpty { return true }
    let tray = AuditedTray(scenario: scenario, catalog: catalog, seasonTable: seasonTable)
    return audited(item).map { tray.meets($0, condition) } ?? false
  }

  private func values(of attribute: String, for item: PlannedItem) -> [String] {
    let tray = AuditedTray(scenario: scenario, catalog: catalog, seasonTable: seasonTable)
    return audited(item).map { tray.values(of: attribute, for: $0) } ?? []
  }

  private func shareKind(_ name: String) -> ShareSheet.Column.Kind {
    if let column = sharedColumn(name) {
      if case .numbers = column.values { return .number }
      if case .text(_, let values) = column.values, let first = values.first,
        first.hasPrefix("https://") || first.hasPrefix("http://")
      {
        return .picture
      }
      return .text
    }
    return ["minutes", "units", "gmv", "margin", "saving"].contains(HeaderName.normalized(name))
      ? .number : .text
  }

  /// The column of the catalog that a name means: its own, else one that people call so.
  private func sharedColumn(_ name: String) -> CatalogColumn? {
    if let position = catalog.position(of: name) { return catalog.columns[position] }
    switch HeaderName.normalized(name) {
    case "image", "picture":
      return catalog.columns.first { column in
        guard column.canonical == nil, case .text(_, let values) = column.values, let first = values.first
        else { return false }
        return first.hasPrefix("https://") || first.hasPrefix("http://")
      }
    case "selling_point", "selling_points", "selling point", "selling points":
      return ["selling points", "selling point", "selling_points", "selling_point", "卖点", "商品卖点", "셀링포인트"]
        .lazy
        .compactMap { catalog.position(of: $0) }.first.map { catalog.columns[$0] }
    default: return nil
    }
  }

  private func shareCell(_ name: String, of item: PlannedItem) -> ShareSheet.Cell {
    let row = catalog.row(ofSPU: item.spu)
    let price = item.price ?? row.flatMap { self.price[$0].isNaN ? nil : self.price[$0] }
    func number(_ number: Double?) -> ShareSheet.Cell { number.map { .number($0) } ?? .missing }
    let units = item.units ?? row.flatMap { self.units(ofRow: $0, pitch: item.pitch) }
    switch HeaderName.normalized(name) {
    case "spu": return .text(item.spu)
    case "price": return number(price)
    case "name":
      return (row.flatMap { catalog.text(.name, row: $0) } ?? item.name).map { .text($0) } ?? .missing
    case "pitch": return .text(item.pitch)
    case "minutes": return number(scenario.pitches.first { $0.name == item.pitch }?.minutes)
    case "units": return number(units)
    case "gmv": return number(item.gmv ?? units.flatMap { units in price.map { $0 * units } })
    case "margin":
      guard let row, let units, let price else { return .missing }
      return cost[row].isNaN ? .missing : .number((price - cost[row]) * units)
    case "saving":
      guard let row, let price, let list = catalog.numbers(.listPrice)?[row], list > price else {
        return .missing
      }
      return .number(list - price)
    case "offer", "coupon":
      guard catalog.position(of: name) == nil else { break }
      return item.offer.map { .text($0) } ?? .missing
    default: break
    }
    guard let row, let column = sharedColumn(name) else { return .missing }
    if case .numbers(let numbers) = column.values {
      return numbers[row].isNaN ? .missing : .number(numbers[row])
    }
    return column.values.text(row: row).map { .text($0) } ?? .missing
  }
}

extension RuleBinder {
  /// Reports a column that a sheet asks for and nobody has.
  fileprivate func checkShared(_ name: String, at location: SourceLocation?) {
    let place = location ?? SourceLocation(source: catalog.source)
    switch catalog.lookup(name) {
    case .found?: return
    case .ambiguous(let headers)?:
      return reader.report(.ambiguousAttribute(name, headers: headers), at: place)
    case nil: break
    }
    let normalized = HeaderName.normalized(name)
    let derived =
      SharePlan.derived + ["picture", "selling_points", "selling point", "selling points", "spu", "name"]
    // What nobody wrote is left empty where the catalog has not got it.
    if derived.contains(normalized) || location == nil { return }
    reader.report(
      .unknownAttribute(name, known: catalog.columns.map(\.name) + SharePlan.derived), at: place)
  }
}
