import Testing

@testable import Lineup
@testable import LineupFiles

/// Tables of web pages, as systems export them under the name .xls.
@Suite struct PageTests {
  /// The rows that a page is read as: cells with `|` between them.
  private func rows(_ page: String, table: String = "table 1") throws -> [String] {
    let file = try TextFile(Array(page.utf8), source: "p", settings: .init())
    let tables = try PageTables(file)
    let sheet = try #require(tables.sheets.first { $0.name == table })
    return try tables.read(sheet, isTop: false) { rows in
      var found: [String] = []
      while try rows.nextRow() {
        let row = rows.topRow.cells.map { CatalogText.normalized($0) }.joined(separator: "|")
        found.append((rows.isHidden ? "~" : "") + row)
      }
      return found
    }
  }

  @Test(arguments: [
    ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", ["a|b", "1|2"]),
    ("<TABLE BORDER=1><TR><TD>a<TD>b<TR><TD>1<TD>2</TABLE>", ["a|b", "1|2"]),
    ("<table><thead><tr><td>a</thead><tbody><tr><td><b>1</b> <i>x</i></tbody></table>", ["a", "1 x"]),
    ("<table><tr><td>直播价<br>(元)<td><p>one</p><p>two</p></table>", ["直播价 (元)|one two"]),
    ("<table><tr><td> a\n  b\t</td><td>&nbsp;</td><td>c</td></tr></table>", ["a b||c"]),
    (
      "<table><tr><td>A&amp;B &lt;1&gt; &yen;5 &#165;6 &#xFFE5;7 R&D &unknown; &eacute&euro;</table>",
      ["A&B <1> ¥5 ¥6 ￥7 R&D &unknown; é€"]
    ),
    ("<table><tr><td>3 < 5 <2 x<td>b</table>", ["3 < 5 <2 x|b"]),
    ("<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>", ["a||b", "1|2|3"]),
    ("<table><tr><td rowspan=2>a<td>b<tr><td>2<tr><td>3<td>4</table>", ["a|b", "|2", "3|4"]),
    ("<table><tr><td>x<td rowspan='2' colspan='2'>a<td>b<tr><td>1<td>2</table>", ["x|a||b", "1|||2"]),
    (
      "<table><tr style='display: none'><td>h<tr hidden><td>i<tr style=\"height:0;visibility:collapse\"><td>j<tr><td>k</table>",
      ["~h", "~i", "~j", "k"]
    ),
    ("<table><!-- <tr><td>no --><tr><td>a<script>if (a<b) '<td>'</script><style>td{}</style></table>", ["a"]),
    (
      "<table><tr><td x:num=\"1299.5\">1,300<td x:num='46274'>2026-09-09<td x:num=\"0.13\">13%</table>",
      ["1299.5|2026-09-09|13%"]
    ),
    (
      "<table><![if supportMisalignedColumns]><tr height=0 style='display:none'></tr><![endif]><tr><td>a</table>",
      ["a"]
    ),
    ("<table><tr><td>outer<table><tr><td>inner</table>more<td>b</table>", ["outermore|b"]),
    ("<table><tr><td>a", ["a"]), ("<table><tr><td title='x>y' class=\"td\">a</table>", ["a"]),
  ])
  func `pages are read as browsers do`(page: String, expected: [String]) throws {
    #expect(try rows(page) == expected)
  }

  @Test func `a table within a cell and a caption have names`() throws {
    let page = "<table><tr><td><table><caption> 货盘 </caption><tr><td>a<tr><td>b</table></table>"
    #expect(try rows(page, table: "货盘") == ["a", "b"])
  }

  @Test func `the table with a header that is known is read, else the largest`() throws {
    let menu = "<table><tr><td>Home<td>Log out</table>"
    let data = "<table><tr><td>款号<td>直播价<td>库存<tr><td>A1<td>¥1,299.00<td>30</table>"
    let long = "<table>" + String(repeating: "<tr><td>news<td>more", count: 9) + "</table>"
    let catalog = try readCSV("<html><body>" + menu + data + long)
    #expect(catalog.spus == ["A1"])
    #expect(catalog.numbers(.price) == [1299])
    var settings = CatalogSettings()
    settings.columns = [("Artikel", CanonicalColumn.spu), ("Preis", .price), ("Lager", .stock)].map {
      .init(column: $0.1, header: $0.0, location: SourceLocation(source: "s"))
    }
    let other = "<table><tr><td>Artikel<td>Preis<td>Lager<tr><td>B<td>1<td>2<tr><td>C<td>1<td>2</table>"
    #expect(try readCSV("<html>" + menu + other, settings).spus == ["B", "C"])
  }

  @Test(arguments: [
    "<html><head><meta charset=gb2312></head>",
    "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=GBK\">",
    "<html><head>", "<html><head><meta charset=\"utf-8\">",
  ])
  func `a page is read in its encoding, whatever it says`(head: String) throws {
    let page = head + "<table><tr><td>款号<td>品名<td>直播价<td>库存<tr><td>A1<td>羊毛大衣<td>1<td>2</table>"
    for writing in EncodingTests.Writing.simplified {
      let catalog = try readCSV(writing.bytes(of: page))
      #expect(catalog.text(.name, row: 0) == "羊毛大衣", "\(writing)")
    }
  }

  @Test func `merged and hidden rows of a page are said as those of a workbook`() throws {
    let page = """
      <table><tr><td>spu<td>price<td>stock<td>name<tr><td>A<td>1<td>1<td rowspan=2>both<tr><td>B<td>2<td>2
      <tr style='display:none'><td>C<td>3<td>3<td>x</table>
      """
    let words = try readCSV(page).notes.map(\.description)
    #expect(words.contains { $0.hasPrefix("1 hidden row read like the others") })
    #expect(words.contains { $0.hasPrefix("1 area of merged cells") })
  }
}
