import Foundation
import TestSupport
import Testing

/// Amounts of a tray that was edited after it was chosen.
@Suite struct TrayAmountTests {
  private static let edited = "spu,pitch,price,stock,units\nC,standard,33,5,2\nD,standard,25,1,1.5\n"

  private func json(_ arguments: [String], in folder: TemporaryFolder) throws -> [String: Any] {
    let outcome = try Lineup.run(arguments + ["--format", "json"], in: folder.path)
    #expect(outcome.code == 0, "\(outcome.errorText)")
    return try #require(JSONSerialization.jsonObject(with: Data(outcome.text.utf8)) as? [String: Any])
  }

  @Test(arguments: ["audit", "adjust", "rundown"])
  func `what differs from the catalog is said with line and both values`(command: String) throws {
    let folder = try SmallFiles.folder()
    try folder.write(Self.edited, to: "e.csv")
    let outcome = try Lineup.run([command, "s.yaml", "--tray", "e.csv"], in: folder.path)
    #expect(outcome.code == 0)
    #expect(
      outcome.errorText == """
        lineup: note: e.csv:2: price of C is 33 here, 30 in the catalog; the catalog's counts (--take price takes the tray's)
        lineup: note: e.csv:3: stock of D is 1 here, 5 in the catalog; the catalog's counts (--take stock takes the tray's)
        lineup: note: e.csv:3: units of D is 1.5 here, 2 by the catalog; the catalog's counts

        """)
    let answer = try json([command, "s.yaml", "--tray", "e.csv"], in: folder)
    #expect((answer["warnings"] as? [String])?.count == 3)
  }

  @Test func `the tray's amounts count where they are taken`() throws {
    let folder = try SmallFiles.folder()
    try folder.write(Self.edited, to: "e.csv")
    func gmv(_ more: [String]) throws -> Double? {
      let answer = try json(["audit", "s.yaml", "--tray", "e.csv"] + more, in: folder)
      return (answer["totals"] as? [String: Any])?["gmv"] as? Double
    }
    #expect(try gmv([]) == 110)
    #expect(try gmv(["--take", "price"]) == 116)
    #expect(try gmv(["--take", "stock"]) == 85)
    #expect(try gmv(["--take", "price", "--take", "stock"]) == 91)
    let outcome = try Lineup.run(
      ["audit", "s.yaml", "--tray", "e.csv", "--take", "price"], in: folder.path)
    #expect(
      outcome.errorText.hasPrefix(
        "lineup: note: e.csv:2: price of C is 33 here, 30 in the catalog; the tray's counts\n"))
    let adjusted = try json(["adjust", "s.yaml", "--tray", "e.csv", "--take", "price"], in: folder)
    #expect(adjusted["value"] as? Double == 116)
    let order = try json(["rundown", "s.yaml", "--tray", "e.csv", "--take", "price"], in: folder)
    let slots = try #require(order["slots"] as? [[String: Any]])
    #expect(slots.first { $0["spu"] as? String == "C" }?["price"] as? Double == 33)
  }

  @Test func `stock of none takes a style off the tray`() throws {
    let folder = try SmallFiles.folder()
    try folder.write("spu,pitch,stock\nC,standard,0\nD,standard,5\n", to: "e.csv")
    let audit = try Lineup.run(
      ["audit", "s.yaml", "--tray", "e.csv", "--take", "stock"], in: folder.path)
    #expect(audit.code == 2)
    #expect(audit.text.contains("has no stock"))
    let adjusted = try json(["adjust", "s.yaml", "--tray", "e.csv", "--take", "stock"], in: folder)
    #expect(adjusted["change_count"] as? Int == 1)
  }

  @Test(arguments: [
    (
      "spu,pitch,price\nC,standard,abc\nD,standard,25\n", 0,
      "price of C is \"abc\", no number here, 30 in the catalog"
    ),
    ("spu,pitch,price\nC,standard,\"¥30.00\"\nD,standard,\n", 0, nil),
    ("spu,pitch,price\nC,standard,30.001\nD,standard,25\n", 0, "price of C is 30.001 here"),
  ])
  func `what is no other amount is not said to be one`(tray: String, code: Int, says: String?) throws {
    let folder = try SmallFiles.folder()
    try folder.write(tray, to: "e.csv")
    let outcome = try Lineup.run(["audit", "s.yaml", "--tray", "e.csv"], in: folder.path)
    #expect(outcome.code == Int32(code))
    if let says { #expect(outcome.errorText.contains(says)) } else { #expect(outcome.errorText.isEmpty) }
  }

  @Test(arguments: [
    ("spu,pitch\nC,standard\nD,standard\n", Int32(64), "--take price: the tray's file has no price to take"),
    ("spu,pitch,price\nC,standard,abc\nD,standard,25\n", 65, "e.csv:2: price is \"abc\", which is no number"),
    ("spu,pitch,price\nC,standard,0\nD,standard,25\n", 65, "e.csv:2: \"price\" is 0, but must be above 0"),
    ("spu,pitch,price\nC,standard,-3\nD,standard,25\n", 65, "e.csv:2: \"price\" is -3, but must be above 0"),
  ])
  func `an amount that cannot be taken is an error`(tray: String, code: Int32, says: String) throws {
    let folder = try SmallFiles.folder()
    try folder.write(tray, to: "e.csv")
    let outcome = try Lineup.run(
      ["adjust", "s.yaml", "--tray", "e.csv", "--take", "price"], in: folder.path)
    #expect(outcome.code == code)
    #expect(outcome.errorText.contains(says), "\(outcome.errorText)")
  }

  @Test func `a tray as it was written differs in nothing`() throws {
    let folder = try SmallFiles.folder()
    try folder.write(
      SmallFiles.catalog.replacing("25,5,2", with: "24.99,5.5,1.23456789").replacing(
        "30,5,2", with: "1299.5,7,0.333"),
      to: "c.csv")
    let files = ["t.csv", "t.json"]
    _ = try Lineup.run(["solve", "s.yaml"] + files.flatMap { ["-o", $0] }, in: folder.path)
    for file in files {
      let outcome = try Lineup.run(["audit", "s.yaml", "--tray", file], in: folder.path)
      #expect(outcome.errorText.isEmpty, "\(file)")
    }
    // A spreadsheet writes what it shows.
    try folder.write("spu,pitch,price,units\nC,standard,\"1,299.50\",0.3\nD,standard,24.99,1\n", to: "e.csv")
    #expect(try Lineup.run(["audit", "s.yaml", "--tray", "e.csv"], in: folder.path).errorText.isEmpty)
  }
}
