import Foundation
import TestSupport
import Testing

/// A tray that has outlived a style of its catalog.
@Suite struct WithdrawnStyleTests {
  private func folder(_ tray: String, to name: String = "old.csv") throws -> TemporaryFolder {
    let folder = try SmallFiles.folder()
    try folder.write(tray, to: name)
    return folder
  }

  private static let note =
    "lineup: note: old.csv:3: G7 is no longer in the catalog and counts as withdrawn\n"

  @Test(arguments: [[], ["--out", "G7"], ["--stock", "G7=0"]])
  func `adjust replaces it`(more: [String]) throws {
    let folder = try folder("spu,name,pitch\nC,Cap,standard\nG7,Gown,standard\n")
    let outcome = try Lineup.run(
      ["adjust", "s.yaml", "--tray", "old.csv", "--format", "json"] + more, in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    #expect(outcome.errorText == Self.note)
    let answer = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.text.utf8)) as? [String: Any])
    #expect(answer["change_count"] as? Int == 1)
    let change = try #require((answer["changes"] as? [[String: Any]])?.first)
    #expect((change["out"] as? [String: String])?["spu"] == "G7")
    #expect((change["in"] as? [String: String])?["spu"] == "D")
    #expect((change["reason"] as? String)?.hasPrefix("is withdrawn") == true)
    #expect(answer["value"] as? Double == 110)
    #expect((answer["warnings"] as? [String])?.count == 1)
    let text = try Lineup.run(["adjust", "s.yaml", "--tray", "old.csv"] + more, in: folder.path).text
    #expect(text.contains("1  G7 Gown  →  D Dress"), "\(text)")
    #expect(text.contains("(60), without what G7 was worth"))
  }

  @Test func `audit lists it, and counts what is left`() throws {
    let folder = try folder("spu,pitch\nC,standard\nG7,standard\n")
    let outcome = try Lineup.run(["audit", "s.yaml", "--tray", "old.csv"], in: folder.path)
    #expect(outcome.code == 2)
    #expect(outcome.text.contains("  G7 is withdrawn (no longer in the catalog)\n"))
    #expect(outcome.text.contains(/items +2 +1 +no +1 short/))
    #expect(outcome.errorText == Self.note)
  }

  @Test func `a running order says what to do`() throws {
    let folder = try folder("spu,pitch\nC,standard\nG7,standard\n")
    let outcome = try Lineup.run(["rundown", "s.yaml", "--tray", "old.csv"], in: folder.path)
    #expect(outcome.code == 65)
    #expect(
      outcome.errorText == Self.note
        + "lineup: old.csv:3: G7 is no longer in the catalog; replace it first, as lineup adjust does with this tray, or take its line out\n"
    )
    let shown = try Lineup.run(["rundown", "s.yaml", "--tray", "old.csv", "--shown", "2"], in: folder.path)
    #expect(shown.code == 65)
    #expect(shown.errorText.contains("G7 has been on air, but the catalog has it no longer"))
    let kept = try Lineup.run(["adjust", "s.yaml", "--tray", "old.csv", "--shown", "2"], in: folder.path)
    #expect(kept.code == 64)
    #expect(kept.errorText.contains("G7 has been on air and stays, but the catalog has it no longer"))
  }

  @Test(arguments: [
    // Letters that look alike, case, width and hyphens are slips of the pen.
    ("AO1", "A01", true), ("a-01", "A01", true), ("Ａ01", "A01", true), ("A0l", "A01", true),
    // Ids are alike by nature: the next number is another style.
    ("A02", "A01", false), ("B01", "A01", false), ("A011", "A01", false),
  ])
  func `a slip of the pen is an error, another number is a style that left`(
    id: String, known: String, isSlip: Bool
  ) throws {
    let folder = try folder("spu,pitch\nC,standard\n\(id),standard\n")
    try folder.write(SmallFiles.catalog + "\(known),Apron,Mira,1,5,1\n", to: "c.csv")
    let outcome = try Lineup.run(["audit", "s.yaml", "--tray", "old.csv"], in: folder.path)
    #expect(outcome.code == (isSlip ? 65 : 2))
    #expect(
      outcome.errorText.contains(
        isSlip
          ? "the catalog has no SPU \"\(id)\"; did you mean \"\(known)\"?"
          : "\(id) is no longer in the catalog and counts as withdrawn; if it is a slip of the pen: did you mean \"\(known)\"?"
      ), "\(outcome.errorText)")
  }

  @Test func `the tray of another show is no tray of withdrawn styles`() throws {
    let folder = try folder("spu,pitch\nX1,standard\nX2,standard\n")
    for command in ["audit", "adjust", "rundown"] {
      let outcome = try Lineup.run([command, "s.yaml", "--tray", "old.csv"], in: folder.path)
      #expect(outcome.code == 65)
      #expect(
        outcome.errorText
          == "lineup: old.csv:2: the catalog has no SPU \"X1\"\nlineup: old.csv:3: the catalog has no SPU \"X2\"\n"
      )
    }
  }

  @Test(.enabled(if: SharedData.hasCases, "\(SharedData.noCases)"))
  func `the case of a tray whose style left the catalog`() throws {
    let folder = try SharedData.copy(ofCase: "field/12-tray-style-left-the-catalog")
    let outcome = try Shell.run(try folder.text(of: "cmd.sh"), in: folder)
    #expect(outcome.text.matches(of: /rc 0/).count == 2)
    #expect(outcome.text.matches(of: /\nGMV 68\n/).count == 2)
    #expect(outcome.text.contains("c is withdrawn (no longer in the catalog)"))
  }
}
