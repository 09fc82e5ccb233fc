import Foundation
import TestSupport
import Testing

/// `lineup views`, and what the other commands say of a plan of views, on the example of the contract's page.
@Suite struct ViewsCommandTests {
  static let catalog = """
    spu,name,gender,category,season,role,price,cost,stock,expected_units
    A,Wool coat,women,coat,autumn,hero,300,150,500,40
    B,Cotton shirt,kids,shirt,autumn,main,120,60,500,60
    C,Down coat,men,coat,winter,main,700,300,300,30
    D,Rain jacket,kids,jacket,autumn,main,180,90,400,50
    E,Light dress,women,dress,summer,,90,30,400,50

    """

  static let scenario = """
    name: Autumn views
    catalog: catalog.csv
    show: { minutes: 60, items: 1..3 }
    views:
      base: 10_000
      channels:
        shop guides:      { people: 820, each: 7.5, reach: 90%, conversion: 18%, order_value: 420, audience: { mothers: 70%, office: 30% }, per: region, by: guides.csv }
        official account: { views: 500..3_000, cost: 0.05, audience: { office: 60% } }
        ads:              { views: ..20_000, cost: { 2_000: 0.8, 6_000: 1.2, 20_000: 2.0 }, minimum: 500 }
        text message:     { cost: 0.04, limit: 20_000, rate: { mothers: 6%, office: 2% } }
      overlap: { official account: { shop guides: 20% } }
      conversion: 12%
      order_value: 390
      total: 10_000..
      budget: ..9_000
      share: { shop guides: 40%..70% }
    audience:
      mothers:  { people: 12_000, buys: { gender: { kids: 2.2, women: 1.1, men: 0.5 } } }
      office:   { people: 30_000, buys: { price: { "..199": 1.6, "600..": 0.4 } } }
    variants:
      weighed:
        views:
          channels:
            shop guides: { people: 1000, each: 5, reach: 1 }
            official account: { views: 500..4_200 }
            ads: { views: ..1_000, minimum: null, cost: 0.8 }
            text message: null
          overlap: null
          share: null
          plan: { shop guides: 5_000, official account: 3_000, ads: 1_000 }
      too much: { views: { total: 40_000.. } }
      goal: { views: { total: null }, goal: { views: 9_000, conversion: 15%, order_value: 400 } }
      without: { views: null, audience: null }

    """

