import Foundation
import Lineup
import TestSupport
import Testing

/// `--errors json`
@Suite struct ProblemsTests {
  private func problems(_ outcome: ProcessOutcome) throws -> [[String: Any]] {
    let lines = outcome.errorText.split(separator: "\n")
    #expect(lines.count == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data((lines.last ?? "").utf8)) as? [String: Any])
    #expect(object.keys.sorted() == ["problems"])
    return try #require(object["problems"] as? [[String: Any]])
  }

  @Test(arguments: BadInput.all)
  func `what people are told, programs are told too`(input: BadInput) throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in input.content { try folder.write(Data(bytes), to: name) }
    let outcome = try Lineup.run(input.arguments + ["--errors", "json"], in: folder.path)
    #expect(outcome.code == input.code)
    for problem in try problems(outcome) {
      #expect(problem.keys.sorted() == ["code", "file", "line", "message", "path", "suggestion"])
      let code = try #require(problem["code"] as? String)
      #expect(ProblemCode(rawValue: code) != nil)
      let message = try #require(problem["message"] as? String)
      #expect(!message.isEmpty)
      if let line = problem["line"] { #expect(line is NSNull || line is Int) }
      if input.words.hasPrefix("lineup: ") { #expect(input.words.contains(message.prefix(30))) }
    }
  }

  private static let places: [(scenario: String, code: String, line: Int?, path: String?, meant: String?)] = [
    ("catalog: catalog.csv\nshow:\n  minuts: 3\n", "unknown-key", 3, "show.minuts", "minutes"),
    (
      "catalog: catalog.csv\nrules:\n  hero ratio: { share: items, where: { role: hero }, range: 9%..x }\n",
      "invalid-value", 3, "rules.\"hero ratio\".range", nil
    ),
    ("catalog: none.csv\n", "file-not-found", 1, "catalog", nil),
    ("catalog: catalog.csv\nlock:\n  - A1001\n  - A1009\n", "unknown-spu", 4, "lock[1]", "A1001"),
    ("catalog: catalog.csv\nname: [\n", "syntax", 3, nil, nil),
    (
      #"{"catalog":"catalog.csv","show":{"items":1,"minutes":"many"}}"#, "invalid-value", 1, "show.minutes",
      nil
    ),
    ("catalog: { rows: [{ spu: A, price: ten, stock: 1 }] }", "not-a-number", 1, "catalog.rows[0]", nil),
    (
      "catalog:\n  rows:\n    - { spu: A, price: 1, stock: 1 }\n    - 7\n", "wrong-shape", 4,
      "catalog.rows[1]", nil
    ),
  ]

  @Test(arguments: places.indices)
  func `a problem says where it stands`(position: Int) throws {
    let expected = Self.places[position]
    let folder = try SeptemberShow.folder()
    try folder.write(expected.scenario, to: "s.yaml")
    for (name, arguments) in [("s.yaml", "s.yaml"), ("-", "- < s.yaml")] {
      let outcome = try Shell.run("\"$LINEUP\" solve --errors json \(arguments)", in: folder)
      #expect(outcome.code == 65)
      let problem = try #require(try problems(outcome).first)
      #expect(problem["code"] as? String == expected.code)
      #expect(problem["file"] as? String == name)
      #expect(problem["line"] as? Int == expected.line)
      #expect(problem["path"] as? String == expected.path)
      #expect(problem["suggestion"] as? String == expected.meant)
    }
  }

  @Test(
    arguments: [
      ("solve show.yaml --errors json --time-limt 3", "--time-limit"), ("slve --errors json", nil),
      ("--errors=json slve", nil), ("solve --errors json", nil),
      ("frontier show.yaml --errors json", nil), ("solve show.yaml --errors json --gap 200%", nil),
      ("export show.yaml -o - --errors json", nil), ("init a b c --errors json", nil),
      ("schema a b --errors json", nil), ("compare --errors json", nil),
    ] as [(String, String?)])
  func `a slip on the command line is told in JSON too`(arguments: String, meant: String?) throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(arguments.split(separator: " ").map(String.init), in: folder.path)
    #expect(outcome.code == 64)
    #expect(outcome.text.isEmpty)
    let problem = try #require(try problems(outcome).first)
    #expect(problem["code"] as? String == "invalid-argument")
    #expect(problem["suggestion"] as? String == meant)
    let message = try #require(problem["message"] as? String)
    #expect(!message.contains("--errors") && !message.contains("Usage"))
  }

  @Test func `settings on the command line have a path and no file`() throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(
      ["solve", "show.yaml", "--set", "rules.\"hero ratio\".rang=1..2", "--errors", "json"], in: folder.path)
    let problem = try #require(try problems(outcome).first)
    #expect(problem["file"] is NSNull && problem["line"] is NSNull)
    #expect(problem["path"] as? String == "rules.\"hero ratio\".rang")
    #expect(problem["suggestion"] as? String == "range")
  }

  @Test func `standard error has nothing but JSON, and --errors text is as without`() throws {
    let folder = try SeptemberShow.folder()
    let quiet = try Lineup.run(
      ["solve", "show.yaml", "-o", "t.json", "--errors", "json"], in: folder.path)
    #expect(quiet.code == 0)
    #expect(quiet.errorText.isEmpty)
    let plain = try Lineup.run(["solve", "none.yaml"], in: folder.path)
    #expect(
      try Lineup.run(["solve", "none.yaml", "--errors", "text"], in: folder.path).errorText == plain.errorText
    )
    let wrong = try Lineup.run(["solve", "none.yaml", "--errors", "xml"], in: folder.path)
    #expect(wrong.code == 64)
    #expect(wrong.errorText.contains("'xml' is invalid for '--errors"))
  }

  @Test(.enabled(if: JSONSchema.python != nil, "\(JSONSchema.isMissing)"))
  func `problems and progress are as their schemas say`() throws {
    let folder = try SeptemberShow.folder()
    try JSONSchema.writeSchemas(to: folder)
    let wrong = try Lineup.run(["solve", "none.yaml", "--errors", "json"], in: folder.path).errorText
    try folder.write(wrong, to: "problems.json")
    let lines = try Lineup.run(["solve", "show.yaml", "--progress", "json"], in: folder.path).errorText
      .split(separator: "\n")
    #expect(!lines.isEmpty)
    for (position, line) in lines.enumerated() {
      try folder.write("\(line)\n", to: "progress\(position).json")
    }
    let files = ["problems.json"] + lines.indices.map { "progress\($0).json" }
    #expect(try JSONSchema.complaints(about: files, in: folder) == "")
  }
}
