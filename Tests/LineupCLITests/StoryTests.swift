import Foundation
import TestSupport
import Testing

/// A show from the tray to the last hour, each step a process, each output recorded.
@Suite struct StoryTests {
  private static let rundown = """

    rundown:
      start: "20:00"
      audience: { 0: 2000, 20: 6000, 60: 4000 }
      spacing:
        heroes:   { every: 30, where: { role: hero } }
        families: { apart: family }
        brands:   { apart: brand, penalty: 300 }
      opening: traffic
      breaks: [{ name: lucky draw, at: 30, minutes: 3 }]

    """

  private func run(_ arguments: [String], in folder: TemporaryFolder, code: Int32 = 0) throws -> String {
    let outcome = try Lineup.run(arguments, in: folder.path)
    #expect(outcome.code == code, "\(arguments): \(outcome.errorText)\(outcome.text)")
    return withoutTimes(outcome.text).replacing(/, [0-9.]+ s\)/, with: ", 0.1 s)")
  }

  private func json(_ name: String, in folder: TemporaryFolder) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(folder.text(of: name).utf8)) as? [String: Any])
  }

  private func spus(_ name: String, in folder: TemporaryFolder) throws -> [String] {
    // What `adjust` says holds the tray as its result.
    let document = try json(name, in: folder)
    let tray = document["result"] as? [String: Any] ?? document
    return try #require(tray["items"] as? [[String: Any]]).compactMap { $0["spu"] as? String }
  }

  @Test func `from a tray to the last withdrawal on air`() throws {
    let folder = try TemporaryFolder()
    _ = try run(["init", "."], in: folder)
    try folder.write(try folder.text(of: "show.yaml") + Self.rundown, to: "show.yaml")
    _ = try run(["solve", "show.yaml", "-o", "tray.csv", "-o", "tray.json", "-o", "tray.xlsx"], in: folder)
    let chosen = try spus("tray.json", in: folder)

    // What was written is read back, and is what it was.
    for name in ["tray.csv", "tray.json", "tray.xlsx"] {
      let text = try run(["audit", "show.yaml", "--tray", name, "--format", "json"], in: folder)
      #expect(text.contains("\"keeps_rules\": true"), "\(name)")
    }

    // A merchandiser takes a line out by hand.
    var lines = try folder.text(of: "tray.csv").components(separatedBy: "\r\n")
    lines.remove(at: 2)
    try folder.write(lines.joined(separator: "\r\n"), to: "edited.csv")
    let audit = try run(["audit", "show.yaml", "--tray", "edited.csv"], in: folder, code: 2)
    try expectSnapshot(audit, "story-audit.txt")

    // One style sells out before the show, another is wished for.
    let soldOut = chosen[1]
    let adjusted = try run(
      [
        "adjust", "show.yaml", "--tray", "tray.json", "--stock", "\(soldOut)=0", "--substitutes", "1", "-o",
        "tray2.json",
      ],
      in: folder)
    try expectSnapshot(adjusted, "story-adjust.txt")
    #expect(try !spus("tray2.json", in: folder).contains(soldOut))

    let order = try run(
      [
        "rundown", "show.yaml", "--tray", "tray2.json", "-o", "rundown.json", "-o", "rundown.csv", "-o",
        "rundown.xlsx", "-o", "rundown.html",
      ],
      in: folder)
    try expectSnapshot(order, "story-rundown.txt")
    #expect(try folder.text(of: "rundown.html").contains("lucky draw"))

    // On air: six items are over, and one that is still to come is withdrawn.
    let slots = try #require(try json("rundown.json", in: folder)["slots"] as? [[String: Any]])
      .filter { $0["kind"] as? String == "item" }.compactMap { $0["spu"] as? String }
    let late = try run(
      [
        "adjust", "show.yaml", "--tray", "rundown.csv", "--shown", "6", "--out", slots[8], "--stock",
        "\(soldOut)=0", "-o",
        "tray3.json",
      ], in: folder)
    try expectSnapshot(late, "story-adjust-on-air.txt")
    let third = try spus("tray3.json", in: folder)
    #expect(Set(slots.prefix(6)).isSubset(of: third))
    #expect(!third.contains(slots[8]))

    let again = try run(
      [
        "rundown", "show.yaml", "--tray", "tray3.json", "--follow", "rundown.xlsx", "--shown", "6", "-o",
        "rundown2.json",
      ],
      in: folder)
    try expectSnapshot(again, "story-rundown-on-air.txt")
    let follow = try #require(try json("rundown2.json", in: folder)["slots"] as? [[String: Any]])
      .filter { $0["kind"] as? String == "item" }.compactMap { $0["spu"] as? String }
    #expect(Array(follow.prefix(6)) == Array(slots.prefix(6)))
    #expect(Set(follow) == Set(third))

    // What has been on air cannot be taken back.
    let outcome = try Lineup.run(
      ["adjust", "show.yaml", "--tray", "rundown.csv", "--shown", "6", "--out", slots[0]], in: folder.path)
    #expect(outcome.code == 64)
    #expect(
      outcome.errorText
        == "lineup: --out \(slots[0]): \(slots[0]) has been on air and stays; take one of the two out\n")
  }

  @Test func `alternatives, stability and a goal that is out of reach`() throws {
    let folder = try TemporaryFolder()
    _ = try run(["init", "."], in: folder)
    try expectSnapshot(
      try run(["alternatives", "show.yaml", "-k", "3", "--differ", "8"], in: folder), "alternatives.txt")
    try expectSnapshot(
      try run(
        ["alternatives", "show.yaml", "--jitter", "20%", "--samples", "6", "--goal-confidence", "80%"],
        in: folder),
      "stability.txt")
    let text = try run(
      [
        "alternatives", "show.yaml", "--jitter", "20%", "--samples", "4", "--goal-confidence", "80%", "--set",
        "goal.order_value=90000",
      ], in: folder, code: 2)
    #expect(
      text.contains(
        "No tray meets the goal in at least 4 of 4 samples: proven; it can be reached at all in 0."))
  }

  @Test func `rules that clash in a rundown are named`() throws {
    let folder = try TemporaryFolder()
    _ = try run(["init", "."], in: folder)
    try folder.write(
      try folder.text(of: "show.yaml")
        + "\nrundown: { opening: hero, spacing: { seasons: { apart: in_season } } }\n",
      to: "show.yaml")
    _ = try run(["solve", "show.yaml", "-o", "tray.json"], in: folder)
    let text = try run(["rundown", "show.yaml", "--tray", "tray.json"], in: folder, code: 2)
    #expect(text.contains("No running order: `spacing seasons` cannot hold: "), "\(text)")
    let short = try run(
      ["rundown", "show.yaml", "--tray", "tray.json", "--set", "show.minutes=60", "--format", "json"],
      in: folder, code: 2)
    #expect(short.contains("The show has 60 minutes, but the items take 84"), "\(short)")
  }
}
