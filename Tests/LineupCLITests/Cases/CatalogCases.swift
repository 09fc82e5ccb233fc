import Foundation
import TestSupport
import Testing

/// The catalogs of the shared folder as trades keep them, each to its right outcome.
@Suite(.enabled(if: SharedData.hasCases, Comment(rawValue: SharedData.noCases)))
struct CatalogCases {
  /// The styles of a case, as `check --styles` writes them, with changes on top.
  private func styles(_ name: String, _ settings: [String]) throws -> (text: String, check: ProcessOutcome) {
    let folder = try SharedData.copy(ofCase: "catalogs/\(name)")
    let check = try Lineup.run(
      ["check", "show.yaml", "--styles", "styles.csv"] + settings.flatMap { ["--set", $0] }, in: folder.path,
      environment: ["COLUMNS": "100"])
    return ((try? folder.text(of: "styles.csv")) ?? "", check)
  }

  private func cells(_ styles: String, _ columns: String...) -> [[String]] {
    let lines = styles.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    guard let header = lines.first else { return [] }
    let places = columns.map { column in header.firstIndex { $0 == column } }
    return lines.dropFirst().map { line in places.map { $0.map { String(line[$0]) } ?? "?" } }
  }

  @Test(arguments: [
    (
      "02-store-size-rows", ["on_duplicate=roll_up"], ["spu", "stock"], [["153B01", "18"], ["153B02", "9"]]
    ),
    (
      "03-shopify", ["on_duplicate=roll_up"], ["spu", "name", "brand", "category", "price", "stock"],
      [
        ["linen-dress", "Linen Dress", "Mirelle", "Dress", "59", "16"],
        ["wool-coat", "Wool Coat", "Kaisu", "Coat", "199", "5"],
      ]
    ),
    (
      "06-same-header-twice", ["columns.spu={ nth: 1, of: 商家编码 }"], ["spu", "price"],
      [["NB-1", "2380"], ["NB-2", "499"]]
    ),
    (
      "17-warehouse-columns", ["columns.stock={ sum: [Main St, Outlet, 3PL] }"], ["spu", "stock"],
      [["A1", "24"], ["A2", "3"]]
    ),
    (
      "19-sale-or-regular", ["columns={ price: { first: [Sale price, Regular price] } }"],
      ["spu", "price", "category"],
      [
        ["1", "18", "Clothing > Accessories"], ["2", "90", "Clothing > Accessories"],
        ["3", "", "Clothing > Tshirts"], ["4", "25", ""], ["5", "22", ""],
      ]
    ),
    (
      "20-words-as-stock", ["values={ inventory: { 10: [InStock] } }", "on_duplicate=roll_up"],
      ["spu", "stock"],
      [["p1", "10"], ["p2", "21"]]
    ),
    ("12-filled-distinct", [], ["spu", "name"], [["A1", "风衣"], ["A2", "毛衣"], ["A3", "裤"]]),
  ])
  func `a case is read right`(name: String, settings: [String], columns: [String], rows: [[String]]) throws {
    let (text, check) = try styles(name, settings)
    #expect(check.code == 0, "\(check.errorText)")
    let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let places = columns.map { column in lines.first?.firstIndex { $0 == column } }
    #expect(lines.dropFirst().map { line in places.map { $0.map { String(line[$0]) } ?? "?" } } == rows)
  }

  @Test func `two rows of a header`() throws {
    let (text, check) = try styles(
      "16-two-row-header", ["header=[2, 3]", "columns={ stock: 库存/合计, price: 吊牌价 }"])
    #expect(check.code == 0, "\(check.errorText)")
    #expect(cells(text, "stock").sorted { $0[0] < $1[0] } == [["21"], ["23"]])
  }

  @Test func `every sheet that is named`() throws {
    let (text, check) = try styles("21-a-sheet-for-each-group", ["sheet=[男装, 女装]"])
    #expect(check.code == 0)
    #expect(cells(text, "spu").count > 3)
    #expect(check.text.contains("lines are counted in each"))
  }

