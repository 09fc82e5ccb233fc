import Foundation
import Testing

@testable import Lineup
@testable import LineupFiles

/// A node in one line: `~` for null, scalars in quotes.
func sketch(_ node: Node) -> String {
  switch node.content {
  case .null: "~"
  case .scalar(let text): "\"\(text)\""
  case .sequence(let items): "[" + items.map(sketch).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\($0.key): \(sketch($0.value))" }.joined(separator: ", ") + "}"
  }
}

@Suite struct NodeReadingTests {
  @Test(
    "scalars are the text that was written",
    arguments: [
      ("a: 007", "{a: \"007\"}"),
      ("a: No", "{a: \"No\"}"),
      ("a: 12%", "{a: \"12%\"}"),
      ("a: 50..60\nb: 15%..\nc: ..5", "{a: \"50..60\", b: \"15%..\", c: \"..5\"}"),
      ("a: 1_200_000..", "{a: \"1_200_000..\"}"),
      ("a: 2026-09-09", "{a: \"2026-09-09\"}"),
      ("a:\nb: ~\nc: null\nd: { e, f: }", "{a: ~, b: ~, c: ~, d: {e: ~, f: ~}}"),
      (
        "a: Null\nb: NULL\nc: \"\"\nd: '~'\ne: \"null\"",
        "{a: \"Null\", b: \"NULL\", c: \"\", d: \"~\", e: \"null\"}"
      ),
      ("a: |\n  null\n", "{a: \"null\n\"}"),
      ("null: 1\n~: 2", "{null: \"1\", ~: \"2\"}"),
      ("women's styles: { split: category }", "{women's styles: {split: \"category\"}}"),
      ("家族: [同款, 직방]", "{家族: [\"同款\", \"직방\"]}"),
      ("- a\n- [b, c]\n- { d: e }", "[\"a\", [\"b\", \"c\"], {d: \"e\"}]"),
      ("just text", "\"just text\""),
      ("\u{FEFF}a: 1", "{a: \"1\"}"),
      ("a: &x { b: 1 }\nc: *x", "{a: {b: \"1\"}, c: {b: \"1\"}}"),
      ("a: &k key\n*k : 2", "{a: \"key\", key: \"2\"}"),
      ("a: \"\\/ \\u00e9 \\U0001F600\"", "{a: \"/ é 😀\"}"),
      ("---\na: 1\n...\n", "{a: \"1\"}"),
      ("a: 1 # why\r\nb: 2\r\n", "{a: \"1\", b: \"2\"}"),
      ("--- \n", "~"),
    ])
  func scalars(text: String, expected: String) throws {
    #expect(try sketch(Node(text: text, source: "show.yaml")) == expected)
  }

