import Foundation
import LineupSamples
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles
@testable import LineupReports

/// One report, many outputs: they say the same, and what a catalog smuggles in stays text.
@Suite struct ReportTests {
  private func solved(_ folder: TemporaryFolder) throws -> (Show, SolveResult) {
    let show = try DeskShow.show(in: folder)
    return (show, try show.solve())
  }

  @Test func `CSV, workbook and page have the same items and figures`() throws {
    let folder = try TemporaryFolder()
    let (show, result) = try solved(folder)
    let tray = try #require(result.tray)
    let report = Report(result, of: show, leftOut: show.leftOut(of: result))
    let page = ReportPage(report).text
    let table = try #require(report.sections.first?.table)
    let gmv = try #require(table.columns.firstIndex { $0.key == "gmv" })
    #expect(ReportTable.sum(gmv, over: table.rows) == tray.totals.gmv)
    let csv = ReportCSV(report, media: .csv).text
    for item in tray.items {
      #expect(csv.contains(item.spu))
      #expect(page.contains("data-value=\"\(item.gmv)\""))
      #expect(page.contains(HTMLText.escaped(item.name ?? "")))
    }
    guard ReportWorkbook.isAvailable else { return }
    let path = folder.path(of: "tray.xlsx")
    try ReportWorkbook(report).write(to: path)
    var settings = CatalogSettings()
    let place = SourceLocation(source: "s")
    settings.sheets = [.init(name: "Prices", location: place)]
    settings.defaults = [.init(column: .stock, text: "1", location: place)]
    let read = try Catalog(contentsOf: path, settings: settings)
    #expect(read.spus == tray.items.map(\.spu))
    #expect(read.numbers(.price) == tray.items.map(\.price))
    #expect((0..<read.count).map { read.text(.name, row: $0) } == tray.items.map(\.name))
  }

  @Test func `what is left out has its price`() throws {
    let folder = try TemporaryFolder()
    let (show, result) = try solved(folder)
    let left = show.leftOut(of: result)
    let value = try #require(result.score?.value)
    for style in left {
      guard case .costs(let cost, true) = style.verdict else { continue }
      var locked = show.scenario
      locked.locks.append(Lock(spu: style.spu, pitch: nil, location: SourceLocation(source: "s")))
      let other = try Show(locked, catalog: show.catalog).solve()
      #expect(abs(value - (other.score?.value ?? 0) - cost) < 1e-6)
    }
    #expect(Set(left.map(\.spu)) == ["A4", "A5"])
  }

