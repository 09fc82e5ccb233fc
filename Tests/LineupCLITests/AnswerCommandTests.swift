import Foundation
import TestSupport
import Testing

/// `explain`, `compare` and `frontier` as a user runs them.
@Suite struct AnswerCommandTests {
  private static let goal = ["--vary", "goal.gmv=8000..26000", "--steps", "4"]

  @Test(arguments: [
    ("explain.txt", ["explain", "show.yaml"], Int32(0)),
    ("explain.json", ["explain", "show.yaml", "--format", "json"], 0),
    ("explain.csv", ["explain", "show.yaml", "--format", "csv"], 0),
    ("explain-spu.txt", ["explain", "show.yaml", "--spu", "A1005", "A1004", "A1001"], 0),
    ("explain-spu.json", ["explain", "show.yaml", "--spu", "A1002", "A1005", "--format", "json"], 0),
    ("explain-spu.csv", ["explain", "show.yaml", "--spu", "A1002", "A1005", "--format", "csv"], 0),
    ("explain-infeasible.txt", ["explain", "show.yaml", "--variant", "too much"], 2),
    ("compare.txt", ["compare", "show.yaml", "--variant", "too much", "--set", "show.items=3"], 0),
    (
      "compare.json",
      ["compare", "show.yaml", "--variant", "too much", "--set", "show.items=3", "--format", "json"], 0
    ),
    (
      "compare.csv",
      ["compare", "show.yaml", "--variant", "too much", "--set", "show.items=3", "--format", "csv"], 0
    ),
    ("frontier-goal.txt", ["frontier", "show.yaml"] + goal, 0),
    ("frontier-goal.json", ["frontier", "show.yaml"] + goal + ["--format", "json"], 0),
    ("frontier-goal.csv", ["frontier", "show.yaml"] + goal + ["--format", "csv"], 0),
    ("frontier-trade.txt", ["frontier", "show.yaml", "--trade", "gmv,margin", "--steps", "3"], 0),
    (
      "frontier-range.txt",
      ["frontier", "show.yaml", "--vary", #"rules."hero ratio".range=20%..,..30%,25%,60%.."#], 0
    ),
    (
      "frontier-none.txt", ["frontier", "show.yaml", "--vary", "goal.gmv=100_000..200_000", "--steps", "2"], 2
    ),
  ])
  func `what the command prints is what was recorded`(
    name: String, arguments: [String], code: Int32
  ) throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(arguments, in: folder.path, environment: ["COLUMNS": "80"])
    #expect(outcome.code == code, "\(outcome.errorText)")
    #expect(outcome.errorText.isEmpty)
    try expectSnapshot(withoutTimes(outcome.text), name)
    #expect(try folder.names() == ["catalog.csv", "show.yaml"])
  }

  @Test(arguments: [
    ["explain", "show.yaml"], ["explain", "show.yaml", "--spu", "A1005"], ["compare", "show.yaml"],
    ["frontier", "show.yaml"] + goal,
  ])
  func `files hold what would be printed, all of them or none`(arguments: [String]) throws {
    let folder = try SeptemberShow.folder()
    let both = try Lineup.run(arguments + ["-o", "answer.json", "-o", "answer.csv"], in: folder.path)
    #expect(both.code == 0, "\(both.errorText)")
    for kind in ["json", "csv"] {
      let printed = try Lineup.run(arguments + ["--format", kind], in: folder.path).text
      let written = try folder.text(of: "answer.\(kind)")
      #expect(written.drop { $0 == "\u{FEFF}" } == printed.drop { $0 == "\u{FEFF}" })
    }
    try folder.write("old", to: "answer.csv")
    let failed = try Lineup.run(arguments + ["-o", "answer.csv", "-o", "no/folder/x.json"], in: folder.path)
    #expect(failed.code == 65)
    #expect(try folder.text(of: "answer.csv") == "old")
  }

