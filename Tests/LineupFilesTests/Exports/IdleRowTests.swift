import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// Rows that every selection meets are no rows of an export.
@Suite struct IdleRowTests {
  private func show(_ rules: String) throws -> Show {
    let folder = try TemporaryFolder()
    try folder.write(
      "spu,brand,price,stock,expected_units,cost\nA,x,10,5,1,12\nB,x,11,5,1,3\nC,y,12,5,1,3\n", to: "c.csv")
    return try ShowFile(path: folder.write("catalog: c.csv\n\(rules)\n", to: "s.yaml")).show()
  }

  @Test(arguments: [
    ("rules: { b: { each: brand, items: 0..1 } }", ["b: x"]),
    ("rules: { b: { each: brand, items: 0..2 } }", []),
    ("rules: { b: { each: brand, items: 1..2 } }", ["b: x", "b: y"]), ("show: { items: 0..3 }", []),
    ("show: { items: 1..2 }", ["items (min)", "items (max)"]), ("show: { items: 0..2 }", ["items"]),
    ("show: { minutes: 9 }", []), ("show: { minutes: 8 }", ["air time"]),
    // The margin of A is below 0, so that a sum of margins may be.
    ("rules: { m: { sum: margin, range: 0.. } }", ["m"]), ("rules: { g: { sum: gmv, range: 0.. } }", []),
    ("rules: { g: { sum: gmv, range: 0.., penalty: 3 } }", []),
    ("pitches: { a: { minutes: 1 }, b: { minutes: 2 } }\nshow: { minutes: 6 }", []),
    ("pitches: { a: { minutes: 1 }, b: { minutes: 2 } }\nshow: { minutes: 5 }", ["air time"]),
  ])
  func `a side that says nothing is left out, and counted`(scenario: String, rows: [String]) throws {
    let show = try show(scenario)
    let model = LinearModel(show)
    #expect(model.rows.map(\.name).filter { !$0.hasPrefix("one_pitch") } == rows.map(SafeNames.safe))
    let remark = model.idleSides > 0
    #expect(MPSText(show).text.contains("every selection meets") == remark)
    #expect(LPText(show).text.contains("every selection meets") == remark)
  }

  @Test func `the data of the model ask no count to be 0 or more`() throws {
    let text = try MathProgData(show("rules: { b: { each: brand, items: 0..1 } }")).text
    #expect(text.contains("param upper") && !text.contains("param lower"))
  }
}
