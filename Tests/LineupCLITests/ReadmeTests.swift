import Foundation
import TestSupport
import Testing

/// Every fenced block of the README and every command in its text is run, in the order of the page, in a
/// folder with the shipped samples. What a block needs beside itself is stated here, in `completions`.
@Suite struct ReadmeTests {
  /// What a command of the page is completed with.
  struct Completion: Sendable {
    /// The folder in which it runs.
    var folder = "."
    /// Commands that have to be run before.
    var before: [String] = []
    /// Arguments that keep a search short; figures may then differ from the page's.
    var more = ""
    var code: Int32 = 0
    /// Whether every line that the page shows is compared, those with … aside; else the first.
    var comparesAll = false
  }

  /// By the beginning of the command. Commands that are not listed run as they stand.
  private static let completions: [(command: String, completion: Completion)] = [
    ("lineup init spring", Completion()),
    ("lineup solve Models/group.yaml --set", Completion(more: "--time-limit 30", code: 2)),
    ("lineup solve Models/group.yaml", Completion(comparesAll: true)),
    ("lineup solve - --format json", Completion(more: "--time-limit 20")),
    ("lineup explain Models/group.yaml --spu", Completion(more: "--time-limit 20")),
    ("lineup explain Models/group.yaml", Completion(more: "--time-limit 10")),
    ("lineup compare Models/group.yaml", Completion(more: "--time-limit 20")),
    ("lineup compare show.yaml", Completion(more: "--time-limit 20")),
    ("lineup frontier Models/group.yaml", Completion(more: "--time-limit 20")),
    ("lineup frontier show.yaml", Completion(more: "--time-limit 20")),
    (
      "lineup adjust Models/group.yaml",
      Completion(before: ["lineup solve Models/group.yaml -o tray.json"], more: "--time-limit 60")
    ),
    ("lineup alternatives show.yaml -k", Completion(folder: "spring", comparesAll: true)),
    (
      "lineup rundown show.yaml",
      Completion(
        before: ["lineup solve show.yaml -o tray.json"], more: "--time-limit 10")
    ),
  ]

  /// Lines of shell that are no command of this program, and what stands for them.
  private static let otherLines: [(line: String, stands: String)] = [
    // The tests run what they have built; `.ci/run` runs these lines as they stand on a fresh machine.
    ("swift run -c release lineup solve Models/group.yaml", "lineup solve Models/group.yaml"),
    ("swift build -c release", ""), ("swift test", ""),
  ]

  private static let page =
    (try? String(contentsOf: SharedData.packageFolder.appending(path: "README.md"), encoding: .utf8)) ?? ""

  struct Block: Sendable {
    var language: String
    var line: Int
    var lines: [String]
    var text: String { lines.joined(separator: "\n") + "\n" }
  }

  private static let blocks: [Block] = {
    var blocks: [Block] = []
    var open: Block?
    for (number, line) in page.components(separatedBy: "\n").enumerated() {
      if !line.hasPrefix("```") {
        open?.lines.append(line)
      } else if let block = open {
        blocks.append(block)
        open = nil
      } else {
        open = Block(language: String(line.dropFirst(3)), line: number + 1, lines: [])
      }
    }
    return blocks
  }()

  // MARK: The folder

