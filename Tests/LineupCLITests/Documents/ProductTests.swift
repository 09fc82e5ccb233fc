import Foundation
import Lineup
import TestSupport
import Testing

@Suite struct ProductTests {
  private func product(_ text: String) throws -> [String: Any] {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try #require(object["product"] as? [String: Any])
  }

  @Test func `a document says which version made it of which files`() throws {
    let folder = try SeptemberShow.folder()
    let version = try Lineup.run(["--version"], in: folder.path).text
    #expect(version == "\(LineupVersion.text)\n")
    let first = try product(Lineup.run(["solve", "show.yaml", "--format", "json"], in: folder.path).text)
    #expect(first["version"] as? String == LineupVersion.text)
    let sums = try Shell.run("sha256sum show.yaml catalog.csv", in: folder).text.split(separator: "\n")
    #expect(
      sums.map { String($0.prefix(64)) } == [first["scenario_sha256"], first["catalog_sha256"]] as? [String])
  }

  @Test func `the digests are those of the bytes, whatever the encoding and the changes on top`() throws {
    let folder = try SeptemberShow.folder()
    try folder.write(Data([0xEF, 0xBB, 0xBF]) + Data(SeptemberShow.catalog.utf8), to: "marked.csv")
    try folder.write(SeptemberShow.scenario + "# a remark\n", to: "other.yaml")
    func digests(_ arguments: [String]) throws -> [String?] {
      let text = try Lineup.run(["solve"] + arguments + ["--format", "json"], in: folder.path).text
      let product = try product(text)
      return [product["scenario_sha256"] as? String, product["catalog_sha256"] as? String]
    }
    let plain = try digests(["show.yaml"])
    #expect(try digests(["show.yaml", "--set", "show.minutes=17"]) == plain)
    let marked = try digests(["show.yaml", "--set", "catalog=marked.csv"])
    #expect(marked[0] == plain[0] && marked[1] != plain[1])
    let remarked = try digests(["other.yaml"])
    #expect(remarked[0] != plain[0] && remarked[1] == plain[1])
  }

  @Test func `shows of different catalogs have none in common`() throws {
    let folder = try SeptemberShow.folder()
    try folder.write(SeptemberShow.catalog + "\n", to: "other.csv")
    let outcome = try Lineup.run(
      ["compare", "show.yaml", "--set", "catalog=other.csv", "--format", "json"], in: folder.path)
    let product = try product(outcome.text)
    #expect(product["scenario_sha256"] is String)
    #expect(product["catalog_sha256"] is NSNull)
  }
}
