import Foundation
import TestSupport
import Testing

@Suite struct SchemaTests {
  private static let isThere: ConditionTrait = .enabled(
    if: JSONSchema.python != nil, "\(JSONSchema.isMissing)")

  @Test(isThere) func `every recorded document is as its schema says`() throws {
    let folder = try TemporaryFolder()
    try JSONSchema.writeSchemas(to: folder)
    let snapshots = SharedData.packageFolder.appending(path: "Tests/LineupCLITests/Snapshots")
      .path(percentEncoded: false)
    let names = try FileManager.default.contentsOfDirectory(atPath: snapshots).filter {
      $0.hasSuffix(".json")
    }
    #expect(names.count >= 7)
    for name in names {
      try folder.write(Data(contentsOf: URL(filePath: snapshots + "/" + name)), to: name)
    }
    #expect(try JSONSchema.complaints(about: names.sorted(), in: folder) == "")
  }

  /// Each command that has an answer, with answers of every shape, and how it ends.
  private static let commands: [(arguments: String, code: Int32)] = [
    ("check show.yaml", 0), ("solve show.yaml", 0), ("solve show.yaml --variant 'too much'", 2),
    ("solve show.yaml --set 'objective={gmv: 1, margin: 0.5}'", 0),
    ("solve hard.yaml --time-limit 0.5", 3), ("solve loose.yaml --time-limit 1", 0),
    ("explain show.yaml", 0), ("explain show.yaml --spu A1001 A1002 A1004", 0),
    ("explain show.yaml --variant 'too much'", 2), ("compare show.yaml --set show.items=3", 0),
    ("compare show.yaml --set catalog=none.csv", 0), ("frontier show.yaml --vary goal.gmv=10000..90000", 0),
    ("frontier show.yaml --trade gmv,margin --steps 3", 0), ("audit show.yaml --tray t.json", 0),
    ("audit show.yaml --tray t.json --set show.items=9", 2),
    ("adjust show.yaml --tray t.json --stock A1003=1 --substitutes 2", 0),
    ("adjust show.yaml --tray t.json --max-swaps 1", 0),
    ("adjust show.yaml --tray t.json --set goal.gmv=1000000", 2),
    ("adjust show.yaml --tray t.json --set show.items=3", 0),
    ("alternatives show.yaml -k 3 --differ 1", 0), ("alternatives show.yaml --jitter 10% --samples 5", 0),
    ("alternatives show.yaml --jitter 10% --samples 5 --goal-confidence 50%", 0),
    ("rundown show.yaml --tray t.json", 0), ("rundown show.yaml --tray t.json --set show.minutes=2", 2),
    ("slots slots.yaml", 0), ("slots few.yaml", 2), ("views views.yaml --short 'ads=20%'", 0),
    ("views views.yaml --variant weighed", 0), ("views views.yaml --variant 'too much'", 2),
    ("solve views.yaml", 0), ("solve views.yaml --variant 'too much'", 2), ("check views.yaml", 0),
  ]

  @Test(isThere) func `every answer is as its schema says, and every schema has an answer`() throws {
    let folder = try SeptemberShow.folder()
    try folder.write(SeptemberShow.hardCatalog(styles: 200, columns: 8), to: "hard.csv")
    for (name, range) in [("hard.yaml", "50003"), ("loose.yaml", "..50000")] {
      try folder.write(
        SeptemberShow.hardScenario(columns: 8, range: range).replacing("catalog.csv", with: "hard.csv"),
        to: name)
    }
    try SlotsCommandTests.write(to: folder)
    let few = try folder.text(of: "slots.yaml").replacing("each: 1..6", with: "each: 4..")
    try folder.write(few, to: "few.yaml")
    try folder.write(ViewsCommandTests.scenario.replacing("catalog.csv", with: "views.csv"), to: "views.yaml")
    try folder.write(ViewsCommandTests.catalog, to: "views.csv")
    try folder.write(ViewsCommandTests.guides, to: "guides.csv")
    try JSONSchema.writeSchemas(to: folder)
    _ = try Lineup.run(["solve", "show.yaml", "-o", "t.json"], in: folder.path)
    var files: [String] = []
    var formats: Set<String> = []
    for (position, command) in Self.commands.enumerated() {
      let outcome = try Shell.run("\"$LINEUP\" \(command.arguments) --format json", in: folder)
      #expect(outcome.code == command.code, "\(command.arguments): \(outcome.errorText)")
      let name = "answer\(position).json"
      try folder.write(outcome.text, to: name)
      files.append(name)
      if let format = outcome.text.firstMatch(of: /lineup\/(\w+)@1/) {
        formats.insert(String(format.output.1))
      }
    }
    #expect(try JSONSchema.complaints(about: files, in: folder) == "")
    let names = try JSONSchema.names(in: folder)
    // Answers of a month are held against their schema in MonthAnswerTests, reviews and shares in ReviewCommandTests.
    #expect(
      formats == Set(names).subtracting(["problems", "progress", "month", "review", "series", "share"]))
  }

  @Test(isThere) func `what is not as a schema says is found`() throws {
    let folder = try SeptemberShow.folder()
    try JSONSchema.writeSchemas(to: folder)
    let text = try Lineup.run(["solve", "show.yaml", "--format", "json"], in: folder.path).text
    try folder.write(text.replacing("\"optimal\"", with: "\"best\""), to: "status.json")
    try folder.write(text.replacing("\"stop\"", with: "\"halt\""), to: "name.json")
    let complaints = try JSONSchema.complaints(about: ["status.json", "name.json"], in: folder)
    #expect(complaints.contains("status.json result $.status 'best' is not one of"))
    #expect(complaints.contains("name.json result $ 'stop' is a required property"))
    #expect(complaints.contains("'halt' was unexpected"))
  }

  @Test func `documents are listed, and one that is not there is told with the nearest`() throws {
    let folder = try TemporaryFolder()
    #expect(try JSONSchema.names(in: folder).contains("result"))
    let outcome = try Lineup.run(["schema", "resul"], in: folder.path)
    #expect(outcome.code == 64)
    #expect(outcome.errorText == "lineup: there is no document \"resul\"; did you mean \"result\"?\n")
    #expect(outcome.text.isEmpty)
  }
}
