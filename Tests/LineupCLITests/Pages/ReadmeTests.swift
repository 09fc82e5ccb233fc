import Foundation
import TestSupport
import Testing

/// Every fenced block of the README and of the articles on the command line, and every command in their texts,
/// is run, in the order of the page, in a folder with the shipped samples. What a block needs beside itself is
/// stated here, in `completions`.
@Suite struct ReadmeTests {
  /// What a command of a page is completed with.
  struct Completion: Sendable {
    /// Commands that have to be run before.
    var before: [String] = []
    /// Arguments that keep a search short; figures may then differ from the page's.
    var more = ""
    var code: Int32 = 0

    /// Whether every line that the page shows is compared, those with … aside; else the first.
    var comparesAll: Bool { more.isEmpty }
  }

  /// By the beginning of the command. Commands that are not listed run as they stand.
  private static let completions: [(command: String, completion: Completion)] = [
    ("lineup solve Models/group.yaml --set", Completion(more: "--time-limit 30", code: 2)),
    ("lineup solve - --format json", Completion(more: "--time-limit 20")),
    ("lineup solve show.yaml --set show.items=30", Completion(code: 2)),
    ("lineup explain Models/group.yaml --spu", Completion(more: "--time-limit 20")),
    ("lineup explain Models/group.yaml", Completion(more: "--time-limit 10")),
    ("lineup compare Models/group.yaml", Completion(more: "--time-limit 20")),
    ("lineup frontier Models/group.yaml", Completion(more: "--time-limit 20")),
    (
      "lineup adjust Models/group.yaml",
      Completion(before: ["lineup solve Models/group.yaml -o tray.json"], more: "--time-limit 60")
    ),
    (
      "lineup audit show.yaml --tray edited.csv",
      Completion(before: ["sed /AB100029/d tray.csv > edited.csv"], code: 2)
    ),
    ("lineup check question.yaml", Completion(code: 65)),
    // A month takes a minute in a release build; a build for tests ends at its limit, and says so.
    ("lineup month", Completion(more: "--time-limit 5", code: 3)),
    ("lineup check numbers.yaml", Completion(code: 65)),
    ("lineup rundown", Completion(more: "--time-limit 10")),
  ]

  /// Lines of shell that are no command of this program, and what stands for them.
  private static let otherLines: [(line: String, stands: String)] = [
    // The tests run what they have built; `.ci/run` runs these lines as they stand on a fresh machine.
    ("swift run -c release lineup solve Models/group.yaml", "lineup solve Models/group.yaml"),
    ("swift build -c release", ""), ("swift test", ""), ("cd spring", ""),
  ]

  /// The pages; the references of scenarios and commands are compared with the code elsewhere.
  static let pages: [Article] =
    [.readme]
    + Article.allDocumentation.filter {
      !$0.path.hasSuffix("/ScenarioReference.md") && !$0.path.hasSuffix("/CommandReference.md")
    }

  /// The first block of a kind on any page.
  private func block(_ kind: Kind) throws -> (page: Article, block: Article.Block) {
    let found = Self.pages.lazy.compactMap { page in
      page.blocks.first { Self.kind($0) == kind }.map { (page, $0) }
    }
    return try #require(found.first)
  }

  // MARK: The folder

