import Foundation
import TestSupport
import Testing

/// Files of the trade as the shared cases hold them.
@Suite(.enabled(if: SharedData.hasCases, Comment(rawValue: SharedData.noCases)))
struct FileCaseTests {
  private func check(
    _ name: String, scenario: String = "show.yaml", adding text: String = ""
  ) throws -> ProcessOutcome {
    let folder = try SharedData.copy(ofCase: name)
    try folder.write(folder.text(of: scenario) + text, to: scenario)
    return try Lineup.run(["check", scenario], in: folder.path)
  }

  @Test func `a workbook of ZIP64 opens`() throws {
    let outcome = try check("catalogs/01-zip64")
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("2 styles in jst.xlsx"))
  }

  @Test func `a remark beside the table is left out and said`() throws {
    let outcome = try check("catalogs/07-remark-beside")
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("1 cell under no header left out, such as \"样衣在影棚\" (line 3)"))
  }

  @Test func `Shift_JIS is read and its title rows found`() throws {
    let outcome = try check("catalogs/15-shift-jis")
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("折りたたみ傘"))
    #expect(outcome.text.contains("1 row above the header left out (\"実行日時: 2026-03-03\")"))
  }

  @Test func `two header rows are read where the scenario says so`() throws {
    let outcome = try check(
      "catalogs/16-two-row-header",
      adding: "header: [2, 3]\ncolumns: { stock: 库存/合计, price: 吊牌价 }\n")
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("库存/合计        stock           numbers     all         2  21 to 23"))
  }

  @Test func `a page named .xls is read as a table`() throws {
    let outcome = try check("catalogs/18-html-as-xls")
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("1 style in cat.xls"))
    #expect(outcome.text.contains("the file is a web page (HTML), though its name ends in .xls"))
  }

  @Test func `sheets with the same header are named, and read where the scenario lists them`() throws {
    let one = try check("catalogs/21-a-sheet-for-each-group")
    #expect(one.text.contains("\"女装\" has the same header and is not read: sheet: [男装, 女装] reads all"))
    let both = try check("catalogs/21-a-sheet-for-each-group", adding: "sheet: [男装, 女装]\n")
    #expect(both.code == 0)
    #expect(both.text.contains("7 styles in cat.xlsx"))
  }

  @Test func `rows that a filter hides are counted, and left out where the scenario says so`() throws {
    let all = try check("field/18-filtered-rows", scenario: "s.yaml")
    #expect(all.text.contains("6 styles in c.xlsx"))
    #expect(all.text.contains("3 hidden rows read like the others"))
    let shown = try check("field/18-filtered-rows", scenario: "s.yaml", adding: "hidden: leave_out\n")
    #expect(shown.text.contains("3 styles in c.xlsx"))
    #expect(shown.text.contains("3 hidden rows left out (hidden: leave_out) (line 2, 4, 6)"))
  }
}
