import Testing

@testable import Lineup

@Suite struct ViewsTargetsTests {
  private func targets(_ people: [String], views: Double) throws -> [Int] {
    let table = PlainTable(
      source: "guides.csv", header: .init(line: 1, cells: ["region", "people"]),
      rows: people.enumerated().map { .init(line: $0.offset + 2, cells: ["r\($0.offset)", $0.element]) })
    let channel = ViewsPlan.Channel(
      name: "guides", location: SourceLocation(source: "show.yaml"), source: .people(10, each: 1, reach: 1))
    var targets = try ViewsTargets(table, of: channel, column: "region")
    targets.split(views)
    return targets.parts.map(\.views)
  }

  @Test(
    arguments: [
      (["1", "1", "1"], 10.0, [4, 3, 3]), (["2", "1", "1"], 10, [5, 3, 2]), (["0", "3"], 7, [0, 7]),
      (["100", "200", "300"], 5_535, [923, 1_845, 2_767]), (["1", "1", "1"], 2, [1, 1, 0]), (["5"], 0, [0]),
      (["1_000", "0.5"], 1_001, [1_000, 1]),
    ] as [([String], Double, [Int])])
  func `views are split by people, what is left to the largest remainders`(
    people: [String], views: Double, parts: [Int]
  ) throws {
    #expect(try targets(people, views: views) == parts)
    #expect(parts.reduce(0, +) == Int(views))
  }
}
