import Foundation
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles
@testable import LineupReports

/// Workbooks to and from LibreOffice.
@Suite(
  .enabled(if: DeskPrograms.office != nil, "LibreOffice is not here"),
  .enabled(if: ReportWorkbook.isAvailable))
struct OfficeTests {
  private let place = SourceLocation(source: "s")

  @Test func `a catalog that LibreOffice made a workbook of is read as before`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(DeskShow.catalog, to: "c.csv")
    // Commas, double quotes, UTF-8, from the first line.
    let outcome = try DeskPrograms.convert(
      path, to: "xlsx", reading: ["--infilter=CSV:44,34,76,1"], in: folder)
    let before = try Catalog(contentsOf: path)
    let after = try Catalog(contentsOf: folder.path(of: "converted/c.xlsx"))
    #expect(after.spus == before.spus, "\(outcome.errorText)")
    #expect(after.numbers(.price) == before.numbers(.price))
    #expect(after.numbers(.stock) == before.numbers(.stock))
    // LibreOffice takes =1+1 for a formula and stores what it comes to.
    let names = before.spus.indices.map { $0 == 2 ? "2" : before.text(.name, row: $0) }
    #expect(after.spus.indices.map { after.text(.name, row: $0) } == names)
  }

  @Test func `a tray that LibreOffice saved again has the same figures`() throws {
    let folder = try TemporaryFolder()
    let show = try DeskShow.show(in: folder)
    let result = try show.solve()
    let path = folder.path(of: "tray.xlsx")
    try ReportWorkbook(Report(result, of: show, leftOut: show.leftOut(of: result))).write(to: path)
    let outcome = try DeskPrograms.convert(path, to: "xlsx", in: folder)
    var settings = CatalogSettings()
    settings.sheets = [.init(name: "Prices", location: place)]
    settings.defaults = [.init(column: .stock, text: "1", location: place)]
    let saved = try Catalog(contentsOf: folder.path(of: "converted/tray.xlsx"), settings: settings)
    let tray = try #require(result.tray)
    #expect(saved.spus == tray.items.map(\.spu), "\(outcome.errorText)")
    #expect(saved.numbers(.price) == tray.items.map(\.price))
    #expect(saved.spus.indices.map { saved.text(.name, row: $0) } == tray.items.map(\.name))
  }

  @Test(
    "what the formulas of a workbook come to in a spreadsheet program is what was found",
    .enabled(if: DeskPrograms.python != nil, "Python with openpyxl is not here"),
    arguments: ["group", "daily", "brand", "regional"])
  func recalculated(name: String) throws {
    let folder = try TemporaryFolder()
    let show = try ShowFile(
      path: SharedData.packageFolder.appending(path: "Models/\(name).yaml").path(percentEncoded: false)
    ).show()
    let path = folder.path(of: "tray.xlsx")
    try ReportWorkbook(Report(show.solve(), of: show)).write(to: path)
    // Saved without what formulas come to, so that it has to be worked out.
    let bare = folder.path(of: "bare.xlsx")
    let python = DeskPrograms.python ?? ""
    let strip = "import openpyxl, sys; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])"
    try #require(try Program.run(python, ["-c", strip, path, bare]).code == 0)
    _ = try DeskPrograms.convert(bare, to: "xlsx", in: folder)
    let compare = """
      import openpyxl, sys
      formulas, ours, theirs = (
          openpyxl.load_workbook(p, data_only=d)
          for p, d in [(sys.argv[1], False), (sys.argv[1], True), (sys.argv[2], True)])
      count, wrong, plain = 0, [], []
      for name in formulas.sheetnames:
          for row in formulas[name].iter_rows():
              for cell in row:
                  if not (isinstance(cell.value, str) and cell.value.startswith("=")): continue
                  count += 1
                  a, b = ours[name][cell.coordinate].value, theirs[name][cell.coordinate].value
                  near = all(isinstance(x, (int, float)) for x in (a, b)) and abs(a - b) <= 1e-9 * max(1, abs(a))
                  if a != b and not near: wrong.append((name, cell.coordinate, cell.value, a, b))
      for row in formulas["Checks"].iter_rows(min_row=5):
          if row[2].value is not None and not str(row[2].value).startswith("="): plain.append(row[0].value)
      print(count)
      print(wrong)
      print(sorted(plain))
      """
    let outcome = try Program.run(python, ["-c", compare, path, folder.path(of: "converted/bare.xlsx")])
    let lines = outcome.text.split(separator: "\n").map(String.init)
    try #require(lines.count == 3, "\(outcome.errorText)")
    #expect(Int(lines[0]) ?? 0 > 200)
    #expect(lines[1] == "[]")
    // What no column of a tray shows: stocks, and rules over sets of styles.
    let plain = [
      "group": "['autumn outfit', 'backpack', 'depth of goods']", "daily": "['units on hand']",
      "brand": "['city look']", "regional": "[]",
    ]
    #expect(lines[2] == plain[name])
  }
}
