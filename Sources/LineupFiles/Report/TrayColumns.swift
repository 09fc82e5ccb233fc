import Lineup

/// The columns of a tray, in one place for every output: what each is called and what it holds.
struct TrayColumns {
  struct Column {
    var column: ReportTable.Column
    /// Whether programs get it too (CSV); the rest is for people.
    var isForPrograms: Bool
    var cell: (TrayItem) -> ReportTable.Cell
  }

  private(set) var columns: [Column] = []

  /// - Parameter show: Adds what the catalog has beyond a result: roles, list prices, pictures.
  init(_ tray: Tray?, show: Show?) {
    let items = tray?.items ?? []
    func text(_ key: String, _ title: String, _ value: @escaping (TrayItem) -> String?) {
      add(key, title, .text, items) { value($0).map { .text($0) } ?? .missing }
    }
    func number(_ key: String, _ title: String, decimals most: Int, _ value: @escaping (TrayItem) -> Double) {
      let decimals = items.map { ReportText.decimals(of: value($0), atMost: most) }.max() ?? 0
      add(key, title, .number(decimals: decimals), items) { .number(value($0)) }
    }
    text("spu", "SPU") { $0.spu }
    text("name", "Name") { $0.name }
    text("brand", "Brand") { $0.brand }
    text("gender", "Gender") { $0.gender }
    text("category", "Category") { $0.category }
    text("pitch", "Pitch") { $0.pitch }
    number("minutes", "Minutes", decimals: 2) { $0.minutes }
    // Money has no single decimal.
    let priceDecimals = items.allSatisfy { $0.price == $0.price.rounded() } ? 0 : 2
    add("price", "Price", .number(decimals: priceDecimals), items) { .number($0.price) }
    number("units", "Units", decimals: 1) { $0.units }
    number("gmv", "GMV", decimals: 0) { $0.gmv }
    number("margin", "Margin", decimals: 0) { $0.margin }
    number("stock_value", "Stock value", decimals: 0) { $0.stockValue }
    number("season_index", "Season", decimals: 2) { $0.seasonIndex }
    add("locked", "Lock", .state, items) { .text($0.isLocked ? "locked" : "") }
    if let show { addCatalogColumns(show.catalog, items) }
  }

  private mutating func add(
    _ key: String, _ title: String, _ kind: ReportTable.Kind, _ items: [TrayItem], isForPrograms: Bool = true,
    _ cell: @escaping (TrayItem) -> ReportTable.Cell
  ) {
    columns.append(
      Column(column: .init(key: key, title: title, kind: kind), isForPrograms: isForPrograms, cell: cell))
  }

  private mutating func addCatalogColumns(_ catalog: Catalog, _ items: [TrayItem]) {
    func row(_ item: TrayItem) -> Int? { catalog.row(ofSPU: item.spu) }
    if catalog.column(.role) != nil {
      add("role", "Role", .tags, [], isForPrograms: false) { item in
        row(item).flatMap { catalog.text(.role, row: $0) }.map { .text($0) } ?? .missing
      }
    }
    if let listPrices = catalog.numbers(.listPrice) {
      let shown = items.compactMap { row($0).map { listPrices[$0] } }.filter { !$0.isNaN }
      let decimals = shown.allSatisfy { $0 == $0.rounded() } ? 0 : 2
      add("list_price", "List price", .number(decimals: decimals), [], isForPrograms: false) { item in
        row(item).map { listPrices[$0] }.flatMap { $0.isNaN ? nil : .number($0) } ?? .missing
      }
    }
    if let image = Self.imageColumn(catalog) {
      add("image", "Picture", .image, [], isForPrograms: false) { item in
        row(item).flatMap { image.values.text(row: $0) }.flatMap { Self.link($0) }.map { .text($0) }
          ?? .missing
      }
    }
    if let points = Self.sellingPoints(catalog) {
      add("selling_points", "Selling points", .text, [], isForPrograms: false) { item in
        row(item).flatMap { points.values.text(row: $0) }.map { .text($0) } ?? .missing
      }
    }
  }

  /// The columns as people want to read them: what an item is first, its role among it, prices together.
  var forPeople: [Column] {
    let first = [
      "spu", "name", "brand", "gender", "category", "role", "pitch", "minutes", "list_price", "price",
    ]
    return first.compactMap { self[$0] } + columns.filter { !first.contains($0.column.key) }
  }

  /// The column of that key.
  subscript(key: String) -> Column? { columns.first { $0.column.key == key } }

  /// The column whose cells are links, judged by its first distinct values.
  private static func imageColumn(_ catalog: Catalog) -> CatalogColumn? {
    catalog.columns.first { column in
      guard column.canonical == nil, case .text(_, let values) = column.values, let first = values.first
      else {
        return false
      }
      return link(first) != nil
    }
  }

  /// A text that is a link to the web and nothing else.
  private static func link(_ text: String) -> String? {
    let isLink = text.hasPrefix("https://") || text.hasPrefix("http://")
    return isLink && text.utf8.count < 2000
      && !text.contains(where: { $0.isWhitespace || "\"<>".contains($0) })
      ? text : nil
  }

  private static func sellingPoints(_ catalog: Catalog) -> CatalogColumn? {
    let names = [
      "selling points", "selling point", "selling_points", "selling_point", "卖点", "商品卖点", "产品卖点", "核心卖点",
      "셀링포인트", "description",
    ]
    return names.lazy.compactMap { name -> CatalogColumn? in
      guard case .found(let index)? = catalog.lookup(name), case .text = catalog.columns[index].values else {
        return nil
      }
      return catalog.columns[index]
    }.first
  }
}
