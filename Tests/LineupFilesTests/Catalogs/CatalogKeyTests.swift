import Foundation
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// What the keys of a scenario make of a catalog, as `lineup check --styles` writes it.
@Suite struct CatalogKeyTests {
  /// The styles of a scenario beside files; the first is the catalog.
  static func styles(_ scenario: String, _ files: [String: String]) throws -> String {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    let named = scenario.contains("catalog:") ? scenario : "catalog: c.csv\n" + scenario
    let path = try folder.write(named, to: "show.yaml")
    return String(decoding: StylesFile.bytes(of: try ShowFile(path: path).show()), as: UTF8.self)
  }

  static func message(_ scenario: String, _ files: [String: String]) -> String {
    do {
      _ = try styles(scenario, files)
      return "nothing"
    } catch {
      return "\(error)".replacing(/[^ \n]*\/(show.yaml|[a-z]+.csv)/) { String($0.1) }
    }
  }

  @Test(
    "a form makes a column",
    arguments: [
      ("spu: { before: \"-\", of: a }", "A-1-2", "A"), ("spu: { before: \"-\", of: a }", "A12", "A12"),
      ("spu: { after: \"-\", of: a }", "A-1-2", "1-2"),
      ("spu: { part: 2, of: a, by: \"-\" }", "A- 1 -2", "1"),
      ("spu: { part: -1, of: a, by: \">>\" }", "x>>y>>z", "z"),
      ("spu: { join: [a, b], with: \"/\" }", "A1", "A1/5"),
      ("spu: { join: [a, b] }", "A1", "A1 5"), ("spu: { join: [b, a], with: \"\" }", "A1", "5A1"),
      ("spu: { first: [a, b] }", "-", "5"), ("spu: { letter: B }", "A1", "5"),
      ("spu: { nth: 1, of: a }", "A1", "A1"), ("spu: a", "\"=\"\"007\"\"\"", "007"),
      ("spu: { before: \"-\", of: { letter: a } }", "A-1", "A"),
    ])
  func forms(column: String, cell: String, id: String) throws {
    let styles = try Self.styles(
      "columns: { \(column), price: c, stock: d }", ["c.csv": "a,b,c,d\n\(cell),5,9,1\n"])
    let line = styles.split(separator: "\n")[1]
    #expect(line.hasPrefix("\(id),9,1"), "\(styles)")
  }

  @Test(
    "numbers of several columns become one",
    arguments: [
      ("{ sum: [x, y] }", "1,2", "3"), ("{ sum: [x, y] }", "-,2", "2"), ("{ sum: [x, y] }", ",", ""),
      ("{ sum: [x, y] }", "\"1,299.5\",0.5", "1300"), ("{ first: [x, y] }", ",2", "2"),
      ("{ first: [x, y] }", "0,2", "0"), ("{ first: [x, y] }", "无,2", "2"), ("{ first: [y, x] }", "1,", "1"),
      ("{ sum: [x, y, x] }", "2,9", "13"),
    ])
  func numbers(form: String, cells: String, stock: String) throws {
    let styles = try Self.styles("columns: { stock: \(form) }", ["c.csv": "spu,price,x,y\nA,9,\(cells)\n"])
    #expect(styles == "spu,price,stock\nA,9,\(stock)\n")
  }

  @Test func `headers that a form reads answer to their own columns and are not kept`() throws {
    let styles = try Self.styles(
      "columns: { price: { first: [活动价, 吊牌价] }, look: { after: \":\", of: 颜色 }, 仓A: 仓A, stock: { sum: [仓A, 仓B] }, role: null }",
      ["c.csv": "款号,颜色,活动价,吊牌价,仓A,仓B,role\nA,色:红,,399,1,2,hero\n"])
    #expect(styles == "spu,price,list_price,stock,look,仓A,role\nA,399,399,3,红,1,hero\n")
  }

