import Testing

@testable import Lineup

/// A catalog of lines whose cells are separated by commas.
func catalog(_ lines: String..., settings: CatalogSettings = .init()) throws -> Catalog {
  let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  return try Catalog(source: "c.csv", headers: rows[0], rows: Array(rows.dropFirst()), settings: settings)
}

func settings(
  columns: [(CanonicalColumn, String)] = [], tags: [String] = [], defaults: [(CanonicalColumn, String)] = []
) -> CatalogSettings {
  let place = SourceLocation(source: "show.yaml", line: 7)
  var settings = CatalogSettings()
  settings.columns = columns.map { .init(column: $0.0, header: $0.1, location: place) }
  settings.tags = tags.map { .init(name: $0, location: place) }
  settings.defaults = defaults.map { .init(column: $0.0, text: $0.1, location: place) }
  return settings
}

/// What a name finds: the header of the column, or the headers it may mean.
private func found(_ name: String, in catalog: Catalog) -> String? {
  switch catalog.lookup(name) {
  case .found(let index): catalog.columns[index].header ?? "(default)"
  case .ambiguous(let headers): headers.joined(separator: "|")
  case nil: nil
  }
}

@Suite struct CatalogHeaderTests {
  @Test func `no alias stands for two columns`() {
    var owner: [String: CanonicalColumn] = [:]
    for column in CanonicalColumn.allCases {
      for alias in [column.rawValue] + ColumnAliases.aliases(of: column) {
        let other = owner.updateValue(column, forKey: ColumnAliases.folded(alias))
        #expect(other == nil, "\(alias) is given twice")
        #expect(!HeaderPlan.reserved.contains(HeaderName.normalized(alias)))
      }
    }
    #expect(owner.count > 450)
  }

  @Test(
    "headers are recognised as merchandisers write them",
    arguments: [
      ("款号,商品名称,品牌,性别,类目,季节,定位,同款,到手价,吊牌价,成本价,可售库存,预估销量"),
      ("货号,品名,品牌名称,适用性别,品类,适用季节,角色,家族,直播价,市场价,成本,库存,预计销量"),
      ("商品编码,商品标题,所属品牌,性别,商品分类,季节,货品定位,款式家族,售价,划线价,采购价,库存数量,销量预测"),
      ("스타일번호,상품명,브랜드,성별,카테고리,시즌,역할,패밀리,판매가,정상가,원가,재고,예상판매량"),
      ("Style No.,Style Name,Brand Name,Gender,Product Type,Season,Role,Style Family,Live Price,MSRP,Unit-Cost,Available Stock,Forecast"),
      ("SPU,Name,Brand,Sex,Category,SEASON,role,family,price,List Price,cost,Stock_Qty,expected-units"),
    ])
  func aliases(headers: String) throws {
    let catalog = try catalog(headers, "A,b,c,d,e,f,g,h,1,2,3,4,5")
    #expect(catalog.columns.map(\.canonical) == CanonicalColumn.allCases)
    #expect(catalog.columns.map(\.name) == CanonicalColumn.allCases.map(\.rawValue))
    #expect(catalog.columns.map(\.header) == headers.split(separator: ",").map(String.init))
  }

  @Test func `columns beats a canonical header and that beats an alias`() throws {
    let headers = "spu,价格,price,Live,stock"
    let canonical = try catalog(headers, "A,1,2,3,4")
    #expect(canonical.numbers(.price) == [2])
    #expect(found("价格", in: canonical) == "价格")
    #expect(found("直播价", in: canonical) == "price")
    let mapped = try catalog(headers, "A,1,2,3,4", settings: settings(columns: [(.price, "LIVE")]))
    #expect(mapped.numbers(.price) == [3])
    #expect(mapped.unusedHeaders == [UnusedHeader(header: "price", reason: "shadowed by \"Live\"")])
    #expect(mapped.columns.map(\.name) == ["spu", "价格", "price", "stock"])
    #expect(found("live", in: mapped) == "Live")
    #expect(found("Price", in: mapped) == "Live")
    #expect(found("价 格", in: mapped) == "价格")
  }

