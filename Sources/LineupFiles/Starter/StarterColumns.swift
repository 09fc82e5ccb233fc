import Lineup

/// What the columns of a catalog probably are, and what else each may be.
struct StarterColumns {
  let survey: CatalogSurvey
  private let meanings: HeaderMeanings
  /// The column of the ids, and how the id of a style stands in it.
  private(set) var id: (column: CatalogSurvey.Column, form: String, ids: [String?])?
  private(set) var entries: [StarterDraft.Entry] = []
  private(set) var defaults: [StarterDraft.Entry] = []
  private(set) var hasStock = false
  private(set) var hasPrice = false
  private(set) var hasForecast = false
  private var used: Set<Int> = []

  init(_ survey: CatalogSurvey) {
    self.survey = survey
    let empty = Set(survey.headers.indices).subtracting(survey.columns.filter { $0.filled > 0 }.map(\.place))
    meanings = HeaderMeanings(of: survey.headers, settings: .init(), empty: empty)
    chooseID()
    choosePrice()
    chooseStock()
    for column in CanonicalColumn.allCases
    where ![.spu, .price, .stock, .listPrice].contains(column) { choose(column) }
    if !used.contains(where: { $0 == place(of: .listPrice)?.place }) { choose(.listPrice) }
  }

  /// Columns that nothing above reads.
  var others: [CatalogSurvey.Column] { survey.columns.filter { !used.contains($0.place) && $0.filled > 0 } }

  func form(of column: CatalogSurvey.Column) -> String {
    HeaderMeanings.form(ofColumn: column.place, in: survey.headers)
  }

  private func meaning(_ canonical: CanonicalColumn) -> [CatalogSurvey.Column] {
    survey.columns.filter { meanings.columns[$0.place] == canonical && $0.filled > 0 }
  }

  private func place(of canonical: CanonicalColumn) -> CatalogSurvey.Column? { meaning(canonical).first }

  private func named(_ words: [String], _ column: CatalogSurvey.Column) -> Bool {
    let header = column.header.lowercased()
    return words.contains { header.contains($0) }
  }

  private mutating func add(
    _ name: CanonicalColumn, _ form: String, _ places: [Int], _ remarks: [String] = []
  ) {
    used.formUnion(places)
    entries.append(.init(key: name.rawValue, value: form, remarks: remarks))
  }

  /// Why a column is not there.
  private func emptyOf(_ canonical: CanonicalColumn) -> String {
    let empty = survey.headers.indices.filter { meanings.columns[$0] == canonical }
    guard let header = empty.first.map({ survey.headers[$0] }) else {
      return "no column of \(canonical == .price ? "prices" : "stock") was found"
    }
    return "the column \(header) is empty"
  }

  private func listed(_ columns: [CatalogSurvey.Column]) -> String {
    columns.prefix(6).map { form(of: $0) }.joined(separator: ", ")
  }

  // MARK: Ids

