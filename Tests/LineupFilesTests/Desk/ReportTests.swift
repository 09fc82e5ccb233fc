import Foundation
import LineupSamples
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// One report, many outputs: they say the same, and what a catalog smuggles in stays text.
@Suite struct ReportTests {
  private static let scenario = """
    name: Autumn <b>show</b>
    catalog: c.csv
    show: { minutes: 60, items: 3 }
    goal: { gmv: 100 }
    rules:
      gender: { split: gender, items: { women: 2, men: 1 } }
      roles: { share: items, where: { role: hero }, range: 0.. }
    """

  private static let catalog = """
    spu,name,gender,category,role,price,list_price,stock,expected_units,selling points,img
    A1,"<script>alert(1)</script>",women,coat,hero,299.5,399,10,5,"=HYPERLINK(""http://x"")",https://example.com/a.jpg
    A2,羊毛大衣 & 코트,women,dress,main,199,,20,8,轻 \u{202E}暖,
    A3,=1+1,men,shoes,hero|new,99,150,5,9,,
    A4,"O'Neil ""best"" 5",men,shoes,main,89,,5,9,,
    A5,plain,women,coat,main,50,60,5,2,,
    """

  private func solved(_ folder: TemporaryFolder) throws -> (Show, SolveResult) {
    let path = try folder.write(Self.scenario, to: "s.yaml")
    try folder.write(Self.catalog, to: "c.csv")
    let show = try ShowFile(path: path).show()
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
    let csv = TrayCSV(result).text
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
    settings.sheet = .init(name: "Prices", location: place)
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

  private static let hasOpenpyxl =
    (try? Program.run("/usr/bin/env", ["python3", "-c", "import openpyxl"]).code) == 0

  @Test(
    .enabled(if: hasOpenpyxl, "python3 with openpyxl is not here"), .enabled(if: ReportWorkbook.isAvailable))
  func `an independent reader finds the workbook as it was meant`() throws {
    let folder = try TemporaryFolder()
    let (show, result) = try solved(folder)
    let path = folder.path(of: "tray.xlsx")
    try ReportWorkbook(Report(result, of: show, leftOut: show.leftOut(of: result))).write(to: path)
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
      """
    let outcome = try Program.run("/usr/bin/env", ["python3", "-c", script, path])
    let lines = outcome.text.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "Tray|Charts|Checks|Heroes|Prices|Left out|Scenario", "C5 A4:M7 3", "<script>alert(1)</script> s",
        "=1+1 s", "299.5 #,##0.0", "https://example.com/a.jpg",
      ], "\(outcome.errorText)")
  }
}
