import LineupSamples
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// Rows of several files and sheets: what is said of a line says which file's line it is.
@Suite struct SeveralFilesTests {
  private func catalog(_ files: KeyValuePairs<String, String>, _ settings: CatalogSettings = .init()) throws
    -> Catalog
  {
    let bytes = Dictionary(uniqueKeysWithValues: files.map { ($0.key, Array($0.value.utf8)) })
    return try Catalog(contentsOf: files.map(\.key), settings: settings) { bytes[$0] ?? [] }
  }

  private func ways() -> CatalogSettings {
    var settings = CatalogSettings()
    settings.onDuplicate = .first
    return settings
  }

  @Test func `notes name the file of each line`() throws {
    let catalog = try catalog(
      [
        "a.csv": "spu,name,price,stock,brand\nA,x,9,5,N\nB,y,8,-3,-\nC,z,7\n",
        "b.csv": "price,spu,stock,brand\n9,D,5,n\n¥3,E,3,-\n8,A,4,O\n合计,,12\n7,A\n",
      ], ways())
    #expect(
      catalog.notes.map(\.description) == [
        "b.csv: the file has no column \"name\"; it counts as missing in its rows",
        "1 row of sums left out (totals: keep keeps them), such as \"合计\" (line 5 of b.csv)",
        "2 rows with fewer cells than headers; the rest counts as missing (line 4 of a.csv; line 6 of b.csv)",
        "price: 1 cell with currency signs, such as \"¥3\" read as 3 (line 3 of b.csv)",
        "brand: 2 cells taken as missing, such as \"-\" (line 3 of a.csv; line 3 of b.csv)",
        "brand: 1 cell spelt otherwise than most (case, width, invisible characters), taken as one value, such as \"n\" read as N (line 2 of b.csv)",
        "spu: 2 rows of an SPU met before left out but for cells that fill blank ones (on_duplicate: first) (line 4, 6 of b.csv)",
        "price: rows of one style differ in 1 style; the first filled counts, such as A with \"9\" and \"8\" (line 2 of a.csv; line 4 of b.csv)",
        "stock: rows of one style differ in 1 style; the first filled counts, such as A with \"5\" and \"4\" (line 2 of a.csv; line 4 of b.csv)",
        "brand: rows of one style differ in 1 style; the first filled counts, such as A with \"N\" and \"O\" (line 2 of a.csv; line 4 of b.csv)",
      ])
    // Of the styles too, once rows became styles.
    #expect(catalog.place.lines(of: [2, 4]).map(\.words) == ["line 4 of a.csv", "line 3 of b.csv"])
    #expect(catalog.location(ofRow: 3).description == "b.csv:2")
  }

  @Test func `rows that lack only columns that their file has not are whole`() throws {
    let catalog = try catalog([
      "a.csv": "spu,price,stock,name\nA,9,5,x\n", "b.csv": "spu,price,stock\nB,8,4\n",
    ])
    #expect(
      catalog.notes.map(\.description) == [
        "b.csv: the file has no column \"name\"; it counts as missing in its rows"
      ])
  }

  @Test func `errors name the file of each line, and rows are as long as their own header`() throws {
    let error = #expect(throws: LineupError.self) {
      try catalog(["a.csv": "spu,price,stock\nA,9,5\nB,x,5\n", "b.csv": "price,spu,stock\n9,C,5,8\nx,D,5\n"])
    }
    let words = error?.problems.map(\.description) ?? []
    #expect(words.count == 2)
    #expect(words.first?.hasPrefix("a.csv:3: price is \"x\"") == true)
    #expect(words.first?.contains("(in 2 lines, also line 3 of b.csv)") == true)
    #expect(words.last?.hasPrefix("b.csv:2: the row has 4 cells, but the header has 3") == true)
  }

  @Test func `notes name the sheet of each line`() throws {
    let book = StoredZip.workbook(sheets: [
      ("男装", [["款号", "直播价", "库存", "颜色"], ["A", "9", "5", "黑"], ["B", "8", "-", "红"]]),
      ("女装", [["款号", "直播价", "库存"], ["C", "-", "5"], ["D", "9", "5", "样"]]),
    ])
    var settings = CatalogSettings()
    settings.sheets = ["男装", "女装"].map { .init(name: $0, location: SourceLocation(source: "s")) }
    let words = try readCSV(book, settings).notes.map(\.description)
    #expect(words.contains("库存 (stock): 1 cell taken as missing, such as \"-\" (line 3 of sheet 男装)"))
    #expect(words.contains("直播价 (price): 1 cell taken as missing, such as \"-\" (line 2 of sheet 女装)"))
    #expect(words.contains("1 cell under no header left out, such as \"样\" (line 3 of sheet 女装)"))
    #expect(!words.contains { $0.contains("fewer cells") })
  }
}
