import Foundation
import TestSupport
import Testing

/// `lineup review` and `lineup share` as processes.
@Suite struct ReviewCommandTests {
  private static let share = """
    share:
      official account: { where: { role: hero }, columns: [name, price] }
      guides: { columns: [spu, name, price, pitch], per: brand }
      hosts: { rundown: true, columns: [name, price, stock] }
    rundown: { start: "20:00" }

    """

  private static let sales = """
    spu,units,gmv,returns,sold_out_at
    A1001,31,9269,2,
    A1003,14,3600.5,0,
    A1004,5,445,0,

    """

  private static func folder() throws -> TemporaryFolder {
    let folder = try SeptemberShow.folder()
    let funnel = "{ views: 2_000, conversion: 5%, order_value: 100 }"
    try folder.write(
      SeptemberShow.scenario.replacing("{ gmv: 10_000 }", with: funnel).replacing(
        "goal: { gmv: 1_000_000 }", with: "goal: { views: 200_000 }") + share, to: "show.yaml")
    try folder.write(sales, to: "sales.csv")
    let solved = try Lineup.run(["solve", "show.yaml", "-o", "tray.json", "-o", "tray.csv"], in: folder.path)
    #expect(solved.code == 0, "\(solved.errorText)")
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder, code: Int32 = 0) throws -> String {
    let outcome = try Lineup.run(arguments, in: folder.path)
    #expect(outcome.code == code, "\(arguments): \(outcome.errorText)\(outcome.text)")
    return withoutTimes(outcome.text)
  }

  private static let review = [
    "review", "show.yaml", "--tray", "tray.json", "--actual", "sales.csv", "--views", "2_400", "--orders",
    "44",
  ]

  @Test(arguments: [
    ("review.txt", []), ("review.json", ["--format", "json"]), ("review.csv", ["--format", "csv"]),
  ])
  func `what the command prints of a show is what was recorded`(name: String, arguments: [String]) throws {
    let folder = try Self.folder()
    try expectSnapshot(run(Self.review + arguments, in: folder), name)
  }

