import Foundation
import LineupSamples
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// Mutated scenarios of catalogs and mutated workbooks that are scenarios: whatever the bytes, a show or an
/// error.
@Suite struct CatalogFuzzTests {
  private static let scenarios = [
    """
    catalog: { rows: [{ SKU: A-1, 活动价: 9, 吊牌价: 19, 仓A: 3, 仓B: 1, 类目: a>>b, 日: 2026-01-05, 状态: 上架 }, { SKU: A-2, 仓A: 2 }, { SKU: B, 吊牌价: 7, 仓A: 无货 }] }
    columns: { spu: { before: "-", of: SKU }, stock: { sum: [仓A, 仓B] }, price: { first: [活动价, 吊牌价] }, category: { part: -1, of: 类目, by: ">>" } }
    values: { stock: { 0: [无货] } }
    leave_out: [{ spu: { has: false } }, { 状态: 下架 }, { 日: "..2025-12-31" }]
    on_duplicate: { stock: sum, price: least, 状态: list, 日: last }
    defaults: { expected_units: 5 }
    """,
    """
    catalog: { rows: [{ a: A, b: x, price: 9, stock: 3 }, { a: A, b: y, price: 8, stock: 3 }, { a: A, b: y, price: 8, stock: 3 }] }
    columns: { spu: { join: [a, b], with: "-" }, tone: { after: "x", of: { letter: B } }, role: null }
    equal_rows: keep
    on_duplicate: roll_up
    tags: [tone]
    """,
  ]

  private func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...10, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
      case 2:
        let from = Int.random(in: 0...bytes.count, using: &random)
        bytes.insert(contentsOf: Array(bytes[from..<min(bytes.count, from + 8)]), at: start)
      default: for position in start..<end { bytes[position] = UInt8.random(in: 32...126, using: &random) }
      }
      if bytes.isEmpty { break }
    }
    return bytes
  }

  @Test(arguments: 0..<4) func `no scenario of a catalog crashes the reader`(part: UInt64) {
    var random = SeededRandom(seed: 300 + part)
    for round in 0..<FuzzRun.rounds(usually: 400) {
      let text = Array(Self.scenarios[round % Self.scenarios.count].utf8)
      let show = try? ShowFile(bytes: mutated(text, &random), source: "s.yaml").show()
      if let show { #expect(!StylesFile.bytes(of: show).isEmpty) }
    }
    if FuzzRun.asked != nil { #expect(FuzzRun.peakMemory < FuzzRun.memoryLimit) }
  }

  @Test(arguments: 0..<4) func `no workbook scenario crashes the reader`(part: UInt64) throws {
    var random = SeededRandom(seed: 400 + part)
    let workbook = StoredZip.workbook(sheets: [
      ("Show", [["key", "value"], ["items", "1..2"], ["lock", "A"], ["defaults.stock", "5"]]),
      (
        "Rules",
        [
          ["rule", "form", "who", "at least", "at most", "penalty"],
          ["h", "sum", "role: hero", "1", "2", "5"],
          ["g", "split", "gender: women", "1", "2", ""], ["b", "each", "brand", "", "2", ""],
        ]
      ),
      (
        "Catalog",
        [["spu", "price", "stock", "role", "gender", "brand"], ["A", "9", "5", "hero", "women", "x"]]
      ),
    ])
    for _ in 0..<FuzzRun.rounds(usually: 400) {
      _ = try? ShowFile(bytes: mutated(workbook, &random), source: "s.xlsx")
    }
    if FuzzRun.asked != nil { #expect(FuzzRun.peakMemory < FuzzRun.memoryLimit) }
  }
}
