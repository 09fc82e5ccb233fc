import Lineup
import LineupFiles
import TestSupport
import Testing

/// Sales that are not what they should be: each is said, none is used in silence.
@Suite struct BadSalesTests {
  private static let catalog = """
    spu,name,category,price,stock,expected_units
    A1,One,dress,100,50,10
    A2,Two,coat,200,40,8
    A3,Three,dress,300,30,6
    A4,Four,coat,400,20,4

    """
  private static let scenario = """
    name: Bad sales
    catalog: catalog.csv
    show: { date: 2026-09-09, items: 3 }
    goal: { views: 1_000, conversion: 5%, order_value: 100 }
    """

  private static func show() throws -> Show {
    let scenario = try Scenario(Node(text: scenario, source: "show.yaml"))
    return try Show(
      scenario, catalog: Catalog(bytes: Array(catalog.utf8), name: "catalog.csv", for: scenario))
  }

  private static func warnings(_ sales: String, _ settings: ReviewSettings = ReviewSettings()) throws
    -> [String]
  {
    let show = try show()
    let list = try TrayList(
      ["A1", "A2", "A3"].map {
        TrayList.Line(spu: $0, pitch: nil, location: SourceLocation(source: "tray"))
      }, in: show)
    let read = try SalesFile.sales(bytes: Array(sales.utf8), source: "sales.csv", of: show.scenario)
    let review = try show.review(
      list.entries.map { PlannedItem(spu: $0.spu, pitch: $0.pitch) }, list, sales: read, settings)
    return review.warningSentences
  }

  private static let good = "spu,units,gmv\nA1,10,1000\nA2,8,1600\nA3,6,1800\n"

