extension Show {
  /// Compares the tray that was on air with what was sold.
  ///
  /// - Parameters:
  ///   - planned: the tray's items as its file has them, in its order.
  ///   - list: the same tray, its names looked up.
  /// - Complexity: O(styles) and a solve.
  package func review(
    _ planned: [PlannedItem], _ list: TrayList, sales: Sales, _ settings: ReviewSettings = ReviewSettings(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> ShowReview {
    var review = ShowReview(
      scenario: scenario.name, variant: scenario.variant, date: scenario.show.date, inputs: scenario.inputs,
      next: NextRange([], miss: settings.miss))
    var warnings = SalesWarnings(sales, of: self)
    let viewRatio = viewRatio(settings)
    review.items = items(planned, sales, viewRatio: viewRatio, &warnings)
    warnings.look(at: review.items, of: self)
    review.warnings = warnings.all
    for item in review.items {
      review.planned.units += item.planned
      review.planned.gmv += item.plannedGMV
      review.actual.units += item.actual
      review.actual.gmv += item.actualGMV
      review.bridge.add(item.bridge)
    }
    review.goal = scenario.goal?.amount
    addFunnel(to: &review, settings)
    review.accuracy = Self.accuracy(of: review.items)
    review.groups = groups(of: review.items)
    review.rules = rulesAsAired(review.items)

    let past = review.past
    var others: [PastShow] = []
    for show in settings.history {
      if show.isSame(as: past) {
        review.warnings.append(.sameShow(show.source ?? show.label))
        continue
      }
      if show.date == nil { review.warnings.append(.undated(show.source ?? show.label)) }
      if show.name != past.name {
        review.warnings.append(.otherName(show.source ?? show.label, name: show.name))
      }
      others.append(show)
    }
    let shows = [past] + others
    review.factors = ForecastFactors(learnedFrom: shows, belief: settings.belief)
    review.backTest = BackTest(shows, belief: settings.belief)
    review.factors.isWorthUsing = review.backTest.isWorthUsing
    if shows.count < 2 {
      review.warnings.append(.untested(shows: shows.count))
    } else if !review.factors.isWorthUsing, let without = review.backTest.meanWithout,
      let with = review.backTest.meanWith
    {
      review.warnings.append(.notWorthUsing(without: without, with: with))
    }
    review.next = NextRange(shows.map { ($0.plannedGMV, $0.actualGMV) }, miss: settings.miss)

    if let problem = missingForecast() {
      review.warnings.append(.noHindsight(problem.description))
      return review
    }
    var own = review.factors
    own.whole = review.factors.whole(of: past, belief: settings.belief)
    let (hindsight, leftOut) = try hindsight(
      of: list, review.items, viewRatio: viewRatio, factors: own, timeLimit: settings.timeLimit,
      isCancelled: isCancelled)
    review.hindsight = hindsight
    if !leftOut.isEmpty { review.warnings.append(.leftOfHindsight(leftOut)) }
    if !hindsight.isProven { review.warnings.append(.hindsightUnproven) }
    return review
  }

  /// Views that came for each that was planned; 1 where either is not known.
  private func viewRatio(_ settings: ReviewSettings) -> Double {
    guard let actual = settings.views, let planned = scenario.plannedViews, planned > 0 else { return 1 }
    return actual / planned
  }

  // MARK: Items

  private func items(
    _ planned: [PlannedItem], _ sales: Sales, viewRatio: Double, _ warnings: inout SalesWarnings
  ) -> [ReviewItem] {
    func spelt(_ spu: String) -> String { catalog.row(ofSPU: spu).map { catalog.spus[$0] } ?? spu }
    var sold: [String: Sales.Style] = [:]
    var order: [String] = []
    for style in sales.styles {
      let spu = spelt(style.spu)
      if let known = sold[spu] {
        sold[spu] = known.adding(style)
      } else {
        sold[spu] = style
        order.append(spu)
      }
    }
    let grouping = scenario.rules.lazy.compactMap { $0.rule.grouping }.first
    var audited = AuditedTray(scenario: scenario, catalog: catalog, seasonTable: seasonTable)
    var items = planned.map { plan in
      let spu = spelt(plan.spu)
      var item = ReviewItem(spu: spu, standing: sold[spu] == nil ? .notShown : .planned)
      item.pitch = plan.pitch
      item.offer = plan.offer
      item.name = plan.name
      fill(&item, viewRatio: viewRatio)
      let row = catalog.row(ofSPU: spu)
      let own = row.flatMap { units(ofRow: $0, pitch: plan.pitch) }
      item.planned = plan.units ?? own ?? 0
      let price = row.flatMap { self.price[$0].isNaN ? nil : self.price[$0] }
      let gmv = plan.gmv ?? (plan.price ?? price ?? 0) * item.planned
      item.price = item.planned > 0 ? gmv / item.planned : plan.price ?? price
      item.plannedGMV = Cents(gmv)
      warnings.compare(plan, item, units: own, price: price)
      item.forecast = min(item.stock ?? .infinity, item.planned * viewRatio)
      if let style = sold[spu] { item.take(style, paying: item.price, &warnings) }
      item.settle(plannedGMV: gmv)
      return item
    }
    let onTray = Set(items.map(\.spu))
    for spu in order where !onTray.contains(spu) {
      guard let style = sold[spu] else { continue }
      var item = ReviewItem(spu: spu, standing: .added)
      item.pitch = firstPitch(ofSPU: spu)
      fill(&item, viewRatio: viewRatio)
      item.price = catalog.row(ofSPU: spu).flatMap { price[$0].isNaN ? nil : price[$0] }
      item.take(style, paying: item.price, &warnings)
      item.settle(plannedGMV: 0)
      items.append(item)
    }
    if let grouping {
      for position in items.indices {
        guard let pitch = items[position].pitch else { continue }
        _ = audited.add(spu: items[position].spu, pitch: pitch, insists: true)
        guard let item = audited.items.last, item.spu == items[position].spu else { continue }
        items[position].groups = grouping.values.filter {
          audited.holds(item, attribute: grouping.attribute, value: $0)
        }
      }
    }
    return items
  }

  /// What the catalog says of a style.
  private func fill(_ item: inout ReviewItem, viewRatio: Double) {
    for (place, attribute) in FactorAttribute.allCases.enumerated() where attribute == .pitch {
      item.values[place] = item.pitch
    }
    guard let row = catalog.row(ofSPU: item.spu) else { return }
    item.name = catalog.text(.name, row: row) ?? item.name
    item.stock = stock[row].isNaN ? nil : stock[row]
    for (place, attribute) in FactorAttribute.allCases.enumerated() where attribute != .pitch {
      item.values[place] = catalog.factorValue(attribute, row: row)
    }
    if case .tags(let codes, let sets)? = catalog.column(.role)?.values, codes[row] >= 0 {
      item.roles = sets[Int(codes[row])]
    }
    guard let position = scenario.pitches.firstIndex(where: { $0.name == item.pitch }) else { return }
    item.demand = baseDemand(row: row, lift: scenario.pitches[position].lift) * viewRatio
    item.factor = multipliers?.multiplier(row: row, pitch: position) ?? 1
  }

  /// The pitch of a style that was on air without having been planned: the first that it may have, else the first of
  /// the scenario.
  private func firstPitch(ofSPU spu: String) -> String? {
    guard let row = catalog.row(ofSPU: spu) else { return nil }
    let own = optionIndices(ofRow: row).first.map { scenario.pitches[Int(options.pitches[$0])].name }
    return own ?? scenario.pitches.first?.name
  }

  // MARK: What the items come to

  private func addFunnel(to review: inout ShowReview, _ settings: ReviewSettings) {
    review.planned.views = scenario.plannedViews
    review.actual.views = settings.views
    review.actual.orders = settings.orders
    if let views = scenario.plannedViews, let conversion = scenario.plannedConversion {
      review.planned.orders = views * conversion
    }
    func lack(_ lack: ReviewWarning.FunnelLack) { review.warnings.append(.noFunnel(lack)) }
    // Who says nothing of views and orders asks for no funnel.
    guard settings.views != nil || settings.orders != nil else { return }
    guard let views = settings.views else { return lack(.actualViews) }
    guard let orders = settings.orders else { return lack(.actualOrders) }
    guard let plannedViews = scenario.plannedViews, plannedViews > 0 else { return lack(.plannedViews) }
    guard let conversion = scenario.plannedConversion, conversion > 0 else { return lack(.plannedConversion) }
    let sales = review.actual.gmv.amount
    guard views > 0 || orders == 0, orders > 0 || sales == 0 else { return lack(.contradiction) }
    review.funnel = FunnelBridge(
      planned: .init(
        views: plannedViews, conversion: conversion,
        orderValue: review.planned.gmv.amount / (plannedViews * conversion)),
      actual: .init(
        views: views, conversion: views > 0 ? orders / views : 0, orderValue: orders > 0 ? sales / orders : 0),
      total: review.actual.gmv - review.planned.gmv)
  }

  private static func accuracy(of items: [ReviewItem]) -> Accuracy {
    let shown = items.filter { $0.pair != nil }
    var accuracy = Accuracy(shown.compactMap(\.pair))
    let naive = Accuracy.naive(shown.map { ($0.pitch, $0.forecast ?? 0, $0.stock) })
    accuracy.naive =
      Accuracy(
        zip(shown, naive).map { .init(forecast: $1, actual: $0.actual, isSoldOut: $0.isSoldOut) }
      ).wape
    return accuracy
  }

  /// Items by each value of the first split's attribute and of the usual ones; a tag counts in each of its values.
  private func groups(of items: [ReviewItem]) -> [ReviewGroup] {
    var groups: [ReviewGroup] = []
    let grouping = scenario.rules.lazy.compactMap { $0.rule.grouping }.first
    let usual: [(name: String, values: (ReviewItem) -> [String])] = [
      ("category", { [$0.value(.category)].compactMap(\.self) }),
      ("brand", { [$0.value(.brand)].compactMap(\.self) }), ("pitch", { [$0.pitch].compactMap(\.self) }),
      ("offer", { [$0.offer].compactMap(\.self) }), ("role", { $0.roles }),
    ]
    func add(_ attribute: String, _ values: [String], _ own: (ReviewItem) -> [String]) {
      for value in values {
        let members = items.filter { own($0).contains(value) }
        if !members.isEmpty { groups.append(ReviewGroup(attribute, value, members)) }
      }
    }
    if let grouping, !usual.contains(where: { $0.name == HeaderName.normalized(grouping.attribute) }) {
      add(grouping.attribute, grouping.values, \.groups)
    }
    for (name, own) in usual {
      var sums: [String: (planned: Double, place: Int)] = [:]
      for item in items {
        for value in own(item) {
          let known = sums[value] ?? (0, sums.count)
          sums[value] = (known.planned + max(item.plannedGMV.amount, item.actualGMV.amount), known.place)
        }
      }
      let order = sums.keys.sorted { first, second in
        let (one, other) = (sums[first] ?? (0, 0), sums[second] ?? (0, 0))
        return one.planned == other.planned ? one.place < other.place : one.planned > other.planned
      }
      add(name, order, own)
    }
    return groups
  }

  /// The audit of all that was on air, with the units and sales that it had.
  private func rulesAsAired(_ items: [ReviewItem]) -> [RuleCheck] {
    var audited = AuditedTray(scenario: scenario, catalog: catalog, seasonTable: seasonTable)
    var sold: [String: (units: Double, gmv: Double)] = [:]
    for item in items where item.standing != .notShown {
      guard let pitch = item.pitch else { continue }
      _ = audited.add(spu: item.spu, pitch: pitch, insists: true)
      sold[item.spu] = (item.actual, item.actualGMV.amount)
    }
    audited.sell(sold)
    return tray(of: audited).rules
  }
}

extension Sales.Style {
  /// Both together: two spellings of one id.
  fileprivate func adding(_ other: Sales.Style) -> Sales.Style {
    var sum = self
    sum.units += other.units
    if let gmv = other.gmv { sum.gmv = (sum.gmv ?? 0) + gmv }
    sum.unitsWithoutGMV += other.unitsWithoutGMV
    if let returns = other.returns { sum.returns = (sum.returns ?? 0) + returns }
    sum.soldOutAt = other.soldOutAt ?? soldOutAt
    return sum
  }
}

extension ReviewItem {
  /// Takes what was sold of it.
  /// - Parameter price: for units whose sales are not said.
  fileprivate mutating func take(_ style: Sales.Style, paying price: Double?, _ warnings: inout SalesWarnings)
  {
    actual = max(0, style.units)
    if style.units < 0 { warnings.add(.negative(spu, column: .units, amount: style.units)) }
    let made = max(0, style.unitsWithoutGMV) * (price ?? 0)
    if style.unitsWithoutGMV > 0, price == nil { warnings.add(.noPrice(spu)) }
    if style.unitsWithoutGMV > 0, price != nil { warnings.stylesWithMadeGMV += 1 }
    let gmv = (style.gmv ?? 0) + made
    if gmv < 0 { warnings.add(.negative(spu, column: .gmv, amount: gmv)) }
    actualGMV = Cents(max(0, gmv))
    returns = style.returns
    soldOutAt = style.soldOutAt
    isSoldOut = style.soldOutAt != nil || stock.map { actual >= 0.999 * $0 } ?? false
  }

  /// Why its sales differ from the plan.
  fileprivate mutating func settle(plannedGMV planned: Double) {
    let total = actualGMV - plannedGMV
    switch standing {
    case .added: bridge = Bridge([.added: total])
    case .notShown: bridge = Bridge([.notShown: total])
    case .planned:
      let price = self.price ?? 0
      let forecast = self.forecast ?? 0
      let rest: BridgePart = isSoldOut ? .soldOut : .forecast
      let cents = Cents.split(
        total,
        as: [
          actualGMV.amount - price * actual, price * (forecast - self.planned), price * (actual - forecast),
        ])
      bridge = Bridge([.price: cents[0], .views: cents[1], rest: cents[2]])
    }
  }
}
