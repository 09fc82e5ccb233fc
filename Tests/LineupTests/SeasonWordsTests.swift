import Testing

@testable import Lineup

@Suite struct SeasonWordsTests {
  private func show(_ tags: [String], _ index: Node, rules: Node? = nil) throws -> Show {
    let rows = tags.enumerated().map { ["S\($0)", "10", "9", "1", $1] }
    let catalog = try Catalog(
      source: "c.csv", headers: ["spu", "price", "stock", "expected_units", "season"], rows: rows)
    var keys = [("season", map(("index", index)))]
    if let rules { keys.append(("rules", rules)) }
    return try Show(Scenario(map(keys)), catalog: catalog)
  }

  private static let four = map(
    ("spring", scalar("0.6")), ("summer", scalar("0.5")), ("autumn", scalar("1.2")), ("winter", scalar("0.9"))
  )

  private static let tags = ["spring", "summer", "autumn", "winter"]

  @Test(arguments: [
    ("Spring", "spring", 0.6), ("春", "spring", 0.6), ("春季", "spring", 0.6), ("春装", "spring", 0.6),
    ("春款", "spring", 0.6), ("봄", "spring", 0.6), ("夏", "summer", 0.5), ("夏款", "summer", 0.5),
    ("여름", "summer", 0.5), ("Fall", "autumn", 1.2), ("FALL", "autumn", 1.2), ("秋装", "autumn", 1.2),
    ("가을", "autumn", 1.2), ("ＷＩＮＴＥＲ", "winter", 0.9), ("冬季", "winter", 0.9), ("겨울", "winter", 0.9),
    ("All Season", "all", 1), ("all seasons", "all", 1), ("All-Season", "all", 1), ("Year-Round", "all", 1),
    ("四季", "all", 1), ("全年", "all", 1), ("사계절", "all", 1), ("ALL", "all", 1),
    ("Fall, Winter", "autumn|winter", 1.2), ("春，夏", "spring|summer", 0.6), ("春；冬", "spring|winter", 0.9),
    ("春/秋", "spring|autumn", 1.2), ("秋、秋季", "autumn", 1.2), ("resort", "resort", 1),
  ])
  func `a tag is the table's by letter case or a word for the season`(
    written: String, tag: String, index: Double
  ) throws {
    let show = try show([written], Self.four)
    #expect(show.catalog.text(.season, row: 0) == tag)
    #expect(show.seasonIndex == [index])
  }

  @Test func `of two of a group the first listed is meant, and a listed tag is itself`() throws {
    let table = map(("秋季", scalar("1.1")), ("autumn", scalar("1.3")), ("四季", scalar("0.8")))
    let show = try show(["fall", "autumn", "秋", "全年", "all"], table)
    #expect(show.seasonIndex == [1.1, 1.3, 1.1, 0.8, 1])
  }

  @Test func `rules ask for a season by any word, and see the table's tag`() throws {
    let rules = map(
      ("a", map(("sum", scalar("items")), ("where", map(("season", scalar("秋")))), ("range", scalar("1")))),
      ("b", map(("split", scalar("season")), ("items", map(("winter", scalar("0")))))))
    let show = try show(["秋季", "Winter", "Fall"], Self.four, rules: rules)
    let tray = try #require(try show.solve().tray)
    #expect(tray.items.count == 1)
    #expect(tray.rules.map(\.actual) == [1, 0])
  }

  @Test func `what the table does not know is counted, with the nearest`() throws {
    let show = try show(["早秋", "早秋|resort", "wintr", "autumn"], Self.four)
    #expect(
      show.cautions.prefix(3) == [
        .unlistedSeason("早秋", styles: 2, nearest: "autumn", listed: Self.tags),
        .unlistedSeason("resort", styles: 1, nearest: nil, listed: Self.tags),
        .unlistedSeason("wintr", styles: 1, nearest: "winter", listed: Self.tags),
      ])
  }

  @Test(arguments: [["resort"], ["all"], [""]])
  func `a table of which no style has a tag is said`(tags: [String]) throws {
    let show = try show(tags, Self.four)
    let said = Caution.noListedSeason(listed: Self.tags)
    #expect(show.cautions.contains(said))
    #expect(try !self.show(tags + ["summer"], Self.four).cautions.contains(said))
  }

  @Test func `a catalog without seasons under a table of them is said`() throws {
    let catalog = try catalog("spu,price,stock,expected_units", "A,1,1,1")
    let show = try Show(Scenario(map(("season", map(("index", Self.four))))), catalog: catalog)
    #expect(show.cautions.contains(.noSeasonColumn(listed: Self.tags)))
  }

  @Test func `the row of the region comes first, tags of other rows are known`() throws {
    let catalog = try catalog(
      "spu,price,stock,expected_units,season", "A,1,1,1,秋", "B,1,1,1,Winter", "C,1,1,1,fall")
    let index = map(
      ("north", map(("autumn", scalar("1.5")), ("winter", scalar("2")))),
      ("south", map(("秋季", scalar("0.7")))))
    let scenario = map(("show", map(("region", scalar("south")))), ("season", map(("index", index))))
    let show = try Show(Scenario(scenario), catalog: catalog)
    #expect(show.seasonIndex == [0.7, 1, 0.7])
    #expect((0..<3).map { show.catalog.text(.season, row: $0) } == ["秋季", "winter", "秋季"])
    #expect(!show.cautions.contains { if case .unlistedSeason = $0 { true } else { false } })
  }

  @Test func `what was matched is said once, with counts`() throws {
    let note = try #require(
      try show(["秋季", "autumn", "秋季|冬", "秋季"], Self.four).catalog.notes.first { $0.kind == .seasonTags })
    #expect(note.count == 3 && note.lines == [2, 4])
    #expect(note.example == .init(written: "秋季", read: "autumn"))
  }
}