  @Test func `what was learned is taken by the next show, told by check and by the reviews of a folder`()
    throws
  {
    let folder = try Self.folder()
    _ = try Shell.run("mkdir reviews", in: folder)
    var history: [String] = []
    for day in 1...5 {
      let sold = Self.sales.replacing("31,9269", with: "\(28 + day),\(299 * (28 + day))")
      try folder.write(sold, to: "sales.csv")
      _ = try run(
        Self.review + [
          "--set", "show.date=2026-09-0\(day)", "-o", "reviews/\(day).json", "--learn", "factors.yaml",
        ]
          + (history.isEmpty ? [] : ["--history"] + history), in: folder)
      history.append("reviews/\(day).json")
    }
    let factors = try folder.text(of: "factors.yaml")
    #expect(factors.contains("worth_using: ") && factors.contains("  \"A1003\": { factor: "))
    let last = try folder.text(of: "reviews/5.json")
    #expect(last.contains("\"shows\": 5, \"needed\": 4"))

    let check = try Lineup.run(
      ["check", "show.yaml", "--set", "demand.factors=factors.yaml"], in: folder.path)
    #expect(check.code == 0 && check.text.contains("factors: factors.yaml ("))
    #expect(check.text.contains("A1003 데님 재킷 (standard): "))
    // The audit, which is other code, takes a tray by factors: its amounts are those of the program.
    let solved = try run(
      [
        "solve", "show.yaml", "--set", "demand.factors=factors.yaml", "--set", "goal=null", "--format",
        "json",
      ],
      in: folder)
    #expect(solved.contains("\"status\": \"optimal\""))
    let jitter = try Lineup.run(
      ["alternatives", "show.yaml", "--jitter", "learned", "--samples", "5"], in: folder.path)
    #expect(jitter.code == 64 && jitter.errorText.contains("the scenario takes no factors"))
    let learned = try run(
      [
        "alternatives", "show.yaml", "--jitter", "learned", "--samples", "5", "--set", "goal=null", "--set",
        "demand.factors=factors.yaml",
      ],
      in: folder)
    #expect(learned.contains("each forecast off by "))

    let series = try run(["review", "--series", "reviews", "--score", "partners.csv"], in: folder)
    try expectSnapshot(series, "series.txt")
    try folder.write("{}", to: "reviews/other.json")
    let json = try run(["review", "--series", "reviews", "--format", "json"], in: folder)
    #expect(json.contains("reviews/other.json is no review and is left out"))
    #expect(try folder.text(of: "partners.csv").contains("September group show,"))
    #expect(
      try folder.text(of: "partners.csv").contains("partner,sales,plan reached,rules broken on air"))
    // The score sheet is one that lineup slots reads.
    try folder.write(
      """
      partners: partners.csv
      slots: { evening: { dates: 2026-10-01..2026-10-02 } }
      score: { start: 100, rules: 50%, sales: 50%, points: { plan reached: { missed: -10 }, rules broken on air: {} } }

      """, to: "slots.yaml")
    _ = try run(["slots", "slots.yaml"], in: folder)
  }

  @Test(.enabled(if: JSONSchema.python != nil, "\(JSONSchema.isMissing)"))
  func `reviews, series and shares are as their schemas say`() throws {
    let folder = try Self.folder()
    try JSONSchema.writeSchemas(to: folder)
    _ = try Shell.run("mkdir reviews", in: folder)
    let review = try run(Self.review + ["--format", "json"], in: folder)
    try folder.write(review, to: "reviews/a.json")
    try folder.write(
      try run(Array(Self.review.prefix(6)) + ["--format", "json"], in: folder), to: "plain.json")
    try folder.write(
      try run(["review", "--series", "reviews", "--format", "json"], in: folder), to: "s.json")
    _ = try run(["rundown", "show.yaml", "--tray", "tray.json", "-o", "rundown.json"], in: folder)
    try folder.write(
      try run(
        [
          "share", "show.yaml", "--tray", "tray.json", "--rundown", "rundown.json", "-o", "out", "--format",
          "json",
        ],
        in: folder), to: "share.json")
    try folder.write(
      try run(
        [
          "adjust", "show.yaml", "--tray", "tray.json", "--set", "goal=null", "--set", "rules.outfit=null",
          "--set", "lock=null", "--out", "A1003", "--format", "json",
        ], in: folder, code: 2),
      to: "adjusted.json")
    let files = ["reviews/a.json", "plain.json", "s.json", "share.json", "rundown.json", "adjusted.json"]
    #expect(try JSONSchema.complaints(about: files, in: folder) == "")
  }

  @Test func `a page has both bridges, points with names and bars, and a workbook has formulas`() throws {
    let folder = try Self.folder()
    _ = try run(Self.review + ["-o", "r.html", "-o", "r.xlsx"], in: folder)
    let page = try folder.text(of: "r.html")
    for word in [
      "From planned to actual GMV, by style",
      "From planned to actual GMV, by views, conversion and order value",
      "Planned against sold units", "Sold against forecast, by category", "class=\"whisker\"",
      "Rules as aired",
      "In hindsight",
    ] { #expect(page.contains(word), "\(word)") }
    #expect(!page.contains("http://") && !page.contains("https://"))
    let sheets = try Program.run(
      "/usr/bin/env", ["unzip", "-p", "r.xlsx", "xl/worksheets/*.xml"], in: folder.path)
    if sheets.code == 0 {
      #expect(sheets.text.contains("<f>") && sheets.text.contains("SUBTOTAL(109"))
    }
  }

  @Test(arguments: [
    (["review"], "Give a scenario, or --series"), (["review", "show.yaml"], "--tray is needed"),
    (["review", "show.yaml", "--tray", "tray.json"], "--actual is needed"),
    (["review", "show.yaml", "--series", "x"], "--series takes the reviews of a folder, without a scenario"),
    (["review", "--score", "x.csv", "show.yaml"], "--score needs --series"),
    (review + ["--miss", "0"], "--miss takes a share between 0 and 100%"),
    (review + ["--views", "-3"], "--views"),
    (["share", "show.yaml", "--tray", "tray.json"], "Give -o with a folder"),
    (["share", "show.yaml", "--tray", "tray.json", "-o", "x"], "give it with --rundown"),
  ])
  func `arguments that do not go together are refused`(arguments: [String], words: String) throws {
    let folder = try Self.folder()
    let outcome = try Lineup.run(arguments, in: folder.path)
    #expect(outcome.code == 64 && outcome.errorText.contains(words), "\(outcome.errorText)")
  }

  @Test(arguments: [
    (["review", "--series", "nowhere"], "there is no such file"),
    (["review", "--series", "."], "there is no review in it"),
    (review + ["--history", "tray.json"], "this is no review"),
    (["solve", "show.yaml", "--set", "demand.factors=none.yaml"], "none.yaml"),
    (["solve", "show.yaml", "--set", "demand.factors=bad.yaml"], "must be between 0.2 and 5"),
    (["check", "show.yaml", "--set", "share.guides.columns=[nmae]"], "did you mean \"name\"?"),
    (["check", "show.yaml", "--set", "share.guides.per=brnad"], "did you mean \"brand\"?"),
    (["check", "show.yaml", "--set", "share.guides.whom=x"], "unknown key \"whom\""),
  ])
  func `what is wrong with the data is said`(arguments: [String], words: String) throws {
    let folder = try Self.folder()
    try folder.write("whole: 9\n", to: "bad.yaml")
    let outcome = try Lineup.run(arguments, in: folder.path)
    // What a setting says is an argument.
    #expect([64, 65].contains(outcome.code) && outcome.errorText.contains(words), "\(outcome.errorText)")
  }

  // MARK: Sheets

  @Test func `everybody's sheet has its part only, and who must get a new one is said`() throws {
    let folder = try Self.folder()
    _ = try run(["rundown", "show.yaml", "--tray", "tray.json", "-o", "rundown.json"], in: folder)
    let text = try run(
      ["share", "show.yaml", "--tray", "tray.json", "--rundown", "rundown.json", "-o", "sheets"], in: folder)
    let mark = try #require(text.firstMatch(of: #/tray ([0-9a-f]{8}): /#)).output.1
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "sheets")).sorted()
    #expect(files.contains("official account.html") && files.contains("official account.xlsx"))
    #expect(files.contains("guides Mira.html") && files.contains("hosts.html"))
    let account = try folder.text(of: "sheets/official account.html")
    #expect(account.contains("真丝连衣裙") && !account.contains("데님") && account.contains("tray \(mark)"))
    #expect(account.contains("September group show") && account.contains("2026-09-09"))
    for file in files where file.hasSuffix(".html") {
      let page = try folder.text(of: "sheets/\(file)")
      #expect(!page.contains("Cost") && !page.contains("Margin") && !page.contains(">120<"), "\(file)")
    }
    #expect(try folder.text(of: "sheets/hosts.html").contains("20:0"))
    // The same tray in another form has the same mark.
    let again = try run(
      ["share", "show.yaml", "--tray", "tray.csv", "--against", "tray.json"], in: folder)
    #expect(again.contains("tray \(mark): ") && again.contains("Nobody needs a new sheet."))

    let changes = ["--set", "rules.outfit=null", "--set", "rules.scarf=null", "--set", "goal=null"]
    let adjusted = try run(
      [
        "adjust", "show.yaml", "--tray", "tray.json", "--stock", "A1001=30", "--out", "A1004", "-o",
        "tray2.json",
      ]
        + changes, in: folder)
    #expect(adjusted.contains("Who must get a new sheet:") && adjusted.contains("guides: Lumi: "))
    let against = try run(
      ["share", "show.yaml", "--tray", "tray2.json", "--against", "tray.json"], in: folder)
    #expect(against.contains("guides: Lumi: no sheet any more") && against.contains("hosts: "))
    #expect(!against.contains("  official account: out"))
  }
}