  @Test func `names are found by canonical name, then header, then alias`() throws {
    let catalog = try catalog(
      "款号,售价,库存,Primary Colour,成本,Cost Centre", "A,1,2,red,3,4",
      settings: settings(columns: [(.cost, "Cost Centre")]))
    #expect(found("primarycolour", in: catalog) == "Primary Colour")
    #expect(found("Primary_Colour", in: catalog) == nil)
    #expect(found("cost", in: catalog) == "Cost Centre")
    #expect(found("成本", in: catalog) == "成本")
    #expect(found("live_price", in: catalog) == "售价")
    #expect(found("brand", in: catalog) == nil)
    #expect(found("nothing", in: catalog) == nil)
  }

  @Test func `other headers given twice are ambiguous only when named`() throws {
    let catalog = try catalog("spu,price,stock,Colour,colour,,", "A,1,2,red,blue,x,y")
    #expect(found("COLOUR", in: catalog) == "Colour|colour")
    #expect(catalog.columns.count == 5)
    #expect(catalog.unusedHeaders == Array(repeating: UnusedHeader(header: "", reason: "no name"), count: 2))
  }

  @Test(
    "headers that cannot be read are said",
    arguments: [
      (
        "spu,售价,Live Price,stock", settings(),
        "c.csv:1: the headers \"售价\", \"Live Price\" all answer to \"price\"; say which with columns: { price: … }"
      ),
      (
        "spu,Price,price,stock", settings(),
        "c.csv:1: the headers \"Price\", \"price\" all answer to \"price\"; "
          + "say which with columns: { price: { nth: 2, of: price } }, counted from 1"
      ),
      (
        "spu,price,stock,GMV", settings(),
        "c.csv:1: the header \"GMV\" is a name of Lineup's own (a measure or an attribute it derives); "
          + "rename the column"
      ),
      (
        "x,price", settings(),
        "c.csv:1: the column \"spu\" is missing (headers: \"x\", \"price\"); name it \"spu\", \"style no\", "
          + "\"product id\", \"款号\" or \"스타일번호\", or map it with columns: { spu: … }\n"
          + "c.csv:1: the column \"stock\" is missing (headers: \"x\", \"price\"); name it \"stock\", "
          + "\"inventory\", \"库存\" or \"재고\", map it with columns: { stock: … }, or give defaults: { stock: … }"
      ),
      (
        "spu,price,stock,预估", settings(columns: [(.expectedUnits, "预计")]),
        "show.yaml:7: the catalog has no header \"预计\"; did you mean \"预估\"?"
      ),
      (
        "spu,price,stock,x", settings(columns: [(.cost, "x"), (.listPrice, "x")]),
        "show.yaml:7: \"columns\" gives the header \"x\" to both cost and list_price; a header holds one column"
      ),
      (
        "spu,price,stock,x,X", settings(columns: [(.cost, "x")]),
        "show.yaml:7: the header \"x\" stands over 2 columns (4th and 5th from the left); say which with "
          + "columns: { cost: { nth: 2, of: x } }, counted from 1"
      ),
      (
        "spu,price,stock", settings(tags: ["price", "colour"]),
        "show.yaml:7: \"price\" cannot hold tags; it is an id or a number\n"
          + "show.yaml:7: the catalog has no header \"colour\"; known: spu, price, stock"
      ),
      (
        "spu,price", settings(defaults: [(.stock, "many"), (.expectedUnits, "-1")]),
        "show.yaml:7: \"stock\" takes a number, not \"many\"\n"
          + "show.yaml:7: expected_units is -1, but must be 0 or more"
      ),
      (
        "price,stock", settings(defaults: [(.spu, "A")]),
        "show.yaml:7: \"spu\" has no default; every style needs an id of its own"
      ),
      (",,", settings(), "c.csv:1: there is no header row"),
    ])
  func mistakes(headers: String, settings: CatalogSettings, expected: String) {
    let error = #expect(throws: LineupError.self) { try catalog(headers, "A,1,2", settings: settings) }
    #expect(error?.description.hasPrefix(expected) == true, "\(error?.description ?? "")")
  }

