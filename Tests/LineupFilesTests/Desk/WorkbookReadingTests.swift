import Foundation
import LineupSamples
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// Catalogs in workbooks.
@Suite struct WorkbookReadingTests {
  @Test func `a sheet is found and read with its oddities said`() throws {
    let catalog = try readCSV(StoredZip.workbook(StoredZip.rows))
    #expect(catalog.spus == ["10017413", "B", "C"])
    #expect(catalog.lines == [4, 7, 8])
    #expect(catalog.numbers(.price) == [1299, 299, 1])
    #expect(catalog.numbers(.stock)?.prefix(2) == [30, 5])
    #expect(catalog.text(.name, row: 0) == "羊毛 大衣")
    #expect(catalog.text(.name, row: 1) == nil)
    #expect(catalog.columns[4].values.text(row: 0) == "2026-09-09")
    #expect(catalog.columns[4].values.text(row: 1) == "2026-09-09")
    let kinds = catalog.notes.map(\.kind)
    let expected: [CatalogNote.Kind] = [
      .kind("an .xlsx workbook", named: "csv"), .sheets(["货盘"], alike: [], others: 1), .titleRows("秋季 & 冬季"),
      .errorCells, .openFormulas, .dates,
      .numbersAsText,
    ]
    #expect(Array(kinds.prefix(7)) == expected)
  }

  @Test(arguments: [
    ("6.9012345678901197E+17", "690123456789012000"), ("86584012345678901", "86584012345678900"),
    ("1234567890123456", "1234567890123460"), ("123456789012345", "123456789012345"),
    ("1.2345678901234E+25", "12345678901234000000000000"), ("9999999999999999", "10000000000000000"),
    ("-1234567890123456", "-1234567890123460"),
  ])
  func `a number of more than 15 digits is what a spreadsheet shows`(stored: String, id: String) throws {
    let rows = """
      <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c></row>
      <row r="4"><c r="A4"><v>\(stored)</v></c><c r="B4"><v>0.30000000000000004</v></c><c r="C4"><v>5</v></c></row>
      """
    let catalog = try readCSV(StoredZip.workbook(rows))
    #expect(catalog.spus == [id])
    #expect(catalog.numbers(.price) == [0.30000000000000004])
    let notes = catalog.notes.filter { $0.kind == .longNumbers }
    #expect(notes.map(\.lines) == (stored == id ? [] : [[4]]))
    #expect(notes.allSatisfy { $0.column == "款号 (spu)" })
  }

  @Test func `a sheet that is named is read, and one that is not there is said`() throws {
    var settings = CatalogSettings()
    settings.sheets = [.init(name: "货盤", location: SourceLocation(source: "s.yaml", line: 3))]
    let error = #expect(throws: LineupError.self) {
      try readCSV(StoredZip.workbook(StoredZip.rows), settings)
    }
    #expect(error?.description.hasPrefix("s.yaml:3: the workbook has no sheet \"货盤\"") == true)
    let other = #expect(throws: LineupError.self) { try readCSV("spu,price,stock\nA,1,1", settings) }
    #expect(other?.problems.map(\.kind) == [.sheetOfText])
  }

  @Test func `what is no workbook is refused before it fills the memory`() throws {
    let bomb = StoredZip.workbook(StoredZip.rows, saysSize: 3_000_000_000)
    let error = #expect(throws: LineupError.self) { try readCSV(bomb) }
    #expect(error?.description.contains("which no catalog needs") == true)
    let xml = StoredZip.workbook("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>")
    #expect(throws: LineupError.self) { try readCSV(xml) }
    let cut = Array(StoredZip.workbook(StoredZip.rows).dropLast(30))
    #expect(throws: LineupError.self) { try readCSV(cut) }
    let old = #expect(throws: LineupError.self) { try readCSV([0xD0, 0xCF, 0x11, 0xE0, 0, 0]) }
    #expect(old?.description.contains("damaged or cut off") == true)
  }

  @Test(arguments: 0..<4) func `no workbook crashes the reader`(part: UInt64) throws {
    var random = SeededRandom(seed: 40 + part)
    let workbooks = try FuzzRun.workbooks()
    for round in 0..<FuzzRun.rounds(usually: 600) {
      var bytes = workbooks[round % workbooks.count]
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 4..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] = Array("<>/\"'&;0r=".utf8).randomElement(using: &random) ?? 0
        case 2:
          let other = Int.random(in: 4..<bytes.count, using: &random)
          bytes.swapAt(place, other)
        default:
          let end = min(bytes.count, place + Int.random(in: 1...20, using: &random))
          for position in place..<end { bytes[position] = 0x20 }
        }
      }
      if let catalog = try? readCSV(bytes) { #expect(catalog.spus.count == catalog.count) }
    }
    if FuzzRun.asked != nil { #expect(FuzzRun.peakMemory < FuzzRun.memoryLimit) }
  }

  @Test(
    "days are counted as workbooks count them",
    arguments: [
      (46_274.0, false, "2026-09-09"), (46_274.85, false, "2026-09-09 20:24"), (0.5, false, "12:00"),
      (1, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"),
      (44_812, true, "2026-09-09"),
    ])
  func days(serial: Double, startsIn1904: Bool, expected: String) {
    #expect(SerialDate.text(serial, startsIn1904: startsIn1904) == expected)
  }
}
