import Foundation
import TestSupport
import Testing

@Suite struct CommandTests {
  // MARK: What people read

  @Test(arguments: [
    ("solve.txt", ["solve", "show.yaml"], Int32(0)),
    ("solve-infeasible.txt", ["solve", "show.yaml", "--variant", "too much"], 2),
    ("solve.json", ["solve", "show.yaml", "--format", "json"], 0),
    ("solve-infeasible.json", ["solve", "show.yaml", "--format", "json", "--variant", "too much"], 2),
    ("solve.csv", ["solve", "show.yaml", "--format", "csv"], 0),
    (
      "solve-weighted.json",
      ["solve", "show.yaml", "--format", "json", "--set", "objective={gmv: 1, margin: 0.5}"], 0
    ),
    ("check.txt", ["check", "show.yaml"], 0),
    ("check-too-much.txt", ["check", "show.yaml", "--variant", "too much"], 0),
    ("help.txt", ["--help"], 0),
    ("help-solve.txt", ["help", "solve"], 0),
    ("help-explain.txt", ["help", "explain"], 0),
    ("help-compare.txt", ["help", "compare"], 0),
    ("help-frontier.txt", ["help", "frontier"], 0),
  ])
  func `what the command prints is what was recorded`(
    name: String, arguments: [String], code: Int32
  ) throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(arguments, in: folder.path, environment: ["COLUMNS": "80"])
    #expect(outcome.code == code)
    #expect(outcome.errorText.isEmpty)
    try expectSnapshot(withoutTimes(outcome.text), name)
    #expect(try folder.names() == ["catalog.csv", "show.yaml"])
  }

  @Test func `nothing is coloured where standard output is no terminal`() throws {
    let folder = try SeptemberShow.folder()
    for environment in [["NO_COLOR": "1"], ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"]] {
      let outcome = try Lineup.run(["solve", "show.yaml"], in: folder.path, environment: environment)
      #expect(!outcome.text.contains("\u{1B}"))
    }
  }

  // MARK: Results as files

  @Test func `results go to several files by their endings, and the CSV opens in Excel`() throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(
      ["solve", "show.yaml", "-o", "tray.csv", "--output", "tray.json"], in: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.text.hasPrefix("September group show\n"))
    let csv = try Data(contentsOf: URL(filePath: folder.path(of: "tray.csv")))
    #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: csv, as: UTF8.self).contains("真丝连衣裙"))
    try expectSnapshot(withoutTimes(try folder.text(of: "tray.json")), "solve.json")
  }

  @Test func `an infeasible show is written too`() throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(
      ["solve", "show.yaml", "--variant", "too much", "-o", "tray.json"], in: folder.path)
    #expect(outcome.code == 2)
    let result = try json(of: folder.text(of: "tray.json"))
    #expect(result["status"] as? String == "infeasible")
    #expect((result["items"] as? [Any])?.isEmpty == true)
    let totals = try #require(result["totals"] as? [String: Any])
    #expect(totals.count == 6)
    #expect(totals.values.allSatisfy { $0 is NSNull })
  }

  @Test func `an old file survives a run that fails`() throws {
    let folder = try SeptemberShow.folder()
    try folder.write("old", to: "tray.csv")
    let outcome = try Lineup.run(
      ["solve", "show.yaml", "--variant", "too mush", "-o", "tray.csv"], in: folder.path)
    #expect(outcome.code == 64)
    #expect(try folder.text(of: "tray.csv") == "old")
  }

  @Test func `of two files one of which cannot be written none is`() throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(
      ["solve", "show.yaml", "-o", "tray.json", "-o", "no/such/folder/tray.csv"], in: folder.path)
    #expect(outcome.code == 65)
    #expect(outcome.errorText.contains("no/such/folder/tray.csv: the file cannot be written"))
    #expect(try folder.names() == ["catalog.csv", "show.yaml"])
  }

  private func json(of text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The keys of an object of a pretty-printed result, in the order written.
  private func keys(_ pattern: Regex<(Substring, Substring)>, in text: String) -> [String] {
    text.matches(of: pattern).map { String($0.output.1) }
  }

  @Test func `a result has the contract's keys in the contract's order`() throws {
    let folder = try SeptemberShow.folder()
    let text = try Lineup.run(["solve", "show.yaml", "--format", "json"], in: folder.path).text
    #expect(
      keys(/\n  "(\w+)":/, in: text) == [
        "format", "product", "scenario", "variant", "status", "stop", "objective", "solver", "totals",
        "items", "rules",
        "conflict", "repairs", "best_effort", "warnings",
      ])
    let all = keys(/"(\w+)":/, in: text)
    func follow(_ keys: [String]) -> Bool {
      all.indices.contains { Array(all[$0...].prefix(keys.count)) == keys }
    }
    #expect(follow(["objective", "measure", "value", "bound", "gap", "penalties", "solver"]))
    #expect(follow(["solver", "method", "backend", "seconds", "spus", "candidates", "options", "totals"]))
    #expect(follow(["totals", "items", "minutes", "units", "gmv", "margin", "stock_value", "items"]))
    #expect(
      follow([
        "items", "spu", "name", "brand", "gender", "category", "pitch", "minutes", "price", "units", "gmv",
        "margin",
        "season_index", "locked",
      ]))
    #expect(follow(["rules", "rule", "row", "required", "min", "max", "actual", "holds", "soft"]))
    let result = try json(of: text)
    #expect(result["variant"] is NSNull)
    #expect(result["conflict"] is NSNull)
    #expect(result["best_effort"] is NSNull)
  }

  // MARK: Settings

  @Test(arguments: [
    (["--set", "show.items=3"], 3),
    (["--set", "show.minutes=", "--set", "rules.scarf=", "--set", "show.items=4"], 4),
    (["--set", "rules.\"look-alikes\".items=..2", "--set", "show={items: 4, minutes: 30}"], 4),
    (["--set", "rules.hero ratio=", "--set", "show.items=3"], 3),
    (["--set", "ban=[A1004]", "--set", "goal=", "--set", "rules={scarf: ~}"], 3),
  ])
  func `settings change the show`(settings: [String], items: Int) throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(["solve", "show.yaml", "--format", "json"] + settings, in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errorText)\(outcome.text)")
    let totals = try #require(json(of: outcome.text)["totals"] as? [String: Any])
    #expect(totals["items"] as? Int == items)
  }

  // MARK: Searches that do not end by themselves

  private func hard(range: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(SeptemberShow.hardCatalog(styles: 200, columns: 8), to: "catalog.csv")
    try folder.write(SeptemberShow.hardScenario(columns: 8, range: range), to: "show.yaml")
    return folder
  }

  @Test func `the time limit ends with the best tray and its gap`() throws {
    let folder = try hard(range: "..50000")
    let start = ContinuousClock.now
    let outcome = try Lineup.run(
      ["solve", "show.yaml", "--time-limit", "1", "--format", "json"], in: folder.path)
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(outcome.code == 0)
    try expectFeasible(outcome.text, stop: "time limit")
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a signal ends with the best tray and its gap`(signal: Int32) throws {
    let folder = try hard(range: "..50000")
    let start = ContinuousClock.now
    let outcome = try Lineup.run(
      ["solve", "show.yaml", "--time-limit", "60", "--format", "json", "-o", "tray.csv"], in: folder.path
    ) { process in
      Thread.sleep(forTimeInterval: 2)
      kill(process.processIdentifier, signal)
    }
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(outcome.code == 0)
    try expectFeasible(outcome.text, stop: "interrupted")
    #expect(try folder.text(of: "tray.csv").split(whereSeparator: \.isNewline).count > 1)
  }

  private func expectFeasible(_ text: String, stop: String) throws {
    let result = try json(of: text)
    #expect(result["status"] as? String == "feasible")
    #expect(result["stop"] as? String == stop)
    let objective = try #require(result["objective"] as? [String: Any])
    let value = try #require(objective["value"] as? Double)
    let bound = try #require(objective["bound"] as? Double)
    let gap = try #require(objective["gap"] as? Double)
    #expect(bound > value)
    #expect(abs(gap - (bound - value) / value) < 1e-8)
    #expect((result["items"] as? [Any])?.isEmpty == false)
  }

  @Test func `a limit before any tray or proof is exit code 3`() throws {
    let folder = try hard(range: "50003")
    let outcome = try Lineup.run(
      ["solve", "show.yaml", "--time-limit", "0.5", "--format", "json", "-o", "tray.json"], in: folder.path)
    #expect(outcome.code == 3)
    let result = try json(of: outcome.text)
    #expect(result["status"] as? String == "unknown")
    #expect((result["items"] as? [Any])?.isEmpty == true)
    #expect(try folder.names().contains("tray.json"))
  }

  @Test func `a wide gap is proven at once`() throws {
    let folder = try hard(range: "..50000")
    let outcome = try Lineup.run(
      ["solve", "show.yaml", "--gap", "20%", "--time-limit", "60", "--format", "json"], in: folder.path)
    #expect(outcome.code == 0)
    #expect(try json(of: outcome.text)["status"] as? String == "optimal")
  }

  // MARK: Pipes and exports

  @Test func `a reader that goes away is no failure`() throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Program.run(
      "/bin/sh", ["-c", "{ \"$0\" solve show.yaml --format json; echo $? >&2; } | true", Lineup.path],
      in: folder.path)
    #expect(outcome.errorText == "0\n")
  }

  @Test func `the program is exported to every kind of file at once`() throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(
      ["export", "show.yaml", "-o", "show.mps", "-o", "show.lp", "-o", "show.dat"], in: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.errorText == "wrote show.mps\nwrote show.lp\nwrote show.dat\n")
    for name in ["show.mps", "show.lp", "show.dat"] { try expectSnapshot(try folder.text(of: name), name) }
  }

  @Test func `the starter show solves as it comes, and nothing is overwritten`() throws {
    let folder = try TemporaryFolder()
    let first = try Lineup.run(["init", "spring"], in: folder.path)
    #expect(first.code == 0, "\(first.errorText)")
    let scenario = try #require(first.text.firstMatch(of: /wrote (\S+\.yaml)/)).output.1
    let solved = try Lineup.run(["solve", String(scenario), "--format", "json"], in: folder.path)
    #expect(solved.code == 0, "\(solved.errorText)")
    #expect(try json(of: solved.text)["status"] as? String == "optimal")
    let second = try Lineup.run(["init", "spring"], in: folder.path)
    #expect(second.code == 65)
    #expect(second.errorText.contains("exists"))
  }
}