  @Test func `columns may take a header that is otherwise reserved`() throws {
    let catalog = try catalog(
      "spu,price,stock,units", "A,1,2,3", settings: settings(columns: [(.expectedUnits, "units")]))
    #expect(catalog.numbers(.expectedUnits) == [3])
    #expect(found("units", in: catalog) == nil)
  }
}

@Suite struct CatalogCellTests {
  @Test func `a column is numeric if every cell that is not empty is a number`() throws {
    let catalog = try catalog(
      "spu,price,stock,a,b,c,d", "A,1,1,1,1.5,,", "B,1,1,, 007 ,,x", "C,1,1,-2e1,s/m,,1", "D,1,1,.5,1.5,,x")
    guard case .numbers(let numbers) = catalog.columns[3].values else {
      Issue.record("a is not numeric")
      return
    }
    #expect(numbers[0] == 1 && numbers[1].isNaN && numbers[2] == -20 && numbers[3] == 0.5)
    #expect(catalog.columns[3].emptyCells == 1)
    let texts = (0..<4).map { catalog.columns[4].values.text(row: $0) }
    #expect(texts == ["1.5", "007", "s/m", "1.5"])
    guard case .text(let codes, let values) = catalog.columns[5].values else {
      Issue.record("an empty column is not text")
      return
    }
    #expect(codes == [-1, -1, -1, -1] && values.isEmpty)
    #expect((0..<4).map { catalog.columns[6].values.text(row: $0) } == [nil, "x", "1", "x"])
  }

  @Test func `tags are split, trimmed and told once`() throws {
    let catalog = try catalog(
      "spu,price,stock,role,season,colour", "A,1,1,hero|new,autumn;winter,red/blue",
      "B,1,1, hero | new | hero,秋、冬,", "C,1,1,|;,,red",
      settings: settings(tags: ["Colour"]))
    guard case .tags(let codes, let sets)? = catalog.column(.role)?.values else {
      Issue.record("role is not tags")
      return
    }
    #expect(codes == [0, 0, -1] && sets.first == ["hero", "new"])
    #expect(catalog.column(.role)?.emptyCells == 1)
    #expect(catalog.text(.season, row: 1) == "秋|冬")
    #expect(catalog.columns[5].values.text(row: 0) == "red|blue")
    #expect(catalog.columns[5].values.text(row: 1) == nil)
  }

  @Test func `defaults fill absent columns and missing cells`() throws {
    let catalog = try catalog(
      "spu,price,gender", "A,,women", "B,5,",
      settings: settings(defaults: [
        (.price, "9"), (.stock, "1_000"), (.gender, "women"), (.role, "main|new"), (.brand, " Own "),
      ]))
    #expect(catalog.numbers(.price) == [9, 5])
    #expect(catalog.numbers(.stock) == [1000, 1000])
    #expect(catalog.text(.gender, row: 1) == "women")
    #expect(catalog.text(.role, row: 0) == "main|new")
    #expect(catalog.text(.brand, row: 1) == "Own")
    #expect(catalog.columns.map(\.name) == ["spu", "price", "gender", "stock", "role", "brand"])
    #expect(catalog.column(.price)?.emptyCells == 1)
    #expect(catalog.column(.stock)?.emptyCells == 2)
    #expect(catalog.column(.stock)?.header == nil)
  }

  @Test func `ids are found in any Unicode form and with white space around`() throws {
    let catalog = try catalog("spu,price,stock", " e\u{301}1 ,1,1", "A\u{A0},1,1", "\u{3000}款1,1,1")
    #expect(catalog.spus == ["é1", "A", "款1"])
    #expect(catalog.row(ofSPU: "e\u{301}1") == 0)
    #expect(catalog.row(ofSPU: " é1") == 0)
    #expect(catalog.row(ofSPU: "A") == 1)
    #expect(catalog.row(ofSPU: "a") == nil)
    #expect(catalog.text(.spu, row: 2) == "款1")
  }

