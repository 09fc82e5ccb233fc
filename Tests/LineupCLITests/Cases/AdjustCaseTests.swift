import Foundation
import TestSupport
import Testing

/// Adjustments that contradicted themselves, and results within a part of the trays that claimed more.
@Suite struct AdjustCaseTests {
  private func document(_ bytes: Data) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  /// Four styles, of which three fit; the tray lacks what a rule asks for.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      spu,price,stock,expected_units,role
      A1,100,50,9,main
      A2,90,50,9,main
      A3,80,50,9,main
      A4,40,50,5,hero
      A5,30,50,5,hero
      A6,120,50,9,main

      """, to: "c.csv")
    try folder.write(
      "catalog: c.csv\nshow: { items: 3 }\nrules: { heroes: { sum: items, where: { role: hero }, range: 1.. } }\n",
      to: "s.yaml")
    try folder.write("spu,pitch\nA1,standard\nA2,standard\nA3,standard\n", to: "t.csv")
    return folder
  }

  @Test func `an adjusted tray is the best of those within its changes, and its bound is the show's`() throws
  {
    let folder = try folder()
    let outcome = try Lineup.run(
      [
        "adjust", "s.yaml", "--tray", "t.csv", "--format", "json", "-o", "x.json", "-o", "x.html", "-o",
        "x.csv",
      ],
      in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let answer = try document(Data(outcome.text.utf8))
    #expect(answer["format"] as? String == "lineup/adjustment@1")
    #expect(answer["change_count"] as? Int == 1 && answer["fewest_proven"] as? Bool == true)
    #expect(answer["within"] as? String == "trays with at most 1 change")
    let result = try #require(answer["result"] as? [String: Any])
    #expect(result["status"] as? String == "optimal")
    #expect(result["within"] as? String == "trays with at most 1 change")
    let objective = try #require(result["objective"] as? [String: Any])
    // The best of the show is A6, A1 and A4.
    #expect(objective["value"] as? Double == 1910 && objective["bound"] as? Double ?? 0 >= 2180)
    #expect(try folder.text(of: "x.json") == outcome.text)
    let page = try folder.text(of: "x.html")
    #expect(page.contains("Proven the best of all trays with at most 1 change"))
    #expect(!page.contains("no tray that keeps the rules has more"))
    // The file with the tray can be read back.
    for name in ["x.csv", "x.json"] {
      #expect(try Lineup.run(["audit", "s.yaml", "--tray", name], in: folder.path).code == 0, "\(name)")
    }
  }

  @Test func `a limit on the changes is a part of the trays too`() throws {
    let folder = try folder()
    let none = try document(
      Data(
        try Lineup.run(
          ["adjust", "s.yaml", "--tray", "t.csv", "--max-swaps", "0", "--format", "json"], in: folder.path
        )
        .text.utf8))
    #expect(
      none["status"] as? String == "infeasible" && none["within"] as? String == "trays without a change")
    #expect(none["fewest"] as? Int == 1 && none["fewest_proven"] as? Bool == true)
    let all = try document(
      Data(
        try Lineup.run(
          ["adjust", "s.yaml", "--tray", "t.csv", "--max-swaps", "1000000000", "--format", "json"],
          in: folder.path
        ).text.utf8))
    // The best of all trays is the best of every part that it is in.
    #expect(
      all["status"] as? String == "optimal" && all["value"] as? Double == 2180 && all["within"] is NSNull)
  }

  @Test func `further alternatives are the best of a part of the trays`() throws {
    let folder = try folder()
    let answer = try document(
      Data(
        try Lineup.run(
          ["alternatives", "s.yaml", "-k", "2", "--differ", "1", "--format", "json"], in: folder.path
        ).text.utf8))
    let trays = try #require(answer["trays"] as? [[String: Any]]).compactMap {
      $0["result"] as? [String: Any]
    }
    #expect(trays.count == 2 && trays[0]["within"] == nil)
    #expect(trays[1]["within"] as? String == "trays that lack at least 1 style of tray 1")
    #expect((trays[1]["objective"] as? [String: Any])?["bound"] as? Double == 2180)
  }

  /// What each command says as JSON, and the name of that document.
  @Test(arguments: [
    (["solve", "s.yaml"], "result"), (["explain", "s.yaml"], "explanation"),
    (["explain", "s.yaml", "--spu", "A1"], "explanation"), (["compare", "s.yaml"], "comparison"),
    (["frontier", "s.yaml", "--vary", "show.items=2,3"], "frontier"),
    (["frontier", "s.yaml", "--trade", "gmv,items", "--steps", "2"], "frontier"),
    (["audit", "s.yaml", "--tray", "ok.csv"], "audit"),
    (["adjust", "s.yaml", "--tray", "t.csv"], "adjustment"),
    (["alternatives", "s.yaml", "-k", "2"], "alternatives"),
    (["alternatives", "s.yaml", "--jitter", "10%", "--samples", "3"], "stability"),
    (["rundown", "s.yaml", "--tray", "ok.csv"], "rundown"),
  ])
  func `a command prints and writes one document, which says what it is`(
    command: [String], name: String
  ) throws {
    let folder = try folder()
    try folder.write("spu,pitch\nA1,standard\nA2,standard\nA4,standard\n", to: "ok.csv")
    let outcome = try Lineup.run(command + ["--format", "json", "-o", "x.json"], in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(try folder.text(of: "x.json") == outcome.text)
    #expect(try document(Data(outcome.text.utf8))["format"] as? String == "lineup/\(name)@1")
  }

  @Test(.enabled(if: SharedData.hasCases, Comment(rawValue: SharedData.noCases)))
  func `a tray that misses a rule is never said to need no change`() throws {
    let folder = try SharedData.copy(ofCase: "faults/06-adjust-says-nothing-to-change")
    let outcome = try Lineup.run(["adjust", "s.yaml", "--tray", "t.json", "--out", "S4"], in: folder.path)
    #expect(outcome.code == 0 && outcome.text.contains("4 changes"), "\(outcome.text)")
    #expect(!outcome.text.contains("Nothing needs changing"))
  }

  @Test(
    .enabled(if: SharedData.hasCases, Comment(rawValue: SharedData.noCases)),
    arguments: ["0.0001", "0.01", "5"])
  func `no time is no reason to end the process`(seconds: String) throws {
    let folder = try SharedData.copy(ofCase: "limits")
    let outcome = try Lineup.run(
      ["adjust", "loose2.yaml", "--tray", "loosetray.json", "--time-limit", seconds], in: folder.path)
    #expect(outcome.code == 0 || outcome.code == 3, "\(outcome.errorText)")
    #expect(!outcome.text.contains("Nothing needs changing"), "\(outcome.text)")
  }

  @Test(arguments: ["0.02", "0.1", "0.2", "0.4"])
  func `an adjustment that is cut short contradicts itself at no time`(seconds: String) throws {
    let models = SharedData.packageFolder.appending(path: "Models").path(percentEncoded: false)
    let folder = try TemporaryFolder()
    let tray = folder.path(of: "tray.json")
    #expect(try Lineup.run(["solve", "group.yaml", "-o", tray], in: models).code == 0)
    let outcome = try Lineup.run(
      [
        "adjust", "group.yaml", "--tray", tray, "--set", "rules.\"hero ratio\".range=24%..30%",
        "--time-limit", seconds,
        "--format", "json",
      ], in: models)
    let answer = try document(Data(outcome.text.utf8))
    let count = answer["change_count"] as? Int
    #expect(outcome.code == (count == nil ? 3 : 0), "\(outcome.errorText)")
    // Two changes are needed, and suffice.
    if answer["fewest_proven"] as? Bool == true { #expect(count == 2) }
    #expect(count ?? .max >= 2)
    let items = (answer["result"] as? [String: Any])?["items"] as? [Any]
    #expect((items?.isEmpty ?? true) == (count == nil))
  }
}