  private mutating func chooseID() {
    let rows = survey.rowCount
    let size = survey.columns.filter { ColumnAliases.mayBeSize($0.header) && $0.filled > 0 }
    let likely = ["款", "货号", "编", "码", "id", "no", "code", "sku", "handle", "품번", "번호", "코드", "品番", "番号"]
    var candidates = meaning(.spu)
    // A header such as Style may be what a style is like; ids are many.
    let unlike = candidates.filter { $0.distinct * 10 < rows }
    if unlike.count == candidates.count {
      let ids = survey.columns.filter { column in
        named(likely, column) && column.distinct * 2 > rows
          && !candidates.contains { $0.place == column.place }
      }
      if !ids.isEmpty { candidates = ids }
    }
    if candidates.isEmpty { candidates = size }
    if candidates.isEmpty {
      candidates = survey.columns.filter { named(likely, $0) && $0.filled * 2 > rows }
        .sorted { $0.distinct > $1.distinct }
    }
    if candidates.isEmpty {
      candidates = survey.columns.filter { $0.filled == rows }.sorted { $0.distinct > $1.distinct }
    }
    if candidates.isEmpty { candidates = survey.columns.sorted { $0.distinct > $1.distinct } }
    // Of several, the one that most rows have; of those the one that is a style's and no size's.
    let most = candidates.map(\.filled).max() ?? 0
    let full = candidates.filter { $0.filled * 10 >= most * 9 }
    guard let chosen = full.min(by: { $0.distinct < $1.distinct && $0.distinct > 1 }) ?? candidates.first
    else {
      return
    }
    var remarks = [
      "the style's id: \(chosen.distinct) different in \(rows) rows"
        + (chosen.filled < rows ? " (\(rows - chosen.filled) rows have none)" : "")
    ]
    let rest = (candidates + size + unlike).filter { $0.place != chosen.place }
    if !rest.isEmpty {
      remarks.append(
        "or: "
          + rest.prefix(4).map { "spu: \(form(of: $0)) (\($0.distinct) different)" }.joined(separator: ", "))
    }
    var written = form(of: chosen)
    var ids = chosen.codes.map { code -> String? in code < 0 ? nil : chosen.values[Int(code)] }
    if meaning(.spu).isEmpty, size.contains(where: { $0.place == chosen.place }) {
      if let (mark, count) = styleMark(of: chosen) {
        remarks = [
          "QUESTION: \(chosen.header) looks like the id of a size or colour: up to the \"\(mark)\" there are \(count) styles in \(rows) rows",
          "or, where each \(chosen.header) is a style: spu: \(written)",
        ]
        written = "{ before: \(YAMLText.scalar(mark)), of: \(written) }"
        ids = ids.map { id in
          guard let id, let range = id.firstRange(of: mark) else { return id }
          return String(id[..<range.lowerBound])
        }
      } else {
        remarks.append(
          "QUESTION: is \(chosen.header) a style, or a size of one? Then say which column is the style's id")
      }
    }
    id = (chosen, written, ids)
    add(.spu, written, [chosen.place], remarks)
  }

  /// The mark that the style's part of a size's id ends with, and how many styles there are.
  private func styleMark(of column: CatalogSurvey.Column) -> (String, Int)? {
    let names = meaning(.name).first
    for mark in ["-", "_", "/", "."] {
      let heads = column.values.map { value in
        value.firstRange(of: mark).map { String(value[..<$0.lowerBound]) } ?? value
      }
      let styles = Set(heads)
      guard styles.count * 10 < column.distinct * 9, styles.count > 1 || column.distinct < 8 else { continue }
      guard let names else { return (mark, styles.count) }
      // A style has one name.
      var nameOf: [String: Int32] = [:]
      var clashes = 0
      for (row, code) in column.codes.enumerated() where code >= 0 && names.codes[row] >= 0 {
        let head = heads[Int(code)]
        if let known = nameOf[head] {
          if known != names.codes[row] { clashes += 1 }
        } else {
          nameOf[head] = names.codes[row]
        }
      }
      if clashes * 10 <= survey.rowCount { return (mark, styles.count) }
    }
    return nil
  }

  // MARK: Prices

  private mutating func choosePrice() {
    let words = ["价", "price", "가격", "판매가", "단가", "価格", "mrp"]
    let numeric = survey.columns.filter { $0.isMostlyNumeric }
    // A column of words alone says no price.
    let found = meaning(.price).sorted { one, other in
      one.hasNumbers == other.hasNumbers ? one.filled > other.filled : one.hasNumbers
    }
    let others = numeric.filter { column in
      named(words, column) && !found.contains { $0.place == column.place }
        && meanings.columns[column.place] != .cost && !named(["成本", "cost", "进价", "原価"], column)
    }
    if let words = found.first, !found.contains(where: \.hasNumbers) {
      let list = meaning(.listPrice).filter(\.hasNumbers)
      let rest = others.filter { column in !list.contains { $0.place == column.place } }
      return choosePrice(insteadOf: words, list + rest)
    }
    if let price = found.first {
      hasPrice = true
      var remarks = ["\(price.filled) of \(survey.rowCount) rows have one"]
      let list = meaning(.listPrice).first
      let special = others.first { named(["special", "活动", "促销", "sale", "特价"], $0) }
      if let special, special.filled < price.filled {
        remarks.append("the special price where there is one")
        remarks.append("or: price: \(form(of: price))")
        add(
          .price, "{ first: [\(form(of: special)), \(form(of: price))] }", [special.place, price.place],
          remarks)
      } else if let list, price.filled * 10 < list.filled * 9 {
        remarks.append("and \(list.header) where it is empty")
        remarks.append("or: price: \(form(of: price))")
        add(.price, "{ first: [\(form(of: price)), \(form(of: list))] }", [price.place], remarks)
      } else {
        let rest = found.dropFirst() + others
        if !rest.isEmpty { remarks.append("or one of: \(listed(Array(rest)))") }
        add(.price, form(of: price), [price.place], remarks)
      }
      return
    }
    if let list = meaning(.listPrice).first ?? others.max(by: { $0.filled < $1.filled }) {
      hasPrice = true
      var remarks = ["QUESTION: is \(list.header) the price in the show?"]
      let rest = others.filter { $0.place != list.place }
      if !rest.isEmpty { remarks.append("or one of: \(listed(rest))") }
      add(.price, form(of: list), [list.place], remarks)
      return
    }
    defaults.append(
      .init(
        key: "price", value: "100",
        remarks: [
          "QUESTION: \(emptyOf(.price)): 100 stands in for every style. Say columns: { price: HEADER },",
          "or bring the prices in with a table. Columns of numbers: \(listed(numeric))",
        ]))
  }