  /// The shipped samples, the starter show with a tray of it, and the small catalogs of the pages.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let models = SharedData.packageFolder.appending(path: "Models")
    try FileManager.default.copyItem(
      atPath: models.path(percentEncoded: false), toPath: folder.path(of: "Models"))
    let own = Article.readme.blocks.first { kind($0) == .scenario }
    try folder.write(own?.text ?? "", to: "mine.yaml")
    try folder.write(
      OwnList.workbook(of: folder.text(of: "Models/sample-catalog.csv")), to: "autumn.xlsx")
    for name in ["stock.xlsx", "sales.xlsx"] {
      try folder.write(
        OwnList.workbook(of: folder.text(of: "Models/sample-catalog.csv")), to: name)
    }
    try folder.write("catalog: question.csv\n", to: "question.yaml")
    try folder.write(
      "款号,商品名称,售价,直播价,库存,预估销量\nA1,羊毛大衣,299,259,10,5\nA2,连衣裙,199,159,20,8\n", to: "question.csv")
    try folder.write("catalog: numbers.csv\n", to: "numbers.yaml")
    try folder.write("spu;price;stock\nA1;1,299;10\nA2;1,599;20\n", to: "numbers.csv")
    _ = try Lineup.run(["init", "spring"], in: folder.path)
    let files = ["tray.json", "tray.csv", "tray.xlsx"].flatMap { ["-o", $0] }
    _ = try Lineup.run(["solve", "show.yaml"] + files, in: folder.path(of: "spring"))
    return folder
  }

  /// A command of a page with what completes it. One about `show.yaml` is about the starter show.
  private func run(_ command: String, in folder: TemporaryFolder, _ place: String) throws -> ProcessOutcome {
    let completion = Self.completions.first { command.hasPrefix($0.command) }?.completion ?? Completion()
    let path = command.contains(" show.yaml") ? folder.path(of: "spring") : folder.path
    for before in completion.before {
      #expect(try shell(before, in: path).code == 0, "\(place): \(before)")
    }
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

  /// How a block is tried.
  enum Kind: Hashable {
    case scenario, rundown, commands, session, output, messages, result, code, tree, other
  }

  private static func kind(_ block: Article.Block) -> Kind {
    let first = block.lines.first ?? ""
    return switch block.language {
    case "yaml" where first == "rundown:": .rundown
    case "yaml": .scenario
    case "sh": .commands
    case "swift": .code
    case "" where first.hasPrefix("$ lineup "): .session
    case "" where first == "9.9 group show": .output
    case "" where first.hasPrefix("lineup: "): .messages
    case "" where first == "{": .result
    case "" where first == "Sources/": .tree
    default: .other
    }
  }

  @Test func `every block of the pages is of a kind that is run here`() {
    var kinds: [Kind: Int] = [:]
    for page in Self.pages {
      for block in page.blocks {
        kinds[Self.kind(block), default: 0] += 1
        #expect(Self.kind(block) != .other, "\(page.path):\(block.line)")
      }
    }
    #expect(kinds[.commands, default: 0] >= 5 && kinds[.session, default: 0] >= 15)
  }

  @Test func `the README is short`() {
    #expect(Article.readme.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 300)
  }

  @Test func `the reference's whole scenario has trays, with each variant and the article's running order`()
    throws
  {
    let folder = try Self.folder()
    let whole = try #require(
      Article.documentation("ScenarioReference").blocks.first { $0.language == "yaml" })
    try folder.write(whole.text + block(.rundown).block.text, to: "whole.yaml")
    try folder.write(folder.text(of: "Models/sample-catalog.csv"), to: "autumn.csv")
    for variant in [[], ["--variant", "two hours"], ["--variant", "south"]] {
      let check = try Lineup.run(["check", "whole.yaml"] + variant, in: folder.path)
      #expect(check.code == 0 && !check.text.contains("cannot hold"), "\(variant): \(check.errorText)")
      let solve = ["solve", "whole.yaml", "-o", "tray.json", "--time-limit", "60"]
      let outcome = try Lineup.run(solve + variant, in: folder.path)
      #expect(outcome.code == 0, "\(variant): \(outcome.errorText)\(outcome.text)")
      try FileManager.default.moveItem(
        atPath: folder.path(of: "tray.json"), toPath: folder.path(of: "\(variant.last ?? "base").json"))
    }
    let order = try Lineup.run(
      ["rundown", "whole.yaml", "--tray", "base.json", "--time-limit", "10"], in: folder.path)
    #expect(order.code == 0, "\(order.errorText)\(order.text)")
  }

  @Test(arguments: pages.map(\.path))
  func `every command of a page's blocks runs, and prints what the page shows`(_ path: String) throws {
    let page = Article(path)
    guard page.blocks.contains(where: { [.commands, .session].contains(Self.kind($0)) }) else { return }
    let folder = try Self.folder()
    // A show for programs, and for pages that pipe one.
    try folder.write(
      folder.text(of: "Models/brand.yaml").replacing("catalog: ", with: "catalog: Models/"), to: "show.yaml")
    var last: ProcessOutcome?
    for block in page.blocks {
      let place = "\(path):\(block.line)"
      switch Self.kind(block) {
      case .commands:
        for line in block.lines {
          if let command = Self.command(line) { last = try run(command, in: folder, place) }
        }
      case .output:
        expect(block.lines, in: try #require(last), all: true, place)
      case .session:
        for (command, shown) in Self.sessions(block) {
          let all = Self.completions.first { command.hasPrefix($0.command) }?.completion.comparesAll ?? true
          expect(shown, in: try run(command, in: folder, place), all: all, place)
        }
      default: break
      }
    }
  }

  /// The commands of a block, each with the lines below it.
  private static func sessions(_ block: Article.Block) -> [(command: String, shown: [String])] {
    block.lines.reduce(into: []) { sessions, line in
      if line.hasPrefix("$ ") {
        sessions.append((String(line.dropFirst(2)), []))
      } else {
        sessions[sessions.count - 1].shown.append(line)
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

  @Test func `the pages' typing errors are told as they show`() throws {
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
    #expect(try outcome.errorText == block(.messages).block.text)
  }

  @Test func `the pages' JSON is what is printed`() throws {
    let (page, block) = try block(.result)
    let folder = try Self.folder()
    let outcome = try Lineup.run(["solve", "Models/brand.yaml", "--format", "json"], in: folder.path)
    // The page gives an object in a line; the program gives a member in a line where a line is too short.
    func flat(_ text: String) -> String {
      text.replacing(/"seconds": [0-9.e-]+/, with: "").replacing(/GLPK \d+\.\d+/, with: "")
        .replacing(/\s+/, with: "")
    }
    let printed = flat(outcome.text)
    for line in block.lines where !line.contains("…") && line.count > 6 {
      #expect(printed.contains(flat(line)), "\(page.path):\(block.line): \(line)")
    }
  }

  @Test func `the README's program is the example, its tree is there, and so is what it refers to`() throws {
    let page = Article.readme
    let code = try #require(page.blocks.first { Self.kind($0) == .code })
    let example = SharedData.packageFolder.appending(path: "Tests/PlanningToolExample/main.swift")
    #expect(try String(contentsOf: example, encoding: .utf8) == code.text)
    let tree = try #require(page.blocks.first { Self.kind($0) == .tree })
    var parent = ""
    for line in tree.lines {
      let names = line.trimmingCharacters(in: .whitespaces).components(separatedBy: "  ")[0]
      for name in names.components(separatedBy: ", ") {
        if !line.hasPrefix(" ") { parent = "" }
        #expect(isThere(parent + name), "\(parent)\(name)")
      }
      if !line.hasPrefix(" ") { parent = names }
    }
    for link in page.text.matches(of: /\]\(([^)]*)\)/) where !link.1.hasPrefix("https://") {
      #expect(isThere(String(link.1)), "\(link.1)")
    }
  }

  private func isThere(_ path: String) -> Bool {
    let url = SharedData.packageFolder.appending(path: path)
    return FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
  }

  // MARK: Commands in the text

  @Test func `every command in the pages' texts runs`() throws {
    let folder = try Self.folder()
    var places: [String: String] = [:]
    for page in Self.pages {
      for match in page.text.matches(of: /`(lineup [^`\n]*)`/) { places[String(match.1)] = page.path }
    }
    #expect(places.count > 8)
    // Names in capitals stand for files; a name alone is no command.
    let files = ["SCENARIO": "show.yaml", "[NAME]": "result"]
    for (command, page) in places.sorted(by: { $0.key < $1.key })
    where command.split(separator: " ").count > 2 || command.contains("--") {
      var line = command
      for (name, file) in files { line = line.replacing(name, with: file) }
      line = line.replacing("FILE", with: command.hasPrefix("lineup export") ? "x.mps" : "tray.json")
      _ = try run(line, in: folder, page)
    }
  }

  // MARK: The catalogue of documentation

  @Test func `every article is listed, and every link among them leads to a heading`() {
    let titles = Dictionary(
      uniqueKeysWithValues: Article.allDocumentation.map { article in
        (article.name, Set(article.sections.map { $0.title.replacing(" ", with: "-") }))
      })
    for article in Article.allDocumentation {
      for link in article.text.matches(of: /<doc:([A-Za-z]+)(?:#([^>]*))?>/) {
        let found = titles[String(link.1)]
        #expect(found != nil, "\(article.path): \(link.0)")
        if let heading = link.2 {
          #expect(found?.contains(String(heading)) == true, "\(article.path): \(link.0)")
        }
      }
    }
    let landing = Article.documentation("Lineup")
    for name in titles.keys where name != landing.name {
      #expect(landing.text.contains("- <doc:\(name)>"), "\(landing.path) does not list \(name)")
    }
  }

  @Test func `the words of this project's own are words of its sources`() throws {
    let glossary = Article.documentation("Glossary")
    let section = try #require(glossary.sections.first { $0.title == "The method" })
    #expect(section.rows.count > 5)
    let sources = SharedData.packageFolder.appending(path: "Sources/Optimization")
    for row in section.rows {
      let file = sources.appending(path: row[2].replacing("`", with: ""))
      let text = try? String(contentsOf: file, encoding: .utf8).lowercased()
      for word in row[0].components(separatedBy: ", ") {
        #expect(text?.contains(word) == true, "\(glossary.path): \(row[2]) has no \"\(word)\" any more")
      }
    }
  }
}
