import Testing

@testable import Lineup

private let place = SourceLocation(source: "show.yaml", line: 1)

func scalar(_ text: String) -> Node { Node(.scalar(text), at: place) }

func list(_ elements: Node...) -> Node { Node(.sequence(elements), at: place) }

func map(_ entries: (String, Node)...) -> Node { map(entries) }

func map(_ entries: [(String, Node)]) -> Node {
  Node(.mapping(entries.map { Node.Entry(key: $0.0, keyLocation: place, value: $0.1) }), at: place)
}

private let null = Node(.null, at: place)

/// A node in one line: `~` for null.
private func sketch(_ node: Node) -> String {
  switch node.content {
  case .null: "~"
  case .scalar(let text): text
  case .sequence(let nodes): "[" + nodes.map(sketch).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\($0.key): \(sketch($0.value))" }.joined(separator: ", ") + "}"
  }
}

@Suite struct MergePatchTests {
  /// The examples of RFC 7386, appendix A, that a scenario can hold.
  @Test(arguments: [
    (map(("a", scalar("b"))), map(("a", scalar("c"))), "{a: c}"),
    (map(("a", scalar("b"))), map(("b", scalar("c"))), "{a: b, b: c}"),
    (map(("a", scalar("b"))), map(("a", null)), "{}"),
    (map(("a", scalar("b")), ("b", scalar("c"))), map(("a", null)), "{b: c}"),
    (map(("a", list(scalar("b")))), map(("a", scalar("c"))), "{a: c}"),
    (map(("a", scalar("c"))), map(("a", list(scalar("b")))), "{a: [b]}"),
    (map(("a", map(("b", scalar("c"))))), map(("a", map(("b", scalar("d")), ("c", null)))), "{a: {b: d}}"),
    (map(("a", list(map(("b", scalar("c")))))), map(("a", list(scalar("1")))), "{a: [1]}"),
    (list(scalar("a"), scalar("b")), list(scalar("c"), scalar("d")), "[c, d]"),
    (map(("a", scalar("b"))), list(scalar("c")), "[c]"), (map(("a", scalar("foo"))), null, "~"),
    (map(("a", scalar("foo"))), scalar("bar"), "bar"),
    (map(("e", null)), map(("a", scalar("1"))), "{e: ~, a: 1}"),
    (list(scalar("1"), scalar("2")), map(("a", scalar("b")), ("c", null)), "{a: b}"),
    (map(), map(("a", map(("bb", map(("ccc", null)))))), "{a: {bb: {}}}"),
  ])
  func `a patch changes a document as RFC 7386 says`(target: Node, patch: Node, result: String) {
    #expect(sketch(target.merging(patch)) == result)
  }

  @Test func `what a patch changes stands where the patch stands`() {
    let patched = map(("a", scalar("1")), ("b", scalar("2"))).merging(
      Node(
        .mapping([
          .init(
            key: "b", keyLocation: SourceLocation(source: "show.yaml", line: 9),
            value: Node(.scalar("3"), at: SourceLocation(source: "show.yaml", line: 9)))
        ]), at: SourceLocation(source: "show.yaml", line: 8)))
    #expect(patched["a"]?.location.line == 1)
    #expect(patched["b"]?.location.line == 9)
  }
}

@Suite struct BoundsReadingTests {
  @Test(arguments: [
    ("50..60", false, 50.0, 60.0), ("6..", false, 6, .infinity), ("..10", false, -.infinity, 10),
    ("8", false, 8, 8),
    ("1_200_000..", false, 1_200_000, .infinity), (" 1 .. 2 ", false, 1, 2), ("-3..-1.5", false, -3, -1.5),
    ("15%..25%", true, 0.15, 0.25), ("0.15..0.25", true, 0.15, 0.25), ("60%..", true, 0.6, .infinity),
    ("..25 %", true, -.infinity, 0.25), ("12.5%", true, 0.125, 0.125), ("7..7", false, 7, 7),
    ("1e3..", false, 1000, .infinity),
  ])
  func `a range is read with both ends`(text: String, shares: Bool, lower: Double, upper: Double) throws {
    #expect(try Bounds(reading: text, shares: shares) == Bounds(lower: lower, upper: upper))
  }

