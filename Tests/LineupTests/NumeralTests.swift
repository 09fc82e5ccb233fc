import Testing

@testable import Lineup

/// What digits with marks and gaps between them can mean.
@Suite struct NumeralTests {
  private func read(_ text: String) -> AmountText.Reading? {
    var text = text
    return text.withUTF8 { AmountText.read($0, isOwnColumn: false) }
  }

  @Test(
    "what can be read in one way is read so and proves the decimal mark",
    arguments: [
      ("1,5", 1.5, DecimalMark.comma), ("0,875", 0.875, .comma), ("-0,250", -0.25, .comma),
      (",5", 0.5, .comma),
      ("1.299,00", 1299, .comma), ("1.234.567", 1_234_567, .comma), ("1.234,567", 1234.567, .comma),
      ("1234,567", 1234.567, .comma), ("3,1415", 3.1415, .comma), ("1 299,50", 1299.5, .comma),
      ("1 299,505", 1299.505, .comma), ("99,-", 99, .comma), ("1.299,–", 1299, .comma),
      ("€ 99,--", 99, .comma),
      ("150.000₫", 150_000, .comma), ("150.000 VND", 150_000, .comma), ("1.250.000đ", 1_250_000, .comma),
      ("1,299,000", 1_299_000, .point), ("1,299.00", 1299, .point), ("12,34,567", 1_234_567, .point),
      ("1'299.50", 1299.5, .point), ("CHF 1’299.50", 1299.5, .point), ("Fr. 99.-", 99, .point),
      ("59,000원", 59_000, .point), ("¥12.5", 12.5, .point), ("12,800円", 12_800, .point),
      ("₩1,299.00", 1299, .point),
    ])
  func settled(text: String, expected: Double, mark: DecimalMark) {
    let reading = read(text)
    #expect(reading?.number == expected && reading?.isOpen == false, "\(text)")
    #expect(reading?.proves == mark, "\(text)")
  }

  @Test(
    "gaps and dashes prove nothing",
    arguments: [
      ("1 299", 1299.0), ("12 345 678", 12_345_678), ("1\u{202F}299", 1299), ("1'299", 1299), ("2’450", 2450),
      ("'1299", 1299), ("1 299:-", 1299), ("₹1499/-", 1499), ("kr 99", 99), ("99 kr.", 99), ("Rp 500", 500),
      ("-€5", -5), ("CHF 45", 45), ("VND 500", 500),
    ])
  func silent(text: String, expected: Double) {
    let reading = read(text)
    #expect(reading?.number == expected && reading?.isOpen == false, "\(text)")
    #expect(reading?.proves == nil, "\(text)")
  }

  @Test(
    "three digits behind a lone mark are open, whatever the money",
    arguments: [
      ("1,234", 1234.0, 1.234), ("-12,500", -12_500, -12.5), ("€1.299", 1.299, 1299),
      ("Rp 150.000", 150, 150_000),
      ("1,234万", 12_340_000, 12_340), ("kr 1.299", 1.299, 1299),
    ])
  func open(text: String, withPoint: Double, withComma: Double) {
    let reading = read(text)
    #expect(reading?.number == withPoint && reading?.withComma == withComma, "\(text)")
    #expect(reading?.proves == nil, "\(text)")
  }

  @Test(
    "what is no number is none",
    arguments: [
      "30 20", "10 5", "1 29", "1 2345", "0 123", "12 34 567", "1'29", "1 234'567", "0,875,000", "0.123.456",
      "1,2.3", "1.2,3.4", "1.23.456", "1,234,56", "1096.000₫", "12.50₫", "150.5₩", "12,50.-", "1,299,-",
      "1 299.50.1",
      "- 5",
      "5 -", ",", ".-",
    ])
  func none(text: String) {
    #expect(read(text) == nil, "\(text)")
  }

  @Test func `plain numbers are open where they have three decimals and no leading zero`() {
    func isOpen(_ text: String) -> Bool {
      var text = text
      return text.withUTF8 { Numeral.isOpen(plain: $0) }
    }
    for text in ["1.234", "-1.234", "12.345", "+999.999"] { #expect(isOpen(text), "\(text)") }
    for text in ["0.234", "1.23", "1.2345", "1234.567", "1234", "1.2e3", ".123", "-0.234", "5."] {
      #expect(!isOpen(text), "\(text)")
    }
  }
}

/// How the cells of a column and a file settle those that can be read in two ways.
@Suite struct DecimalMarkTests {
  private func catalog(
    _ columns: (String, [String])..., numbers: [(String, DecimalMark)] = []
  ) throws -> Catalog {
    var settings = CatalogSettings()
    settings.numbers = numbers.map {
      .init(
        column: .init(name: $0.0, location: Lineup.SourceLocation(source: "show.yaml", line: 4)), mark: $0.1)
    }
    let rows = columns[0].1.indices.map { row in ["A\(row)"] + columns.map { $0.1[row] } }
    return try Catalog(
      source: "c.csv", headers: ["spu"] + columns.map(\.0), rows: rows, settings: settings)
  }

  private func numbers(_ name: String, in catalog: Catalog) -> [Double]? {
    guard let position = catalog.position(of: name),
      case .numbers(let numbers) = catalog.columns[position].values
    else { return nil }
    return numbers
  }

  private func problem(_ body: () throws -> Catalog) -> String {
    do {
      _ = try body()
      return ""
    } catch { return "\(error)" }
  }

