import TestSupport
import Testing

/// `lineup month` as a process.
@Suite struct MonthCommandTests {
  private static func folder(_ rules: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "spu,brand,price,stock,expected_units\nS0,X,10,20,8\nS1,Y,20,20,8\nS2,X,15,4,8\n", to: "styles.csv")
    try folder.write("show: { items: 1..2 }\n", to: "daily.yaml")
    try folder.write(
      """
      catalog: styles.csv
      levels: { daily: daily.yaml }
      shows:
        one: { level: daily, date: 2026-09-02 }
        two: { level: daily, date: 2026-09-03 }
      \(rules)
      """, to: "month.yaml")
    return folder
  }

  private static func run(_ arguments: [String], _ folder: TemporaryFolder) throws -> ProcessOutcome {
    try Lineup.run(["month", "month.yaml"] + arguments, in: folder.path)
  }

  @Test func `a month is planned, kept and planned again without a change`() throws {
    let folder = try Self.folder("rules: { rest: { appearances: ..1, days: 2 } }")
    let first = try Self.run(["--format", "json", "-o", "plan.json"], folder)
    #expect(first.code == 0, "\(first.errorText)")
    #expect(first.text.contains("\"status\": \"optimal\""))
    let again = try Self.run(["--keep", "plan.json", "--steady", "1000", "--format", "json"], folder)
    #expect(again.code == 0, "\(again.errorText)")
    #expect(again.text.contains("\"changes\": []"), "\(again.text)")
    let frozen = try Self.run(["--keep", "plan.json", "--freeze", "2026-09-02"], folder)
    #expect(frozen.code == 0, "\(frozen.errorText)")
  }

  @Test(
    "a month ends as its outcome says",
    arguments: [
      ("", [], 0), ("", ["--one-by-one"], 0), ("", ["--one-by-one", "date"], 0),
      ("", ["--one-by-one", "size"], 0),
      ("rules: { none: { sum: items, range: 9.. } }", [], 2), ("", ["--steady", "3"], 64),
      ("", ["--keep", "gone.json"], 65), ("", ["--gap", "-1%"], 64), ("holds: 3", [], 65),
    ] as [(String, [String], Int32)])
  func ends(rules: String, arguments: [String], code: Int32) throws {
    let outcome = try Self.run(arguments, Self.folder(rules))
    #expect(outcome.code == code, "\(outcome.text) \(outcome.errorText)")
    if code >= 64 { #expect(!outcome.errorText.isEmpty) }
  }
}