  @Test func `a column of one's own is named by the scenario`() throws {
    let files = ["c.csv": "spu,price,stock,颜色,颜色\nA,9,1,红,蓝\n"]
    #expect(
      try Self.styles("columns: { tone: { nth: 2, of: 颜色 } }", files)
        == "spu,price,stock,颜色,tone\nA,9,1,红,蓝\n")
    #expect(
      Self.message("columns: { tone: 色 }", files)
        == "show.yaml:2: the catalog has no header \"色\"; did you mean \"颜色\"?")
  }

  @Test(
    "an empty column never answers where a filled one can",
    arguments: [
      ("price,售价\n,9", "9"), ("price,售价\n5,9", "5"), ("售价,直播价\n-,7", "7"), ("price,售价\n,", ""),
    ])
  func empty(table: String, price: String) throws {
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
    let styles = try Self.styles("", ["c.csv": "spu,stock,\(lines[0])\nA,1,\(lines[1])\n"])
    #expect(styles.split(separator: "\n")[1].hasPrefix("A,\(price),1"), "\(styles)")
  }

  @Test(
    "rows are left out",
    arguments: [
      ("{ spu: { has: false } }", "A,B,C"), ("[{ spu: { has: false } }, { state: 下架 }]", "A,C"),
      ("[{ spu: { has: false } }, { state: { not: [上架] } }]", "A"),
      ("[{ spu: { has: false } }, { day: \"..2025-12-31\" }]", "B,C"),
      ("[{ spu: { has: false } }, { day: 2026-03-05 }]", "A,C"),
      ("[{ spu: { has: false } }, { day: { has: false } }]", "A,B"),
      ("[{ spu: { has: false } }, { stock: \"5..\" }]", "A,C"),
      ("[{ spu: { has: false } }, { state: NIKE, stock: 1 }]", "A,B,C"),
    ])
  func leaveOut(condition: String, ids: String) throws {
    let styles = try Self.styles(
      "leave_out: \(condition)",
      [
        "c.csv":
          "spu,price,stock,state,day\nA,9,1,上架,2025/12/31 20:15\nB,9,5,下架,2026年3月5日\n,9,1,上架,\nC,9,,,\n"
      ])
    #expect(styles.split(separator: "\n").dropFirst().map { $0.prefix(1) }.joined(separator: ",") == ids)
  }

  @Test(
    "rows of one style become one",
    arguments: [
      ("first", "5,1,红"), ("last", "5,4,红"), ("best_stock", "5,4,红"), ("roll_up", "5,7,红"),
      ("{ price: least }", "5,1,红"), ("{ price: greatest, stock: least }", "7,1,红"),
      ("{ price: mean, stock: mean }", "5.666666666666667,2.3333333333333335,红"),
      ("{ tone: list }", "5,1,红|蓝"),
      ("{ tone: count }", "5,1,2"), ("{ tone: last, stock: last }", "5,4,红"),
      ("{ stock: list }", "show.yaml:2: \"stock\" cannot hold tags; it is an id or a number"),
      ("{ tone: sum }", "show.yaml:2: \"tone\" is not a column of numbers (it holds \"红\")"),
      ("{ ton: sum }", "show.yaml:2: the catalog has no column \"ton\"; did you mean \"tone\"?"),
    ])
  func duplicates(policy: String, cells: String) throws {
    let files = ["c.csv": "spu,price,stock,tone\nA,5,1,\nA,,2,红\nA,7,4,蓝\nA,5,,红\n"]
    if cells.contains("show.yaml") {
      #expect(Self.message("on_duplicate: \(policy)", files) == cells)
    } else {
      // `best_stock` takes the row with 4, whose cells are filled.
      let expected = policy == "best_stock" ? "7,4,蓝" : cells
      #expect(
        try Self.styles("on_duplicate: \(policy)", files) == "spu,price,stock,tone\nA,\(expected)\n")
    }
  }

  @Test func `equal rows count once`() throws {
    let files = ["c.csv": "spu,price,stock\nA,5,1\nA,5,1\nB,5,2\n"]
    #expect(try Self.styles("", files) == "spu,price,stock\nA,5,1\nB,5,2\n")
    #expect(try Self.styles("on_duplicate: roll_up", files) == "spu,price,stock\nA,5,1\nB,5,2\n")
    #expect(
      try Self.styles("on_duplicate: roll_up\nequal_rows: keep", files) == "spu,price,stock\nA,5,2\nB,5,2\n")
    #expect(
      Self.message("", ["c.csv": "spu,price,stock\nA,5,1\nA,5,2\n"])
        == "c.csv:3: the SPU \"A\" is in line 2 already; an SPU has one row; rows of one style differ in stock; "
        + "say how they become one with on_duplicate: { stock: sum }, or which counts with first, last or best_stock"
    )
  }

  @Test(
    "tables add columns",
    arguments: [
      ("key: id, columns: { n: { sum: q } }", "n", ["3.5", "", "9"]),
      ("key: id, columns: { n: { sum: q, else: 0 } }", "n", ["3.5", "0", "9"]),
      ("key: id, columns: { n: { count: via } }", "n", ["2", "", "1"]),
      ("key: id, columns: { n: { list: via } }", "n", ["直播|门店", "", "直播"]),
      ("key: id, columns: { n: { greatest: q } }", "n", ["2", "", "9"]),
      (
        "key: id, where: { day: \"2026-08-01..2026-08-31\" }, columns: { n: { sum: q } }", "n",
        ["1.5", "", "9"]
      ),
      ("key: id, where: { via: 门店 }, columns: { n: { last: q } }", "n", ["2", "", ""]),
      ("key: { before: \"-\", of: sku }, columns: { n: { sum: q } }", "n", ["3.5", "", "9"]),
      ("key: id, columns: { n: { least: { first: [z, q] } } }", "n", ["1", "", "9"]),
      ("key: id, columns: { n: { sum: { sum: [q, z] } } }", "n", ["4.5", "", "9"]),
      ("key: id, columns: { n: { greatest: day } }", "n", ["2026-09-01", "", "2026-08-31"]),
    ])
  func tables(settings: String, column: String, cells: [String]) throws {
    let table =
      "sku,id,day,q,via,z\nA-1,A,2026-08-01,1.5,直播,1\nA-2,A,2026/9/1 10:00,2,门店,\nC-1,C,2026年8月31日,9,直播,\nX-1,X,2026-08-05,9,直播,\n,合计,,99,,\n"
    let styles = try Self.styles(
      "tables: { s: { file: t.csv, \(settings) } }",
      ["c.csv": "spu,price,stock\nA,5,1\nB,5,1\nC,5,1\n", "t.csv": table])
    let lines = styles.split(separator: "\n")
    #expect(lines[0] == "spu,price,stock,\(column)")
    #expect(
      lines.dropFirst().map { String($0.split(separator: ",", omittingEmptySubsequences: false)[3]) } == cells
    )
  }

  @Test(
    "a table fills what the catalog lacks, or replaces it",
    arguments: [("", ["5", "8", ""]), ("replace: true, ", ["7", "8", ""]), ("", ["5", "8", "0"])])
  func fill(replace: String, stock: [String]) throws {
    let fallback = stock[2] == "0" ? ", else: 0" : ""
    let styles = try Self.styles(
      "tables: { s: { file: t.csv, key: k, \(replace)columns: { stock: { sum: n\(fallback) } } } }",
      ["c.csv": "spu,price,stock\nA,9,5\nB,9,\nC,9,\n", "t.csv": "k,n\nA,7\nB,8\n"])
    #expect(
      styles.split(separator: "\n").dropFirst().map {
        String($0.split(separator: ",", omittingEmptySubsequences: false)[2])
      }
        == stock)
  }

  @Test func `files are read one after another, and so are tables' forecasts`() throws {
    let files = [
      "a.csv": "spu,price,stock\nA,5,1\n", "b.csv": "stock,spu,tone,price\n2,B,红,7\n",
      "t.csv": "k,n\nA,30\n",
    ]
    let scenario =
      "catalog: [a.csv, b.csv]\ntables: { s: { file: t.csv, key: k, columns: { sold: { sum: n } } } }\ndemand: { column: sold, times: 0.1 }\ndefaults: { expected_units: 2 }\n"
    #expect(try Self.styles(scenario, files) == "spu,price,stock,tone,sold\nA,5,1,,30\nB,7,2,红,\n")
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    let show = try ShowFile(path: folder.write(scenario, to: "show.yaml")).show()
    #expect(show.forecast == [3, 2])
  }

  @Test(
    "what is wrong with the keys is said",
    arguments: [
      (
        "columns: { stock: [x, y] }",
        "show.yaml:2: \"stock\" takes a header, or what to do with several: { sum: [x, y] } or { first: [x, y] }, not a list"
      ),
      (
        "columns: { stock: { part: 0, of: x, by: \"-\" } }",
        "show.yaml:2: \"part\" is 0, but must be 1, 2, … or from the end -1, -2, …"
      ),
      (
        "columns: { stock: { letter: 7 } }",
        "show.yaml:2: \"letter\" takes the letters of a column, such as F or AB, not \"7\""
      ),
      (
        "columns: { stock: { letter: ZZ } }",
        "show.yaml:2: there is no column ZZ; the header row ends with column D"
      ),
      (
        "leave_out: {}",
        "show.yaml:2: \"leave_out\" takes conditions such as { spu: { has: false } }, not a mapping"
      ),
      (
        "leave_out: { tone: x }",
        "show.yaml:2: the catalog has no column \"tone\"; known: spu, price, x, y, stock"
      ),
      (
        "on_duplicate: { x: add }",
        "show.yaml:2: \"x\" takes sum, first, last, least, greatest, mean, list or count, not \"add\""
      ),
      (
        "tables: { s: { file: t.csv } }",
        "show.yaml:2: the table \"s\" needs \"key\"\nshow.yaml:2: the table \"s\" needs \"columns\""
      ),
      (
        "tables: { s: { file: t.csv, key: k, columns: { n: { sum: q } } } }",
        "show.yaml:2: \"file\" names t.csv, but there is no such file; the path is relative to the file that names it"
      ),
    ])
  func problems(scenario: String, message: String) {
    let found = Self.message(scenario + "\ndefaults: { stock: 1 }", ["c.csv": "spu,price,x,y\nA,9,1,2\n"])
    #expect(found == message)
  }

  @Test func `SKU alone is asked about`() {
    let found = Self.message("", ["c.csv": "SKU,price,stock\nA-1,9,1\n"])
    #expect(found.hasPrefix("c.csv:1: is \"SKU\" the id of a style, or of each size and colour of it?"))
  }

  @Test func `what check writes is a catalog of the same trays`() throws {
    for seed in 0..<40 {
      let messy = MessyCatalog.random(seed: UInt64(1000 + seed))
      let folder = try TemporaryFolder()
      for file in messy.files { try folder.write(file.text, to: file.name) }
      guard let show = try? ShowFile(path: folder.write(messy.scenario, to: "show.yaml")).show() else {
        continue
      }
      try folder.write(Data(StylesFile.bytes(of: show)), to: "styles.csv")
      let again = try ShowFile(path: folder.write("catalog: styles.csv\n", to: "again.yaml")).show()
      #expect(StylesFile.bytes(of: again) == StylesFile.bytes(of: show), "seed \(1000 + seed)")
      #expect(again.candidates == show.candidates)
    }
  }
}