  @Test(
    "JSON is read by the same route",
    arguments: [
      (#"{"a": null, "b": true, "c": -1.5e3, "d": "null"}"#, #"{a: ~, b: "true", c: "-1.5e3", d: "null"}"#),
      (#"{"a":"\ud83d\ude00 \/ \\ud83d \u4e2d"}"#, #"{a: "😀 / \ud83d 中"}"#),
      ("{\n\t\"a\":\t1,\n\t\"b\": [\n\t\t1,\t2\n\t]\n}", "{a: \"1\", b: [\"1\", \"2\"]}"),
      ("\t{\"a\":{\"b\":[]}}\n", "{a: {b: []}}"),
      (#"{"a\"b": "tab\there", "": 1}"#, "{a\"b: \"tab\there\", : \"1\"}"),
    ])
  func json(text: String, expected: String) throws {
    #expect(try sketch(Node(text: text, source: "show.json")) == expected)
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("", "s: the file is empty"),
      ("# nothing\n", "s: the file is empty"),
      ("a: 1\nb: 2\na: 3", "s:3: \"a\" is given twice, first in line 1; keep one"),
      ("r:\n  x: 1\n  \"x\": 2", "s:3: \"x\" is given twice, first in line 2; keep one"),
      (
        "é: 1\ne\u{301}: 2", "s:2: \"e\u{301}\" is given twice, first in line 1; keep one"
      ),
      ("a:\n\tb: 1", "s:2: the line is indented with a tab; indent with spaces"),
      ("a: 1\nb: %5", "s:2: a value cannot start with \"%\"; put the value in quotes"),
      ("a: @x", "s:1: a value cannot start with \"@\"; put the value in quotes"),
      (
        "a: b: c",
        "s:1: a \":\" stands where no key can be; "
          + "check the indentation, or put text that holds \": \" in quotes"
      ),
      ("a: 1\nb: \"open\nc: 2", "s:2: a quote opens here and is never closed"),
      ("a: [1, 2\nb: 3", "s:2: the list opened with \"[\" in line 1 lacks a \",\" or its \"]\""),
      ("a: { b: 1\nc: 3", "s:2: the mapping opened with \"{\" in line 1 lacks a \",\" or its \"}\""),
      ("a: 1\nb\nc: 2", "s:2: a \":\" is missing after the key, or a quote or bracket is not closed"),
      (
        "a: \"\\d\"",
        "s:1: unknown escape after \"\\\" in double quotes; "
          + "write \"\\\\\" for a backslash, or use single quotes"
      ),
      ("a: 1\n---\nb: 2", "s:2: a second document starts here; keep one"),
      (
        "a: 1\n? [b, c]\n: d",
        "s:2: a key must be a single text, not a list or a mapping; "
          + "put text that starts with \"[\" or \"{\" in quotes"
      ),
      ("a: 1\nb: { : 2 }", "s:2: a key or value is missing here; check the commas, colons and brackets"),
      ("a:\n  ? \n  : 2", "s:2: a key is missing before the \":\""),
      ("a: *b", "s:1: there is no \"&b\" above that \"*b\" could mean"),
      ("a: &b [*b]", "s:1: there is no \"&b\" above that \"*b\" could mean"),
      (
        "a: !!int 5",
        "s:1: the YAML tag \"tag:yaml.org,2002:int\" is not supported; write the value without it"
      ),
      ("a: &x {b: 1}\nc:\n  <<: *x", "s:3: merge keys (\"<<\") are not supported; write the keys out"),
      ("a: 1\nb: \u{1}", "s:2: the character U+0001 is not allowed in YAML; remove it"),
      (
        "a: 1\n b: 2",
        "s:2: a \":\" stands where no key can be; check the indentation, or put text that holds \": \" in quotes"
      ),
      (
        "a:\n  b: 1\n c: 2",
        "s:3: the line does not fit the lines above it; check the indentation, the brackets and the quotes"
      ),
      (
        "a:\n  - b\n  c: 1",
        "s:3: the line does not fit the list above it; start it with \"- \" in the same column"
      ),
      (
        String(repeating: "[", count: 65), "s:1: lists and mappings stand more than 64 levels deep"
      ),
      (
        String(repeating: "- ", count: 100_000), "s:1: lists and mappings stand more than 64 levels deep"
      ),
    ])
  func mistakes(text: String, expected: String) {
    let error = #expect(throws: LineupError.self) { try Node(text: text, source: "s") }
    #expect(error?.description == expected)
    #expect(error?.kind == .data)
  }

  @Test func `a document that repeats itself beyond reason is refused`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let error = #expect(throws: LineupError.self) { try Node(text: text, source: "s") }
    #expect(error?.description == "s:6: the document has more than 1000000 values")
  }

  @Test func `aliases count towards the depth`() {
    var text = "a0: &a0 [x]\n"
    for level in 1...70 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    let error = #expect(throws: LineupError.self) { try Node(text: text, source: "s") }
    #expect(error?.description == "s:64: lists and mappings stand more than 64 levels deep")
  }

  @Test func `a small stack is enough for the deepest document`() throws {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    let results = Results()
    let thread = Thread {
      results.deep = (try? Node(text: text, source: "s")) != nil
      results.tooDeep = (try? Node(text: String(repeating: "[", count: 100_000), source: "s")) == nil
      results.finished.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    results.finished.wait()
    #expect(results.deep && results.tooDeep)
  }

  private final class Results: @unchecked Sendable {
    var deep = false
    var tooDeep = false
    let finished = DispatchSemaphore(value: 0)
  }

  @Test func `nodes know their lines`() throws {
    let node = try Node(text: "a: 1\nrules:\n  hero:\n    range: 1..2\n", source: "show.yaml")
    #expect(node["rules"]?["hero"]?["range"]?.location.description == "show.yaml:4")
    guard case .mapping(let entries) = node.content else { return }
    #expect(entries[1].keyLocation.line == 2)
  }
}

@Suite struct SettingTests {
  @Test(
    "settings become nested mappings",
    arguments: [
      ("show.minutes=120", "{show: {minutes: \"120\"}}"),
      ("rules.\"hero ratio\".range=15%..25%", "{rules: {hero ratio: {range: \"15%..25%\"}}}"),
      ("rules.hero ratio.range=15%", "{rules: {hero ratio: {range: \"15%\"}}}"),
      ("lock=[A, B]", "{lock: [\"A\", \"B\"]}"),
      ("rules.brands=", "{rules: {brands: ~}}"),
      ("rules.brands = null", "{rules: {brands: ~}}"),
      ("a.'b.c=d'.e=f=g", "{a: {b.c=d: {e: \"f=g\"}}}"),
      ("a.\"b\\\"c\"=1", "{a: {b\"c: \"1\"}}"),
      ("show={ minutes: 90 }", "{show: {minutes: \"90\"}}"),
      ("规则.品牌=0..3", "{规则: {品牌: \"0..3\"}}"),
      ("name=''", "{name: \"\"}"),
    ])
  func settings(argument: String, expected: String) throws {
    #expect(try sketch(Node.setting(argument)) == expected)
  }

  @Test(
    "what is no setting is a usage error",
    arguments: [
      ("minutes", "it has no \"=\""),
      ("", "a key is empty"),
      ("=5", "a key is empty"),
      ("show..minutes=5", "a key is empty"),
      ("show.=5", "a key is empty"),
      ("\"show=5", "a quote is not closed"),
      ("\"show\"x=5", "text follows the closing quote of a key"),
      ("lock=[A", "the list opened with \"[\" in line 1 lacks a \",\" or its \"]\""),
      ("name=# 1", "the value is a comment in YAML, so put it in quotes"),
    ])
  func mistakes(argument: String, reason: String) {
    let error = #expect(throws: LineupError.self) { try Node.setting(argument) }
    #expect(error?.kind == .usage)
    #expect(error?.problems.map(\.kind) == [.setting(text: argument, reason: reason)])
  }

  @Test func `locations are the argument as typed`() throws {
    let node = try Node.setting("show.minutes=120")
    #expect(node["show"]?["minutes"]?.location.description == "--set show.minutes=120")
  }
}
