import Foundation
import TestSupport
import Testing

/// Every command answers in every format and file, also where a show has no tray.
@Suite struct AnswerFormatTests {
  private func json(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [
    "explain none.yaml", "explain none.yaml --spu A", "alternatives none.yaml",
    "alternatives none.yaml --jitter 10% --samples 2",
    "alternatives none.yaml --jitter 10% --samples 2 --goal-confidence 90% --set goal.gmv=10",
    "rundown s.yaml --tray t.json --set show.minutes=2",
  ])
  func `an answer without a tray is in the format and the files that were asked for`(command: String) throws {
    let folder = try SmallFiles.folder()
    let arguments = command.split(separator: " ").map(String.init)
    let files = ["a.json", "a.csv", "a.html"].flatMap { ["-o", $0] }
    let printed = try Lineup.run(arguments + ["--format", "json"] + files, in: folder.path)
    #expect(printed.code == 2)
    #expect(try json(printed.text)["status"] as? String == "infeasible")
    // Two documents of one run are the same.
    #expect(try folder.text(of: "a.json") == printed.text)
    let csv = try Lineup.run(arguments + ["--format", "csv"], in: folder.path)
    #expect(csv.code == 2)
    let written = try folder.text(of: "a.csv")
    #expect(written.drop { $0 == "\u{FEFF}" } == csv.text.drop { $0 == "\u{FEFF}" })
    #expect(try folder.text(of: "a.html").contains("<html"))
    let table = try Lineup.run(arguments, in: folder.path)
    #expect(table.code == 2)
    #expect(table.text.contains("clash") || table.text.contains("No running order"))
  }

  @Test(.enabled(if: SharedData.hasCases, "\(SharedData.noCases)"), arguments: ["faults", "field"])
  func `the cases of a show without a tray`(place: String) throws {
    let folder = try SharedData.copy(ofCase: "\(place)/11-explain-json-infeasible")
    for command in [
      ["explain", "s.yaml"], ["explain", "s.yaml", "--spu", "a"], ["alternatives", "s.yaml"],
    ] {
      let command = command.map { $0 == "a" && place == "faults" ? "A" : $0 }
      let outcome = try Lineup.run(command + ["--format", "json", "-o", "e.json"], in: folder.path)
      #expect(outcome.code == 2)
      #expect(try json(outcome.text)["status"] as? String == "infeasible")
      #expect(try folder.text(of: "e.json") == outcome.text)
      #expect(outcome.errorText == "wrote e.json\n")
    }
  }

  @Test func `check answers programs too`() throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(
      ["check", "show.yaml", "--format", "json", "-o", "c.json", "-o", "c.csv", "-o", "c.html"],
      in: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.errorText == "wrote c.json\nwrote c.csv\nwrote c.html\n")
    #expect(try folder.text(of: "c.json") == outcome.text)
    let check = try json(outcome.text)
    #expect(check["format"] as? String == "lineup/check@1")
    #expect(check["styles"] as? Int == 5)
    let columns = try #require(check["columns"] as? [[String: Any]])
    #expect(columns.compactMap { $0["name"] as? String }.prefix(3) == ["spu", "name", "brand"])
    let price = try #require(columns.first { $0["name"] as? String == "price" })
    #expect(price["least"] as? Double == 89)
    #expect(price["greatest"] as? Double == 499)
    let rows = try #require(check["rules"] as? [[String: Any]])
    let women = try #require(rows.first { $0["row"] as? String == "gender: women" })
    #expect(women["candidates"] as? Int == 3)
    let csv = try folder.text(of: "c.csv")
    #expect(csv.contains("column,price,\"read as price; numbers; 5 of 5 filled"))
    #expect(csv.contains("rule,gender: women,"))
    #expect(try folder.text(of: "c.html").contains("gender: women"))
  }

  @Test func `programs are not shown headers where check cannot read a catalog`() throws {
    let folder = try SmallFiles.folder()
    try folder.write(SmallFiles.catalog.replacing("spu", with: "xx"), to: "c.csv")
    let outcome = try Lineup.run(["check", "s.yaml", "--format", "json", "-o", "c.json"], in: folder.path)
    #expect(outcome.code == 65)
    #expect(outcome.text.isEmpty)
    #expect(try !folder.names().contains("c.json"))
  }

  @Test func `compare and explain accept a gap`() throws {
    let folder = try TemporaryFolder()
    try folder.write(SeptemberShow.hardCatalog(styles: 200, columns: 8), to: "catalog.csv")
    try folder.write(SeptemberShow.hardScenario(columns: 8, range: "..50000"), to: "show.yaml")
    let start = ContinuousClock.now
    let compared = try Lineup.run(
      ["compare", "show.yaml", "--set", "objective=items", "--gap", "20%", "--format", "json"],
      in: folder.path)
    #expect(compared.code == 0)
    let shows = try #require(try json(compared.text)["shows"] as? [[String: Any]])
    #expect(shows.map { $0["status"] as? String } == ["optimal", "optimal"])
    let explained = try Lineup.run(
      ["explain", "show.yaml", "--spu", "K1", "--gap", "20%", "--format", "json"], in: folder.path)
    #expect(explained.code == 0)
    // Within a gap no figure is exact.
    let styles = try #require(try json(explained.text)["styles"] as? [[String: Any]])
    #expect(styles.first?["proven"] as? Bool == false)
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test func `compare takes an encoding`() throws {
    let folder = try SmallFiles.folder()
    try folder.write(
      Data([0xFF, 0xFE] + SmallFiles.catalog.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      to: "c.csv")
    #expect(try Lineup.run(["compare", "s.yaml", "--encoding", "utf-16"], in: folder.path).code == 0)
    let wrong = try Lineup.run(["compare", "s.yaml", "--encoding", "klingon"], in: folder.path)
    #expect(wrong.code != 0)
    #expect(wrong.errorText.contains("klingon"))
  }
}
