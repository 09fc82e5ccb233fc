import Foundation

/// A tray as the audit sees it: every amount recomputed from the scenario and the catalog's cells,
/// by other code than the formulation's.
struct AuditedTray: Sendable {
  /// One selected option.
  struct Item: Sendable {
    var spu: String
    var row: Int
    var pitch: Pitch
    /// `nil` for an item without one.
    var offer: OfferKind?
    var seasonIndex: Double
    var units: Double
    var price: Double
    /// The price on air.
    var offerPrice: Double
    /// The part of it that offers on the whole show leave.
    var keeps = 1.0
    var gmv: Double
    var margin: Double
    var stockValue: Double
    /// Where in a month its show stands; `nil` outside of a month.
    var place: MonthPlace?

    /// What a condition on `offer` compares.
    var offerName: String { offer?.name ?? "none" }

    var saving: Double { (price - offerPrice * keeps) * units }
  }

  let scenario: Scenario
  let catalog: Catalog
  let seasonTable: SeasonTable?
  private(set) var items: [Item] = []
  private var onTray: Set<String> = []
  /// The kinds of offers on the whole show that are used.
  let wideOffers: [String]
  /// Where in a month the show stands.
  private let place: MonthPlace?
  /// The trays of a month's shows, where this stands for all of them.
  private var members: [AuditedTray] = []

  private let bans: Set<String>
  private let price: [Double]?
  private let stock: [Double]?
  private let cost: [Double]?
  private let expectedUnits: [Double]?
  private let demand: [Double]?
  private let season: ColumnValues?
  /// Factors of forecasts by value, where the scenario takes some.
  private let factors: (whole: Double, tables: [FactorAttribute: [String: Double]])?

  /// A tray without items.
  init(
    scenario: Scenario, catalog: Catalog, seasonTable: SeasonTable?, place: MonthPlace? = nil,
    wideOffers: [String] = []
  ) {
    self.place = place
    self.wideOffers = wideOffers
    self.scenario = scenario
    self.catalog = catalog
    self.seasonTable = seasonTable
    bans = Set(scenario.bans.map(\.spu))
    price = catalog.numbers(.price)
    stock = catalog.numbers(.stock)
    cost = catalog.numbers(.cost)
    expectedUnits = catalog.numbers(.expectedUnits)
    season = catalog.column(.season)?.values
    factors = scenario.factors?.factors.map { ($0.whole, $0.tables) }
    if let demand = scenario.demand, case .found(let position)? = catalog.lookup(demand.column),
      let numbers = catalog.columns[position].writtenNumbers
    {
      self.demand = numbers
    } else {
      demand = nil
    }
  }

  /// Adds an option; what is wrong with it is returned: an unknown SPU or pitch, an SPU that is on
  /// already or no candidate, a pitch it may not have.
  /// - Parameter insists: whether an SPU that is no candidate, or may not have the pitch, is added all
  ///   the same.
  mutating func add(spu: String, pitch name: String, offer: String? = nil, insists: Bool = false) -> String? {
    guard let row = catalog.row(ofSPU: spu) else { return "SPU \(spu) is not in the catalog" }
    guard let pitch = scenario.pitches.first(where: { $0.name == name }) else {
      return "there is no pitch \(name)"
    }
    var kind: OfferKind?
    if let offer {
      guard let known = scenario.offers?.kinds.first(where: { $0.name == offer && !$0.isShowWide }) else {
        return "there is no offer \(offer)"
      }
      kind = known
    }
    guard onTray.insert(spu).inserted else { return "SPU \(spu) is on the tray twice" }
    let item = item(row: row, pitch: pitch, offer: kind)
    let isCandidate = isCandidate(row)
    let mayHavePitch = isCandidate && meets(item, pitch.condition)
    let mayHaveOffer = kind.map { mayHave($0, item) } ?? true
    if (mayHavePitch && mayHaveOffer) || insists { items.append(item) }
    guard isCandidate else { return "SPU \(spu) is no candidate" }
    if !mayHavePitch { return "SPU \(spu) may not have the pitch \(name)" }
    return mayHaveOffer ? nil : "SPU \(spu) may not have the offer \(offer ?? "")"
  }

  /// All items of a month's shows.
  init(month members: [AuditedTray], scenario: Scenario, catalog: Catalog) {
    self.init(
      scenario: scenario, catalog: catalog, seasonTable: nil,
      place: MonthPlace(level: "", day: Day(number: 0)))
    self.members = members
    items = members.flatMap(\.items)
  }

