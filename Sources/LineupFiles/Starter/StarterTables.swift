import Lineup

/// How a table beside a catalog joins it, and what it can add.
struct StarterTables {
  private(set) var entry: StarterDraft.Entry?
  /// The column of past sales that it makes.
  private(set) var sales: String?
  private(set) var hasStock = false
  private(set) var hasPrice = false
  /// Where it cannot be joined: why.
  private(set) var failure: String?

  init(_ survey: CatalogSurvey, file: String, name: String, catalog: StarterColumns) {
    let ids = Set(catalog.id?.ids.compactMap(\.self) ?? [])
    guard let key = Self.key(of: survey, among: ids) else {
      failure =
        "no column of \(file) holds the ids of the catalog, so it is not joined; give the column of ids in both files the same form"
      return
    }
    var remarks = [
      "\(file): \(key.column.header) is the key: it matches \(key.matches) of \(ids.count) styles"
    ]
    let columns = survey.columns.filter { $0.place != key.column.place && $0.isMostlyNumeric }
    func form(_ column: CatalogSurvey.Column) -> String {
      HeaderMeanings.form(ofColumn: column.place, in: survey.headers)
    }
    func first(_ words: [String], besides: [String] = []) -> CatalogSurvey.Column? {
      columns.first { column in
        let header = column.header.lowercased()
        return words.contains { header.contains($0) } && !besides.contains { header.contains($0) }
      }
    }
    var made: [String] = []
    let stockWords = ["库存", "可用", "可售", "stock", "inventory", "on hand", "在庫", "재고", "available"]
    if !catalog.hasStock, let stock = first(stockWords) {
      made.append("stock: { sum: \(form(stock)) }")
      hasStock = true
    }
    if !catalog.hasPrice, let price = first(["价", "price", "판매가", "単価", "価格"], besides: ["成本", "cost"]) {
      made.append("price: { first: \(form(price)) }")
      hasPrice = true
    }
    let dated = columns.filter { column in
      column.header.count(where: \.isNumber) >= 4
        && column.header.allSatisfy { $0.isNumber || "-/. :年月日".contains($0) }
    }
    let salesWords = [
      "销量", "销售数", "销售量", "已售", "件数", "sold", "sales", "qty", "quantity", "units", "판매", "수량", "販売",
      "売上個", "数量", "orders",
    ]
    if dated.count >= 3 {
      made.append("sales: { sum: { sum: [\(dated.map(form).joined(separator: ", "))] }, else: 0 }")
      sales = "sales"
      remarks.append("\(dated.count) columns of days are added up")
    } else if let sold = first(salesWords, besides: stockWords + ["额", "amount", "金額", "금액"]) {
      made.append("sales: { sum: \(form(sold)), else: 0 }")
      sales = "sales"
    }
    let days = survey.columns.filter { column in
      !column.values.isEmpty && column.values.allSatisfy { DayText.day($0) != nil }
    }
    if let day = days.first, sales != nil {
      let all = day.values.compactMap(DayText.day).sorted()
      remarks.append(
        "days from \(all.first ?? "") to \(all.last ?? ""); only some of them: where: { \(YAMLText.scalar(day.header)): \"\(all.first ?? "")..\(all.last ?? "")\" }"
      )
    }
    if made.isEmpty {
      let others = survey.columns.filter { $0.place != key.column.place && $0.filled > 0 }
      guard let one = others.first else { return }
      made.append("\(YAMLText.scalar(one.header)): { first: \(form(one)) }")
      remarks.append(
        "QUESTION: what of it is wanted? Its columns: \(others.prefix(12).map(\.header).joined(separator: ", "))"
      )
    }
    entry = .init(
      key: name,
      value: (["file: \(YAMLText.scalar(file))", "key: \(key.form)", "columns:"] + made.map { "  \($0)" })
        .joined(separator: "\n"), remarks: remarks)
  }

  /// The column that holds the most ids of the catalog, as it is or up to a mark.
  private static func key(
    of survey: CatalogSurvey, among ids: Set<String>
  ) -> (column: CatalogSurvey.Column, form: String, matches: Int)? {
    var best: (column: CatalogSurvey.Column, form: String, matches: Int)?
    for column in survey.columns {
      let form = HeaderMeanings.form(ofColumn: column.place, in: survey.headers)
      let matches = Set(column.values).intersection(ids).count
      if matches > best?.matches ?? 0 { best = (column, form, matches) }
      for mark in ["-", "_", "/"] {
        let heads = Set(
          column.values.compactMap { value in
            value.firstRange(of: mark).map { String(value[..<$0.lowerBound]) }
          })
        let matches = heads.intersection(ids).count
        if matches > (best?.matches ?? 0) * 2 {
          best = (column, "{ before: \(YAMLText.scalar(mark)), of: \(form) }", matches)
        }
      }
    }
    return best.flatMap { $0.matches > 0 ? $0 : nil }
  }
}
