import Testing

@testable import Lineup

/// Numbers as people write them, and what only looks like one.
@Suite struct AmountTextTests {
  private func read(_ text: String, own: Bool = false) -> Double? {
    var text = text
    return text.withUTF8 { AmountText.read($0, isOwnColumn: own)?.number }
  }

  @Test(
    "amounts of a column of numbers",
    arguments: [
      ("$12.19", 12.19), ("¥1,299.00", 1299), ("￥２９９", 299), ("1 299", 1299),
      ("12,50", 12.5), ("1.234,56", 1234.56), ("US$ 5", 5), ("RMB 88", 88), ("88元", 88), ("59,000원", 59_000),
      ("1.2万", 12_000), ("3k", 3000), ("10k+", 10_000), ("10k+ sold recently", 10_000), ("500+", 500),
      ("1.5w", 15_000),
      ("30件", 30), ("１２", 12), ("12,34,567", 1_234_567), ("已售300件", 300), ("₩1,000", 1000),
      ("Rs. 1,499", 1499),
    ])
  func amounts(text: String, expected: Double) {
    #expect(read(text) == expected, "\(text)")
  }

  @Test(
    "what can be meant in two ways, or is none, stays text",
    arguments: [
      "", "-", "$", "abc", "99-129", "50/60", "1,,000", "12%", "5 m", "1.2.3", "about 5", "3 for 2",
      "¥", "万", "+", "12,34,56", "--5", "NaN", "inf", "0x10", "10m",
    ])
  func texts(text: String) {
    #expect(read(text) == nil, "\(text)")
  }

  @Test func `a column of the file's own has percentages, but no carats`() {
    #expect(read("-13%", own: true) == -0.13)
    #expect(read("7%", own: true) == 0.07)
    #expect(read("18K", own: true) == nil)
    #expect(read("1,2", own: true) == 1.2)
    #expect(read("1.5k+ sold", own: true) == 1500)
    #expect(read("1.2万", own: true) == 12_000)
  }

  private func catalog(_ rows: [[String]], _ settings: CatalogSettings = .init()) throws -> Catalog {
    try Catalog(
      source: "c", headers: ["spu", "price", "stock", "gender", "sold"],
      rows: rows.map { $0 + [String](repeating: "", count: 5 - $0.count) }, settings: settings)
  }

  @Test func `words for nothing are missing and said`() throws {
    let catalog = try self.catalog([["A", "1", "无", "N/A", "-"], ["B", "2", "5", "women", "7"]])
    #expect(catalog.numbers(.stock)?[0].isNaN == true)
    #expect(catalog.text(.gender, row: 0) == nil)
    #expect(catalog.columns[4].values.text(row: 0) == nil)
    #expect(catalog.columns.map(\.emptyCells) == [0, 0, 1, 1, 1])
    #expect(catalog.notes.map(\.kind) == [.missingWords, .missingWords, .missingWords])
    #expect(catalog.notes.first?.description == "stock: 1 cell taken as missing, such as \"无\" (line 2)")
  }

  @Test func `a column that is no number because of a few cells says which`() throws {
    let catalog = try self.catalog([
      ["A", "1", "1", "x", "7"], ["B", "1", "1", "x", "8"], ["C", "1", "1", "x", "many"],
    ])
    #expect(catalog.notes.map(\.kind) == [.mostlyNumbers])
    #expect(catalog.notes.first?.lines == [4])
  }

  @Test func `spellings become one value, and those that no cell has are said`() throws {
    let place = SourceLocation(source: "s")
    var settings = CatalogSettings()
    settings.values = [
      .init(
        column: .init(name: "gender", location: place), value: "women", spellings: ["女装", "Ladies", "Frauen"]),
      .init(column: .init(name: "stock", location: place), value: "0", spellings: ["售罄"]),
    ]
    let catalog = try self.catalog(
      [["A", "1", "售罄", "女装"], ["B", "1", "2", "Ladies"], ["C", "1", "2", "women"]], settings)
    #expect((0..<3).map { catalog.text(.gender, row: $0) } == ["women", "women", "women"])
    #expect(catalog.numbers(.stock) == [0, 2, 2])
    #expect(catalog.notes.map(\.kind) == [.mappedValues, .mappedValues, .unusedSpelling("Frauen")])
  }

  @Test(arguments: [(DuplicatePolicy.first, [1.0, 9]), (.last, [3, 9]), (.bestStock, [2, 9])])
  func `rows of one SPU are merged as asked`(policy: DuplicatePolicy, prices: [Double]) throws {
    let rows = [["A", "1", "5"], ["A", "2", "7"], ["B", "9", "1"], ["A", "3", "6"]]
    #expect(throws: LineupError.self) { try self.catalog(rows) }
    var settings = CatalogSettings()
    settings.onDuplicate = policy
    let catalog = try self.catalog(rows, settings)
    let found = ["A", "B"].compactMap { catalog.row(ofSPU: $0) }.map { catalog.numbers(.price)?[$0] ?? 0 }
    #expect(found == prices)
    #expect(catalog.spus.count == 2 && catalog.lines.count == 2)
    // Rows met before, and the styles in which price and stock differ.
    #expect(catalog.notes.map(\.count) == [2, 1, 1])
  }
}