  /// Puts the units held for items in the place of what they could sell.
  mutating func allot(_ units: [String: Double]) {
    for index in items.indices {
      guard let held = units[items[index].spu] else { continue }
      let row = items[index].row
      items[index].units = held
      let paid = items[index].offerPrice * items[index].keeps
      items[index].gmv = paid * held
      items[index].margin = 0
      if let cost, !cost[row].isNaN { items[index].margin = (paid - cost[row]) * held }
    }
  }

  /// Puts what was sold in the place of what was to be expected, by style.
  mutating func sell(_ sold: [String: (units: Double, gmv: Double)]) {
    for index in items.indices {
      guard let own = sold[items[index].spu] else { continue }
      items[index].units = own.units
      items[index].gmv = own.gmv
      if own.units > 0 { items[index].price = own.gmv / own.units }
      items[index].margin = 0
      if let cost, !cost[items[index].row].isNaN {
        items[index].margin = own.gmv - cost[items[index].row] * own.units
      }
    }
  }

  /// An item that was on air, whether the style still may be on a tray or not.
  func airedItem(row: Int, pitch: String, at place: MonthPlace, inSeason: Bool) -> Item {
    var item = item(row: row, pitch: Pitch(name: pitch, minutes: 0))
    item.seasonIndex = inSeason ? 1 : 0
    item.place = place
    return item
  }

  func contains(_ spu: String) -> Bool {
    onTray.contains(spu)
  }

  /// The sum of a measure over items.
  func sum(_ measure: Measure, over items: [Item]) -> Double {
    items.reduce(0) { total, item in total + value(measure, of: item) }
  }

  private func value(_ measure: Measure, of item: Item) -> Double {
    switch measure {
    case .items: 1
    case .minutes: item.pitch.minutes + (item.offer?.minutes ?? 0)
    case .units: item.units
    case .gmv: item.gmv
    case .margin: item.margin
    case .stockValue: item.stockValue
    case .offerPrice: item.offerPrice
    case .saving: item.saving
    case .column(let name): if case .number(let number, _) = cell(name, item) { number } else { 0 }
    }
  }

  // MARK: Conditions

  /// What a cell holds.
  private enum Cell {
    case missing
    case texts([String])
    /// A day as 2026-08-31.
    case day(String)
    /// Texts in conditions are read as the column's cells are.
    case number(Double, CatalogColumn)
    case truth(Bool)
  }

  /// Where an attribute's cells are.
  private enum Source {
    case nowhere
    case pitch
    case offer
    case inSeason
    case column(CatalogColumn)
    /// One of the six names of a month's rules.
    case place(String)
  }

  /// A `where` whose names have been looked up, for passes over a whole catalog.
  private typealias BoundWhere = [(condition: Condition, source: Source)]

  /// Whether an item meets every clause of a `where`.
  func meets(_ item: Item, _ condition: Where) -> Bool {
    meets(item, bound(condition))
  }

  private func bound(_ condition: Where) -> BoundWhere {
    condition.clauses.map { ($0.condition, source(of: $0.attribute)) }
  }

  private func meets(_ item: Item, _ clauses: BoundWhere) -> Bool {
    clauses.allSatisfy { Self.holds($0.condition, cell($0.source, item)) }
  }

  private static func holds(_ condition: Condition, _ cell: Cell) -> Bool {
    switch condition {
    case .not(let inner): return !holds(inner, cell)
    case .anyOf(let inner): return inner.contains { holds($0, cell) }
    case .has(let isFilled):
      if case .missing = cell { return !isFilled }
      return isFilled
    case .equals(let text, _):
      switch cell {
      case .missing: return false
      case .texts(let texts): return texts.contains(text)
      case .day(let day):
        guard let days = DayText.range(text) else { return false }
        return days.first <= day && day <= days.last
      case .truth(let truth): return ScalarText.truth(text) == truth
      case .number(let number, let column):
        guard let range = try? column.bounds(reading: text) else { return false }
        return range.lower <= number && number <= range.upper
      }
    }
  }

  private func source(of attribute: String) -> Source {
    switch HeaderName.normalized(attribute) {
    case "pitch": return .pitch
    case "offer" where scenario.offers != nil: return .offer
    case "in_season": return .inSeason
    case let name where place != nil && Month.placeNames.contains(name): return .place(name)
    default: break
    }
    guard case .found(let position)? = catalog.lookup(attribute) else { return .nowhere }
    return .column(catalog.columns[position])
  }

  private func cell(_ attribute: String, _ item: Item) -> Cell {
    cell(source(of: attribute), item)
  }

  private func cell(_ source: Source, _ item: Item) -> Cell {
    switch source {
    case .nowhere: .missing
    case .pitch: .texts([item.pitch.name])
    case .offer: .texts([item.offerName])
    case .inSeason: .truth(item.seasonIndex >= 1)
    case .column(let column): cell(of: column, row: item.row)
    case .place(let name):
      switch item.place?.value(of: name) {
      case nil: .missing
      case let day? where name == "date": .day(day)
      case let text?: .texts([text])
      }
    }
  }

