import Foundation
import LineupFiles
import TestSupport
import Testing

@testable import Lineup

/// A month's page and workbook.
@Suite struct MonthDeskTests {
  private static let sample = Result { try SampleMonth() }

  private static let python = ["python3", "/usr/bin/python3"].lazy
    .compactMap { $0.hasPrefix("/") ? $0 : Program.path(of: $0) }
    .first { (try? Program.run($0, ["-c", "import openpyxl"]).code) == 0 }

  // MARK: Page

  @Test func `the page of a month escapes everything and asks for nothing`() throws {
    let sample = try Self.sample.get()
    for result in [sample.optimal, sample.clash, sample.kept] {
      let page = Answer(result, of: sample.month, oneByOne: try sample.oneByOne()).page
      #expect(!page.contains(SampleMonth.wildName))
      #expect(page.contains("&lt;b&gt;&quot;Coat&quot; &amp; co&lt;/b&gt;"))
      #expect(page.components(separatedBy: "<script>").count == 2)
      for request in [" src=", "<link", "@import", "url(", "fetch(", "<img", "<iframe"] {
        #expect(!page.contains(request), "\(request)")
      }
    }
  }

  @Test func `every show stands in the calendar and has its tray`() throws {
    let sample = try Self.sample.get()
    let plan = try #require(sample.optimal.plan)
    let page = Answer(sample.optimal, of: sample.month).page
    for place in plan.shows.indices {
      #expect(page.contains("href=\"#show-\(place + 1)\" title=\""))
      #expect(page.components(separatedBy: "id=\"show-\(place + 1)\"").count == 2)
    }
    let calendar = try #require(page.components(separatedBy: "<table class=\"calendar\">").last)
      .components(separatedBy: "</table>")[0]
    #expect(calendar.components(separatedBy: "<tr>").count == 4)
    #expect(calendar.contains("<span class=\"date\"><span>Wed </span>9 Sep</span>"))
  }

  @Test func `brands stand against the ranges that the month's rules ask`() throws {
    let sample = try Self.sample.get()
    let page = Answer(sample.optimal, of: sample.month).page
    #expect(page.contains("Mira: 29.2%, 7 items, asked 10–45%"))
    #expect(page.contains("Lumi: "))
  }

  @Test func `a plan by one by one stands beside the month's`() throws {
    let sample = try Self.sample.get()
    let page = Answer(sample.optimal, of: sample.month, oneByOne: try sample.oneByOne()).page
    #expect(page.contains("Against one by one"))
    #expect(page.contains("data-key=\"one_by_one\""))
    let none = Answer(sample.optimal, of: sample.month, oneByOne: sample.lonely).page
    #expect(none.contains("Planned one show after the other, there is no plan that keeps the rules."))
    #expect(!none.contains("data-key=\"one_by_one\""))
  }

