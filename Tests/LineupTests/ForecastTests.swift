import Testing

@testable import Lineup

@Suite struct ForecastTests {
  private func show(
    _ scenario: Node, _ lines: [String] = ["spu,price,stock,sales", "A,1,9,", "B,2,9,"]
  ) throws -> Show {
    let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let read = try Scenario(scenario)
    return try Show(
      read,
      catalog: Catalog(
        source: "c.csv", headers: rows[0], rows: Array(rows.dropFirst()), settings: read.catalogSettings))
  }

  private static let items = ("objective", scalar("items"))

  @Test(arguments: [
    (map(), "gmv", "the objective"),
    (map(("objective", scalar("margin"))), "margin", "the objective"),
    (map(("objective", map(("items", scalar("1")), ("units", scalar("2"))))), "units", "the objective"),
    (map(items, ("goal", map(("gmv", scalar("5"))))), "gmv", "the goal"),
    (
      map(items, ("rules", map(("r", map(("sum", scalar("units")), ("range", scalar("..5"))))))), "units",
      "rule \"r\""
    ),
    (
      map(
        items,
        (
          "rules",
          map(
            (
              "r",
              map(
                ("share", scalar("margin")), ("where", map(("price", scalar("1")))),
                ("range", scalar("..50%")))
            ))
        )
      ), "margin", "rule \"r\""
    ),
    (map(("demand", map(("column", scalar("cost")), ("times", scalar("2"))))), "gmv", "the objective"),
  ])
  func `what is made of units needs a forecast`(scenario: Node, measure: String, what: String) throws {
    let show = try show(scenario, ["spu,price,stock,cost", "A,1,9,", "B,2,9,"])
    let error = #expect(throws: LineupError.self) { try show.solve() }
    #expect(throws: LineupError.self) { try show.rulePrices() }
    #expect(throws: LineupError.self) { try show.regrets(of: ["A"]) }
    #expect(error?.kind == .data)
    let words = error.map { "\($0.problems[0])" } ?? ""
    #expect(words.contains("\(what) asks for \(measure), but no style has a forecast"))
    for advice in ["demand: {", "expected_units", "defaults: {"] { #expect(words.contains(advice)) }
    let problem = try #require(error?.problems[0])
    #expect(show.check().cautions.contains(.noForecast(problem)))
  }

  @Test(arguments: [
    map(items), map(("objective", scalar("stock_value"))),
    map(("objective", map(("items", scalar("1")), ("gmv", scalar("0"))))),
    map(("defaults", map(("expected_units", scalar("5"))))),
  ])
  func `what is not needs none`(scenario: Node) throws {
    #expect(try show(scenario).solve().tray?.items.count == 2)
  }

  @Test func `one forecast is a forecast`() throws {
    let show = try show(map(), ["spu,price,stock,expected_units", "A,1,9,", "B,2,9,3"])
    #expect(try show.solve().tray?.items.isEmpty == false)
    #expect(show.cautions == [.missing(.forecast, candidates: 1, areAll: false)])
  }

  @Test(arguments: [
    ("gmv", Caution.LevelEffect.gmv), ("margin", .margin), ("units", .units),
  ])
  func `a level forecast says what follows`(objective: String, effect: Caution.LevelEffect) throws {
    let show = try show(
      map(("objective", scalar(objective)), ("defaults", map(("expected_units", scalar("5"))))))
    #expect(show.cautions.contains(.levelForecast(5, candidates: 2, effect)))
  }

  @Test func `forecasts that differ, one candidate, or no use of them, say nothing`() throws {
    let differ = ["spu,price,stock,expected_units", "A,1,9,2", "B,2,9,3"]
    let level = ["spu,price,stock,expected_units", "A,1,9,2", "B,2,9,2", "C,0,9,4"]
    #expect(try show(map(), differ).cautions.isEmpty)
    #expect(try show(map(), Array(level.prefix(2))).cautions.isEmpty)
    #expect(try show(map(Self.items), level).cautions.isEmpty)
    #expect(try show(map(), level).cautions.count == 1)
  }

  @Test(arguments: [
    (map(), ["spu,price,stock", "A,1,9"], ForecastSource.none(demand: nil)),
    (
      map(), ["spu,price,stock,expected_units", "A,1,9,2"],
      .column(.forecast(header: "expected_units", name: nil), defaulted: 0, by: "", without: 0)
    ),
    (
      map(), ["款号,直播价,库存,预估销量", "A,1,9,2", "B,1,9,"],
      .column(.forecast(header: "预估销量", name: "expected_units"), defaulted: 0, by: "", without: 1)
    ),
    (
      map(("defaults", map(("expected_units", scalar("5"))))), ["spu,price,stock", "A,1,9"],
      .defaults("5", instead: nil)
    ),
    (
      map(("defaults", map(("expected_units", scalar("5"))))),
      ["spu,price,stock,forecast", "A,1,9,", "B,1,9,2"],
      .column(.forecast(header: "forecast", name: "expected_units"), defaulted: 1, by: "5", without: 0)
    ),
    (
      map(("demand", map(("column", scalar("sales")), ("times", scalar("0.1"))))),
      ["spu,price,stock,sales", "A,1,9,20", "B,1,9,"],
      .column(.sales("sales", times: 0.1), defaulted: 0, by: "", without: 1)
    ),
    (
      map(("demand", map(("per_thousand_views", scalar("uv")), ("views", scalar("12000"))))),
      ["spu,price,stock,uv", "A,1,9,20"],
      .column(.salesPerThousandViews("uv", views: 12_000), defaulted: 0, by: "", without: 0)
    ),
    (
      map(("demand", map(("column", scalar("cost")), ("times", scalar("0.1"))))),
      ["spu,price,stock,cost", "A,1,9,"], .none(demand: "cost")
    ),
  ])
  func `a check says where the forecast comes from`(
    scenario: Node, lines: [String], source: ForecastSource
  ) throws {
    #expect(try show(scenario, lines).check().forecast == source)
  }

  @Test func `demand reads what the file has, never a default`() throws {
    let demand = ("demand", map(("column", scalar("quantity")), ("times", scalar("0.1"))))
    let defaults = ("defaults", map(("stock", scalar("100"))))
    let error = #expect(throws: LineupError.self) {
      try show(map(demand, defaults), ["spu,price", "A,1"])
    }
    #expect(error.map { "\($0.problems[0])".contains("no column \"quantity\"") } == true)
    let filled = try show(map(demand, defaults), ["spu,price,stock", "A,1,50", "B,1,"])
    #expect(filled.forecast[0] == 5)
    #expect(filled.forecast[1].isNaN)
    #expect(filled.stock == [50, 100])
    let tray = try #require(try filled.solve().tray)
    #expect(tray.items.first { $0.spu == "A" }?.units == 5)
  }

  @Test func `after duplicates, filled and distinct are those of the styles`() throws {
    let scenario = map(
      ("on_duplicate", scalar("first")),
      ("defaults", map(("stock", scalar("100")), ("brand", scalar("none")), ("expected_units", scalar("1")))))
    let report = try show(
      scenario,
      ["spu,name,price,stock,brand,role", "A,a,1,,,", "B,b,1,50,x,r", "B,b2,1,40,y,s", "C,c,1,,,"]
    ).check()
    let filled = Dictionary(
      uniqueKeysWithValues: report.columns.map { ($0.name, report.styles - $0.emptyCells) })
    #expect(filled["name"] == 3 && filled["stock"] == 1 && filled["brand"] == 1 && filled["role"] == 1)
    let distinct = Dictionary(uniqueKeysWithValues: report.columns.map { ($0.name, $0.distinctValues) })
    #expect(
      distinct["name"] == 3 && distinct["brand"] == 2 && distinct["role"] == 1 && distinct["stock"] == 2)
  }
}
