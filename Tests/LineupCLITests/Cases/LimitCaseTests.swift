import TestSupport
import Testing

/// Numbers out of range, as the cases of the shared folder have them: an error with its place, never a trap.
@Suite(.enabled(if: SharedData.hasCases, Comment(rawValue: SharedData.noCases)))
struct LimitCaseTests {
  struct Case: Sendable, CustomStringConvertible {
    var folder: String
    var arguments: [String]
    var code: Int32
    var words: String

    init(_ folder: String, _ arguments: String, _ code: Int32, _ words: String) {
      self.folder = folder
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.code = code
      self.words = words
    }

    var description: String { "\(folder): \(arguments.joined(separator: " "))" }
  }

  @Test(arguments: [
    Case(
      "faults/12-rundown-huge-minutes", "rundown show.yaml --tray t.json", 65,
      "show.yaml:2: \"minutes\" is 1e18"),
    Case(
      "faults/12-rundown-huge-minutes", "rundown pitch.yaml --tray t.json", 65,
      "pitch.yaml:2: \"minutes\" is 1000000000"),
    Case("faults/15-numbers-rc70", "solve inf.yaml", 65, "inf.yaml:2: \"views\" is 1e308"),
    Case("faults/15-numbers-rc70", "solve nan.yaml", 65, "nan.yaml:2: \"units\" is -1e308"),
    Case("faults/15-numbers-rc70", "solve hugecat.yaml", 65, "huge.csv:2: \"price\" is 1e+308"),
    Case("limits", "solve tiny.yaml", 65, "tiny.yaml:4: \"gmv\" is 1e-15"),
    Case("limits", "rundown s.yaml --tray loosetray.json --set show.minutes=1e18", 64, "\"minutes\" is 1e18"),
    Case(
      "limits", "rundown s.yaml --tray loosetray.json --set pitches.standard.minutes=1e9", 64,
      "\"minutes\" is 1000000000"),
    Case(
      "limits", "rundown s.yaml --tray loosetray.json --set show.minutes=20000", 65,
      "\"minutes\" is 20000, but must be at most 10000 for a running order"),
    Case(
      "limits", "solve s.yaml --set objective.views=1000", 64, "A1 alone (c.csv:2) to 1,000,000,000,000,000"
    ),
    Case("limits", "adjust loose2.yaml --tray loosetray.json --max-swaps 1000000000", 0, ""),
    Case("limits", "alternatives s.yaml --differ 1000000000", 0, ""),
    Case("limits", "solve s.yaml --time-limit 1e9", 0, ""),
    Case("field/20-zero-needs-no-percent", "solve s.yaml", 0, ""),
    Case("field/20-zero-needs-no-percent", "solve s.yaml --set rules.h.range=０～５０％", 0, ""),
    Case("field/20-zero-needs-no-percent", "frontier s.yaml --vary rules.h.range={0～60％}.. --steps 3", 0, ""),
  ])
  func `a number is read, or refused with its place`(input: Case) throws {
    let folder = try SharedData.copy(ofCase: input.folder)
    let outcome = try Lineup.run(input.arguments, in: folder.path)
    #expect(outcome.code == input.code)
    #expect(outcome.errorText.contains(input.words) || input.words.isEmpty)
    if input.code == 0 { #expect(outcome.errorText.isEmpty) }
  }

  @Test func `a frontier of a count moves in whole steps`() throws {
    let folder = try SharedData.copy(ofCase: "field/15-frontier-of-a-count")
    let outcome = try Lineup.run(
      ["frontier", "s.yaml", "--vary", "show.items=1..6", "--format", "csv"], in: folder.path)
    let rows = outcome.text.split(whereSeparator: \.isNewline).dropFirst().map { $0.prefix(9) }
    #expect(rows == ["1,optimal", "2,optimal", "3,optimal", "4,optimal", "5,optimal", "6,optimal"])
  }

  @Test func `a frontier's value is net of penalties, as its bound is`() throws {
    let folder = try SharedData.copy(ofCase: "faults/14-frontier-value-gross")
    let arguments = ["frontier", "s.yaml", "--vary", "show.items=1..2", "--steps", "2", "--format", "json"]
    let text = try Lineup.run(arguments, in: folder.path).text
    #expect(text.contains("\"value\": 94.66") && text.contains("\"bound\": 94.66"))
    let table = try Lineup.run(Array(arguments.dropLast(2)), in: folder.path).text
    #expect(table.contains("GMV net") && table.contains("128"))
  }

  @Test func `minutes in messages are not rounded`() throws {
    let folder = try SharedData.copy(ofCase: "field/21-rundown-half-minutes")
    let outcome = try Lineup.run(["rundown", "s.yaml", "--tray", "t.csv"], in: folder.path)
    #expect(outcome.code == 2)
    #expect((outcome.text + outcome.errorText).contains("a takes 5.5 minutes, which do not fit there"))
  }
}
