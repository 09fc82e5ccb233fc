import LineupSamples
import Testing

@testable import Lineup
@testable import LineupFiles

/// Mutated pages, XML workbooks, OpenDocument spreadsheets, .xls workbooks, and archives of ZIP64.
@Suite struct OtherKindsFuzzTests {
  private static let page =
    "<html><meta charset=gbk><table><caption>x</caption><tr><td colspan=2>款号<td rowspan=3>直播价&yen;<td>库存"
    + "<tr style='display:none'><td>A<td>1<td x:num=\"2.5\">3<table><tr><td>spu<td>price</table></table>"

  private static func files() throws -> [[UInt8]] {
    [
      Array(page.utf8), try EncodingTests.Writing.gb18030.bytes(of: page),
      Array(OtherWorkbookTests.spreadsheetML.utf8), OtherWorkbookTests.openDocument, BinaryBytes.workbook(),
      BinaryBytes.workbook(cuttingTextsAt: 11),
      try EncodingTests.Writing.shiftJIS.bytes(of: "商品管理番号,商品名,販売価格,在庫数\nA,ﾜﾝﾋﾟｰｽ,1,2\n"),
    ]
  }

  @Test(arguments: 0..<4) func `no other kind of file crashes the reader`(part: UInt64) throws {
    var random = SeededRandom(seed: 70 + part)
    let files = try Self.files()
    var settings = CatalogSettings()
    settings.header = part == 3 ? .init(first: 2, last: 3, location: SourceLocation(source: "s")) : nil
    for round in 0..<FuzzRun.rounds(usually: 150) {
      var bytes = files[round % files.count]
      for _ in 0..<Int.random(in: 1...6, using: &random) where bytes.count > 12 {
        let place = Int.random(in: 4..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...9, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] = Array("<>/\"'&;0r= -9".utf8).randomElement(using: &random) ?? 0
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        case 4:
          for position in place..<end {
            bytes[position] = [0x00, 0xFF, 0x39].randomElement(using: &random) ?? 0
          }
        default: if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeSubrange(place...) }
        }
      }
      if let catalog = try? readCSV(bytes, settings) { #expect(catalog.spus.count == catalog.count) }
      if round.isMultiple(of: 3) { _ = try? TableFile(bytes, source: "t", settings: settings) }
    }
    if FuzzRun.asked != nil { #expect(FuzzRun.peakMemory < FuzzRun.memoryLimit) }
  }
}
