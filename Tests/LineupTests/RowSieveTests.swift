import Testing

@testable import Lineup

@Suite struct RowSieveTests {
  @Test(arguments: [
    "合计", "合計", "小计", "总计", "共计", "total", "Total", "TOTAL:", "Sub-total", "sub total", "Grand Total",
    "grand-total：", "SUM", "합계", "소계", "총계", "合 计", "合　计：", "Ｔｏｔａｌ", "合计(3)", "合计（3款）", "Total (12 items)",
    "Total [4]:", "小计：", "=\"合计\"", "'Total", "T o t a l", "Sub–total",
  ])
  func `a row whose id reads as a total is left out`(word: String) throws {
    let catalog = try Catalog(
      source: "c.csv", headers: ["spu", "name", "price", "stock"],
      rows: [["A", "a", "1", "2"], [word, "", "many", "4"], ["B", "b", "3", "5"]])
    #expect(catalog.spus == ["A", "B"])
    #expect(catalog.lines == [2, 4])
    let note = try #require(catalog.notes.first { $0.kind == .totals })
    #expect(note.count == 1 && note.lines == [3])
  }

  @Test(arguments: [
    "TOTAL1", "Totally", "SUM-1", "SUMMER", "合计款", "T100", "S2", "Grand", "subtotals", "Total (new)", "合",
    "G", "总",
  ])
  func `other ids stay`(id: String) throws {
    let catalog = try catalog("spu,name,price,stock", "\(id),a,1,2")
    #expect(catalog.spus == [id])
    #expect(catalog.notes.isEmpty)
  }

  @Test func `without an id any cell tells, with one no other does`() throws {
    let catalog = try catalog(
      "spu,name,price,stock", "A,合计,1,2", ",Subtotal,1,2", ",,小计,2", "B,total,3,4")
    #expect(catalog.spus == ["A", "B"])
    #expect(catalog.notes.map(\.count) == [2])
  }

  @Test func `titles of sections are left out before they make text of numbers`() throws {
    let catalog = try catalog(
      "no,spu,name,price,stock", "WOMEN,,,,", "1,A,a,1,2", "2,B,b,1,2", ",,MEN,,", "3,C,c,1,2", ",春,,,")
    #expect(catalog.spus == ["A", "B", "C"])
    let note = try #require(catalog.notes.first { $0.kind == .sectionTitles })
    #expect(note.count == 3 && note.lines == [2, 5, 7] && note.example?.written == "WOMEN")
    guard case .numbers(let numbers) = catalog.columns[0].values else {
      Issue.record("the column of numbers is text")
      return
    }
    #expect(numbers == [1, 2, 3])
  }

  @Test func `where most rows have one cell they are styles, in their order`() throws {
    var settings = settings(defaults: [(.price, "9"), (.stock, "5")])
    let catalog = try catalog(
      "spu,name,price,stock", "A,,,", "B,b,2,2", "C,,,", "D,,,", settings: settings)
    #expect(catalog.spus == ["A", "B", "C", "D"])
    #expect(catalog.lines == [2, 3, 4, 5])
    #expect(catalog.numbers(.price) == [9, 2, 9, 9])
    #expect((0..<4).map { catalog.text(.name, row: $0) } == [nil, "b", nil, nil])
    #expect((0..<4).map { catalog.row(ofSPU: catalog.spus[$0]) } == [0, 1, 2, 3])
    #expect(catalog.column(.price)?.emptyCells == 3)
    settings.onDuplicate = .last
    let merged = try Lineup.Catalog(
      source: "c.csv", headers: ["spu", "name", "price", "stock"],
      rows: [["A"], ["B", "b", "2", "2"], ["C"], ["A"]], settings: settings)
    // The last row is equal to the first, and counts once.
    #expect(merged.spus == ["A", "B", "C"])
    #expect(merged.lines == [2, 3, 4])
  }

  @Test func `a table of one column has no titles`() throws {
    let settings = settings(defaults: [(.price, "9"), (.stock, "5")])
    #expect(try catalog("spu", "A", "B", "合计", settings: settings).spus == ["A", "B"])
  }

  @Test func `rows of sums and titles stay where the scenario keeps them`() throws {
    var settings = CatalogSettings()
    settings.keepsTotals = true
    let catalog = try catalog("spu,price,stock", "A,1,2", "total,1,2", "SALE,,", settings: settings)
    #expect(catalog.spus == ["A", "total", "SALE"])
    #expect(throws: LineupError.self) {
      try Lineup.Catalog(
        source: "c.csv", headers: ["spu", "name", "price", "stock"], rows: [["", "Women"]], settings: settings
      )
    }
    let read = try Scenario(map(("totals", scalar("keep"))))
    #expect(read.catalogSettings.keepsTotals)
    let error = #expect(throws: LineupError.self) { try Scenario(map(("totals", scalar("drop")))) }
    #expect(error?.problems.count == 1)
  }
}
