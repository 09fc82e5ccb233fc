import Foundation
import TestSupport
import Testing

/// A scenario, its catalog and its answer on a pipe.
@Suite struct StandardInputTests {
  private static func withoutProduct(_ text: String) -> String {
    withoutTimes(text).replacing(/"(scenario|catalog)_sha256": [^\n]+\n/, with: "")
  }

  /// The September show with its catalog's rows in it.
  private static func inline() -> String {
    let lines = SeptemberShow.catalog.split(separator: "\n").map(String.init)
    let headers = lines[0].split(separator: ",").map(String.init)
    let rows = lines.dropFirst().map { line in
      let cells = line.replacing("\"Dress, \"\"midi\"\"\"", with: "Dress; midi")
        .split(separator: ",", omittingEmptySubsequences: false)
      let members = zip(headers, cells).compactMap { header, cell in
        if cell.isEmpty { return "\(header): ~" }
        let text = cell == "Dress; midi" ? "'Dress, \"midi\"'" : "\"\(cell)\""
        return header == "role" && cell.contains("|")
          ? "role: [\(cell.replacing("|", with: ", "))]"
          : "\(header): \(Double(cell) == nil ? text : String(cell))"
      }
      return "    - { \(members.joined(separator: ", ")) }\n"
    }
    return SeptemberShow.scenario.replacing(
      "catalog: catalog.csv\n", with: "catalog:\n  rows:\n" + rows.joined())
  }

  @Test(
    arguments: [
      "check - ", "solve -", "explain -", "explain - --spu A1001", "compare -", "export - -o - --format lp",
      "frontier - --vary goal.gmv=10000..40000 --steps 3", "frontier - --trade gmv,margin --steps 3",
      "audit - --tray t.json", "adjust - --tray t.json --out A1003", "alternatives - -k 2 --differ 1",
      "rundown - --tray t.json",
    ])
  func `a scenario on standard input is the same as in a file`(arguments: String) throws {
    let folder = try SeptemberShow.folder()
    _ = try Lineup.run(["solve", "show.yaml", "-o", "t.json"], in: folder.path)
    let format = arguments.hasPrefix("export") ? "" : " --format json"
    let file = arguments.replacing(/^(\w+) -/) { "\($0.output.1) show.yaml" }
    let expected = try Shell.run("\"$LINEUP\" \(file)\(format)", in: folder)
    let piped = try Shell.run("cat show.yaml | \"$LINEUP\" \(arguments)\(format)", in: folder)
    #expect(piped.code == expected.code)
    #expect(piped.errorText.replacing("standard input", with: "show.yaml") == expected.errorText)
    let text = withoutTimes(piped.text).replacing("lineup solve -", with: "lineup solve show.yaml")
    #expect(text == withoutTimes(expected.text))
  }

