/// A zip archive whose parts are not packed, so that tests can write workbooks as text.
package enum StoredZip {
  package static func bytes(_ parts: [(name: String, text: String)], saysSize: Int? = nil) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      let content = Array(part.text.utf8)
      let size = saysSize ?? content.count
      let common =
        number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(0, 4)
        + number(content.count, 4) + number(size, 4) + number(name.count, 2) + number(0, 2)
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 6) + number(0, 4)
        + number(archive.count, 4) + name
      archive += number(0x0403_4B50, 4) + common + name + content
    }
    return archive + directory + number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2)
      + number(parts.count, 2) + number(directory.count, 4) + number(archive.count, 4) + number(0, 2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// A workbook of sheets of texts and numbers.
  package static func workbook(sheets: [(name: String, rows: [[String]])]) -> [UInt8] {
    func cell(_ text: String, _ column: Int, _ row: Int) -> String {
      if text.isEmpty { return "" }
      let place = "\(String(UnicodeScalar(UInt8(65 + column))))\(row)"
      if Double(text) != nil { return "<c r=\"\(place)\"><v>\(text)</v></c>" }
      let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped)</t></is></c>"
    }
    let parts = sheets.enumerated().map { place, sheet in
      let rows = sheet.rows.enumerated().map { row, cells in
        "<row r=\"\(row + 1)\">"
          + cells.enumerated().map { cell($1, $0, row + 1) }.joined() + "</row>"
      }
      return (
        name: "xl/worksheets/sheet\(place + 1).xml",
        text: "<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>"
      )
    }
    let names = sheets.enumerated().map { "<sheet name=\"\($1.name)\" r:id=\"s\($0)\"/>" }.joined()
    let links = sheets.indices.map {
      "<Relationship Id=\"s\($0)\" Type=\"x/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }.joined()
    return bytes(
      [
        (
          "_rels/.rels",
          "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
        ("xl/workbook.xml", "<workbook xmlns:r=\"q\"><sheets>\(names)</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships>\(links)</Relationships>"),
      ] + parts)
  }

  /// A workbook of one notes sheet and one sheet with these rows.
  package static func workbook(_ rows: String, saysSize: Int? = nil) -> [UInt8] {
    bytes(
      [
        (
          "_rels/.rels",
          "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
        (
          "xl/workbook.xml",
          "<?xml version=\"1.0\"?><x:workbook xmlns:x=\"m\" xmlns:r=\"q\"><x:sheets><x:sheet name=\"说明\" r:id=\"a\"/>"
            + "<x:sheet name=\"货盘\" r:id=\"b\"/></x:sheets></x:workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
            + "<Relationship Id=\"c\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
            + "<Relationship Id=\"d\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>"
        ),
        (
          "xl/sharedStrings.xml",
          "<sst><si><t>款号</t></si><si><t>直播价（元）</t></si><si><t>库存</t></si><si><r><t>羊毛</t></r><r><t> 大衣</t></r>"
            + "<rPh sb=\"0\" eb=\"1\"><t>yang</t></rPh></si><si><t>1,299.00</t></si><si><t>299</t></si></sst>"
        ),
        (
          "xl/styles.xml",
          "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"
        ),
        (
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>read me</t></is></c></row></sheetData></worksheet>"
        ),
        (
          "xl/worksheets/sheet2.xml",
          "<worksheet><!-- a --><sheetData>\(rows)</sheetData><mergeCells><mergeCell ref=\"A1:D1\"/></mergeCells></worksheet>"
        ),
      ], saysSize: saysSize)
  }

  package static let rows = """
    <row r="1"><c r="A1" t="inlineStr"><is><t>秋季 &amp; 冬季</t></is></c></row>
    <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="s"><v>2</v></c>
    <c r="D3" t="str"><f>A1</f><v>品名</v></c><c r="E3" t="inlineStr"><is><t>上市</t></is></c></row>
    <row r="4"><c r="A4"><v>1.0017413E7</v></c><c r="B4" t="s"><v>4</v></c><c r="C4"><v>30</v></c><c r="D4" t="s"><v>3</v></c>
    <c r="E4" s="1"><v>46274</v></c></row>
    <row r="7"><c r="A7" t="str"><v>B</v></c><c r="B7" t="s"><v>5</v></c><c r="C7"><f>1+4</f><v>5</v></c>
    <c r="D7" t="e"><v>#REF!</v></c><c r="E7" s="2"><v>46274.5</v></c></row>
    <row r="8"><c r="A8" t="str"><v>C</v></c><c r="B8"><v>1</v></c><c r="C8"><f>2+2</f></c></row>
    """
}