  @Test func `rows without text are no rows and short rows are padded`() throws {
    let catalog = try catalog("spu,price,stock,name", "", " , ,\u{3000}", "A,1,1", ",,,,,", "B,1,1,x")
    #expect(catalog.spus == ["A", "B"])
    #expect(catalog.lines == [4, 6])
    #expect(catalog.text(.name, row: 0) == nil)
  }

  @Test(
    "what is wrong in a row is said",
    arguments: [
      ("A,1,1,2", "D,1,1,2", ""),
      (
        "A,1,1,2", "A,1,1,3",
        "c.csv:3: the SPU \"A\" is in line 2 already; an SPU has one row; rows of one style differ in expected_units; "
          + "say how they become one with on_duplicate: { stock: sum }, or which counts with first, last or best_stock"
      ),
      (
        ",1,1,2", "D,1,1,2",
        "c.csv:2: the row has no spu; fill it in, or leave such rows out with leave_out: { spu: { has: false } }"
      ),
      (
        "A,5ish,1,2", "D,1,0x5,2",
        "c.csv:2: price is \"5ish\", which is no number; write digits only, such as 299 or 299.5, or say what number it stands for with values: { price: { NUMBER: [5ish] } }\nc.csv:3: stock is \"0x5\", which is no number; write digits only, such as 299 or 299.5, or say what number it stands for with values: { stock: { NUMBER: [0x5] } }"
      ),
      (
        "A,nan,1,2", "D,1,inf,2",
        "c.csv:2: price is \"nan\", which is no number; write digits only, such as 299 or 299.5, or say what number it stands for with values: { price: { NUMBER: [nan] } }\nc.csv:3: stock is \"inf\", which is no number; write digits only, such as 299 or 299.5, or say what number it stands for with values: { stock: { NUMBER: [inf] } }"
      ),
      (
        "A,1_000,1,2", "D,1,1,2",
        "c.csv:2: price is \"1_000\", which is no number; write digits only, such as 299 or 299.5, or say what number it stands for with values: { price: { NUMBER: [1_000] } }"
      ),
      ("A,1,1,-2", "D,1,1,2", ""),
      ("A,-1,-5,2", "D,0,0,2", ""),
      (
        "A,1,1,2,9", "D,1,1,2",
        "c.csv:2: the row has 5 cells, but the header has 4; quote cells that hold the delimiter"
      ),
    ])
  func mistakes(first: String, second: String, expected: String) {
    do {
      _ = try catalog("spu,price,stock,expected_units", first, second)
      #expect(expected == "")
    } catch {
      #expect("\(error)" == expected)
    }
  }