  @Test func `names of files in it are relative to the current folder`() throws {
    let folder = try SeptemberShow.folder()
    _ = try Shell.run("mkdir other", in: folder)
    let lost = try Shell.run("cd other && \"$LINEUP\" solve - < ../show.yaml", in: folder)
    #expect(lost.code == 65)
    #expect(
      lost.errorText.hasPrefix("lineup: standard input:2: \"catalog\" names catalog.csv, but there is no"))
    let found = try Shell.run(
      "cd other && \"$LINEUP\" solve - --set catalog=../catalog.csv < ../show.yaml", in: folder)
    #expect(found.code == 0)
  }

  @Test func `a tray comes on standard input too`() throws {
    let folder = try SeptemberShow.folder()
    for format in ["json", "csv", "xlsx"] {
      let outcome = try Shell.run(
        "\"$LINEUP\" solve show.yaml -o - --format \(format) | \"$LINEUP\" audit show.yaml --tray -",
        in: folder)
      #expect(outcome.code == 0, "\(format): \(outcome.errorText)")
      #expect(outcome.text.contains("This tray keeps every hard rule"))
    }
    let follow = try Shell.run(
      """
      "$LINEUP" solve show.yaml -o t.json; "$LINEUP" rundown show.yaml --tray t.json --format json |
        "$LINEUP" rundown show.yaml --tray t.json --follow - --shown 1 --format csv
      """, in: folder)
    #expect(follow.code == 0)
  }

  @Test(
    arguments: [
      (
        "audit - --tray - < show.yaml", 64,
        "standard input: can be read once; give one of the two a file's name"
      ),
      ("solve - < /dev/null", 65, "standard input: the file is empty"),
      ("solve - <&-", 65, "standard input: the file cannot be read: bad file descriptor"),
      (
        "solve - < bad.yaml", 65,
        "standard input:1: the file is not UTF-8 text; save it as UTF-8 (in Excel: \"CSV UTF-8\")"
      ),
      ("solve - < .", 65, "standard input: the file cannot be read: it is a folder"),
      (
        "solve show.yaml -o - -o -", 64,
        "-: is the same file as standard output; write each answer to a file of its own"
      ),
      (
        "solve - -o copy.yaml.json < copy.yaml.json", 64,
        "copy.yaml.json: is standard input, a file that this command reads; write to another file"
      ),
      ("audit show.yaml --tray - < /dev/null", 65, "standard input: the file is empty"),
    ] as [(String, Int32, String)])
  func `mistakes are told`(arguments: String, code: Int32, words: String) throws {
    let folder = try SeptemberShow.folder()
    try folder.write(Data([0x6E, 0x3A, 0x20, 0xFF]), to: "bad.yaml")
    try folder.write(SeptemberShow.scenario, to: "copy.yaml.json")
    let outcome = try Shell.run("\"$LINEUP\" \(arguments)", in: folder)
    #expect(outcome.code == code)
    #expect(outcome.errorText.hasPrefix("lineup: \(words)") || outcome.errorText == "lineup: \(words)\n")
    #expect(outcome.text.isEmpty)
  }

  // MARK: Rows

  @Test(arguments: ["check", "solve", "explain", "compare"])
  func `rows in a scenario are read as those of a file`(command: String) throws {
    let folder = try SeptemberShow.folder()
    try folder.write(Self.inline(), to: "inline.yaml")
    func answer(_ file: String) throws -> String {
      let outcome = try Lineup.run([command, file, "--format", "json"], in: folder.path)
      #expect(outcome.code == 0, "\(outcome.errorText)")
      return Self.withoutProduct(outcome.text)
        .replacing("inline.yaml, catalog.rows", with: "catalog.csv").replacing(
          "show.yaml", with: "inline.yaml")
    }
    #expect(try answer("inline.yaml") == answer("show.yaml"))
  }

  @Test func `aliases, tags, defaults, numbers and missing cells are those of a file`() throws {
    let folder = try TemporaryFolder()
    let scenario = """
      { "catalog": { "rows": [
          { "货号": "A", "售价": 12.345, "库存": "1200件", "role": ["hero", "new"] },
          { "货号": "007", "售价": "299元", "库存": 3, "role": "main", "note": null },
          { "货号": 8, "售价": 5, "库存": 0 }
        ] },
        "defaults": { "expected_units": 2 }, "rules": { "heroes": { "sum": "items", "where": { "role": "new" }, "range": "1.." } } }
      """
    try folder.write(scenario, to: "s.json")
    let text = try Lineup.run(["solve", "s.json", "--format", "json"], in: folder.path).text
    let result = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let items = try #require(result["items"] as? [[String: Any]])
    #expect(items.map { $0["spu"] as? String } == ["007", "A"])
    #expect(items.map { $0["price"] as? Double } == [299, 12.345])
    let product = try #require(result["product"] as? [String: Any])
    #expect(product["scenario_sha256"] is String && product["catalog_sha256"] is NSNull)
  }

  @Test(
    arguments: [
      (
        "{ rows: [] }",
        "s.yaml, catalog.rows: \"rows\" takes rows such as { spu: A1, price: 99, stock: 10 }, not an empty list"
      ),
      (
        "{ rows: 3 }",
        "s.yaml:1: \"rows\" takes a list of rows such as { spu: A1, price: 99, stock: 10 }, not \"3\""
      ),
      ("{ row: [] }", "s.yaml:1: unknown key \"row\" in \"catalog\"; did you mean \"rows\"?"),
      ("{}", "s.yaml:1: \"catalog\" needs \"rows\", such as rows: [{ spu: A1, price: 99, stock: 10 }]"),
      (
        "{ rows: [{ spu: A, price: 1, stock: 1 }, x] }",
        "s.yaml, catalog.rows:2: \"rows\" takes rows such as { spu: A1, price: 99, stock: 10 }, not \"x\""
      ),
      (
        "{ rows: [{ spu: A, price: { a: 1 }, stock: 1 }] }",
        "s.yaml, catalog.rows:1: \"price\" takes a text, a number or a list of texts, not a mapping"
      ),
      (
        "{ rows: [{ spu: A, price: 1, stock: 1 }, { price: 1, stock: 1 }] }",
        "s.yaml, catalog.rows:2: the row has no spu; fill it in, or leave such rows out with leave_out: "
      ),
      (
        "{ rows: [{ spu: A, price: 1, stock: 1 }, { spu: A, price: 1, stock: 2 }] }",
        "s.yaml, catalog.rows:2: the SPU \"A\" is in row 1 already; an SPU has one row; rows of one style differ in stock;"
      ),
      (
        "{ rows: [{ spu: A, price: 1 }] }",
        "s.yaml, catalog.rows: the column \"stock\" is missing (headers: \"spu\", \"price\"); name it"
      ),
      ("{ rows: [{ spu: A, price: 1, stock: 1, stock: 2 }] }", "s.yaml:1: \"stock\" is given twice"),
      (
        "{ rows: [{ spu: A, price: 1e40, stock: 1 }] }",
        "s.yaml, catalog.rows:1: \"price\" is 1e+40, but must be"
      ),
      (
        "{ rows: [{ spu: A, price: 1, stock: 1 }] }\nsheet: Women",
        "s.yaml:2: \"rows\" and \"sheet\" exclude each other; \"sheet\" says how a file is read; take it out"
      ),
    ])
  func `a mistake in rows names the row`(catalog: String, words: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("catalog: \(catalog)\n", to: "s.yaml")
    let outcome = try Lineup.run(["solve", "s.yaml"], in: folder.path)
    #expect(outcome.code == 65)
    #expect(outcome.errorText.hasPrefix("lineup: \(words)"), "\(outcome.errorText)")
  }

  @Test func `a variant may have rows of its own`() throws {
    let folder = try TemporaryFolder()
    let rows = "{ rows: [{ spu: A, price: 1, stock: 1, expected_units: 1 }] }"
    try folder.write(
      "catalog: \(rows)\nvariants: { dear: { catalog: \(rows.replacing("price: 1", with: "price: 9")) } }\n",
      to: "s.yaml")
    let outcome = try Lineup.run(["compare", "s.yaml", "--format", "csv"], in: folder.path)
    #expect(outcome.text.contains("base,optimal,,1,1") && outcome.text.contains("dear,optimal,,9,1"))
  }

  // MARK: Standard output

  @Test(arguments: ["json", "csv", "html", "xlsx", "table"])
  func `an answer on standard output is that of a file`(format: String) throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Shell.run("\"$LINEUP\" solve show.yaml -o - --format \(format) > out", in: folder)
    #expect(outcome.code == 0)
    #expect(outcome.errorText.isEmpty)
    let written = try Data(contentsOf: URL(filePath: folder.path(of: "out")))
    switch format {
    case "xlsx": #expect(written.starts(with: Array("PK".utf8)))
    case "table": #expect(String(decoding: written, as: UTF8.self).contains("Proven optimal"))
    default:
      _ = try Lineup.run(["solve", "show.yaml", "-o", "t.\(format)"], in: folder.path)
      let file = try Data(contentsOf: URL(filePath: folder.path(of: "t.\(format)")))
      func lines(_ data: Data) -> [Substring] {
        withoutTimes(String(decoding: data, as: UTF8.self)).replacing(/[0-9.]+ s\b/, with: "0.1 s").split(
          separator: "\n")
      }
      #expect(lines(written) == lines(file))
      #expect(written.starts(with: file.prefix(3)))
    }
  }

  @Test(.enabled(if: Shell.hasTerminal)) func `a workbook is not written to a terminal`() throws {
    let folder = try SeptemberShow.folder()
    let text = try Shell.runInTerminal(["solve", "show.yaml", "-o", "-", "--format", "xlsx"], in: folder)
    #expect(text.hasPrefix("lineup: standard output: a workbook is no text for a terminal"))
    #expect(!text.contains("PK"))
  }

  @Test func `programs for other solvers go to standard output by --format`() throws {
    let folder = try SeptemberShow.folder()
    for kind in ["mps", "lp", "dat"] {
      let outcome = try Lineup.run(["export", "show.yaml", "-o", "-", "--format", kind], in: folder.path)
      _ = try Lineup.run(["export", "show.yaml", "-o", "p.\(kind)"], in: folder.path)
      #expect(try outcome.text == folder.text(of: "p.\(kind)"))
    }
    #expect(
      try Lineup.run(["export", "show.yaml", "-o", "p.lp", "--format", "lp"], in: folder.path).code == 64)
    #expect(try Lineup.run(["export", "show.yaml", "-o", "-"], in: folder.path).code == 64)
  }

  @Test func `a reader that goes away is no failure`() throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Shell.run(
      "cat show.yaml | \"$LINEUP\" solve - -o - --format html | head -c 10 > /dev/null", in: folder)
    #expect(outcome.code == 0 && outcome.errorText.isEmpty)
  }

  // MARK: Progress

  @Test func `--progress json tells each new tray and bound on a line, and ends with the answer's`() throws {
    let folder = try SeptemberShow.folder()
    let outcome = try Lineup.run(
      ["solve", "show.yaml", "--progress", "json", "--format", "json"], in: folder.path)
    let result = try #require(JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let lines = try outcome.errorText.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    for line in lines { #expect(line.keys.sorted() == ["bound", "gap", "seconds", "value"]) }
    let values = lines.compactMap { $0["value"] as? Double }
    #expect(values == values.sorted() && !values.isEmpty)
    #expect(values.last == (result["objective"] as? [String: Any])?["value"] as? Double)
    let seconds = lines.compactMap { $0["seconds"] as? Double }
    #expect(seconds == seconds.sorted())
    let none = try Lineup.run(["solve", "show.yaml", "--progress", "none"], in: folder.path)
    #expect(none.errorText.isEmpty)
  }
}
