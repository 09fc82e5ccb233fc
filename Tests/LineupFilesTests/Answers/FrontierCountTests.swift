import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// What counts items moves in whole steps, whatever form it has; everything else as finely as asked.
@Suite struct FrontierCountTests {
  @Test(arguments: [
    ("show.items=1..6", 13, ["1", "2", "3", "4", "5", "6"]), ("show.items=6..4", 13, ["6", "5", "4"]),
    ("show.items={1..3}..", 13, ["1..", "2..", "3.."]), ("show.items=..{1~3}", 13, ["..1", "..2", "..3"]),
    ("show.items=１..３", 13, ["1", "2", "3"]), ("show.items=1..60", 4, ["1", "21", "40", "60"]),
    ("show.items=2..2", 13, ["2"]), ("rules.total.range=1..3", 5, ["1", "2", "3"]),
    ("rules.\"per brand\".items=0..{1..3}", 9, ["0..1", "0..2", "0..3"]),
    ("rules.gender.items.women=1..3", 9, ["1", "2", "3"]),
    ("rules.air.range=..{1..2}", 3, ["..1", "..1.5", "..2"]),
    ("rules.heroes.range={0..30%}..", 3, ["0%..", "15%..", "30%.."]),
    ("rules.heroes.range={30%..0}..", 2, ["30%..", "0%.."]), ("show.minutes=1..2", 3, ["1", "1.5", "2"]),
  ])
  func `a count moves in whole steps`(argument: String, steps: Int, labels: [String]) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      rules:
        total: { sum: items, range: 1.. }
        per brand: { each: brand, items: 0..1 }
        gender: { split: gender, items: { women: 1 } }
        air: { sum: minutes, range: ..5 }
        heroes: { share: items, where: { role: hero }, range: 10%.. }
      """, to: "s.yaml")
    let scenario = try ShowFile(path: path).scenario()
    #expect(try VariedSetting(argument, steps: steps, of: scenario).values.map(\.label) == labels)
  }
}