  @Test(arguments: [
    ("", false), ("..", false), ("50-60", false), ("60..50", false), ("a..b", false), ("5%", false),
    ("0...1", false),
    ("1..2..3", false), ("1,5..2", false), ("15..25%", true), ("15%..0.25", true), ("nan", false),
    ("inf..", false),
    ("0x10", false), ("1__0", false), ("_1", false), ("1_", false), ("1 2", false), ("--1", false),
    ("1e999", false),
  ])
  func `what is no range is refused`(text: String, shares: Bool) {
    #expect(throws: Bounds.ReadingError.self) { try Bounds(reading: text, shares: shares) }
  }
}

@Suite struct SeasonTests {
  private static let catalogLines = [
    "spu,price,stock,expected_units,season", "A,1,99,1,autumn", "B,1,99,1,winter|summer", "C,1,99,1,all",
    "D,1,99,1,rainy", "E,1,99,1,", "F,1,99,1,all|winter",
  ]

  private func indices(_ scenario: Node, calendar: SeasonCalendar? = nil) throws -> [Double] {
    let rows = Self.catalogLines.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let catalog = try Catalog(source: "c.csv", headers: rows[0], rows: Array(rows.dropFirst()))
    return try Show(Scenario(scenario), catalog: catalog, calendar: calendar).seasonIndex
  }

  private static let flat = map(
    ("autumn", scalar("1.2")), ("winter", scalar("0.5")), ("summer", scalar("0.75")))

  @Test(arguments: [
    (map(), [1.0, 1, 1, 1, 1, 1]),
    (map(("season", map(("index", flat)))), [1.2, 0.75, 1, 1, 1, 1]),
    (
      map(
        ("show", map(("region", scalar("south")))),
        (
          "season",
          map(("index", map(("north", flat), ("south", map(("all", scalar("9")), ("winter", scalar("2")))))))
        )),
      [1, 2, 1, 1, 1, 2]
    ),
  ])
  func `the index is the largest of the tags, 1 for all, an unlisted tag and none`(
    scenario: Node, expected: [Double]
  ) throws {
    #expect(try indices(scenario) == expected)
  }

  @Test(arguments: [("2026-09-09", [1.2, 0.75, 1, 1, 1, 1]), ("2026-10-09", [1, 1, 1, 1, 1, 1])])
  func `a calendar gives the row of region and month, or leaves every index at 1`(
    date: String, expected: [Double]
  ) throws {
    let calendar = try SeasonCalendar(map(("north", map(("9", Self.flat)))))
    let scenario = map(
      ("show", map(("region", scalar("north")), ("date", scalar(date)))),
      ("season", map(("calendar", scalar("c.yaml")))))
    #expect(try indices(scenario, calendar: calendar) == expected)
  }
}

@Suite struct ShowDateTests {
  @Test(arguments: ["2026-09-09", "2024-02-29", "2000-02-29", "2026-12-31"])
  func `a day is read and written alike`(text: String) {
    #expect(ShowDate(text)?.description == text)
  }

  @Test(arguments: [
    "2026-9-9", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026/09/09",
    "2026-09-31", "２０２６-09-09",
  ])
  func `what is no day is refused`(text: String) {
    #expect(ShowDate(text) == nil)
  }
}

@Suite struct NearestTests {
  @Test(arguments: [
    ("womens", "women"), ("Women", "women"), ("wmoen", "women"), ("kid", "kids"), ("xyz", nil),
  ])
  func `a misspelt name finds what was meant`(word: String, meant: String?) {
    #expect(Nearest.name(to: word, among: ["women", "men", "kids"]) == meant)
  }
}
