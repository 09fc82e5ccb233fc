import Lineup

/// The columns of a tray, in one place for every rendering: what each is called and what it holds.
struct TrayColumns {
  struct Column {
    var column: ReportTable.Column
    var cell: (TrayItem) -> ReportTable.Cell
  }

  private(set) var columns: [Column] = []

  /// - Parameter show: Adds what the catalog has beyond a result: roles, list prices, pictures.
  init(_ tray: Lineup.Tray?, show: Show?) {
    let items = tray?.items ?? []
    let own = show.map { CatalogCells(catalog: $0.catalog) }
    let hasMargin = (tray?.totals.margin ?? 0) != 0
    let isSeasonal = items.contains { $0.seasonIndex != 1 }
    let hasLocks = items.contains(where: \.isLocked)
    typealias Title = Words.Column
    func text(
      _ key: String, _ title: String, _ width: (Int, Int), _ kind: ReportTable.Kind = .text,
      _ value: @escaping (TrayItem) -> String?
    ) {
      let isEmpty = items.allSatisfy { value($0) == nil }
      add(key, title, kind, isEmpty ? .programs : .everywhere, width) { .optional(value($0)) }
    }
    func decimals(_ most: Int, _ value: (TrayItem) -> Double) -> Int {
      ReportTable.decimals(of: items.map(value), atMost: most)
    }
    text("spu", Title.spu, (20, 8), .style) { $0.spu }
    text("name", Title.name, (48, 12), .name) { $0.name }
    text("brand", Title.brand, (20, 6)) { $0.brand }
    text("gender", Title.gender, (10, 6)) { $0.gender }
    text("category", Title.category, (18, 6)) { $0.category }
    if let own, own.hasRoles { add("role", Title.role, .tags, .desk, nil, own.role) }
    text("pitch", Title.pitch, (14, 5)) { $0.pitch }
    add("minutes", Title.minutes, .minutes(decimals: decimals(2) { $0.minutes })) { .number($0.minutes) }
    if let own, own.hasListPrices {
      let prices = items.compactMap { item -> Double? in
        if case .number(let price) = own.listPrice(item) { price } else { nil }
      }
      add(
        "list_price", Title.listPrice, .amount(decimals: ReportTable.decimals(ofMoney: prices)),
        prices.isEmpty ? [] : .desk, nil, own.listPrice)
    }
    let priceDigits = ReportTable.decimals(ofMoney: items.map(\.price))
    add("price", Title.price, .amount(decimals: priceDigits)) { .number($0.price) }
    if let offers = tray?.offers {
      addOffers(offers, items, show?.scenario.offers)
    }
    if let own, hasMargin {
      let costs = items.compactMap(own.cost)
      add(
        "cost", Title.cost, .amount(decimals: ReportTable.decimals(ofMoney: costs)),
        costs.isEmpty ? [] : .workbook
      ) { .optional(own.cost($0)) }
    }
    add("units", Title.units, .amount(decimals: decimals(1) { $0.units })) { .number($0.units) }
    add("gmv", Title.gmv, .amount(decimals: 0)) { .number($0.gmv) }
    add("margin", Title.margin, .amount(decimals: 0), hasMargin ? .everywhere : .programs) {
      .number($0.margin)
    }
    add("stock_value", Title.stockValue, .amount(decimals: 0), .programs) { .number($0.stockValue) }
    add(
      "season_index", Title.season, .amount(decimals: decimals(2) { $0.seasonIndex }),
      isSeasonal ? .everywhere : .programs
    ) { .number($0.seasonIndex) }
    let paid = tray?.offers == nil ? "price" : "offer_price"
    // What an offer on the whole show gives is in no column.
    let isPlain = tray?.wideOffers.isEmpty ?? true
    if isPlain, let place = columns.firstIndex(where: { $0.column.key == "gmv" }) {
      columns[place].column.factors = [[paid], ["units"]]
    }
    if isPlain, let place = columns.firstIndex(where: { $0.column.key == "margin" }) {
      columns[place].column.factors = [[paid, "cost"], ["units"]]
    }
    if let place = columns.firstIndex(where: { $0.column.key == "pitch" }) {
      columns[place].column.choices = show?.scenario.pitches.map(\.name) ?? []
    }
    add("locked", Title.lock, .state, hasLocks ? .everywhere : .programs) {
      $0.isLocked ? .named("true", label: Title.locked) : .named("false", label: "")
    }
    if let tray, let show {
      for column in show.countedColumns(of: tray) where self[column.key] == nil {
        add(column.key, column.title, .text, .workbook) { item in
          .optional(show.catalog.row(ofSPU: item.spu).flatMap { column.values.text(row: $0) })
        }
      }
    }
    if let own, let points = own.points {
      let isShown = items.contains { own.text(points, $0) != nil }
      add("selling_points", Title.points, .aside, isShown ? .desk : []) { .optional(own.text(points, $0)) }
    }
    if let own, let pictures = own.pictures {
      add("image", Title.picture, .picture, .desk) { item in
        .optional(own.text(pictures, item).flatMap(Catalog.link))
      }
    }
  }

