import Testing

@testable import Lineup

@Suite struct SpellingTests {
  @Test(arguments: [
    ("NIKE", "nike"), ("NIKE", "ＮＩＫＥ"), ("Nike ", " nike"), ("Ni\u{200B}ke", "Nike"), ("ｶﾞﾑ", "ガム"),
    ("Été", "ÉTÉ"), ("连衣裙（女）", "连衣裙(女)"), ("A\u{3000}B", "a b"), ("Ｎ°１", "n°1"), ("\u{FEFF}x", "X"),
    ("ДОМ", "дом"), ("Ĳ", "ĳ"), ("soft\u{AD}shell", "softshell"),
  ])
  func `case, width, spaces at the ends and invisible characters make no other value`(
    one: String, other: String
  ) {
    #expect(Spelling.areAlike(one, other))
    // The hash must agree, or the table never compares them. Cells come to it trimmed.
    let cells = [one, "else", other].map { CatalogText.normalized($0) }
    #expect(Spelling.leaders(of: cells) == [0, 1, 0])
  }

  @Test(arguments: [
    ("NIKE", "NIKÉ"), ("A B", "AB"), ("A-B", "AB"), ("女", "女装"), ("1.0", "1"), ("ß", "ss"),
    ("https://x.cn/aB", "https://x.cn/Ab"), ("春", "春季"),
  ])
  func `other differences do`(one: String, other: String) {
    #expect(!Spelling.areAlike(one, other))
    #expect(Spelling.leaders(of: [one, other]) == nil)
  }

  @Test func `the most frequent spelling stands, the first of equals`() throws {
    let catalog = try catalog(
      "spu,price,stock,brand,role", "A,1,1,nike,hero", "B,1,1,Nike,Hero|new", "C,1,1,Nike,HERO|NEW",
      "D,1,1,Puma,new", "E,1,1,PUMA,", "F,1,1,,hero|Hero")
    #expect((0..<6).map { catalog.text(.brand, row: $0) } == ["Nike", "Nike", "Nike", "Puma", "Puma", nil])
    #expect(
      (0..<6).map { catalog.text(.role, row: $0) } == ["hero", "hero|new", "hero|new", "new", nil, "hero"])
    let notes = catalog.notes.filter { $0.kind == .spellings }
    #expect(notes.map(\.column) == ["brand", "role"])
    #expect(notes.map(\.count) == [2, 3])
    #expect(notes.map(\.lines) == [[2, 6], [3, 4, 7]])
    #expect(notes.first?.example == .init(written: "nike", read: "Nike"))
  }

  @Test func `a default is spelt as the catalog spells it`() throws {
    let place = SourceLocation(source: "show.yaml", line: 2)
    var settings = CatalogSettings()
    settings.defaults = [.init(column: .brand, text: "ｎｉｋｅ", location: place)]
    let catalog = try catalog("spu,price,stock,brand", "A,1,1,Nike", "B,1,1,", settings: settings)
    #expect(catalog.text(.brand, row: 1) == "Nike")
  }

  @Test func `ids are not merged, and those that look alike are said`() throws {
    let catalog = try catalog("spu,price,stock", "A1,1,1", "a1,1,1", "B\u{200B}2,1,1", "C3,1,1")
    #expect(catalog.count == 4)
    let notes = catalog.idNotes()
    #expect(notes.map(\.kind) == [.invisibleInIDs(["U+200B"]), .idsAlike("A1", "a1")])
    #expect(notes.map(\.lines) == [[4], [3]])
  }

  @Test func `rules mean a value in any of its spellings`() throws {
    let catalog = try catalog(
      "spu,price,stock,expected_units,brand,role", "A,1,9,1,NIKE,Hero", "B,2,9,1,nike,main",
      "C,3,9,1,Puma,main")
    let scenario = map(
      ("eligible", map(("where", map(("brand", list(scalar("ｎｉｋｅ"), scalar("PUMA"))))))),
      (
        "rules",
        map(
          (
            "heroes",
            map(("sum", scalar("items")), ("where", map(("role", scalar("HERO")))), ("range", scalar("1")))
          ),
          (
            "brands",
            map(("split", scalar("brand")), ("items", map(("Nike", scalar("1")), ("puma", scalar("0")))))
          ))
      ))
    let show = try Show(Scenario(scenario), catalog: catalog)
    #expect(show.candidates.count == 3)
    let result = try show.solve()
    let tray = try #require(result.tray)
    #expect(tray.items.map(\.spu) == ["A"])
    #expect(tray.rules.map(\.row) == ["heroes", "brands: Nike", "brands: puma"])
    #expect(tray.rules.map(\.actual) == [1, 1, 0])
  }

  @Test func `two spellings of one value in a split are one too many`() throws {
    let catalog = try catalog("spu,price,stock,expected_units,brand", "A,1,9,1,NIKE")
    let scenario = map(
      (
        "rules",
        map(
          ("b", map(("split", scalar("brand")), ("items", map(("Nike", scalar("1")), ("nike", scalar("0"))))))
        )
      ))
    let error = #expect(throws: LineupError.self) { try Show(Scenario(scenario), catalog: catalog) }
    #expect(error?.problems.map(\.kind) == [.listedTwice("NIKE", key: "items")])
  }
}
