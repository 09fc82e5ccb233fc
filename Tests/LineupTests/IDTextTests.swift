import Testing

@testable import Lineup

@Suite struct IDTextTests {
  @Test(arguments: [
    ("=\"00123\"", "00123"), ("'00123", "00123"), ("\t00123", "00123"), ("=\" 7 \"", "7"), ("'x'", "'x'"),
    ("=A1", "=A1"), ("'", "'"), ("=\"a\"\"b\"", "=\"a\"\"b\""),
  ])
  func `marks for a spreadsheet are no part of a text, in every column`(written: String, read: String) throws
  {
    let catalog = try Catalog(
      source: "c.csv", headers: ["spu", "price", "stock", "name", "role"],
      rows: [[written, "1", "2", written, written]])
    #expect(catalog.spus == [read])
    #expect(catalog.text(.name, row: 0) == read)
    #expect(catalog.text(.role, row: 0) == read)
  }

  @Test func `a number may be marked too, and a mark around nothing is nothing`() throws {
    let catalog = try Catalog(
      source: "c.csv", headers: ["spu", "price", "stock", "name", "weight"],
      rows: [["A", "=\"99.5\"", "'3", "=\"\"", "=\"1\""], ["B", "1", "2", "b", "2"]])
    #expect(catalog.numbers(.price) == [99.5, 1])
    #expect(catalog.numbers(.stock) == [3, 2])
    #expect(catalog.column(.name)?.emptyCells == 1)
    #expect(catalog.notes.map(\.kind) == [.markedText, .markedText, .markedText, .markedText])
    guard case .numbers = catalog.columns[4].values else {
      Issue.record("a column of marked numbers is text")
      return
    }
  }

  @Test(arguments: ["6.90123E+12", "1E+05", "1.5e+20", "=\"6.9E+11\""])
  func `an id of which digits are lost is an error, however often`(id: String) {
    let error = #expect(throws: LineupError.self) {
      try Catalog(
        source: "c.csv", headers: ["spu", "price", "stock"],
        rows: [["A", "1", "1"], [id, "1", "1"], [id, "1", "1"]])
    }
    #expect(error?.problems.count == 1)
    #expect(error?.problems.first?.location?.line == 3)
    #expect(error?.problems.first.map { "\($0)".contains("2 ids were shortened") } == true)
  }

  @Test(arguments: [
    "6.90123E+1", "6.90123E12", "16.9E+12", "E+12", "6.E+12", "6.9F+12", "6.90123E+123", "6A.3E+12",
    "1.5E-12",
  ])
  func `what only looks so is an id`(id: String) throws {
    #expect(try catalog("spu,price,stock", "\(id),1,1").spus == [id])
  }

  @Test func `characters that nobody sees are written out`() {
    #expect(InvisibleText.shown("Z\u{200B}1\u{AD}") == "Z<U+200B>1<U+00AD>")
    #expect(InvisibleText.shown("款号 A-1é") == "款号 A-1é")
    #expect(InvisibleText.names(in: "\u{200E}a\u{200B}b\u{200B}") == ["U+200E", "U+200B"])
  }
}