  @Test(arguments: [
    (
      ["compare", "show.yaml", "--variant", "too mush"], Int32(64),
      #"no variant "too mush"; did you mean "too much""#
    ),
    (
      ["compare", "show.yaml", "--set", "show.item=3"], 64,
      #"unknown key "item" in "show"; did you mean "items""#
    ),
    (["compare", "show.yaml", "--set", "show.items"], 64, #"it has no "=""#),
    (["compare", "none.yaml"], 65, "none.yaml: there is no such file"),
    (
      ["compare", "show.yaml", "--set", "catalog=none.csv", "-o", "x.pdf"], 64,
      "use .json, .csv, .xlsx or .html"
    ),
    (["explain", "show.yaml", "--spu", "A1009"], 64, #"no SPU "A1009"; did you mean "A1001""#),
    (["explain", "show.yaml", "--time-limit", "0"], 64, "--time-limit"),
    (["frontier", "show.yaml"], 64, "Give either --vary or --trade"),
    (["frontier", "show.yaml", "--vary", "goal.gmv=1..2", "--trade", "gmv,margin"], 64, "either"),
    (
      ["frontier", "show.yaml", "--vary", "goal.gvm=1..2"], 64,
      #"unknown key "gvm" in "goal"; did you mean "gmv""#
    ),
    (["frontier", "show.yaml", "--vary", "goal.gmv=12"], 64, "no range of numbers"),
    (["frontier", "show.yaml", "--vary", "goal.gmv=1..2", "--steps", "1"], 64, "--steps takes 2 to 1000"),
    (["frontier", "show.yaml", "--trade", "gmv,marign"], 64, #"no measure "marign"; did you mean "margin""#),
    (["frontier", "show.yaml", "--trade", "gmv"], 64, "no pair of measures"),
    (["frontier", "show.yaml", "--trade", "gmv,gmv"], 64, "no pair of measures"),
  ])
  func `a slip is told at once`(arguments: [String], code: Int32, says: String) throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(arguments, in: folder.path)
    #expect(outcome.code == code)
    #expect(outcome.errorText.contains(says), "\(outcome.errorText)")
    #expect(outcome.text.isEmpty)
    #expect(try folder.names() == ["catalog.csv", "show.yaml"])
  }

  @Test func `a variant that cannot be read says why and stops no other`() throws {
    let folder = try SeptemberShow.folder()
    try folder.write(SeptemberShow.scenario + "  elsewhere: { catalog: none.csv }\n", to: "show.yaml")
    let outcome = try Lineup.run(["compare", "show.yaml"], in: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.text.contains(/status +optimal +infeasible +error/))
    #expect(outcome.text.contains(/too much: .*cannot/))
    #expect(outcome.text.contains(/elsewhere: .*none.csv/))
  }

  @Test func `where no variant has a tray the exit code says so`() throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(["compare", "show.yaml", "--set", "show.items=20"], in: folder.path)
    #expect(outcome.code == 0)
    try folder.write(
      SeptemberShow.scenario.replacing("items: 3..4", with: "items: 20"), to: "show.yaml")
    #expect(try Lineup.run(["compare", "show.yaml"], in: folder.path).code == 2)
  }

  @Test func `a goal by the funnel gives way to an amount that moves`() throws {
    let folder = try SeptemberShow.folder()
    try folder.write(
      SeptemberShow.scenario.replacing(
        "goal: { gmv: 10_000 }", with: "goal: { views: 1000, conversion: 10%, order_value: 100 }"),
      to: "show.yaml")
    let outcome = try Lineup.run(["frontier", "show.yaml"] + Self.goal, in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    try expectSnapshot(outcome.text, "frontier-goal.txt")
  }

  @Test(arguments: [
    ["explain", "show.yaml"], ["explain", "show.yaml", "--spu", "K1", "K2"],
    ["compare", "show.yaml", "--set", "show.items=20", "--set", "show.items=30"],
    ["frontier", "show.yaml", "--vary", "show.minutes=1000..1004", "--steps", "3"],
    ["frontier", "show.yaml", "--trade", "value,items", "--steps", "3"],
  ])
  func `a signal ends with what is known by then`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write(SeptemberShow.hardCatalog(styles: 200, columns: 8), to: "catalog.csv")
    try folder.write(SeptemberShow.hardScenario(columns: 8, range: "..50000"), to: "show.yaml")
    let start = ContinuousClock.now
    let outcome = try Lineup.run(arguments + ["--format", "json", "-o", "answer.csv"], in: folder.path) {
      Thread.sleep(forTimeInterval: 2)
      kill($0.processIdentifier, SIGINT)
    }
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.text.contains(/feasible|"proven": false/))
    #expect(try folder.text(of: "answer.csv").split(whereSeparator: \.isNewline).count > 1)
  }
}