  /// What an item has by its offer, and when buyers get it and can use it.
  private mutating func addOffers(_ uses: [OfferUse], _ items: [TrayItem], _ plan: OfferPlan?) {
    typealias Say = Words.Offers
    add("offer", Say.offer, .text, .everywhere, (16, 6)) { .optional($0.offer) }
    let prices = items.map { $0.offerPrice ?? $0.price }
    add("offer_price", Say.onAir, .amount(decimals: ReportTable.decimals(ofMoney: prices))) {
      .number($0.offerPrice ?? $0.price)
    }
    add("saving", Say.saving, .amount(decimals: 0), [.page, .workbook, .csv, .csvFile]) { .number($0.saving) }
    guard let plan else { return }
    func period(_ item: TrayItem, _ key: KeyPath<OfferKind, OfferKind.Period?>) -> String? {
      let kind = plan.kinds.first { $0.name == item.offer }
      return kind?[keyPath: key].map(Say.period)
    }
    for (key, title, path) in [
      ("claim", Say.claim, \OfferKind.claim), ("use", Say.use, \OfferKind.use),
    ] where items.contains(where: { period($0, path) != nil }) {
      add(key, title, .text, .everywhere, (23, 8)) { .optional(period($0, path)) }
    }
  }

  private mutating func add(
    _ key: String, _ title: String, _ kind: ReportTable.Kind, _ media: Media = .everywhere,
    _ width: (Int, Int)? = nil, _ cell: @escaping (TrayItem) -> ReportTable.Cell
  ) {
    columns.append(
      Column(column: .init(key, title, kind, media: media, width: width), cell: cell))
  }

  /// The column of that key.
  subscript(key: String) -> Column? { columns.first { $0.column.key == key } }

  /// A table of items with the columns of these keys, as far as there are such.
  func table(_ items: [TrayItem], keys: [String], media: Media) -> ReportTable {
    let shown = keys.compactMap { self[$0] }
    var table = ReportTable(
      shown.map { column in
        var column = column.column
        column.media = column.media.isDisjoint(with: .desk) ? [] : media
        return column
      })
    table.rows = items.map { item in .init(shown.map { $0.cell(item) }) }
    return table
  }

  /// The whole tray as a table, in the groups of its split.
  func table(_ items: [TrayItem]) -> ReportTable {
    var table = ReportTable(columns.map(\.column))
    table.rows = items.map { item in
      .init(columns.map { $0.cell(item) }, group: item.groups.first.map(Words.group))
    }
    // Several groups, or one: those without a value are a group too.
    if table.rows.contains(where: { $0.group != nil }) {
      for row in table.rows.indices where table.rows[row].group == nil {
        table.rows[row].group = Words.others
      }
    }
    table.summed = ["minutes", "units", "gmv", "margin"].compactMap(table.place)
      .filter { !table.columns[$0].media.isDisjoint(with: .people) }
    table.headed = ["minutes", "gmv"].compactMap(table.place)
    table.filtered = ["gender", "category", "brand", "role", "pitch"].compactMap(table.place)
      .filter { !table.columns[$0].media.isDisjoint(with: .page) }
    return table
  }
}

/// What a catalog has of an item beyond a result.
private struct CatalogCells {
  let catalog: Catalog
  let points: CatalogColumn?
  let pictures: CatalogColumn?

  init(catalog: Catalog) {
    self.catalog = catalog
    points = catalog.sellingPoints
    pictures = catalog.pictures
  }

  var hasRoles: Bool { catalog.column(.role) != nil }
  var hasListPrices: Bool { catalog.numbers(.listPrice) != nil }

  func text(_ column: CatalogColumn, _ item: TrayItem) -> String? {
    catalog.row(ofSPU: item.spu).flatMap { column.values.text(row: $0) }
  }

  func cost(_ item: TrayItem) -> Double? {
    guard let costs = catalog.numbers(.cost), let row = catalog.row(ofSPU: item.spu), !costs[row].isNaN
    else { return nil }
    return costs[row]
  }

  func role(_ item: TrayItem) -> ReportTable.Cell {
    .optional(catalog.row(ofSPU: item.spu).flatMap { catalog.text(.role, row: $0) })
  }

  func listPrice(_ item: TrayItem) -> ReportTable.Cell {
    guard let prices = catalog.numbers(.listPrice), let row = catalog.row(ofSPU: item.spu),
      !prices[row].isNaN
    else { return .missing }
    return .number(prices[row])
  }
}

extension Show {
  /// The columns of the catalog whose values the checks of a tray count, so that a workbook can count them again.
  fileprivate func countedColumns(
    of tray: Lineup.Tray
  ) -> [(key: String, title: String, values: ColumnValues)] {
    var columns: [(key: String, title: String, values: ColumnValues)] = []
    for clause in tray.rules.compactMap(scenario.tally).flatMap(\.clauses) {
      guard let position = catalog.position(of: clause.attribute) else { continue }
      let column = catalog.columns[position]
      let key = ReportTable.Tally.key(of: column)
      if case .numbers = column.values { continue }
      if columns.contains(where: { $0.key == key }) { continue }
      columns.append((key, column.header ?? column.name, column.values))
    }
    return columns
  }
}