  @Test func `a problem names the header and what it is taken for`() {
    let error = #expect(throws: LineupError.self) { try catalog("款号,售价,库存", "A,5ish,1") }
    #expect(
      error?.description
        == "c.csv:2: 售价 (price) is \"5ish\", which is no number; write digits only, such as 299 or 299.5, "
        + "or say what number it stands for with values: { 售价: { NUMBER: [5ish] } }")
  }

  @Test func `a problem quotes no more than a line`() {
    let cell = "one\ntwo " + String(repeating: "x", count: 500)
    let error = #expect(throws: LineupError.self) {
      try Catalog(source: "c.csv", headers: ["spu", "price", "stock"], rows: [["A", cell, "1"]])
    }
    let quoted = "one two " + String(repeating: "x", count: 52) + "…"
    #expect(error?.problems.map(\.kind) == [.notANumber(column: "price", key: "price", text: quoted)])
  }

  @Test func `problems are told up to a limit`() {
    let rows = (1...30).map { ["A\($0)", "x\($0)", "1"] }
    let error = #expect(throws: LineupError.self) {
      try Catalog(source: "c.csv", headers: ["spu", "price", "stock"], rows: rows)
    }
    #expect(error?.problems.count == 21)
    #expect(error?.description.hasSuffix("c.csv: … and more; mend these first") == true)
  }

  @Test func `what is wrong alike in many lines is one problem with a count`() {
    let rows = (1...30).map { ["A\($0 % 7)", "x", $0 % 2 == 0 ? "1" : "none left"] }
    let error = #expect(throws: LineupError.self) {
      try Catalog(source: "c.csv", headers: ["spu", "price", "stock"], rows: rows)
    }
    #expect(error?.problems.count == 3)
    #expect(error?.problems.map(\.repeats?.count) == [30, 15, 7])
    #expect(error?.problems.map(\.location?.line) == [2, 2, 9])
    #expect(error?.problems.first?.repeats?.lines == [3, 4, 5, 6, 7])
    #expect(error?.description.contains("(in 30 lines, also 3, 4, 5, 6, 7, …)") == true)
  }

  @Test func `headers, cells and repeated rows are told in one round`() {
    let error = #expect(throws: LineupError.self) {
      try catalog("spu,售价,Live Price,stock,gmv", "A,1,2,many,1", ",1,2,3,1", "A,1,2,3,1")
    }
    let kinds = error?.description.split(separator: "\n").map { $0.prefix(34) } ?? []
    #expect(
      kinds
        == [
          "c.csv:1: the headers \"售价\", \"Live P", "c.csv:1: the header \"gmv\" is a name o",
          "c.csv:2: stock is \"many\", which is", "c.csv:3: the row has no spu; fill i",
          "c.csv:4: the SPU \"A\" is in line 2 a",
        ].map { $0.prefix(34) }, "\(kinds)")
  }

  @Test func `a catalog without rows is said`() {
    let error = #expect(throws: LineupError.self) { try catalog("spu,price,stock", ",,") }
    #expect(error?.description == "c.csv:1: there is a header but no style below it")
  }

  @Test func `many distinct values keep their codes`() throws {
    let rows = (0..<5000).map { ["A\($0)", "1", "1", "text \($0 % 1700) 款"] }
    let catalog = try Catalog(source: "c", headers: ["spu", "price", "stock", "note"], rows: rows)
    guard case .text(_, let values) = catalog.columns[3].values else {
      Issue.record("note is not text")
      return
    }
    #expect(values.count == 1700)
    for row in 0..<5000 {
      #expect(catalog.columns[3].values.text(row: row) == rows[row][3])
      #expect(catalog.row(ofSPU: "A\(row)") == row)
    }
  }
}

@Suite struct NumberTextTests {
  @Test(
    "numbers are read to the last digit",
    arguments: [
      "0", "-0", "+5", "12.50", ".5", "5.", "1e3", "1E-3", "-2.5e+10", "0.1",
      "123456789012345678901234567890",
      "9007199254740993", "1.7976931348623157e308", "4.9e-324", "1e-400", "0.1e23", "8.41e21",
      "9007199254740992e22",
      "000000000000000000000000000001.5", "0.000000000000000000000000000123",
    ])
  func numbers(text: String) {
    #expect(
      NumberText.number(text)?.bitPattern == Double(text.hasSuffix(".") ? text + "0" : text)?.bitPattern)
  }

  @Test(
    "what is no number is none",
    arguments: [
      "", "+", "-", ".", "e5", "1e", "1e+", "1.2.3", "--1", "1 ", " 1", "1,000", "0x10", "nan", "inf", "-inf",
      "infinity",
      "1e999", "１２", "1_000", "5%", "¥5", "1\u{0}",
    ])
  func others(text: String) {
    #expect(NumberText.number(text) == nil)
  }

  @Test(
    "underscores stand between digits only",
    arguments: [
      ("1_200_000", 1_200_000), ("1_0.5_0", 10.5), ("_1", nil), ("1_", nil), ("1__0", nil), ("1_.5", nil),
      ("1._5", nil), ("1e1_0", nil), ("-_1", nil),
    ])
  func underscores(text: String, expected: Double?) {
    #expect(NumberText.number(text, underscores: true) == expected)
  }
}