  @Test func `a page escapes everything and asks for nothing`() throws {
    let folder = try TemporaryFolder()
    let (show, result) = try solved(folder)
    let page = ReportPage(Report(result, of: show)).text
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<b>show"))
    #expect(!page.contains("\u{202E}"))
    #expect(page.components(separatedBy: "<script>").count == 2)
    for request in [" src=", "<link", "@import", "url(", "fetch(", "<img", "<iframe"] {
      #expect(!page.contains(request), "\(request)")
    }
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("rel=\"noopener noreferrer\""))
  }

  @Test(
    .enabled(if: DeskPrograms.python != nil, "python3 with openpyxl is not here"),
    .enabled(if: ReportWorkbook.isAvailable))
  func `an independent reader finds the workbook as it was meant`() throws {
    let folder = try TemporaryFolder()
    let (show, result) = try solved(folder)
    let path = folder.path(of: "tray.xlsx")
    let report = Report(result, of: show, leftOut: show.leftOut(of: result), listsCandidates: true)
    try ReportWorkbook(report).write(to: path)
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      print("|".join(book.sheetnames))
      tray = book["Tray"]
      print(tray.freeze_panes, tray.auto_filter.ref, len(book["Charts"]._charts))
      rows = {r[1].value: r for r in tray.iter_rows(min_row=5, max_row=7)}
      print(rows["A1"][2].value, rows["A1"][2].data_type)
      print(rows["A3"][2].value, rows["A3"][2].data_type)
      heads = [c.value for c in tray[4]]
      print(rows["A1"][heads.index("Price")].value, rows["A1"][heads.index("Price")].number_format)
      print(rows["A1"][heads.index("Picture")].hyperlink.target)
      print(rows["A1"][heads.index("GMV")].value)
      print([r[0].value for r in book["Candidates"].iter_rows(min_row=5)])
      checks = {r[0].value: r for r in book["Checks"].iter_rows(min_row=5)}
      print(checks["gender: women"][2].value, checks["items"][2].value)
      print(checks["gender: women"][3].value)
      print(len(book["Checks"].conditional_formatting), len(tray.data_validations.dataValidation))
      """
    let outcome = try Program.run(DeskPrograms.python ?? "", ["-c", script, path])
    let lines = outcome.text.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "Tray|Charts|Checks|Heroes|Prices|Left out|Candidates|Scenario", "C5 A4:N7 3",
        "<script>alert(1)</script> s",
        "=1+1 s", "299.5 #,##0.00", "https://example.com/a.jpg",
        "=J6*K6", "['A2', 'A1', 'A3', 'A4', 'A5']",
        "=COUNTIFS('Tray'!$D$5:$D$7,\"women\") =COUNTA('Tray'!$B$5:$B$7)",
        "=IF(OR(C8=\"\",AND(C8>=1.999998,C8<=2.000002)),\"yes\",\"no\")", "1 0",
      ], "\(outcome.errorText)")
  }

  @Test func `shows side by side say the same in a terminal, a page and a workbook`() throws {
    let folder = try TemporaryFolder()
    let comparison = try DeskShow.comparison(in: folder)
    let report = Report(comparison)
    let table = try #require(report.sections.first?.table)
    let base = try #require(comparison.entries[0].tray)
    let gmv = try #require(table.rows.first { $0.cells[0] == .text("GMV") })
    #expect(gmv.cells[1] == .number(base.totals.gmv))
    #expect(gmv.marks == [2])
    let text = ReportText(report, style: TextStyle()).text
    let page = ReportPage(report).text
    for row in table.rows {
      for column in row.cells.indices {
        let (written, spoken) = (
          table.text(column, in: row, .written), table.text(column, in: row, .spoken)
        )
        #expect(text.contains(written), "\(written)")
        #expect(page.contains(HTMLText.escaped(spoken)), "\(spoken)")
      }
    }
    #expect(page.contains("class=\"number mark\""))
    #expect(report.sections.map(\.id) == ["comparison", "shows", "reasons", "styles", "proofs"])
    guard let python = DeskPrograms.python, ReportWorkbook.isAvailable else { return }
    let path = folder.path(of: "compare.xlsx")
    try ReportWorkbook(report).write(to: path)
    let script = """
      import openpyxl, sys
      sheet = openpyxl.load_workbook(sys.argv[1])["Side by side"]
      rows = {(r[0].value, r[1].value): r for r in sheet.iter_rows(min_row=5)}
      print(repr(rows[(None, "GMV")][2].value), rows[(None, "GMV")][3].fill.fgColor.rgb)
      print(rows[("against base", "GMV")][3].number_format)
      """
    let outcome = try Program.run(python, ["-c", script, path])
    #expect(outcome.text == "\(base.totals.gmv) FFFFF2CC\n+#,##0;-#,##0;0\n", "\(outcome.errorText)")
  }

  @Test func `a frontier has its curve with a cross where no tray fits`() throws {
    let folder = try TemporaryFolder()
    let file = try DeskShow.file(in: folder)
    let frontier = try file.frontier(varying: VariedSetting("show.items=2,3,4", steps: 3))
    let report = Report(frontier)
    let chart = try #require(report.sections.first?.charts.first)
    #expect(chart.bars.map { $0.value == nil } == [true, false, true])
    let page = ReportPage(report).text
    #expect(page.components(separatedBy: "class=\"dot\"").count == 2)
    #expect(page.components(separatedBy: "class=\"none\"").count == 3)
  }

  @Test func `a show without a tray says what clashes, what would help and what comes nearest`() throws {
    let folder = try TemporaryFolder()
    let file = try DeskShow.file(in: folder)
    let show = try file.show(variant: "too many")
    let report = Report(try show.solve(), of: show)
    #expect(report.sections.map(\.id).prefix(4) == ["conflict", "repairs", "misses", "tray"])
    let page = ReportPage(report).text
    #expect(page.contains("<b>gender: women</b>"))
    let repairs = try #require(report.sections[1].table)
    #expect(!repairs.rows.isEmpty)
  }

  @Test func `the scenario is written as it was run and reads back the same`() throws {
    let folder = try TemporaryFolder()
    let file = try DeskShow.file(in: folder)
    let scenario = try file.scenario(
      variant: "no hero", settings: ["name=\"a: \\\"b\\\" #c\"", "show.items=3"])
    let text = NodeYAML.text(try #require(scenario.document))
    let again = try Node(text: text, source: "again.yaml")
    #expect(sketch(again) == sketch(try #require(scenario.document)))
    #expect(!text.contains("variants"))
  }

  @Test(
    "prices fall into bands that people speak of",
    arguments: [
      ([], []), ([99], [80, 100]),
      ([10, 99, 150, 450, 1580], [10, 20, 30, 50, 100, 200, 300, 500, 1000, 2000]),
      ([0.5], [0.5, 0.6]),
    ] as [([Double], [Double])])
  func bands(prices: [Double], edges: [Double]) {
    let found = PriceBands.edges(of: prices)
    #expect(found.last == edges.last)
    #expect(found.count <= 8)
    #expect(PriceBands.counts(of: prices, edges: found).reduce(0, +) == prices.count)
  }
}
