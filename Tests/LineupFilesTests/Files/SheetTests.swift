import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// Sheets as people leave them: hidden rows, remarks beside the table, several sheets, two header rows.
@Suite struct SheetTests {
  /// A sheet of texts: rows of cells with `|` between them; `~` before a row hides it, `^` gives it no height.
  static func workbook(_ sheets: [(name: String, rows: [String])], hidden: Set<String> = []) -> [UInt8] {
    let root =
      "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    var list = ""
    var relations = ""
    var parts = [("_rels/.rels", root)]
    for (index, sheet) in sheets.enumerated() {
      let state = hidden.contains(sheet.name) ? " state=\"hidden\"" : ""
      list += "<sheet name=\"\(sheet.name)\"\(state) r:id=\"s\(index)\"/>"
      relations += "<Relationship Id=\"s\(index)\" Type=\"x/worksheet\" Target=\"s\(index).xml\"/>"
      parts.append(("xl/s\(index).xml", xml(of: sheet.rows)))
    }
    parts.append(("xl/workbook.xml", "<workbook><sheets>\(list)</sheets></workbook>"))
    parts.append(("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"))
    return StoredZip.bytes(parts)
  }

  private static func xml(of rows: [String]) -> String {
    var xml = "<worksheet><sheetData>"
    for (index, row) in rows.enumerated() where !row.isEmpty {
      let mark = row.first == "~" ? " hidden=\"1\"" : row.first == "^" ? " ht=\"0\" customHeight=\"1\"" : ""
      xml += "<row r=\"\(index + 1)\"\(mark)>"
      let cells = (mark.isEmpty ? row[...] : row.dropFirst()).split(
        separator: "|", omittingEmptySubsequences: false)
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        let letter = UnicodeScalar(UInt8(65 + column))
        xml += "<c r=\"\(letter)\(index + 1)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
      }
      xml += "</row>"
    }
    return xml + "</sheetData></worksheet>"
  }

  private let place = SourceLocation(source: "s.yaml", line: 2)

  private func words(_ catalog: Catalog) -> [String] {
    catalog.notes.map(\.description).filter {
      !$0.contains("holds as text") && !$0.contains("though its name")
    }
  }

  // MARK: Hidden rows

  private static let filtered = ["spu|price|stock", "~A|1|1", "B|2|2", "^C|3|3", "~", "~|||remark", "D|4|4"]

  @Test func `hidden rows are read, and said`() throws {
    let catalog = try readCSV(Self.workbook([("S", Self.filtered)]))
    #expect(catalog.spus == ["A", "B", "C", "D"])
    #expect(
      words(catalog).contains {
        $0.hasPrefix("2 hidden rows read like the others") && $0.hasSuffix("(line 2, 4)")
      })
  }

  @Test func `hidden rows are left out where the scenario says so, and said`() throws {
    var settings = CatalogSettings()
    settings.leavesOutHidden = true
    let catalog = try readCSV(Self.workbook([("S", Self.filtered)]), settings)
    #expect(catalog.spus == ["B", "D"])
    #expect(words(catalog).contains("2 hidden rows left out (hidden: leave_out) (line 2, 4)"))
    let plain = try readCSV(Self.workbook([("S", ["spu|price|stock", "A|1|1"])]), settings)
    #expect(!words(plain).contains { $0.contains("hidden") })
  }

  // MARK: Remarks

  @Test func `cells under no header are no table, and said`() throws {
    let rows = [
      "spu|price||stock|", "A|1|why?|1|ask Lin", "B|2||2", "||alone", "C|3||3||||far away",
    ]
    let catalog = try readCSV(Self.workbook([("S", rows)]))
    #expect(catalog.spus == ["A", "B", "C"])
    #expect(catalog.columns.map(\.name) == ["spu", "price", "stock"])
    #expect(words(catalog).contains("4 cells under no header left out, such as \"why?\" (line 2, 4, 5, …)"))
  }

  @Test func `in delimited text a cell under an empty header is said, one beyond the headers an error`()
    throws
  {
    let catalog = try readCSV("spu,price,stock,,\nA,1,1,,see note\n,,,,only a note\nB,2,2,,\n")
    #expect(catalog.spus == ["A", "B"])
    #expect(words(catalog).contains("2 cells under no header left out, such as \"see note\" (line 2, 3)"))
    let error = #expect(throws: LineupError.self) { try readCSV("spu,price,stock\nA,1,1,5\n") }
    #expect(error?.problems.map(\.kind) == [.rowTooLong(cells: 4, headers: 3)])
  }

  // MARK: Several sheets

  private static let groups: [(name: String, rows: [String])] = [
    ("男装", ["款号|直播价|库存|品名", "M1|199|5|衬衫"]),
    ("说明", ["本表由商品部维护"]),
    ("女装", ["秋季", "品名|款号|备注|直播价|库存", "裙|W1|新|299|6", "衫|W2||99|7"]),
  ]

  @Test func `another sheet with the same header is named`() throws {
    let catalog = try readCSV(Self.workbook(Self.groups))
    #expect(catalog.spus == ["M1"])
    #expect(
      words(catalog).first
        == "read from the sheet \"男装\"; \"女装\" has the same header and is not read: sheet: [男装, 女装] reads all; 1 other not read"
    )
    let hidden = try readCSV(Self.workbook(Self.groups, hidden: ["男装"]))
    #expect(hidden.spus == ["W1", "W2"])
    #expect(words(hidden).first?.contains("\"男装\" has the same header") == true)
  }

  @Test func `sheets are read one after another, whatever the order of their columns`() throws {
    var settings = CatalogSettings()
    settings.sheets = [.init(name: "男装", location: place), .init(name: "女装", location: place)]
    let catalog = try readCSV(Self.workbook(Self.groups), settings)
    #expect(catalog.spus == ["M1", "W1", "W2"])
    #expect(catalog.numbers(.price) == [199, 299, 99])
    #expect(catalog.numbers(.stock) == [5, 6, 7])
    #expect((0..<3).map { catalog.text(.name, row: $0) } == ["衬衫", "裙", "衫"])
    #expect(catalog.columns.last?.name == "备注")
    #expect(
      [words(catalog)[0], words(catalog)[2]] == [
        "read from the sheets \"男装\" and \"女装\", one after another; lines are counted in each; 1 other not read",
        "the sheet \"男装\" has no column \"备注\"; it counts as missing in its rows",
      ])
  }

  @Test func `what is wrong in one of several sheets is told with the sheet`() throws {
    var settings = CatalogSettings()
    settings.sheets = [.init(name: "A", location: place), .init(name: "B", location: place)]
    let rows = [("A", ["spu|price|stock", "a|1|1"]), ("B", ["spu|price|stock", "b|two|1"])]
    let error = #expect(throws: LineupError.self) { try readCSV(Self.workbook(rows), settings) }
    #expect(error?.description.hasPrefix("c.csv, sheet B:2: price is \"two\"") == true)
    let twice = [("A", ["spu|price|stock", "a|1|1"]), ("B", ["spu|price|stock", "b|1|1", "a|1|2"])]
    let again = #expect(throws: LineupError.self) { try readCSV(Self.workbook(twice), settings) }
    #expect(
      again?.description.hasPrefix("c.csv, sheet B:3: the SPU \"a\" is in line 2 of sheet A already") == true)
    let empty = [("A", ["spu|price|stock", "a|1|1"]), ("B", [])]
    let headless = #expect(throws: LineupError.self) { try readCSV(Self.workbook(empty), settings) }
    #expect(headless?.description == "c.csv, sheet B: there is no header row")
  }

  // MARK: Headers

  @Test func `two rows make a header, as merged cells are stored`() throws {
    var settings = CatalogSettings()
    settings.header = .init(first: 2, last: 3, location: place)
    settings.columns = [
      .init(column: .price, header: "价格/直播", location: place),
      .init(column: .stock, header: "库存/合计", location: place),
    ]
    let rows = [
      "秋季货盘", "款号|品名|价格||库存|||备注", "||吊牌|直播|S|M|合计|", "K1|风衣|899|399|5|18|23|新", "K2|毛衣|399|199|7|14|21",
    ]
    let names = ["spu", "name", "价格/吊牌", "price", "库存/S", "库存/M", "stock", "备注"]
    let sheet = try readCSV(Self.workbook([("S", rows)]), settings)
    #expect(sheet.columns.map(\.name) == names)
    #expect(sheet.numbers(.stock) == [23, 21])
    #expect(sheet.numbers(.price) == [399, 199])
    let text = try readCSV(rows.map { $0.replacing("|", with: ",") }.joined(separator: "\n"), settings)
    #expect(text.columns.map(\.name) == names)
    #expect(text.lines == [4, 5])
    #expect(text.numbers(.stock) == [23, 21])
  }

  @Test(arguments: [
    (["价格", "", "库存"], ["吊牌", "直播", "库存"], ["价格/吊牌", "价格/直播", "库存"]),
    (["款号", "", ""], ["", "S", "M"], ["款号", "S", "M"]),
    (["a", "", "", "b"], ["1", "", "3", "b"], ["a/1", "", "3", "b"]),
    (["", "x"], ["y"], ["y", "x"]),
  ])
  func `headers of two rows are joined`(upper: [String], lower: [String], joined: [String]) {
    #expect(HeaderRow.joined(upper, lower) == joined)
  }

  @Test func `a header that is said is taken, however little it looks like one`() throws {
    var settings = CatalogSettings()
    settings.header = .init(first: 3, last: 3, location: place)
    settings.columns = [.init(column: .spu, header: "x", location: place)]
    let rows = ["spu|price|stock", "", "x|price|stock", "A|1|1"]
    #expect(try readCSV(Self.workbook([("S", rows)]), settings).spus == ["A"])
    let text = rows.map { $0.replacing("|", with: ",") }.joined(separator: "\n")
    #expect(try readCSV(text, settings).spus == ["A"])
    for bytes in [Self.workbook([("S", ["spu|price|stock"])]), Array("spu,price,stock\n".utf8)] {
      let error = #expect(throws: LineupError.self) { try readCSV(bytes, settings) }
      #expect(error?.description.hasPrefix("s.yaml:2: row 3 of the catalog has no text") == true)
    }
  }

  @Test func `a header far down is found where it is said`() throws {
    var settings = CatalogSettings()
    settings.header = .init(first: 45, last: 45, location: place)
    let titles = [String](repeating: "a title", count: 44)
    let catalog = try readCSV((titles + ["spu,price,stock", "A,1,1"]).joined(separator: "\n"), settings)
    #expect(catalog.spus == ["A"])
    #expect(catalog.lines == [46])
  }
}