  private func cell(of column: CatalogColumn, row: Int) -> Cell {
    switch column.values {
    case .numbers(let numbers): numbers[row].isNaN ? .missing : .number(numbers[row], column)
    case .text(let codes, let values):
      codes[row] < 0
        ? .missing : column.isDays ? .day(values[Int(codes[row])]) : .texts([values[Int(codes[row])]])
    case .tags(let codes, let sets): codes[row] < 0 ? .missing : .texts(sets[Int(codes[row])])
    }
  }

  // MARK: Groups

  /// Whether an item has a listed value of an attribute; for numbers the value is a range.
  func holds(_ item: Item, attribute: String, value: String) -> Bool {
    Self.holds(.equals(value, at: SourceLocation(source: "")), cell(attribute, item))
  }

  /// The values of an attribute that an item has.
  func values(of attribute: String, for item: Item) -> [String] {
    Self.values(in: cell(attribute, item))
  }

  private static func values(in cell: Cell) -> [String] {
    switch cell {
    case .missing: []
    case .day(let day): [day]
    case .number(let number, _): [plain(number)]
    case .truth(let truth): [truth ? "true" : "false"]
    case .texts(let texts): texts.enumerated().filter { texts.firstIndex(of: $1) == $0 }.map(\.element)
    }
  }

  /// The values of an attribute among all options meeting `where` on the shows of a month that meet a condition.
  func occurringValues(of attribute: String, where condition: Where, on shows: Where) -> [String] {
    var some = self
    some.members.removeAll { !($0.place?.meets(shows) ?? false) }
    // Without a show there is no option.
    return some.members.isEmpty ? [] : some.occurringValues(of: attribute, where: condition)
  }

  /// The values of an attribute among all options meeting `where`, in the order of the catalog.
  /// - Complexity: O(styles), and O(pitches) for each style with a cell that was not met before.
  func occurringValues(of attribute: String, where condition: Where) -> [String] {
    if !members.isEmpty {
      var seen: Set<String> = []
      return members.flatMap { $0.occurringValues(of: attribute, where: condition) }.filter {
        seen.insert($0).inserted
      }
    }
    let source = source(of: attribute)
    let eligible = bound(scenario.eligible)
    let pitches = scenario.pitches.map { (pitch: $0, condition: bound($0.condition)) }
    let clauses = bound(condition)
    let offers: [OfferKind?] = (scenario.offers?.kinds ?? []).filter { !$0.isShowWide && !$0.never }
    var order: [String] = []
    var seen: Set<String> = []
    var seenCodes: Set<Int32> = []
    var unseenCodes = codeCount(source)
    for row in 0..<catalog.count {
      let code = code(source, row: row)
      if let code, seenCodes.contains(code) { continue }
      guard isCandidate(row, eligible) else { continue }
      for (pitch, pitchCondition) in pitches {
        for offer in [nil] + offers {
          let item = item(row: row, pitch: pitch, offer: offer)
          guard meets(item, pitchCondition), meets(item, clauses) else { continue }
          if let offer, !mayHave(offer, item) { continue }
          if let code, seenCodes.insert(code).inserted, code >= 0, let unseen = unseenCodes {
            unseenCodes = unseen - 1
          }
          for value in Self.values(in: cell(source, item)) where seen.insert(value).inserted {
            order.append(value)
          }
        }
      }
      if unseenCodes == 0 { break }
    }
    return order
  }

  /// What stands for a row's whole cell, where the catalog numbers its distinct cells.
  private func code(_ source: Source, row: Int) -> Int32? {
    guard case .column(let column) = source else { return nil }
    switch column.values {
    case .text(let codes, _), .tags(let codes, _): return codes[row]
    case .numbers: return nil
    }
  }

  /// How many distinct cells there are, empty ones aside, where the catalog numbers them.
  private func codeCount(_ source: Source) -> Int? {
    guard case .column(let column) = source else { return nil }
    switch column.values {
    case .text(_, let values): return values.count
    case .tags(_, let sets): return sets.count
    case .numbers: return nil
    }
  }

  // MARK: Amounts

  private func isCandidate(_ row: Int) -> Bool {
    isCandidate(row, bound(scenario.eligible))
  }

  private func isCandidate(_ row: Int, _ eligible: BoundWhere) -> Bool {
    guard number(price, row) > 0, number(stock, row) > 0 else { return false }
    guard bans.isEmpty || !bans.contains(catalog.spus[row]) else { return false }
    return eligible.isEmpty || meets(item(row: row, pitch: .standard), eligible)
  }

