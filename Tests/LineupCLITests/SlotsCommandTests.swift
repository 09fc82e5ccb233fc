import Foundation
import TestSupport
import Testing

/// `lineup slots`, on the month that the project ships.
@Suite struct SlotsCommandTests {
  /// The shipped files, changed by replacing texts of the file of slots.
  static func write(to folder: TemporaryFolder, _ changes: [(old: String, new: String)] = []) throws {
    for name in ["slots.yaml", "partners.csv", "wishes.csv"] {
      let url = SharedData.packageFolder.appending(path: "Models/\(name)")
      var text = try String(contentsOf: url, encoding: .utf8)
      if name == "slots.yaml" {
        for change in changes { text = text.replacing(change.old, with: change.new) }
      }
      try folder.write(text, to: name)
    }
  }

  private static func folder(_ changes: [(old: String, new: String)] = []) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try write(to: folder, changes)
    return folder
  }

  @Test(
    arguments: [
      ("slots.txt", [], [], Int32(0)), ("slots.json", [], ["--format", "json"], 0),
      ("slots.csv", [], ["--format", "csv"], 0), ("slots-apart.txt", [("apart: 3", "apart: 12")], [], 2),
      ("slots-apart.json", [("apart: 3", "apart: 12")], ["--format", "json"], 2),
      ("slots-too-few.txt", [("each: 1..6", "each: 4..")], [], 2),
      ("slots-too-many.txt", [("each: 1..6", "each: ..2")], [], 0),
    ] as [(String, [(String, String)], [String], Int32)])
  func `what the command prints of slots is what was recorded`(
    name: String, changes: [(String, String)], arguments: [String], code: Int32
  ) throws {
    let folder = try Self.folder(changes.map { (old: $0.0, new: $0.1) })
    let outcome = try Lineup.run(["slots", "slots.yaml"] + arguments, in: folder.path)
    #expect(outcome.code == code)
    #expect(outcome.errorText.isEmpty)
    try expectSnapshot(withoutTimes(outcome.text), name)
  }

  @Test func `a month stub has a show for each slot with a partner, and nothing is overwritten`() throws {
    let folder = try Self.folder()
    let arguments = ["slots", "slots.yaml", "--month", "month.yaml"]
    let outcome = try Lineup.run(arguments, in: folder.path)
    #expect(outcome.code == 0)
    #expect(outcome.errorText == "wrote month.yaml\n")
    let stub = try folder.text(of: "month.yaml")
    try expectSnapshot(stub, "slots-month.yaml")
    #expect(stub.matches(of: #/level: LEVEL, date: 2026-10-\d\d, start: "\d\d:\d\d", series: /#).count == 40)
    try folder.write("mine", to: "month.yaml")
    let second = try Lineup.run(arguments, in: folder.path)
    #expect(second.code == 65)
    #expect(try folder.text(of: "month.yaml") == "mine")
  }

  @Test func `a page has weeks by days, and a workbook slots, scores and calendar`() throws {
    let folder = try Self.folder()
    let outcome = try Lineup.run(
      ["slots", "slots.yaml", "-o", "s.html", "-o", "s.xlsx", "-o", "s.csv", "-o", "s.json"], in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    let page = try folder.text(of: "s.html")
    for word in [
      "Monday", "Sunday", "Week of 2026-10-05", "friday prime 20:00", "Harbour Row", "To one more",
    ] {
      #expect(page.contains(word), "\(word)")
    }
    #expect(!page.contains("http://") && !page.contains("https://"))
    let book = try Data(contentsOf: URL(filePath: folder.path(of: "s.xlsx")))
    let listing = try Program.run(
      "/usr/bin/env", ["unzip", "-p", "s.xlsx", "xl/workbook.xml"], in: folder.path)
    #expect(book.starts(with: [0x50, 0x4B]))
    if listing.code == 0 {
      let sheets = listing.text.matches(of: /<sheet name="([^"]+)"/).map { String($0.output.1) }
      #expect(sheets.filter { $0 != "Charts" } == ["Slots", "Scores", "Calendar"])
    }
  }

  @Test func `tables are read in other encodings and as other files`() throws {
    let folder = try Self.folder()
    let plain = try Lineup.run(["slots", "slots.yaml", "--format", "csv"], in: folder.path)
    let text = try folder.text(of: "partners.csv")
    // UTF-16 with tabs under a title.
    let table = "Partners of September\n\n" + text.replacing(",", with: "\t")
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in table.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    try folder.write(Data(bytes), to: "partners.csv")
    let wide = try Lineup.run(["slots", "slots.yaml", "--format", "csv"], in: folder.path)
    #expect(wide.text == plain.text)
    #expect(wide.errorText.contains("note: partners.csv: ") && wide.errorText.contains("UTF-16"))
    // A page that calls itself a workbook.
    let rows = text.split(separator: "\n").map { line in
      "<tr>"
        + line.split(separator: ",", omittingEmptySubsequences: false).map {
          "<td>\($0.replacing("&", with: "&amp;"))</td>"
        }.joined() + "</tr>"
    }
    try folder.write("<html><body><table>\(rows.joined())</table></body></html>", to: "partners.xls")
    let slots = try folder.text(of: "slots.yaml").replacing("partners.csv", with: "partners.xls")
    try folder.write(slots, to: "slots.yaml")
    let page = try Lineup.run(["slots", "slots.yaml", "--format", "csv"], in: folder.path)
    #expect(page.text == plain.text, "\(page.errorText)")
  }

  @Test func `slots are read from standard input, and columns that say nothing are told`() throws {
    let folder = try Self.folder([("    complaints: {}\n", "")])
    var partners = try folder.text(of: "partners.csv")
    partners = partners.split(separator: "\n").enumerated().map { place, line in
      line + (place == 0 ? ",contact" : ",Ann")
    }.joined(separator: "\n")
    try folder.write(partners, to: "partners.csv")
    let outcome = try Shell.run("\"$LINEUP\" slots - --format csv < slots.yaml", in: folder)
    #expect(outcome.code == 0)
    #expect(outcome.errorText.contains("note: `points` does not name the column \"complaints\""))
    #expect(outcome.errorText.contains("note: the column \"contact\" holds no done, late, missed"))
    let shipped = try Self.folder()
    let plain = try Lineup.run(["slots", "slots.yaml", "--format", "csv"], in: shipped.path)
    #expect(outcome.text == plain.text)
  }

  @Test func `a time limit ends with what is known`() throws {
    let folder = try Self.folder()
    let outcome = try Lineup.run(
      ["slots", "slots.yaml", "--time-limit", "0.000001", "--format", "json"], in: folder.path)
    #expect([0, 3].contains(outcome.code))
    let json = try #require(JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(["optimal", "feasible", "unknown"].contains(json["status"] as? String))
    #expect((json["slots"] as? [Any])?.count == 40)
  }

  @Test func `the answer has the contract's keys in the contract's order`() throws {
    let folder = try Self.folder()
    let text = try Lineup.run(["slots", "slots.yaml", "--format", "json"], in: folder.path).text
    let outer = text.matches(of: /\n  "(\w+)":/).map { String($0.output.1) }
    #expect(outer == ["format", "product", "status", "scores", "slots", "value"])
    let json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let scores = try #require(json["scores"] as? [[String: Any]])
    let slots = try #require(json["slots"] as? [[String: Any]])
    #expect(Set(scores[0].keys) == ["partner", "points", "rules", "sales", "score", "quota", "slots"])
    #expect(Set(slots[0].keys) == ["slot", "date", "start", "partner", "wish"])
    for score in scores {
      let held = slots.count { $0["partner"] as? String == score["partner"] as? String }
      #expect(held == score["slots"] as? Int)
    }
  }
}
