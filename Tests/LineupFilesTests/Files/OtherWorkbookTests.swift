import Foundation
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// Workbooks of other kinds than .xlsx give the catalog that they show.
@Suite struct OtherWorkbookTests {
  /// What every workbook of this suite holds: a title, headers, two styles, one of them hidden, a gap, a
  /// third style, a remark beside the table.
  private func check(_ bytes: [UInt8], kind: String) throws {
    let catalog = try readCSV(bytes)
    #expect(catalog.spus == ["A1", "10017413", "A3"])
    #expect(catalog.lines == [3, 4, 6])
    #expect(catalog.numbers(.price) == [1299.5, 299, 15])
    #expect(catalog.numbers(.stock) == [30, 5, 7])
    #expect(catalog.text(.name, row: 0) == "羊毛 大衣 & Co")
    #expect(catalog.columns[4].values.text(row: 0) == "2026-09-09")
    #expect(catalog.columns[4].values.text(row: 1) == "2026-09-09")
    let words = catalog.notes.map(\.description)
    #expect(words.first == "the file is \(kind), though its name ends in .csv; read as what it is")
    #expect(words.contains { $0.hasPrefix("read from the sheet \"货盘\"; \"女装\" has the same header") })
    #expect(words.contains { $0.hasPrefix("1 row above the header left out (\"秋季货盘\")") })
    #expect(words.contains { $0.hasPrefix("1 hidden row read like the others") && $0.hasSuffix("(line 4)") })
    #expect(words.contains { $0.hasPrefix("1 cell under no header left out, such as \"样衣\" (line 6)") })
    #expect(words.contains { $0.hasPrefix("上市: 2 cells with a date") })
    var settings = CatalogSettings()
    settings.leavesOutHidden = true
    settings.sheets = ["货盘", "女装"].map { .init(name: $0, location: SourceLocation(source: "s")) }
    #expect(try readCSV(bytes, settings).spus == ["A1", "A3", "W1"])
  }

  static let spreadsheetML = """
    <?xml version="1.0" encoding="utf-8"?>
    <?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy-mm-dd"/></Style></Styles>
    <Worksheet ss:Name="货盘"><Table><Column ss:Width="80"/>
    <Row><Cell ss:MergeAcross="3"><Data ss:Type="String">秋季货盘</Data></Cell></Row>
    <Row><Cell><Data ss:Type="String">款号</Data></Cell><Cell><Data ss:Type="String">品名</Data></Cell>
    <Cell><Data ss:Type="String">直播价</Data></Cell><Cell><Data ss:Type="String">库存</Data></Cell>
    <Cell><Data ss:Type="String">上市</Data></Cell></Row>
    <Row><Cell><Data ss:Type="String">A1</Data></Cell><Cell><Data ss:Type="String">羊毛 大衣 &amp; Co</Data></Cell>
    <Cell><Data ss:Type="Number">1299.5</Data></Cell><Cell><Data ss:Type="Number">30</Data></Cell>
    <Cell ss:StyleID="d"><Data ss:Type="DateTime">2026-09-09T00:00:00.000</Data></Cell></Row>
    <Row ss:Hidden="1"><Cell><Data ss:Type="Number">10017413</Data></Cell>
    <Cell ss:Index="3"><Data ss:Type="Number">299</Data></Cell><Cell><Data ss:Type="String">5</Data></Cell>
    <Cell><Data ss:Type="DateTime">2026-09-09T20:30:00.000</Data></Cell></Row>
    <Row ss:Index="6"><Cell><Data ss:Type="String">A3</Data></Cell><Cell/><Cell ss:Formula="=1"><Data ss:Type="Number">15</Data></Cell>
    <Cell><Data ss:Type="Number">7</Data></Cell><Cell ss:Index="7"><ss:Data ss:Type="String">样衣</ss:Data></Cell></Row>
    </Table></Worksheet>
    <Worksheet ss:Name="女装"><Table><Row><Cell><Data ss:Type="String">款号</Data></Cell><Cell><Data ss:Type="String">直播价</Data></Cell>
    <Cell><Data ss:Type="String">库存</Data></Cell></Row><Row><Cell><Data ss:Type="String">W1</Data></Cell>
    <Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table>
    <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>
    """