  private func item(row: Int, pitch: Pitch, offer: OfferKind? = nil) -> Item {
    let price = number(price, row)
    let stock = number(stock, row)
    let index = seasonIndex(row)
    var paid = price
    var lift = 1.0
    var keeps = 1.0
    if let offer {
      paid = offerPrice(offer, row: row, price: price) ?? price
      lift = offerLift(offer, row: row, ratio: paid / price)
    }
    if !wideOffers.isEmpty {
      for kind in scenario.offers?.kinds ?? [] where kind.isShowWide && wideOffers.contains(kind.name) {
        if case .lift(let own) = kind.demand { lift *= own }
        keeps *= 1 - kind.gives
      }
    }
    let mix = scenario.viewsAnswer?.auditedMix?[row] ?? 1
    let units = min(stock, forecast(row) * mix * factor(row, pitch) * index * pitch.lift * lift)
    var margin = 0.0
    if let cost, !cost[row].isNaN { margin = (paid * keeps - cost[row]) * units }
    return Item(
      spu: catalog.spus[row], row: row, pitch: pitch, offer: offer, seasonIndex: index, units: units,
      price: price,
      offerPrice: paid, keeps: keeps, gmv: paid * units * keeps, margin: margin, stockValue: price * stock,
      place: place)
  }

  // MARK: Offers

  /// The price on air that an offer comes to; `nil` where a style has none.
  private func offerPrice(_ offer: OfferKind, row: Int, price: Double) -> Double? {
    switch offer.form {
    case .share(let share): return share * price
    case .amount(let amount): return amount
    case .off(let off, let redeemed): return off < price ? price - redeemed * off : nil
    case .column(let name, _): return filled(name, row)
    }
  }

  private func offerLift(_ offer: OfferKind, row: Int, ratio: Double) -> Double {
    let elasticity: Double
    switch offer.demand {
    case .none: return 1
    case .lift(let lift): return lift
    case .elasticity(let number): elasticity = number
    case .elasticityColumn(let name, _): elasticity = max(0, filled(name, row) ?? 0)
    }
    return elasticity == 0 ? 1 : exp(-elasticity * log(ratio))
  }

  /// Whether an item's style may have an offer at all, and at its price.
  private func mayHave(_ offer: OfferKind, _ item: Item) -> Bool {
    guard !offer.never, meets(item, offer.condition),
      let paid = offerPrice(offer, row: item.row, price: item.price), paid > 0
    else { return false }
    let hair = 1e-9 * max(1, item.price)
    if paid > item.price + hair { return false }
    guard let floor = scenario.offers?.floor else { return true }
    if let least = floor.margin, let cost, !cost[item.row].isNaN {
      if paid * (1 - least) < cost[item.row] - hair { return false }
    }
    if let name = floor.column, let least = filled(name, item.row), paid < least - hair { return false }
    return true
  }

  /// The number in a column; `nil` where it is missing.
  private func filled(_ name: String, _ row: Int) -> Double? {
    guard case .found(let position)? = catalog.lookup(name),
      case .numbers(let numbers) = catalog.columns[position].values, !numbers[row].isNaN
    else { return nil }
    return numbers[row]
  }

  /// What the factors of the option's values make of its forecast.
  private func factor(_ row: Int, _ pitch: Pitch) -> Double {
    guard let factors else { return 1 }
    var product = factors.whole
    for attribute in FactorAttribute.allCases {
      let value = attribute == .pitch ? pitch.name : catalog.factorValue(attribute, row: row)
      if let value, let factor = factors.tables[attribute]?[value] { product *= factor }
    }
    return ForecastFactors.clipped(product)
  }

  private func forecast(_ row: Int) -> Double {
    if let factor = scenario.demand?.factor, let demand, !demand[row].isNaN {
      switch factor {
      case .times(let times): return max(0, demand[row] * times)
      case .views(let views): return max(0, demand[row] * views / 1000)
      }
    }
    // Returns are no sales.
    return max(0, number(expectedUnits, row))
  }

  /// A number of a column, 0 where it is missing.
  private func number(_ column: [Double]?, _ row: Int) -> Double {
    guard let column, !column[row].isNaN else { return 0 }
    return column[row]
  }

  private func seasonIndex(_ row: Int) -> Double {
    guard let seasonTable, case .tags(let codes, let sets)? = season, codes[row] >= 0 else { return 1 }
    var largest: Double?
    for tag in sets[Int(codes[row])] {
      let index = tag == "all" ? 1 : (seasonTable[tag] ?? 1)
      largest = largest.map { max($0, index) } ?? index
    }
    return largest ?? 1
  }
}
