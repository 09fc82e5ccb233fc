import Foundation
import TestSupport
import Testing

/// Text of catalogs, scenarios, arguments and file names cannot command a terminal.
@Suite struct TerminalTests {
  private static let bad = "x\u{1B}[2J\u{1B}]0;pwn\u{7}\u{9B}31m\u{202E}y\u{7F}\u{2066}\\nINJECTED: z"

  /// Every name in the files holds escapes, controls above ASCII, turned text and a line end.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let cell = bad.replacing("\\n", with: "\n").replacing("\"", with: "\"\"")
    var rows = "spu,name,brand,gender,\"note\(cell)\",price,stock,expected_units,cost\n"
    for number in 1...5 {
      rows += "\"\(number)\(cell)\",\"n\(cell)\",\"b\(cell)\(number % 2)\",women,\"w\(cell)\","
      rows += "\(number)0,50,\(number),1\n"
    }
    try folder.write(rows, to: "c.csv")
    let scalar = bad.unicodeScalars.map { scalar in
      let isPlain = scalar.value >= 0x20 && scalar.value < 0x7F
      return isPlain
        ? String(scalar)
        : "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
    }.joined()
    let name = "\"\(scalar)\""
    func scenario(_ items: Int, _ more: String) -> String {
      """
      name: \(name)
      catalog: c.csv
      show: { items: \(items), minutes: 30 }
      pitches: { \(name): { minutes: 3 } }
      rules:
        \(name): { each: brand, items: 0..2 }
        "r\(scalar)": { sum: items, range: ..4, penalty: 5 }
        "s\(scalar)": { split: brand, items: { "b\(scalar)1": 0..3, "b\(scalar)0": 0..2 } }
      lock: [ "1\(scalar)" ]
      variants: { \(name): { show: { items: 2 } }, "w\(scalar)": { show: { items: 9 } } }
      \(more)

      """
    }
    try folder.write(scenario(3, ""), to: "s.yaml")
    try folder.write(scenario(9, ""), to: "none.yaml")
    try folder.write(
      scenario(3, "rundown: { spacing: { \(name): { apart: brand, penalty: 1 } } }"), to: "r.yaml")
    let solved = try Lineup.run(["solve", "s.yaml", "-o", "t.json", "-o", "t.csv"], in: folder.path)
    #expect(solved.code == 0, "\(solved.errorText)")
    try folder.write(
      try folder.text(of: "t.json").replacing(#""spu": "2"#, with: #""spu": "old"#), to: "old.json")
    try folder.write("spu,price\n\"1\(cell)\",\"\(cell)\"\n", to: "wrong.csv")
    return folder
  }

  private static let commands: [[String]] = [
    ["check", "s.yaml"], ["check", "none.yaml"], ["solve", "s.yaml"], ["solve", "none.yaml"],
    ["explain", "s.yaml"], ["explain", "none.yaml"], ["compare", "s.yaml"],
    ["frontier", "s.yaml", "--vary", "show.items=1..9", "--steps", "3"],
    ["audit", "s.yaml", "--tray", "t.json"], ["audit", "s.yaml", "--tray", "old.json"],
    ["adjust", "s.yaml", "--tray", "old.json", "--substitutes", "1"],
    ["rundown", "s.yaml", "--tray", "old.json"],
    ["rundown", "r.yaml", "--tray", "t.csv"], ["alternatives", "s.yaml", "-k", "2", "--differ", "1"],
    ["alternatives", "s.yaml", "--jitter", "10%", "--samples", "2"],
    ["solve", "s.yaml", "--set", "catalog=wrong.csv"], ["check", "s.yaml", "--set", "catalog=wrong.csv"],
    ["solve", bad], ["solve", "s.yaml", "--variant", bad], ["explain", "s.yaml", "--spu", bad],
    ["solve", "s.yaml", "--set", "\(bad)=1"], ["solve", "s.yaml", "--\(bad)"], [bad],
    ["solve", "s.yaml", "-o", "a\u{1B}[2J.json"], ["solve", "s.yaml", "-o", "\u{202E}/x.json"],
    ["audit", "s.yaml", "--tray", "wrong.csv"],
  ]

  /// Our own colours aside, nothing but text and line ends; no line is the user's alone.
  private func expectHarmless(_ text: String, _ what: String, mayBreakLines: Bool = false) {
    // Our colours, the line that tells of the progress, and the line ends of a terminal.
    var own = text.unicodeScalars.map(String.init).joined(separator: "\u{FFFE}")
    for sequence in ["\r\u{1B}[2K", "\r\r\n", "\r\n"]
      + ["0", "1", "2", "31", "32", "33"].map({ "\u{1B}[\($0)m" })
    {
      let spelled = sequence.unicodeScalars.map(String.init).joined(separator: "\u{FFFE}")
      own = own.replacing(spelled, with: sequence.hasSuffix("\n") ? "\n" : "")
    }
    own = own.replacing("\u{FFFE}", with: "")
    let commanding = own.unicodeScalars.filter { scalar in
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let turns = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      return (isControl || turns) && scalar != "\n" && scalar != "\t"
    }
    #expect(commanding.map { String($0.value, radix: 16) }.isEmpty, "\(what)")
    if mayBreakLines { return }
    #expect(!own.split(separator: "\n").contains { $0.hasPrefix("INJECTED") }, "\(what)")
  }

  @Test func `no message, title, list or table holds what people wrote as it is`() throws {
    let folder = try Self.folder()
    for command in Self.commands {
      let outcome = try Lineup.run(command, in: folder.path)
      #expect(![70, 132, 139].contains(outcome.code), "\(command)")
      expectHarmless(outcome.text, "\(command)")
      expectHarmless(outcome.errorText, "\(command)")
      #expect(!outcome.text.contains("\u{1B}"))
    }
  }

  @Test(.enabled(if: Shell.hasTerminal))
  func `a terminal gets our colours and nothing else, whatever the format`() throws {
    let folder = try Self.folder()
    for command in Self.commands {
      for format in command.first == "solve" ? ["table", "csv", "json"] : ["table"] {
        let isAnswer = command.count > 1 && !command[0].contains("\u{1B}")
        let text = try Shell.runInTerminal(
          command + (isAnswer ? ["--format", format] : []), in: folder)
        #expect(!text.isEmpty)
        // A cell of CSV may hold a line end.
        expectHarmless(text, "\(command) \(format)", mayBreakLines: format == "csv")
      }
    }
  }

  @Test func `programs get the text as it was written`() throws {
    let folder = try Self.folder()
    let csv = try Lineup.run(["solve", "s.yaml", "--format", "csv"], in: folder.path).text
    #expect(csv.contains(Self.bad.replacing("\\n", with: "\n")))
    let json = try Lineup.run(["solve", "s.yaml", "--format", "json"], in: folder.path).text
    let result = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(result["scenario"] as? String == Self.bad.replacing("\\n", with: "\n"))
  }

  @Test(.enabled(if: SharedData.hasCases, "\(SharedData.noCases)"))
  func `the case of terminal escapes`() throws {
    let folder = try SharedData.copy(ofCase: "faults/16-terminal-escapes")
    for command in ["solve", "check", "compare", "explain"] {
      let outcome = try Lineup.run([command, "e.yaml"], in: folder.path)
      expectHarmless(outcome.text + outcome.errorText, command)
    }
  }
}