  @Test func `cells of the column settle its open cells`() throws {
    let catalog = try catalog(
      ("price", ["1,5", "3,125", "2"]), ("stock", ["1.234", "5.5", "1,000"]))
    #expect(catalog.numbers(.price) == [1.5, 3.125, 2])
    #expect(catalog.numbers(.stock) == [1.234, 5.5, 1000])
    let notes = catalog.notes.map(\.description)
    #expect(
      notes.contains(
        "price: 1 cell read with a decimal comma, as \"1,5\" shows (line 2), such as \"3,125\" read as 3.125 (line 3)"
      ), "\(notes)")
  }

  @Test func `cells of other columns settle those of a column that proves nothing`() throws {
    let catalog = try catalog(
      ("price", ["1.299,00", "99,00"]), ("stock", ["1.234", "7"]), ("weight", ["2,125", "3"]))
    #expect(catalog.numbers(.stock) == [1234, 7])
    #expect(numbers("weight", in: catalog) == [2.125, 3])
    let notes = catalog.notes.map(\.description)
    #expect(
      notes.contains(
        "stock: 1 cell read with a decimal comma, as \"1.299,00\" shows (price, line 2), such as \"1.234\" read as 1234 (line 2)"
      ), "\(notes)")
  }

  @Test func `where nothing settles an open cell both readings and the answer are told`() {
    let question = problem { try catalog(("直播价", ["1,299", "2,000", "99"]), ("stock", ["1", "2", "3"])) }
    #expect(
      question
        == "c.csv:2: 直播价 (price) is \"1,299\", which may be 1299 or 1.299, and nothing in the file says which; "
        + "say numbers: { 直播价: point } for 1299, or numbers: { 直播价: comma } for 1.299 (in 2 lines, also 3)")
    let both = problem { try catalog(("price", ["1.5", "2,5", "1.234"]), ("stock", ["1", "2", "3"])) }
    #expect(both.contains("the file says both: \"1.5\" (line 2) and \"2,5\" (line 3)"), "\(both)")
    let columns = problem {
      try catalog(("price", ["1.5", "2"]), ("cost", ["1,5", "2"]), ("stock", ["1,000", "2"]))
    }
    #expect(
      columns.contains("the file says both: \"1.5\" (price, line 2) and \"1,5\" (cost, line 2)"), "\(columns)"
    )
  }

  @Test func `the scenario's answer counts, by header or column`() throws {
    let price = ("直播价", ["1,299", "2.5"])
    let stock = ("stock", ["1.234", "7"])
    let catalog = try catalog(price, stock, numbers: [("price", .comma), ("stock", .comma)])
    #expect(catalog.numbers(.price) == [1.299, 2.5])
    #expect(catalog.numbers(.stock) == [1234, 7])
    let other = try self.catalog(price, stock, numbers: [("直播价", .point)])
    #expect(other.numbers(.price) == [1299, 2.5])
    #expect(other.numbers(.stock) == [1.234, 7])
    #expect(
      problem { try self.catalog(price, stock, numbers: [("preis", .comma)]) }
        .hasPrefix("show.yaml:4: the catalog has no header \"preis\""))
    #expect(
      try self.catalog(("price", ["1"]), ("stock", ["7"]), numbers: [("price", .comma)]).notes.map(\.kind)
        == [.idleMark])
  }

  @Test func `a column that nothing reads is text, and asked about once a rule reads it`() throws {
    let catalog = try catalog(
      ("price", ["99", "98"]), ("stock", ["1", "2"]), ("list_price", ["¥1,299", "1,500"]),
      ("weight", ["1.234", "2"]))
    #expect(numbers("weight", in: catalog) == nil)
    #expect(catalog.numbers(.listPrice) == nil)
    #expect(catalog.text(.listPrice, row: 0) == "¥1,299")
    #expect(catalog.notes.map(\.kind) == [.openNumbers, .openNumbers])
    func show(_ rule: String) throws -> Show {
      func node(_ content: Node.Content) -> Node { Node(content, at: place) }
      func mapping(_ entries: [(String, Node)]) -> Node {
        node(.mapping(entries.map { Node.Entry(key: $0.0, keyLocation: place, value: $0.1) }))
      }
      let rules = mapping([("r", mapping([("sum", node(.scalar(rule))), ("range", node(.scalar("..5")))]))])
      return try Show(Scenario(mapping([("rules", rules)])), catalog: catalog)
    }
    #expect(throws: Never.self) { try show("minutes") }
    let error = #expect(throws: LineupError.self) { try show("weight") }
    #expect(
      error?.description.contains("weight is \"1.234\", which may be 1.234 or 1234") == true, "\(error)")
  }

  private var place: Lineup.SourceLocation { Lineup.SourceLocation(source: "show.yaml", line: 9) }

  @Test func `numbers that a workbook holds are what they are`() throws {
    var builder = try CatalogBuilder(
      source: "c.xlsx", headers: ["spu", "price", "stock"], headerLine: 1, settings: .init())
    var block = CellBlock()
    for (line, cells) in [["A", "1.234", "5"], ["B", "2.5", "1.234"]].enumerated() {
      for (column, cell) in cells.enumerated() {
        var cell = cell
        cell.withUTF8 { block.append($0, column: column, isStored: column > 0) }
      }
      block.endRow(line: line + 2)
    }
    try builder.append(block)
    let catalog = try builder.finish()
    #expect(catalog.numbers(.price) == [1.234, 2.5])
    #expect(catalog.numbers(.stock) == [5, 1.234])
  }
}