  @Test func `good sales have nothing to be asked back but the test that cannot be made yet`() throws {
    #expect(
      try Self.warnings(Self.good) == ["factors cannot be tested yet: that takes two shows, there is 1"])
  }

  @Test(arguments: [
    (
      "spu,units\nB1,3\nB2,4\n",
      "none of the tray's 3 styles has a row of sales; is it the file of another show?"
    ),
    ("spu,units,gmv\nA1,3,300\nB2,4,400\n", "only 1 of the tray's 3 styles have a row of sales"),
    ("spu,units,gmv\nA1,60,6000\nA2,8,1600\nA3,6,1800\n", "A1 sold 60 units, but its stock was 50"),
    (
      "spu,units,gmv,returns\nA1,10,1000,12\nA2,8,1600,1\nA3,6,1800,\n",
      "A1 has 12 returns of 10 units sold; are they of other shows?"
    ),
    (
      "spu,units,gmv\nA1,10,100000\nA2,8,1600\nA3,6,1800\n",
      "A1 sold at 10,000 a unit, planned were 100; outside of 20% to 150% of it"
    ),
    ("spu,units,gmv\nA1,10,10\nA2,8,1600\nA3,6,1800\n", "A1 sold at 1 a unit, planned were 100"),
    ("spu,units,gmv\nA1,0,50\nA2,8,1600\nA3,6,1800\n", "A1 has sales without a unit, planned were 100"),
    (
      "spu,units,gmv,date\nA1,10,1000,2026-08-03\nA2,8,1600,2026-08-04\nA3,6,1800,2026-08-31\n",
      "3 of 3 rows are of other days than the show's, 2026-09-09: the file is of 2026-08-03 to 2026-08-31"
    ),
    (
      "spu,units,gmv,日期\nA1,10,1000,2026-09-09\nA2,8,1600,2026-09-10\nA3,6,1800,2026-09-20\n",
      "1 of 3 rows are of other days than the show's"
    ),
    ("spu,units\nA1,10\nA2,8\nA3,6\n", "the sales file has no gmv: sales are units times the planned price"),
    (
      "spu,units,gmv\nA1,10,1000\nA2,8,\nA3,6,1800\n",
      "sales of 1 style without gmv are units times the planned price"
    ),
    ("spu,units,gmv\nA1,-4,-400\nA2,8,1600\nA3,6,1800\n", "A1 has -4 units in all, which counts as 0"),
    (
      "spu,units,gmv\nA1,10,1000\nA2,8,1600\nA3,6,1800\nZZ,2,90\n",
      "ZZ is not in the catalog, nor on the tray"
    ),
    ("spu,units\nA1,10\nA2,8\nA3,6\nZZ,2\n", "ZZ has neither gmv nor a price, so that its sales count 0"),
    ("spu,units,gmv\nA1,10,1000\nA2,8,1600\nA3,6,1800\n,5,500\n", "1 row of sales without an id is left out"),
    ("spu,units,gmv\nA1,10,1000\nA2,8,1600\nA3,6,1800\n合计,24,4400\n", "sales: "),
  ])
  func `what looks wrong is asked back`(sales: String, warning: String) throws {
    let warnings = try Self.warnings(sales)
    #expect(warnings.contains { $0.contains(warning) }, "\(warnings)")
  }

  @Test(arguments: [
    ("spu,name\nA1,One\n", "no header is that of the units sold"),
    ("colour,units\nA1,10\n", "no header is that of the styles' ids"),
    ("spu,units\nA1,ten\n", "units is \"ten\", which is no number"),
    ("spu,支付件数,成交件数\nA1,10,11\n", "may each be units; say which with a file that describes this one"),
    ("spu,units\n", "there is a header but no sale below it"),
    ("spu,units\nA1,5e13\n", "\"units\" is 50000000000000, but must be at most 1e12 in size"),
    ("", "empty"),
  ])
  func `what cannot be read is an error`(sales: String, problem: String) throws {
    let error = #expect(throws: LineupError.self) { try Self.warnings(sales) }
    #expect(try #require(error).description.contains(problem), "\(error?.description ?? "")")
  }

  @Test func `views and orders that are not whole are said`() throws {
    func lack(_ views: Double?, _ orders: Double?) throws -> String {
      try Self.warnings(Self.good, ReviewSettings(views: views, orders: orders)).first ?? ""
    }
    #expect(try lack(900, nil).contains("--orders"))
    #expect(try lack(nil, 40).contains("--views"))
    #expect(try lack(0, 40).contains("orders without views"))
    #expect(try lack(900, 0).contains("sales without orders"))
  }

  @Test func `rows of a style are added up, equal ones too, in any encoding and under other headers`() throws
  {
    let show = try Self.show()
    let text = "成交报表\n商品编码,成交件数,成交金额\nA1,2,200\nA1,2,200\nA1,3,1300\n小计,7,1700\n"
    let sales = try SalesFile.sales(bytes: Array(text.utf8), source: "sales.csv", of: show.scenario)
    #expect(sales.styles == [.init(spu: "A1", units: 7, gmv: 1700, unitsWithoutGMV: 0)])
  }

  @Test func `a description says which columns and rows of a file are sales`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "SKU,day,qty,paid\nA1-M,2026-09-08,9,900\nA1-M,2026-09-09,2,190\nA1-L,2026-09-09,3,300\n", to: "o.csv")
    try folder.write(
      "file: o.csv\nkey: { before: \"-\", of: SKU }\nwhere: { day: 2026-09-09 }\ncolumns: { units: { sum: qty }, gmv: { sum: paid } }\n",
      to: "sales.yaml")
    let scenario = try Self.show().scenario
    let sales = try SalesFile.sales(path: folder.path(of: "sales.yaml"), of: scenario)
    #expect(sales.styles == [.init(spu: "A1", units: 5, gmv: 490, unitsWithoutGMV: 0)])
    try folder.write("file: o.csv\nkey: SKU\ncolumns: { unit: { sum: qty } }\n", to: "wrong.yaml")
    let error = #expect(throws: LineupError.self) {
      try SalesFile.sales(path: folder.path(of: "wrong.yaml"), of: scenario)
    }
    #expect(try #require(error).description.contains("did you mean \"units\"?"))
  }
}