  @Test(arguments: [
    ("20-words-as-stock", "values: { inventory:"), ("14-ids-made-scientific", "shortened by a spreadsheet"),
    ("10-demand-by-alias", "no column \"quantity\""),
    ("17-warehouse-columns", "{ sum: [Main St, Outlet, 3PL] }"),
    ("06-same-header-twice", "{ nth: 2, of: 商家编码 }"),
  ])
  func `an error says what to write`(name: String, words: String) throws {
    let (_, check) = try styles(name, [])
    #expect(check.code == 65)
    #expect(check.errorText.contains(words))
  }

  @Test func `check begins with the rows and ends with what to do`() throws {
    let (_, check) = try styles("02-store-size-rows", ["on_duplicate=roll_up"])
    let lines = check.text.split(separator: "\n")
    #expect(lines[1] == "12 rows → 2 styles in stock.csv; stock 27, all of it")
    #expect(lines.last == "next: lineup solve show.yaml")
  }
}

/// `lineup init` looks at files, and writes a workbook that is a scenario.
@Suite struct StarterCases {
  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> ProcessOutcome {
    try Lineup.run(arguments, in: folder.path, environment: ["COLUMNS": "100"])
  }

  @Test func `a catalog of sizes and a table of sales lead to a tray at once`() throws {
    let folder = try TemporaryFolder()
    var stock = "货号,品名,尺码,直播价,库存\n"
    var sales = "日期,货号,数量\n"
    for style in 0..<12 {
      for size in 0..<3 { stock += "K\(style),风衣\(style),\(40 + size),\(99 + style),\(size + 1)\n" }
      sales += "2026-08-0\(1 + style % 9),K\(style),\(style * 10)\n"
    }
    try folder.write(stock, to: "stock.csv")
    try folder.write(sales, to: "sales.csv")
    let made = try run(["init", "--catalog", "stock.csv", "--table", "sales.csv"], in: folder)
    #expect(made.code == 0, "\(made.errorText)")
    let scenario = try folder.text(of: "show.yaml")
    #expect(scenario.contains("matches 12 of 12 styles"))
    #expect(scenario.contains("demand: { column: sales, times: 0.1 }"))
    #expect(scenario.contains("QUESTION"))
    let check = try run(["check", "show.yaml"], in: folder)
    #expect(check.code == 0, "\(check.errorText)")
    #expect(check.text.contains("36 rows → 12 styles in stock.csv; stock 72, all of it"))
    #expect(try run(["solve", "show.yaml"], in: folder).code == 0)
    #expect(try run(["init", "--catalog", "stock.csv"], in: folder).code != 0)
  }

