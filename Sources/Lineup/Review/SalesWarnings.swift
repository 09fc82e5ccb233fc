/// Gathers what is to be asked back about sales and tray.
struct SalesWarnings {
  private(set) var all: [ReviewWarning]
  /// Styles whose sales, or some of them, are units times a price.
  var stylesWithMadeGMV = 0
  private var own: [ReviewWarning] = []

  /// - Parameter sales: what the file itself has to say.
  init(_ sales: Sales, of show: Show) {
    all = sales.notes.map(ReviewWarning.reading)
    if sales.rowsWithoutID > 0 { all.append(.rowsWithoutID(sales.rowsWithoutID)) }
    guard let days = sales.days, let date = show.scenario.show.date else { return }
    // Orders after midnight are of the next day.
    let near = Set([date.description, Day(date).advanced(by: 1).description])
    let far = days.rows.filter { !near.contains($0.key) }.values.reduce(0, +)
    if far > 0 {
      all.append(
        .otherDays(
          rows: far, of: days.rows.values.reduce(0, +), first: days.first, last: days.last,
          show: date.description))
    }
  }

  mutating func add(_ warning: ReviewWarning) { own.append(warning) }

  /// Whether the tray's amounts are those of scenario and catalog.
  mutating func compare(_ plan: PlannedItem, _ item: ReviewItem, units: Double?, price: Double?) {
    func differs(_ first: Double, _ second: Double) -> Bool {
      abs(first - second) > 1e-6 * max(1, abs(first), abs(second))
    }
    if let units, let planned = plan.units, differs(planned, units) {
      own.append(.trayDiffers(item.spu, amount: "units", tray: planned, own: units))
    }
    // The price of an item with an offer is the offer's.
    guard plan.offer == nil, let price else { return }
    if let planned = plan.price, differs(planned, price) {
      own.append(.trayDiffers(item.spu, amount: "price", tray: planned, own: price))
    } else if let units, let gmv = plan.gmv, plan.units.map({ !differs($0, units) }) ?? true,
      differs(gmv, units * price)
    {
      own.append(.trayDiffers(item.spu, amount: "gmv", tray: gmv, own: units * price))
    }
  }

  /// What the items' figures themselves make one ask.
  mutating func look(at items: [ReviewItem], of show: Show) {
    let planned = items.filter { $0.standing != .added }
    let shown = planned.count { $0.standing == .planned }
    if 2 * shown < planned.count { all.append(.fewShown(shown: shown, planned: planned.count)) }
    all += own
    own = []
    for item in items {
      if show.catalog.row(ofSPU: item.spu) == nil {
        all.append(.notInCatalog(item.spu, isOnTray: item.standing != .added))
      }
      if let stock = item.stock, item.actual > stock * (1 + 1e-9) {
        all.append(.aboveStock(item.spu, units: item.actual, stock: stock))
      }
      if let returns = item.returns, returns > item.actual * (1 + 1e-9) {
        all.append(.returnsAboveUnits(item.spu, returns: returns, units: item.actual))
      }
      guard item.standing != .notShown, let price = item.price, price > 0 else { continue }
      if item.actual > 0 {
        let paid = item.actualGMV.amount / item.actual
        if paid < 0.2 * price * (1 - 1e-9) - 0.005 || paid > 1.5 * price * (1 + 1e-9) + 0.005 {
          all.append(.priceOff(item.spu, paid: paid, planned: price))
        }
      } else if item.actualGMV > .zero {
        all.append(.priceOff(item.spu, paid: .infinity, planned: price))
      }
    }
    if stylesWithMadeGMV > 0 {
      let sold = items.count { $0.actual > 0 }
      all.append(.gmvMade(styles: stylesWithMadeGMV, isEvery: stylesWithMadeGMV >= sold))
    }
  }
}
