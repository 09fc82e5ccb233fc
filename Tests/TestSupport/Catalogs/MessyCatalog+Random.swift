extension MessyCatalog {
  /// A random catalog, the same for a seed on every machine.
  package static func random(seed: UInt64) -> MessyCatalog {
    var random = RandomSource(seed: seed ^ 0xCA7A_1060)
    var made = MessyCatalog()
    made.ids = random.one(of: IDs.allCases)
    made.stockIsSum = random.chance(0.5)
    made.priceIsFirst = random.chance(0.5)
    made.categoryIsPart = random.chance(0.5)
    made.nameIsJoined = random.chance(0.4)
    made.colourIsAfter = random.chance(0.5)
    made.leavesOutState = random.chance(0.4)
    made.leavesOutOld = random.chance(0.4)
    made.mapsWords = random.chance(0.5)
    made.keepsEqual = random.chance(0.2)
    made.drawRows(&random)
    made.drawDuplicates(&random)
    if random.chance(0.5) { made.drawSales(&random) }
    if random.chance(0.4) { made.drawStocks(&random) }
    if random.chance(0.3) { made.defaultStock = "7" }
    if random.chance(0.4) { made.defaultUnits = "2.5" }
    return made
  }

  static let brands = ["NIKE", "nike", "Nike", "甲牌", "-", ""]
  static let states = ["上架", "下架", "停售", ""]
  static let days = [
    "2025-11-30", "2025/12/31", "2026-01-01", "2026年3月5日", "2026/3/5", "2026-02-28 20:15", "",
  ]

  private var idHeaders: [String] {
    switch ids {
    case .plain: ["款号"]
    case .before, .part: ["SKU"]
    case .second: ["商家编码", "商家编码"]
    }
  }

  private mutating func drawRows(_ random: inout RandomSource) {
    headers =
      idHeaders + ["品名", "品牌", "类目", "状态", "上架日期", "活动价", "吊牌价", "仓A", "仓B", "颜色", "备注数"]
    let styles = random.integer(2...7)
    let hasTextNotes = random.chance(0.3)
    var styleRows: [[String]] = []
    for style in 0..<styles {
      let name = random.one(of: ["风衣", "毛衣", "Shirt", ""])
      let brand = random.one(of: Self.brands)
      for size in 0..<random.integer(1...4) {
        let id = "K\(style)"
        var row: [String]
        switch ids {
        case .plain: row = [id]
        case .before, .part: row = [size == 0 && ids == .before && random.chance(0.3) ? id : "\(id)-\(size)"]
        case .second: row = ["\(id)\(size)", id]
        }
        row.append(random.chance(0.8) ? name : random.one(of: ["风衣", "", "-"]))
        row.append(random.chance(0.7) ? brand : random.one(of: Self.brands))
        row.append(random.one(of: ["女装>>上衣>>毛衣", "男装>>裤", "配饰", "", "女装>>"]))
        row.append(random.one(of: Self.states))
        row.append(random.one(of: Self.days))
        row.append(random.one(of: ["199", "99.5", "", "-", "59"]))
        row.append(random.one(of: ["399", "299.5", "", "199"]))
        row.append(random.one(of: ["3", "12", "0", "", mapsWords ? "无货" : "-", "1.5"]))
        row.append(random.one(of: ["2", "", "0", "40", "-"]))
        row.append(random.one(of: ["色:红", "色:蓝", "黑", "色:", ""]))
        row.append(hasTextNotes && random.chance(0.2) ? "见吊牌" : random.one(of: ["1", "2.5", "", "10"]))
        styleRows.append(row)
      }
    }
    // Styles need not stand together.
    if random.chance(0.4) { styleRows.shuffle(using: &random) }
    for row in styleRows {
      rows.append(row)
      if random.chance(0.15) { rows.append(row) }
      if random.chance(0.06) { rows.append(filled(["品名": "冬装区"])) }
      if random.chance(0.06) { rows.append([String](repeating: "", count: headers.count)) }
      if random.chance(0.08) {
        leavesOutNoID = true
        rows.append(filled(["品名": "赠品", "仓A": "5", "吊牌价": "9"]))
      }
      if random.chance(0.08) { rows.append(filled(["品名": "小计", "仓A": "999", "吊牌价": "9"])) }
    }
    if random.chance(0.5) { rows.append(filled([idHeaders[0]: "合计", "仓A": "9999"])) }
    if random.chance(0.3) { split = random.integer(1...rows.count - 1) }
  }

  /// A row with a few cells.
  private func filled(_ cells: [String: String]) -> [String] {
    var row = headers.map { cells[$0] ?? "" }
    // The id is the second of its headers.
    if ids == .second, let id = cells["商家编码"] {
      row[0] = ""
      row[1] = id
    }
    return row
  }

  private mutating func drawDuplicates(_ random: inout RandomSource) {
    switch random.integer(0...5) {
    case 0: duplicates = .first
    case 1: duplicates = .last
    case 2: duplicates = .best
    case 3: duplicates = .rollUp
    default:
      var ways = ["stock": random.one(of: ["sum", "greatest", "mean"])]
      if random.chance(0.6) { ways["price"] = random.one(of: ["least", "greatest", "mean", "last"]) }
      if random.chance(0.5) { ways["状态"] = random.one(of: ["count", "list", "last"]) }
      if random.chance(0.4) { ways["brand"] = random.one(of: ["list", "last", "first"]) }
      if random.chance(0.4) { ways[colourIsAfter ? "colour" : "颜色"] = random.one(of: ["list", "count"]) }
      if random.chance(0.3) { ways["上架日期"] = random.one(of: ["last", "first"]) }
      duplicates = .ways(ways)
    }
  }

  private mutating func drawSales(_ random: inout RandomSource) {
    var table = Table(
      name: "sales", headers: ["日期", "货号", "数量", "渠道"], rows: [], key: "货号", condition: nil, columns: [])
    for _ in 0..<random.integer(3...20) {
      table.rows.append([
        random.one(of: ["2026-08-01", "2026/8/15", "2026年8月31日", "2026-07-31", "2026-09-01"]),
        random.chance(0.9) ? "K\(random.integer(0...8))" : "", random.one(of: ["1", "2", "0.5", "", "7"]),
        random.one(of: ["直播", "门店", "直播", ""]),
      ])
    }
    if random.chance(0.5) { table.rows.append(["合计", "", "999", ""]) }
    if random.chance(0.4) { table.condition = ("日期", "2026-08-01..2026-08-31") }
    if table.condition == nil, random.chance(0.3) { table.condition = ("渠道", "直播") }
    table.columns = [("sales_30d", "sum", "数量", random.chance(0.5) ? "0" : nil)]
    if random.chance(0.5) { table.columns.append(("channels", "count", "渠道", nil)) }
    if random.chance(0.4) { table.columns.append(("via", "list", "渠道", nil)) }
    if random.chance(0.4) { table.columns.append(("biggest", "greatest", "数量", nil)) }
    tables.append(table)
  }

  private mutating func drawStocks(_ random: inout RandomSource) {
    var table = Table(
      name: "stocks", headers: ["款", "可用", "注"], rows: [], key: "款", condition: nil,
      columns: [("stock", random.one(of: ["sum", "last", "least"]), "可用", nil)])
    for _ in 0..<random.integer(1...10) {
      table.rows.append([
        "K\(random.integer(0...8))", random.one(of: ["1", "20", "", "3.5"]), random.one(of: ["a", "b"]),
      ])
    }
    table.replaces = random.chance(0.5)
    if random.chance(0.4) { table.columns[0].fallback = "1" }
    tables.append(table)
  }
}