  /// Chooses the price where its column holds words alone, such as 面议.
  /// - Parameter others: Other columns of prices, the likeliest first.
  private mutating func choosePrice(
    insteadOf words: CatalogSurvey.Column, _ others: [CatalogSurvey.Column]
  ) {
    hasPrice = true
    let example = words.values.first.map { ", such as \"\($0)\"" } ?? ""
    guard let other = others.first else {
      let numeric = survey.columns.filter { column in
        column.isMostlyNumeric && [nil, .cost].contains(meanings.columns[column.place])
      }
      var remarks = [
        "QUESTION: \(words.header) holds no number\(example); which column has the price in the show?"
      ]
      if !numeric.isEmpty { remarks.append("columns of numbers: \(listed(numeric))") }
      return add(.price, form(of: words), [words.place], remarks)
    }
    var remarks = [
      "QUESTION: \(words.header) holds no number\(example): is \(other.header) the price in the show?"
    ]
    if others.count > 1 { remarks.append("or one of: \(listed(Array(others.dropFirst())))") }
    remarks.append("or, once it has numbers: price: \(form(of: words))")
    used.insert(words.place)
    add(.price, form(of: other), [other.place], remarks)
  }

  // MARK: Stock

  private mutating func chooseStock() {
    let found = meaning(.stock).sorted { $0.filled > $1.filled }
    if let stock = found.first {
      hasStock = true
      var remarks = ["\(stock.filled) of \(survey.rowCount) rows have a figure"]
      if found.count > 1 { remarks.append("or: \(listed(Array(found.dropFirst())))") }
      add(.stock, form(of: stock), [stock.place], remarks)
      return
    }
    let words = ["仓", "店", "库", "warehouse", "store", "stock", "inventory", "在庫", "재고", "qty", "outlet"]
    let places = survey.columns.filter { $0.isMostlyNumeric && named(words, $0) && !used.contains($0.place) }
    if places.count == 1 {
      hasStock = true
      add(
        .stock, form(of: places[0]), [places[0].place], ["QUESTION: is \(places[0].header) what can be sold?"]
      )
    } else if places.count > 1 {
      hasStock = true
      add(
        .stock, "{ sum: [\(places.map { form(of: $0) }.joined(separator: ", "))] }", places.map(\.place),
        ["QUESTION: may all of these be sold in the show? Take out the others"])
    } else {
      defaults.append(
        .init(
          key: "stock", value: "100",
          remarks: [
            "QUESTION: \(emptyOf(.stock)): 100 pieces stand in for every style. Say columns: { stock: HEADER },",
            "or bring the stock in with a table (lineup init --catalog … --table stock.xlsx)",
          ]))
    }
  }

  private mutating func choose(_ canonical: CanonicalColumn) {
    let found = meaning(canonical).filter { !used.contains($0.place) }.sorted { $0.filled > $1.filled }
    guard let column = found.first else { return }
    if canonical.kind == .number, !column.isMostlyNumeric { return }
    if canonical == .expectedUnits { hasForecast = true }
    add(
      canonical, form(of: column), [column.place],
      found.count > 1 ? ["or: \(listed(Array(found.dropFirst())))"] : [])
  }
}