  @Test func `where the price holds words alone, another column of prices stands in, with a question`() throws
  {
    let folder = try TemporaryFolder()
    try folder.write("款号,直播价,吊牌价,库存\nA,面议,199,5\nB,询价,89,5\nC,面议,59,5\n", to: "a.csv")
    #expect(try run(["init", "--catalog", "a.csv"], in: folder).code == 0)
    let scenario = try folder.text(of: "show.yaml")
    #expect(
      scenario.contains("# QUESTION: 直播价 holds no number, such as \"面议\": is 吊牌价 the price in the show?"))
    #expect(scenario.contains("# or, once it has numbers: price: 直播价\n  price: 吊牌价\n"))
    #expect(!scenario.contains("values:"))
    let solved = try run(["solve", "show.yaml"], in: folder)
    #expect(solved.code == 0 && solved.text.contains("199"), "\(solved.errorText)")
  }

  @Test func `where no other column is one of prices, columns of numbers are named`() throws {
    let folder = try TemporaryFolder()
    try folder.write("款号,直播价,划线,库存\nA,面议,199,5\nB,询价,89,5\nC,面议,59,5\n", to: "a.csv")
    #expect(try run(["init", "--catalog", "a.csv"], in: folder).code == 0)
    let scenario = try folder.text(of: "show.yaml")
    #expect(
      scenario.contains(
        "# QUESTION: 直播价 holds no number, such as \"面议\"; which column has the price in the show?"))
    #expect(scenario.contains("# columns of numbers: 划线\n  price: 直播价\n"))
    #expect(scenario.contains("直播价: { 10: [面议, 询价] }"))
    #expect(try run(["solve", "show.yaml"], in: folder).code == 0)
  }

  @Test(arguments: [
    "dress_attributes.xlsx", "jst_products.xlsx", "magento_export.csv", "nike_products.xls",
    "rakuten_items.csv",
    "shopify_products.csv", "wix_products.csv",
  ])
  func `every real file leads to a tray`(name: String) throws {
    guard let path = SharedData.path(of: "field/\(name)") else { return }
    let folder = try TemporaryFolder()
    try folder.write(Data(contentsOf: URL(filePath: path)), to: name)
    #expect(try run(["init", "--catalog", name], in: folder).code == 0)
    let solved = try run(["solve", "show.yaml", "--time-limit", "10"], in: folder)
    #expect(solved.code == 0, "\(solved.errorText)")
  }

  @Test func `a workbook is a scenario`() throws {
    let folder = try TemporaryFolder()
    let made = try run(["init", "--workbook"], in: folder)
    #expect(made.code == 0, "\(made.errorText)")
    let solved = try run(["solve", "show.xlsx", "--format", "json"], in: folder)
    #expect(solved.code == 0, "\(solved.errorText)")
    #expect(solved.text.contains("\"genders: women\""))
  }

  @Test(arguments: [
    (
      ["heroes", "sums", "role: hero", "1", ""],
      "show.xlsx, sheet Rules, cell B2: rule \"heroes\": a rule needs one of sum, share, average, split or each"
    ),
    (
      ["heroes", "sum", "role: hero", "", ""],
      "show.xlsx, sheet Rules, cell D2: rule \"heroes\": the rule asks for nothing; fill in \"at least\", \"at most\" or both"
    ),
    (
      ["heroes", "sum", "hero", "1", ""],
      "show.xlsx, sheet Rules, cell C2: rule \"heroes\": \"who\" takes a column and its value, such as role: hero, not \"hero\""
    ),
    (
      ["heroes", "sum", "rol: hero", "1", ""],
      "show.xlsx, sheet Rules, cell C2: rule \"heroes\": the catalog has no column \"rol\"; did you mean \"role\"?"
    ),
    (
      ["heroes", "sum", "role: hero", "many", ""],
      "show.xlsx, sheet Rules, cell D2: rule \"heroes\": \"range\" takes a range such as 6..10, 6.., ..10 or 8, not \"many..\""
    ),
  ])
  func `messages of a workbook name sheet and cell`(rule: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let sheets = [
      ("Show", [["key", "value"], ["items", "1"]]),
      ("Rules", [["rule", "form", "who", "at least", "at most"], rule]),
      ("Catalog", [["spu", "price", "stock", "role", "expected_units"], ["A", "9", "5", "hero", "3"]]),
    ]
    try folder.write(Data(StoredZip.workbook(sheets: sheets)), to: "show.xlsx")
    let outcome = try run(["check", "show.xlsx"], in: folder)
    #expect(outcome.code == 65)
    #expect(outcome.errorText == "lineup: \(message)\n")
  }

  @Test(arguments: [
    (
      ["genders", "split", "gender: men", "0", "1", "9"],
      "show.xlsx, sheet Rules, cell F3: rule \"genders\": the rows of a split have one penalty, that of its first row; write it there, or give this row a name of its own"
    ),
    (
      ["genders", "split", "gender: men; role: hero", "0", "1", ""],
      "show.xlsx, sheet Rules, cell C3: rule \"genders\": the rows of a split have one condition, that of its first row; write it there, or give this row a name of its own"
    ),
  ])
  func `what a further row of a split says is not passed over`(row: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let sheets = [
      ("Show", [["key", "value"], ["items", "1"]]),
      (
        "Rules",
        [
          ["rule", "form", "who", "at least", "at most", "penalty"],
          ["genders", "split", "gender: women", "0", "1", ""], row,
        ]
      ),
      (
        "Catalog",
        [
          ["spu", "price", "stock", "gender", "role", "expected_units"],
          ["A", "9", "5", "women", "hero", "3"], ["B", "9", "5", "men", "hero", "3"],
        ]
      ),
    ]
    try folder.write(Data(StoredZip.workbook(sheets: sheets)), to: "show.xlsx")
    let outcome = try run(["check", "show.xlsx"], in: folder)
    #expect(outcome.code == 65)
    #expect(outcome.errorText == "lineup: \(message)\n")
  }
}