  static let guides = "region,people\nnorth,310\neast,280\nsouth,150\nwest,75\n"

  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(catalog, to: "catalog.csv")
    try folder.write(scenario, to: "show.yaml")
    try folder.write(guides, to: "guides.csv")
    return folder
  }

  @Test(
    arguments: [
      ("views.txt", "views show.yaml --short 'shop guides=20%' --short 'text message=50%'", Int32(0)),
      ("views.json", "views show.yaml --short 'shop guides=20%' --format json", 0),
      ("views.csv", "views show.yaml --format csv", 0),
      ("views-weighed.txt", "views show.yaml --variant weighed --short 'ads=50%'", 0),
      ("views-too-much.txt", "views show.yaml --variant 'too much'", 2),
      ("views-too-much.json", "views show.yaml --variant 'too much' --format json", 2),
      ("views-goal.txt", "views show.yaml --variant goal --plan-only --short 'shop guides=90%'", 0),
      ("views-solve.txt", "solve show.yaml", 0), ("views-solve.json", "solve show.yaml --format json", 0),
      ("views-solve-too-much.txt", "solve show.yaml --variant 'too much'", 2),
      ("views-solve-too-much.json", "solve show.yaml --variant 'too much' --format json", 2),
      ("views-check.txt", "check show.yaml", 0), ("views-check.json", "check show.yaml --format json", 0),
    ] as [(String, String, Int32)])
  func `what the command prints of views is what was recorded`(name: String, arguments: String, code: Int32)
    throws
  {
    let folder = try Self.folder()
    let outcome = try Shell.run("\"$LINEUP\" \(arguments)", in: folder)
    #expect(outcome.code == code, "\(outcome.errorText)")
    #expect(outcome.errorText.isEmpty)
    try expectSnapshot(Self.withoutTimes(outcome.text), name)
  }

  private static func withoutTimes(_ text: String) -> String {
    LineupCLITests.withoutTimes(text).replacing(/channels, [0-9.]+ s\)/, with: "channels, 0.1 s)")
  }

  @Test func `a plan that is fixed is weighed: who is short, and who has room`() throws {
    let outcome = try Shell.run(
      "\"$LINEUP\" views show.yaml --variant weighed --plan-only", in: Self.folder())
    #expect(
      outcome.text.contains(
        "5,000 + 3,000 + 1,000 are 9,000 of the 10,000 needed; the official account has room for 1,200"))
  }

  @Test func `without views a show is as it was, and every answer takes its forecasts from the plan`() throws
  {
    let folder = try Self.folder()
    func text(_ arguments: String) throws -> String {
      let outcome = try Shell.run("\"$LINEUP\" \(arguments)", in: folder)
      #expect(outcome.code == 0, "\(arguments): \(outcome.errorText)")
      return outcome.text
    }
    let plain = try text("solve show.yaml --variant without --format json")
    #expect(!plain.contains("\"views\""))
    #expect(plain.contains("\"value\": 42000.0"))
    for (arguments, words) in [
      ("audit show.yaml --tray t.json", "53,307"), ("explain show.yaml", "53,307"),
      ("explain show.yaml --spu C", "C"),
      ("frontier show.yaml --vary views.total=10000..12000 --steps 3", "3"),
      ("alternatives show.yaml -k 2 --differ 1", "53,307"), ("adjust show.yaml --tray t.json --out D", "D"),
      ("compare show.yaml --variant without", "53,307"),
    ] {
      if arguments.hasPrefix("audit") { _ = try text("solve show.yaml -o t.json") }
      #expect(try text(arguments).contains(words), "\(arguments)")
    }
  }

  @Test(arguments: ["explain", "frontier --vary show.items=1..3", "alternatives -k 2 --differ 1"])
  func `where the channels cannot bring the views every answer says so`(command: String) throws {
    let parts = command.split(separator: " ", maxSplits: 1).map(String.init)
    let outcome = try Shell.run(
      "\"$LINEUP\" \(parts[0]) show.yaml --variant 'too much' \(parts.count > 1 ? parts[1] : "")",
      in: Self.folder())
    #expect(outcome.code == 2, "\(outcome.text) \(outcome.errorText)")
    if parts[0] == "explain" { #expect(outcome.text.contains("`views: total` (40,000..)")) }
  }

  @Test func `a program is not written where there is no plan of views`() throws {
    let folder = try Self.folder()
    let outcome = try Shell.run("\"$LINEUP\" export show.yaml --variant 'too much' -o x.mps", in: folder)
    #expect(outcome.code == 65)
    #expect(
      outcome.errorText
        == "lineup: show.yaml: no plan of views keeps every row, so there are no forecasts to write; lineup views says what clashes\n"
    )
    #expect(try !folder.names().contains("x.mps"))
    let written = try Shell.run("\"$LINEUP\" export show.yaml -o x.dat", in: folder)
    #expect(written.code == 0)
    #expect(try folder.text(of: "x.dat").contains("'D' 'Rain jacket' 180 400 114.82"))
  }

  @Test func `a page and a workbook have who owes what, and the targets of each region`() throws {
    let folder = try Self.folder()
    for arguments in [
      "views show.yaml -o v.html -o v.xlsx -o v.csv -o v.json", "solve show.yaml -o s.html -o s.xlsx",
    ] {
      let outcome = try Shell.run("\"$LINEUP\" \(arguments)", in: folder)
      #expect(outcome.code == 0, "\(outcome.errorText)")
    }
    let page = try folder.text(of: "v.html")
    for word in ["official account", "Targets of shop guides", "north", "What views are worth to the tray"] {
      #expect(page.contains(word), "\(word)")
    }
    #expect(try folder.text(of: "s.html").contains("official account"))
    #expect(try folder.text(of: "v.csv").contains("text message,720,,\"mothers 12,000 (of 20,000)\""))
    let listing = try Program.run(
      "/usr/bin/env", ["unzip", "-p", "v.xlsx", "xl/workbook.xml"], in: folder.path)
    if listing.code == 0 {
      let sheets = listing.text.matches(of: /<sheet name="([^"]+)"/).map { String($0.output.1) }
      #expect(sheets.first == "Views")
      #expect(sheets.contains("Targets of shop guides"))
    }
  }

  @Test func `a month with a show whose channels cannot bring its views says which rows clash`() throws {
    let folder = try Self.folder()
    try folder.write(
      """
      name: two shows
      levels:
        good: { scenario: show.yaml }
        bad: { scenario: show.yaml, variant: too much }
      shows:
        first: { level: good, date: 2026-09-01 }
        second: { level: bad, date: 2026-09-02 }

      """, to: "month.yaml")
    let outcome = try Shell.run("\"$LINEUP\" month month.yaml --format json", in: folder)
    #expect(outcome.code == 2, "\(outcome.errorText)")
    #expect(outcome.text.contains("\"show\": \"second\""))
    #expect(outcome.text.contains("\"row\": \"views: total\""))
    try folder.write(
      try folder.text(of: "month.yaml").replacing("variant: too much", with: "variant: without"),
      to: "month.yaml")
    let planned = try Shell.run("\"$LINEUP\" month month.yaml --format json", in: folder)
    #expect(planned.code == 0, "\(planned.errorText)")
    #expect(planned.text.contains("\"status\": \"optimal\""))
  }
}
