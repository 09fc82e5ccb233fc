import LineupReports
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// Times of a running order against the show's end, and what is said of minutes and encores.
@Suite struct RundownTimesTests {
  private static let catalog = """
    spu,price,stock,expected_units,role
    a,100,10,5,hero
    b,90,10,5,hero
    c,80,10,5,main

    """

  private func outcome(_ show: String, _ rundown: String, pitch: String = "4") throws -> RundownOutcome {
    let folder = try TemporaryFolder()
    try folder.write(Self.catalog, to: "c.csv")
    let path = try folder.write(
      "catalog: c.csv\n\(show)\npitches: { full: { minutes: \(pitch) } }\nrundown: \(rundown)\n", to: "s.yaml"
    )
    let show = try ShowFile(path: path).show()
    let tray = try show.audit(["a", "b", "c"].map { ($0, "full") })
    return try show.rundown(of: tray)
  }

  @Test(arguments: [
    (
      "show: { minutes: 20 }", "{ breaks: [{ name: draw, at: 25, minutes: 3 }] }",
      "the break \"draw\" is at 25 minutes, but the show ends at 20 minutes"
    ),
    (
      "show: { minutes: 20 }", "{ breaks: [{ at: 18.5, minutes: 3 }] }",
      "the break \"break\" lasts until 21.5 minutes, but the show ends at 20 minutes"
    ),
    (
      "show: { minutes: 20 }", "{ start: \"20:00\", breaks: [{ at: \"19:50\", minutes: 3 }] }",
      "the break \"break\" is at 19:50, but the show ends at 20:20"
    ),
    (
      "", "{ breaks: [{ at: 13, minutes: 3 }] }",
      "the break \"break\" is at 13 minutes, but the show ends at 15 minutes"
    ),
    (
      "show: { minutes: 20 }", "{ fixed: [{ spu: b, at: 20 }] }",
      "b is fixed at 20 minutes, but the show ends at 20 minutes"
    ),
    (
      "show: { minutes: 20 }", "{ start: \"20:00\", offers: [{ spu: a, price: 9, from: \"20:30\" }] }",
      "the offer of a begins at 20:30, but the show ends at 20:20"
    ),
    ("show: { minutes: 20000 }", "{}", "\"minutes\" is 20000, but must be at most 10000 for a running order"),
  ])
  func `a time after the end is an error`(show: String, rundown: String, words: String) throws {
    let error = #expect(throws: LineupError.self) { try outcome(show, rundown) }
    #expect(error?.kind == .data)
    #expect(error?.description.contains(words) == true)
  }

  @Test(arguments: [
    ("show: { minutes: 20 }", "{ breaks: [{ at: 17, minutes: 3 }] }"),
    ("", "{ breaks: [{ at: 12, minutes: 3 }] }"),
    ("", "{ breaks: [{ at: 4, minutes: 3 }, { at: 15, minutes: 1 }] }"),
  ])
  func `a break within the show is none`(show: String, rundown: String) throws {
    guard case .order(let order) = try outcome(show, rundown) else {
      Issue.record("there is an order")
      return
    }
    #expect(order.slots.contains { $0.kind == .pause })
  }

  @Test(arguments: [
    ("5.5", "{ offers: [{ spu: a, price: 9, from: 0, to: 5 }] }", "a takes 5.5 minutes, which"),
    ("3.25", "{ offers: [{ spu: a, price: 9, from: 0, to: 3 }] }", "a takes 3.25 minutes, which"),
    ("3.33334", "{ offers: [{ spu: a, price: 9, from: 0, to: 3 }] }", "a takes 3 minutes 20 seconds, which"),
    ("7.25", "{}", "The show has 20 minutes, but the items take 21.75 minutes."),
    (
      "5.5", "{ breaks: [{ at: 5, minutes: 4.25 }] }",
      "The show has 20 minutes, but the items take 16.5 minutes and the breaks 4.25 minutes."
    ),
  ])
  func `minutes in a clash are not rounded`(pitch: String, rundown: String, words: String) throws {
    guard case .clash(let clash) = try outcome("show: { minutes: 20 }", rundown, pitch: pitch) else {
      Issue.record("there is no order")
      return
    }
    #expect(Words.Order.sentence(clash).text(.written).contains(words))
  }

  @Test(arguments: [
    (
      "show: { minutes: 13 }", "{ encore: { items: 2, minutes: 2 } }",
      "Of 2 encores asked for, none has a place, because 1 minute is left and an encore takes 2 minutes."
    ),
    (
      "show: { minutes: 14.5 }", "{ encore: { items: 3, minutes: 2 } }",
      "Of 3 encores asked for, 1 has a place, because 30 seconds are left and an encore takes 2 minutes."
    ),
    (
      "", "{ encore: { items: 1 } }",
      "Of 1 encore asked for, none has a place, because the show has no length, so no time is left; say show: { minutes: … }."
    ),
    ("show: { minutes: 60 }", "{ encore: { items: 5, where: { role: main } } }", "because"),
    (
      "show: { minutes: 60 }", "{ encore: { items: 5 } }",
      "Of 5 encores asked for, 3 have a place, because only 3 items have stock left to sell once more."
    ),
  ])
  func `encores without a place are said with the reason`(show: String, rundown: String, words: String) throws
  {
    guard case .order(let order) = try outcome(show, rundown) else {
      Issue.record("there is an order")
      return
    }
    let scenario = try Scenario(Node(.mapping([]), at: SourceLocation(source: "s.yaml")))
    #expect(Answer(order, of: scenario).text(style: TextStyle()).contains(words))
    let json = Answer(order, of: scenario).json
    #expect(json.contains("\"missing_encores\": {") && json.contains("\"penalties\": 0.0"))
  }

  @Test func `penalties are a number, and the rules missed a list beside it`() throws {
    guard
      case .order(let order) = try outcome(
        "show: { minutes: 20 }", "{ spacing: { roles: { apart: role, penalty: 3 } }, opening: main }")
    else {
      Issue.record("there is an order")
      return
    }
    let scenario = try Scenario(Node(.mapping([]), at: SourceLocation(source: "s.yaml")))
    let json = Answer(order, of: scenario).json
    #expect(json.contains("\"penalties\": 3.0") && json.contains("\"misses\": [\n"))
    #expect(json.contains("\"missing_encores\": null"))
  }
}