  static let openDocument: [UInt8] = {
    func cell(_ text: String) -> String {
      "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
    }
    func number(_ value: String) -> String {
      "<table:table-cell office:value-type=\"float\" office:value=\"\(value)\"><text:p>shown</text:p></table:table-cell>"
    }
    let gap = "<table:table-cell table:number-columns-repeated=\"2\"/>"
    let rows = [
      "<table:table-row><table:table-cell table:number-columns-spanned=\"4\" office:value-type=\"string\"><text:p>秋季货盘</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated=\"3\"/></table:table-row>",
      "<table:table-header-rows><table:table-row>\(cell("款号"))\(cell("品名"))\(cell("直播价"))\(cell("库存"))\(cell("上市"))</table:table-row></table:table-header-rows>",
      "<table:table-row>\(cell("A1"))\(cell("羊毛<text:s/>大衣 <text:span>&amp;</text:span> Co<office:annotation><text:p>note</text:p></office:annotation>"))"
        + "\(number("1299.5"))\(number("30"))<table:table-cell office:value-type=\"date\" office:date-value=\"2026-09-09\"/></table:table-row>",
      "<table:table-row table:visibility=\"filter\">\(number("10017413"))<table:table-cell/>\(number("299"))\(cell("5"))"
        + "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-09-09T20:30:00\"><text:p>x</text:p></table:table-cell></table:table-row>",
      "<table:table-row><table:table-cell/></table:table-row>",
      "<table:table-row>\(cell("A3"))<table:table-cell/>\(number("15"))\(number("7"))\(gap)\(cell("样衣"))</table:table-row>",
      "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
    ]
    let other =
      "<table:table-row>\(cell("款号"))\(cell("直播价"))\(cell("库存"))</table:table-row><table:table-row>\(cell("W1"))\(number("1"))\(number("1"))</table:table-row>"
    let content =
      "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles><style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>"
      + "<office:body><office:spreadsheet><table:table table:name=\"货盘\"><table:table-column/>\(rows.joined())</table:table>"
      + "<table:table table:name=\"女装\" table:style-name=\"h\">\(other)</table:table></office:spreadsheet></office:body></office:document-content>"
    return StoredZip.bytes([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
    ])
  }()

  @Test func `an XML workbook is read`() throws {
    try check(Array(Self.spreadsheetML.utf8), kind: SpreadsheetML.kind)
    try check(EncodingTests.Writing.utf16Little.bytes(of: Self.spreadsheetML), kind: SpreadsheetML.kind)
  }

  @Test func `an OpenDocument spreadsheet is read`() throws {
    try check(Self.openDocument, kind: OpenDocument.kind)
  }

  /// A sheet of OpenDocument with these rows below a header.
  private func openDocument(rows: String) -> [UInt8] {
    let header = ["款号", "直播价", "库存", "a", "b"].map {
      "<table:table-cell><text:p>\($0)</text:p></table:table-cell>"
    }
    let content =
      "<office:document-content><office:spreadsheet><table:table table:name=\"s\"><table:table-row>\(header.joined())</table:table-row>\(rows)</table:table></office:spreadsheet></office:document-content>"
    return StoredZip.bytes([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content),
    ])
  }

  @Test func `repeated cells and rows of an OpenDocument spreadsheet are read`() throws {
    let one = "<table:table-cell office:value-type=\"float\" office:value=\"7\""
    let catalog = try readCSV(
      openDocument(
        rows: "<table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
          + "\(one) table:number-columns-repeated=\"2\"/><table:table-cell table:number-columns-repeated=\"1\"/>"
          + "\(one)/></table:table-row><table:table-row table:number-rows-repeated=\"3\"><table:table-cell><text:p>B</text:p></table:table-cell>"
          + "\(one) table:number-columns-repeated=\"4\"/></table:table-row>"))
    #expect(catalog.spus == ["A", "B"] && catalog.lines == [2, 3])
    #expect(catalog.numbers(.price) == [7, 7] && catalog.numbers(.stock) == [7, 7])
    #expect(
      catalog.notes.contains { $0.description.hasPrefix("2 rows equal to another") && $0.lines == [4, 5] })
    let own = try #require(catalog.columns.first { $0.name == "a" })
    guard case .numbers(let numbers) = own.values else {
      Issue.record("a is no column of numbers")
      return
    }
    #expect(numbers[0].isNaN && numbers[1] == 7)
  }

  @Test func `cells that a few bytes repeat through a whole sheet are refused before they fill the memory`() {
    let row =
      "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16000\"><text:p>A</text:p></table:table-cell></table:table-row>"
    let error = #expect(throws: LineupError.self) { try readCSV(openDocument(rows: row)) }
    #expect(error?.description.contains("a sheet repeats filled cells more than a million times") == true)
  }

  @Test func `an .xls workbook is read`() throws {
    try check(BinaryBytes.workbook(), kind: BinaryWorkbook.kind)
    // Texts go on in further records wherever they are cut.
    for cut in 1..<40 { try check(BinaryBytes.workbook(cuttingTextsAt: cut), kind: BinaryWorkbook.kind) }
  }

  @Test func `an .xls workbook with a password is refused`() {
    let error = #expect(throws: LineupError.self) { try readCSV(BinaryBytes.workbook(hasPassword: true)) }
    #expect(error?.description.contains("it has a password; save it without one") == true)
  }

  @Test(
    .enabled(if: SharedData.path(of: "field/nike_products.xls") != nil, "the file is not beside the package"))
  func `a real .xls workbook is read`() throws {
    var settings = CatalogSettings()
    settings.defaults = [.init(column: .stock, text: "1", location: SourceLocation(source: "s"))]
    let path = try #require(SharedData.path(of: "field/nike_products.xls"))
    let catalog = try Catalog(contentsOf: path, settings: settings)
    #expect(catalog.count == 189)
    #expect(catalog.numbers(.price)?.first == 81.97)
    #expect(catalog.text(.name, row: 0) == "Nike Manoa Leather")
  }
}
