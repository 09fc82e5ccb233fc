import Foundation
import TestSupport
import Testing

/// The cases of the shared folder that are about rows and cells: ids, totals, seasons, spellings, forecasts.
@Suite(.enabled(if: SharedData.hasCases, Comment(rawValue: SharedData.noCases)))
struct RowsAndCellsCases {
  private func run(_ name: String, _ arguments: String...) throws -> ProcessOutcome {
    let folder = try SharedData.copy(ofCase: name)
    return try Lineup.run(arguments, in: folder.path, environment: ["COLUMNS": "100"])
  }

  /// The ids on the tray of a result in JSON, sorted.
  private func ids(_ outcome: ProcessOutcome) throws -> [String] {
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    let items = object?["items"] as? [[String: Any]] ?? []
    return items.compactMap { $0["spu"] as? String }.sorted()
  }

  // MARK: Ids

  @Test func `a long number is the id that the spreadsheet shows, and that is said`() throws {
    let check = try run("field/07-long-id-in-workbook", "check", "s.yaml")
    #expect(check.code == 0)
    #expect(check.text.contains("2 numbers of more than 15 digits"))
    let solved = try run("field/07-long-id-in-workbook", "solve", "s2.yaml", "--format", "json")
    #expect(try ids(solved) == ["690123456789012000", "86584012345678900"])
  }

  @Test(arguments: [
    ("field/08-scientific-ids", "s.yaml", "c.csv:2", "3 ids", "(lines 2, 3, 4)"),
    ("field/08-scientific-ids", "s2.yaml", "c2.csv:2", "2 ids", "(lines 2, 3)"),
    ("catalogs/14-ids-made-scientific", "show.yaml", "cat.csv:2", "2 ids", "(lines 2, 3)"),
  ])
  func `ids that a spreadsheet shortened are an error that names their lines`(
    name: String, scenario: String, place: String, count: String, lines: String
  ) throws {
    let outcome = try run(name, "check", scenario)
    #expect(outcome.code == 65)
    #expect(outcome.errorText.contains("\(place): \(count) were shortened by a spreadsheet"))
    #expect(outcome.errorText.contains(lines))
    #expect(outcome.errorText.contains("6.90123E+12"))
    #expect(!outcome.errorText.contains("already"))
  }

  @Test func `an invisible character in an id is named`() throws {
    let outcome = try run("field/19-invisible-characters", "check", "s.yaml")
    #expect(outcome.code == 65)
    #expect(outcome.errorText.contains("no SPU \"Z1\"; did you mean \"Z<U+200B>1\"?"))
    let check = try run("field/19-invisible-characters", "check", "s2.yaml")
    #expect(check.text.contains("1 id with invisible characters (U+200B)"))
  }

  @Test func `text that was marked for a spreadsheet is the text`() throws {
    let solved = try run("catalogs/13-excel-safe-text", "solve", "show.yaml", "--format", "json")
    #expect(try ids(solved) == ["00123", "00124"])
    #expect(solved.text.contains("\"price\": 99.5"))
    let check = try run("catalogs/13-excel-safe-text", "check", "show.yaml")
    #expect(check.text.contains("2 cells marked as text for a spreadsheet"))
  }

  // MARK: Rows

  @Test(arguments: [
    ("field/14-totals-row", "s.yaml", ["B", "C"], "1 row of sums left out", "合计"),
    ("catalogs/04-totals", "show.yaml", ["A1", "A2"], "1 row of sums left out", "合计"),
    ("catalogs/08-section-rows", "show.yaml", ["A1", "A2"], "1 row of sums left out", "Subtotal"),
    (
      "catalogs/08-section-rows", "show.yaml", ["A1", "A2"],
      "2 rows with one filled cell left out as titles of sections", "WOMEN"
    ),
  ])
  func `totals and titles of sections are no styles, and said`(
    name: String, scenario: String, tray: [String], note: String, example: String
  ) throws {
    let solved = try run(name, "solve", scenario, "--format", "json")
    #expect(try ids(solved) == tray)
    let check = try run(name, "check", scenario)
    #expect(check.text.contains(note))
    #expect(check.text.contains("such as \"\(example)\""))
  }

  @Test func `filled and distinct count the styles, not the rows left out`() throws {
    let check = try run("catalogs/12-filled-distinct", "check", "show.yaml")
    let lines = check.text.split(separator: "\n")
    let name = try #require(lines.first { $0.hasPrefix("品名") })
    #expect(name.split(separator: " ").map(String.init)[2...4] == ["text", "all", "3"])
    let stock = try #require(lines.first { $0.hasPrefix("库存") })
    #expect(stock.split(separator: " ").map(String.init)[2...3] == ["numbers", "1"])
  }

  // MARK: Values

  @Test func `seasons are matched by their words`() throws {
    let solved = try run("field/16-season-tags-unlisted", "solve", "s.yaml", "--format", "json")
    #expect(try ids(solved) == ["a"])
    #expect(solved.text.contains("\"season_index\": 1.2"))
    let check = try run("catalogs/05-season-unlisted", "check", "show.yaml")
    #expect(check.text.contains("4 styles with a season tag that the season table names otherwise"))
    let tray = try run("catalogs/05-season-unlisted", "solve", "show.yaml", "--format", "json")
    #expect(try ids(tray) == ["A3", "A4"])
  }

  @Test func `spellings of one brand are one brand`() throws {
    let check = try run("catalogs/11-brand-spellings", "check", "show.yaml")
    #expect(check.text.contains("3 cells spelt otherwise than most"))
    let solved = try run("catalogs/11-brand-spellings", "solve", "show.yaml", "--format", "json")
    #expect(try ids(solved) == ["A1"])
  }

  @Test func `a show without any forecast is refused with what to write`() throws {
    let solved = try run("catalogs/09-no-forecast", "solve", "show.yaml")
    #expect(solved.code == 65)
    #expect(solved.errorText.hasPrefix("lineup: show.yaml:3: the objective asks for gmv"))
    for word in ["demand:", "expected_units", "defaults:"] { #expect(solved.errorText.contains(word)) }
    let check = try run("catalogs/09-no-forecast", "check", "show.yaml")
    #expect(check.code == 0)
    #expect(check.text.contains("forecast: no style has one"))
  }

  @Test func `a default is no past sale`() throws {
    let outcome = try run("catalogs/10-demand-by-alias", "solve", "show.yaml")
    #expect(outcome.code == 65)
    #expect(outcome.errorText.contains("no column \"quantity\""))
  }
}