  @Test(.enabled(if: PagePictureTests.browser != nil, "chromium is not here"), arguments: [1280, 500])
  func `a click in the calendar opens the tray, and the page fits its window`(width: Int) throws {
    let sample = try Self.sample.get()
    let folder = try TemporaryFolder()
    let script = """
      <script>addEventListener("load", () => {
        const said = [document.documentElement.scrollWidth <= innerWidth, document.querySelector("#show-2").open];
        document.querySelector("a.event[href='#show-2']").click();
        setTimeout(() => {
          said.push(document.querySelector("#show-2").open, document.querySelector("#show-1").open);
          document.body.insertAdjacentHTML("beforeend", `<pre id="said">${said.join("|")}</pre>`);
        }, 50);
      });</script></body>
      """
    let page = Answer(sample.kept, of: sample.month, oneByOne: try sample.oneByOne()).page
    let path = try folder.write(page.replacing("</body>", with: script), to: "month.html")
    let outcome = try Program.run(
      PagePictureTests.browser ?? "",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/browser",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=2000", "--dump-dom",
        "--window-size=\(width),1200", "file://\(path)",
      ])
    let said = outcome.text.components(separatedBy: "<pre id=\"said\">").last?.prefix { $0 != "<" }
    #expect(said == "true|false|true|false", "\(outcome.errorText)")
  }

  // MARK: Workbook

  @Test(
    .enabled(if: ReportWorkbook.isAvailable), .enabled(if: python != nil, "python3 with openpyxl is not here")
  )
  func `the workbook has a sheet a show, and sums that follow from its cells`() throws {
    let sample = try Self.sample.get()
    let folder = try TemporaryFolder()
    try folder.write(
      Data(Answer(sample.optimal, of: sample.month).encoded(as: .xlsx)), to: "month.xlsx")
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      print("|".join(book.sheetnames))
      show = book["9.9"]
      heads = [c.value for c in show[4]]
      print(show.cell(5, heads.index("GMV") + 1).value[:1], "Demand" in heads)
      print(sorted({str(c.value)[:13] for r in show.iter_rows(min_row=11, max_row=13) for c in r if c.value and str(c.value)[0] == "="}))
      overview = book["Overview"]
      print([c.value for c in overview[4]][:4], overview["A2"].value[:17])
      print([c.value.replace(chr(10), " / ") for r in book["Calendar"].iter_rows(min_row=5) for c in r if c.value and "9.9" in str(c.value)])
      print(len(book["Styles x shows"].conditional_formatting), book["Rules"]["A5"].value, book["Rules"]["B5"].value)
      """
    let outcome = try Program.run(
      Self.python ?? "", ["-c", script, folder.path(of: "month.xlsx")])
    #expect(
      outcome.text == """
        Overview|Calendar|partner A|9.9|wool north|한국 방송|Styles x shows|Scarce stock|Rules
        = True
        ['=SUBTOTAL(109', '=SUMIF($A$5:$']
        ['Date', 'Day', 'Start', 'Show'] Proven within 1%.
        ['20:00 9.9 / group / 6 items / GMV 60,472 / 1 missed']
        1 The month no repeats

        """, "\(outcome.errorText)")
  }

  @Test(
    .enabled(if: ReportWorkbook.isAvailable), .enabled(if: python != nil, "python3 with openpyxl is not here")
  )
  func `names of sheets are legal, unique and at most 31 units long`() throws {
    let sample = try Self.sample.get()
    let folder = try TemporaryFolder()
    let names = [
      "History", "  [9.9]: a/b?", "👨‍👩‍👧‍👦 family show of the autumn collection, north and south",
      "The long show of the autumn collection 1", "the long show of the autumn collection 2", "", "Overview",
    ]
    var result = sample.optimal
    guard case .optimal(var plan, let score) = result.outcome, let first = plan.shows.first else { return }
    plan.shows = names.map { name in
      var show = first
      show.name = name
      return show
    }
    result.outcome = .optimal(plan, score)
    try folder.write(Data(Answer(result, of: sample.month).encoded(as: .xlsx)), to: "month.xlsx")
    let script = """
      import openpyxl, sys
      names = openpyxl.load_workbook(sys.argv[1]).sheetnames
      print(len(names), len({n.lower() for n in names}), max(len(n.encode("utf-16-le")) // 2 for n in names) <= 31,
        any(c in n for n in names for c in "[]:*?/\\\\"), "history" in [n.lower() for n in names])
      """
    let outcome = try Program.run(
      Self.python ?? "", ["-c", script, folder.path(of: "month.xlsx")])
    #expect(outcome.text == "12 12 True False False\n", "\(outcome.errorText)")
  }

  @Test func `a month of eighty shows is quickly told`() throws {
    let sample = try SampleMonth(styles: 200, weeks: 40, items: 30)
    #expect(sample.month.shows.count == 80)
    let clock = ContinuousClock()
    var answer: Answer?
    let text = clock.measure { answer = Answer(sample.optimal, of: sample.month) }
    let page = clock.measure { _ = answer?.page }
    var workbook = Duration.zero
    if ReportWorkbook.isAvailable {
      workbook = try clock.measure { _ = try answer?.encoded(as: .xlsx) }
    }
    #expect(
      text < .seconds(20) && page < .seconds(20) && workbook < .seconds(60), "\(text) \(page) \(workbook)")
  }
}