  /// The shipped samples, the page's scenario as `show.yaml` with its running order, and a catalog for it.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let models = SharedData.packageFolder.appending(path: "Models")
    for name in try FileManager.default.contentsOfDirectory(atPath: models.path(percentEncoded: false)) {
      try folder.write(Data(contentsOf: models.appending(path: name)), to: "Models/\(name)")
    }
    let sample = try Data(contentsOf: models.appending(path: "sample-catalog.csv"))
    try folder.write(sample, to: "autumn.csv")
    let yaml = blocks.filter { $0.language == "yaml" }
    try folder.write(yaml.map(\.text).joined(), to: "show.yaml")
    _ = try Lineup.run(["init", "spring"], in: folder.path)
    return folder
  }

  /// A command of the page with what completes it.
  private func run(_ command: String, in folder: TemporaryFolder, _ place: String) throws -> ProcessOutcome {
    let completion = Self.completions.first { command.hasPrefix($0.command) }?.completion ?? Completion()
    for before in completion.before {
      #expect(try shell(before, in: folder.path).code == 0, "\(place): \(before)")
    }
    let path = completion.folder == "." ? folder.path : folder.path(of: completion.folder)
    // A folder that is there already is not written over.
    if command == "lineup init spring" {
      try FileManager.default.removeItem(atPath: folder.path(of: "spring"))
    }
    let outcome = try shell("\(command) \(completion.more)", in: path)
    #expect(outcome.code == completion.code, "\(place): \(command)\n\(outcome.errorText)")
    return outcome
  }

  /// Runs a line as a shell does, `lineup` being the program of these tests.
  private func shell(_ line: String, in folder: String) throws -> ProcessOutcome {
    let own = (Lineup.path as NSString).deletingLastPathComponent
    let path = "\(own):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
    return try Program.run("/bin/sh", ["-c", line], in: folder, environment: ["PATH": path])
  }

  /// Lines as they are compared: without times of a run, white space at the ends and how wide columns are.
  private func comparable(_ line: String) -> String {
    line.replacing(/GLPK \d+\.\d+/, with: "GLPK").replacing(/\b[0-9.]+ s\b/, with: "")
      .replacing(/\s+/, with: " ").trimmingCharacters(in: .whitespaces)
  }

  private func expect(_ shown: some Sequence<String>, in outcome: ProcessOutcome, all: Bool, _ place: String)
  {
    let printed = Set((outcome.text + outcome.errorText).components(separatedBy: "\n").map(comparable))
    for line in shown.map(comparable) where !line.isEmpty && !line.contains("…") && !line.contains("──") {
      #expect(printed.contains(line), "\(place): the page shows \"\(line)\"")
      if !all { return }
    }
  }

  // MARK: Blocks

  @Test func `every block of the page is of a kind that is run here`() {
    var kinds: [String: Int] = [:]
    for block in Self.blocks { kinds[Self.kind(block), default: 0] += 1 }
    #expect(kinds["other"] == nil)
    #expect(kinds["yaml"] == 2 && kinds["commands", default: 0] >= 4 && kinds["session", default: 0] >= 10)
  }

  private static func kind(_ block: Block) -> String {
    switch block.language {
    case "yaml": "yaml"
    case "sh": "commands"
    case "swift": "code"
    case "" where block.lines.first?.hasPrefix("$ lineup ") == true: "session"
    case "" where block.lines.first == "9.9 group show": "output"
    case "" where block.lines.first?.hasPrefix("lineup: ") == true: "messages"
    case "" where block.lines.first == "{": "result"
    case "" where block.lines.first == "Sources/": "tree"
    default: "other"
    }
  }

  @Test func `the scenarios of the page have trays, with each variant`() throws {
    let folder = try Self.folder()
    for variant in [[], ["--variant", "two hours"], ["--variant", "south"]] {
      let check = try Lineup.run(["check", "show.yaml"] + variant, in: folder.path)
      #expect(check.code == 0 && !check.text.contains("cannot hold"), "\(variant): \(check.errorText)")
      let outcome = try Lineup.run(["solve", "show.yaml", "--time-limit", "60"] + variant, in: folder.path)
      #expect(outcome.code == 0, "\(variant): \(outcome.errorText)\(outcome.text)")
    }
  }

  @Test func `every command of the page's blocks runs, and prints what the page shows`() throws {
    let folder = try Self.folder()
    var last: ProcessOutcome?
    for block in Self.blocks {
      let place = "README.md:\(block.line)"
      switch Self.kind(block) {
      case "commands":
        for line in block.lines {
          if let command = Self.command(line) { last = try run(command, in: folder, place) }
        }
      case "output":
        expect(block.lines, in: try #require(last), all: true, place)
      case "session" where !Self.isSmallCatalog(block):
        let command = String(block.lines[0].dropFirst(2))
        let all = Self.completions.first { command.hasPrefix($0.command) }?.completion.comparesAll ?? false
        expect(block.lines.dropFirst(), in: try run(command, in: folder, place), all: all, place)
      default: break
      }
    }
  }

  /// The command of a line of shell, without its remark; `nil` for what the tests do themselves.
  private static func command(_ line: String) -> String? {
    let text = (line.components(separatedBy: " #")[0].components(separatedBy: "&& ").last ?? "")
      .trimmingCharacters(in: .whitespaces)
    if text.isEmpty { return nil }
    if let other = otherLines.first(where: { $0.line == text }) {
      return other.stands.isEmpty ? nil : other.stands
    }
    return text
  }

  // MARK: Blocks with files of their own

  private static func isSmallCatalog(_ block: Block) -> Bool { block.lines[0] == "$ lineup check show.yaml" }

  @Test func `the page's two small catalogs are read as it shows`() throws {
    let blocks = Self.blocks.filter { Self.kind($0) == "session" && Self.isSmallCatalog($0) }
    try #require(blocks.count == 2)
    let workbook = try TemporaryFolder()
    try workbook.write("catalog: autumn.xlsx\n", to: "show.yaml")
    try workbook.write(Data(StoredZip.workbook(Self.smallSheet)), to: "autumn.xlsx")
    expect(
      blocks[0].lines.dropFirst(), in: try Lineup.run(["check", "show.yaml"], in: workbook.path), all: true,
      "README.md:\(blocks[0].line)")
    let question = try TemporaryFolder()
    try question.write("catalog: autumn.csv\n", to: "show.yaml")
    try question.write(
      "款号,商品名称,售价,直播价,库存,预估销量\nA1,羊毛大衣,299,259,10,5\nA2,连衣裙,199,159,20,8\n", to: "autumn.csv")
    let outcome = try Lineup.run(["check", "show.yaml"], in: question.path)
    #expect(outcome.code == 65)
    expect(blocks[1].lines.dropFirst(), in: outcome, all: true, "README.md:\(blocks[1].line)")
  }

  /// The rows of the page's workbook: two titles, a header, three styles.
  private static let smallSheet: String = {
    let rows: [(line: Int, cells: [String])] = [
      (1, ["秋季群播货盘"]), (2, ["2026"]), (4, ["款号", "品名", "直播价(元)", "库存", "上市日期"]),
      (5, ["A1", "羊毛大衣", "1,299.00", "30", "2026-09-09"]),
      (6, ["A2", "=cmd()", "199.5", "1.2万", "2026-09-09 20:30"]), (7, ["10017413", "套装", "599", "无", ""]),
    ]
    return rows.map { row in
      let cells = row.cells.enumerated().filter { !$0.element.isEmpty }.map { column, text in
        let name = "ABCDE".map(String.init)[column]
        return "<c r=\"\(name)\(row.line)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(row.line)\">\(cells.joined())</row>"
    }.joined()
  }()

  @Test func `the page's typing errors are told as it shows`() throws {
    let block = try #require(Self.blocks.first { Self.kind($0) == "messages" })
    let folder = try TemporaryFolder()
    try folder.write(
      """
      name: typing errors
      catalog: autumn.csv
      show: { minuts: 180, items: 60..50 }
      objective: gmv
      rules:
        heroes: { share: items, where: { role: hero }, range: 15..25% }

      """, to: "show.yaml")
    try folder.write("spu,price,stock\nA,1,1\n", to: "autumn.csv")
    let outcome = try Lineup.run(["check", "show.yaml"], in: folder.path)
    #expect(outcome.code == 65)
    #expect(outcome.errorText == block.text)
  }

  @Test func `the page's JSON is what is printed`() throws {
    let block = try #require(Self.blocks.first { Self.kind($0) == "result" })
    let folder = try Self.folder()
    let outcome = try Lineup.run(["solve", "Models/brand.yaml", "--format", "json"], in: folder.path)
    // The page gives an object in a line; the program gives a member in a line where a line is too short.
    func flat(_ text: String) -> String {
      text.replacing(/"seconds": [0-9.e-]+/, with: "").replacing(/GLPK \d+\.\d+/, with: "")
        .replacing(/\s+/, with: "")
    }
    let printed = flat(outcome.text)
    for line in block.lines where !line.contains("…") && line.count > 6 {
      #expect(printed.contains(flat(line)), "README.md:\(block.line): \(line)")
    }
  }

  @Test func `the page's program is that of the example package, and its tree is there`() throws {
    let code = try #require(Self.blocks.first { Self.kind($0) == "code" })
    let example = SharedData.packageFolder.appending(path: "Tests/PlanningToolExample/Sources/main.swift")
    #expect(try String(contentsOf: example, encoding: .utf8) == code.text)
    let tree = try #require(Self.blocks.first { Self.kind($0) == "tree" })
    var parent = ""
    for line in tree.lines {
      let names = line.trimmingCharacters(in: .whitespaces).components(separatedBy: "  ")[0]
      for name in names.components(separatedBy: ", ") {
        if !line.hasPrefix(" ") { parent = "" }
        let url = SharedData.packageFolder.appending(path: parent + name)
        #expect(FileManager.default.fileExists(atPath: url.path(percentEncoded: false)), "\(parent)\(name)")
      }
      if !line.hasPrefix(" ") { parent = names }
    }
  }

  // MARK: Commands in the text

  @Test func `every command in the page's text runs`() throws {
    let folder = try Self.folder()
    #expect(try shell("lineup solve show.yaml -o tray.json -o tray.csv", in: folder.path).code == 0)
    let commands = Set(Self.page.matches(of: /`(lineup [^`]*)`/).map { String($0.1) })
    #expect(commands.count > 12)
    // Names in capitals stand for files; a name alone is no command.
    let files = ["SCENARIO": "spring/show.yaml", "[DIR]": "summer", "[NAME]": "result"]
    for command in commands.sorted() where command.split(separator: " ").count > 2 || command.contains("--") {
      var line = command
      for (name, file) in files { line = line.replacing(name, with: file) }
      let isExport = command.hasPrefix("lineup export")
      line = line.replacing("FILE", with: isExport ? "x.mps" : "tray.json")
      if line.contains("spring/show.yaml --tray") {
        #expect(try shell("lineup solve spring/show.yaml -o tray.json", in: folder.path).code == 0)
      }
      if command.hasPrefix("lineup frontier SCENARIO") { line += " --vary show.minutes=84..90 --steps 2" }
      if command.hasPrefix("lineup explain SCENARIO") { line += " --time-limit 5" }
      if command.hasPrefix("lineup rundown SCENARIO") { line += " --time-limit 5" }
      _ = try run(line, in: folder, "README.md")
    }
  }
}
