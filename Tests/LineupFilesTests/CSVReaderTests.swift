import Foundation
import Testing

@testable import Lineup
@testable import LineupFiles

/// Reads catalog text as a file named `c.csv`.
func readCSV(_ text: String, _ settings: CatalogSettings = .init()) throws -> Catalog {
  try readCSV(Array(text.utf8), settings)
}

func readCSV(_ bytes: [UInt8], _ settings: CatalogSettings = .init()) throws -> Catalog {
  try CatalogFiles.catalog(bytes, source: "c.csv", settings: settings)
}

@Suite struct CSVReaderTests {
  /// The name of each row, `~` where missing.
  private func names(_ catalog: Catalog) -> [String] {
    (0..<catalog.count).map { catalog.text(.name, row: $0) ?? "~" }
  }

  @Test(
    "oddities of real files are read",
    arguments: [
      ("spu,name,price,stock\nA,Coat,10,5\n", ["Coat"]),
      ("spu;name;price;stock\r\nA;Coat, long;10;5", ["Coat, long"]),
      ("spu\tname\tprice\tstock\rA\tCoat\t10\t5\r", ["Coat"]),
      ("\u{FEFF}spu,name,price,stock\nA,Coat,10,5\n", ["Coat"]),
      ("\u{FEFF}\"spu\",name,price,stock\nA,Coat,10,5\n", ["Coat"]),
      ("spu,name,price,stock\nA,\"a \"\"b\"\", c\",1,1", ["a \"b\", c"]),
      ("spu,name,price,stock\nA,\"two\nlines\",1,1\nB,\"\",1,1", ["two\nlines", "~"]),
      ("spu,name,price,stock\nA,\"two\r\nlines\",1,1", ["two\r\nlines"]),
      ("spu,name,price,stock\nA,5\" heel,1,1", ["5\" heel"]),
      ("spu,name,price,stock\nA,\"Coat\"  ,1,1", ["Coat"]),
      ("spu,name,price,stock\n\n,,,\n  , ,\u{3000},\n,,,,,,,\nA,Coat,1,1\n\n\n", ["Coat"]),
      ("\n\nspu,name,price,stock\nA,Coat,1,1", ["Coat"]),
      ("spu,price,stock,name\nA,1,1\nB,1,1,x", ["~", "x"]),
      ("spu,name,price,stock,,\nA,Coat,1,1,,\nB,Hat,1,1,x,y", ["Coat", "Hat"]),
      ("spu,name,price,stock\nA,\u{A0} Coat\u{3000},1,1", ["Coat"]),
      ("spu,name,price,stock\nA,e\u{301}te\u{301},1,1\nB,été,1,1", ["été", "été"]),
      ("款号,品名,直播价,库存\nA,羊毛大衣,1,1", ["羊毛大衣"]),
      ("스타일번호,상품명,판매가,재고\nA,코트,1,1", ["코트"]),
      ("spu,\"a;b;c;d\",name,price,stock\nA,,Coat,1,1", ["Coat"]),
      ("spu,name,price,stock\nA,\"\u{0}x\",1,1", ["\u{0}x"]),
    ])
  func oddities(text: String, expected: [String]) throws {
    #expect(names(try readCSV(text)) == expected)
  }

  @Test(
    "what is wrong is said with its line",
    arguments: [
      ("", "c.csv: the file is empty"),
      ("\u{FEFF}", "c.csv: the file is empty"),
      ("\n \n,,\n", "c.csv: there is no header row"),
      ("spu,price,stock\n", "c.csv:1: there is a header but no style below it"),
      (
        "spu,price,stock\nA,1,1,\n",
        "c.csv:2: the row has 4 cells, but the header has 3; quote cells that hold the delimiter"
      ),
      (
        "spu,price,stock\nA,\"1\n,1\nB,1,1",
        "c.csv:2: a quoted cell opens here and is never closed; add the missing \""
      ),
      (
        "spu,price,stock\n\"A\"B\",1,1",
        "c.csv:2: text follows the closing quote of a cell; double the quotes inside it (\"\")"
      ),
      (
        "spu,name,price,stock\nA,\"x\ny\r\nz\rw\",1,1\nB,n,x,1",
        "c.csv:6: price is \"x\", which is no number; write digits only, such as 299 or 299.5, "
          + "or say what number it stands for with values: { price: { NUMBER: [x] } }"
      ),
      (
        "\n\nspu,price,stock\n\nA,1,1\nA,2,2",
        "c.csv:6: the SPU \"A\" is in line 5 already; an SPU has one row; "
          + "rows of one style differ in price and stock; say how they become one with on_duplicate: { stock: sum }, or which counts with first, last or best_stock"
      ),
      (
        "spu,price,stock\nA,y,1\n\"B\"x,1,1",
        "c.csv:2: price is \"y\", which is no number; write digits only, such as 299 or 299.5, "
          + "or say what number it stands for with values: { price: { NUMBER: [y] } }\n"
          + "c.csv:3: text follows the closing quote of a cell; double the quotes inside it (\"\")"
      ),
    ])
  func mistakes(text: String, expected: String) {
    let error = #expect(throws: LineupError.self) { try readCSV(text) }
    #expect(error?.description == expected)
  }

  @Test func `bytes that are not UTF-8 are named by line`() {
    let text = Array("spu,price,stock\nA,1,1\n".utf8) + [0xB0, 0x0A, 0xFF, 0x0A]
    let error = #expect(throws: LineupError.self) { try readCSV(text) }
    #expect(error?.problems == [Problem(.notUTF8, at: SourceLocation(source: "c.csv", line: 3))])
  }

  @Test func `a file that is not there is said`() {
    let error = #expect(throws: LineupError.self) { try Catalog(contentsOf: "no/such.csv") }
    #expect(error?.description == "no/such.csv: there is no such file")
    let folder = #expect(throws: LineupError.self) { try Catalog(contentsOf: "/") }
    #expect(folder?.description == "/: the file cannot be read: it is a folder")
  }

  @Test func `rows know their lines`() throws {
    let catalog = try readCSV("spu,name,price,stock\n\nA,\"x\ny\",1,1\n,,,\nB,z,1,1\n")
    #expect(catalog.lines == [3, 6])
    #expect(catalog.row(ofSPU: "B") == 1)
  }
}
