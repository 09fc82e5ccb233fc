import Foundation
import LineupSamples
import Testing

@testable import Lineup
@testable import LineupFiles

/// Mutated files: whatever the bytes, a reader answers with a value or an error.
@Suite struct FuzzTests {
  private static let documents = [
    "name: x # y\nshow: { minutes: 180, items: 50..60 }\nrules:\n  a: &a { each: brand, items: 0..6 }\n  b: *a\n",
    "lock: [A1, { spu: B, pitch: full }]\ntext: |\n  one\n  two\nquoted: \"\\u4e2d \\\"x\\\"\"\nk: 'it''s'\n? a\n: b\n",
    "{\"a\": [1, 2.5e3, null, true], \"b\": \"\\ud83d\\ude00\\n\", \"c\": {\"d\": []}}\n",
    "---\n%YAML 1.1\n- - - a\n- >-\n  folded\n  text\n- !!str 5\n- \"\\x41\\\n  b\"\n...\n",
  ]

  private static let splices: [[UInt8]] =
    [
      "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "\u{FEFF}", "\u{0}", "{", "}", "[", "]", ": ", "- ",
      "? ", "&a ",
      "*a", "!!x ", "|", ">", "#", "%", "@", "'", "\\u", "\\ud83d", "\u{3000}", "e\u{301}", "é", "😀", "1e999",
      "~", "null",
      "\n  ", "---\n", "<<: ",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80]]

  /// `bytes` after a few random deletions, repetitions, splices and flips.
  private func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
      case 2: bytes.insert(contentsOf: Self.splices.randomElement(using: &random) ?? [], at: start)
      case 3: bytes.removeSubrange(start...)
      default:
        for position in start..<end { bytes[position] = UInt8.random(in: 0...255, using: &random) }
      }
      if bytes.isEmpty { break }
    }
    return bytes
  }

  @Test(arguments: 0..<4) func `no catalog crashes the reader`(part: UInt64) throws {
    var random = SeededRandom(seed: part)
    var settings = CatalogSettings()
    settings.defaults = [.init(column: .stock, text: "5", location: SourceLocation(source: "s"))]
    let catalogs = try FuzzRun.catalogs()
    for round in 0..<FuzzRun.rounds(usually: 1500) {
      let bytes = mutated(catalogs[round % catalogs.count], &random)
      if let catalog = try? readCSV(bytes, settings) {
        #expect(catalog.lines.count == catalog.count)
        #expect(Set(catalog.spus).count == catalog.count)
        for column in catalog.columns {
          for row in 0..<catalog.count { _ = column.values.text(row: row) }
        }
      }
    }
    if FuzzRun.asked != nil { #expect(FuzzRun.peakMemory < FuzzRun.memoryLimit) }
  }

  @Test(arguments: 0..<4) func `no document crashes the reader`(part: UInt64) {
    var random = SeededRandom(seed: 100 + part)
    for round in 0..<FuzzRun.rounds(usually: 1500) {
      let bytes = mutated(Array(Self.documents[round % Self.documents.count].utf8), &random)
      let text = String(decoding: bytes, as: UTF8.self)
      if let node = try? Node(text: text, source: "s") { #expect(!sketch(node).isEmpty) }
      _ = try? Node.setting(String(text.prefix(40)))
      bytes.withUnsafeBufferPointer {
        if UTF8Text.firstInvalid($0) == nil { return }
        #expect(String(validating: $0, as: UTF8.self) == nil)
      }
    }
  }

  @Test func `bytes are UTF-8 exactly where the standard library says so`() {
    var random = SeededRandom(seed: 9)
    for _ in 0..<3000 {
      let bytes = mutated(Array("aé中😀\u{7FF}\u{800}\u{FFFF}\u{10FFFF}12345678".utf8), &random)
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(bytes.withUnsafeBufferPointer(UTF8Text.firstInvalid) == nil ? isValid : !isValid)
    }
  }

  @Test func `numbers are read as the standard library reads them`() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<5000 {
      let digits = (0..<Int.random(in: 1...22, using: &random)).map { _ in
        "0123456789".randomElement(using: &random) ?? "0"
      }
      var text = String(digits)
      if Bool.random(using: &random) {
        text.insert(
          ".", at: text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &random)))
      }
      if Bool.random(using: &random) { text += "e\(Int.random(in: -40...40, using: &random))" }
      #expect(NumberText.number(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }
}
