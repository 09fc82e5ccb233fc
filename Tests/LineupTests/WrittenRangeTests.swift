import Testing

@testable import Lineup

@Suite struct WrittenRangeTests {
  @Test(arguments: [
    ("6..10", false, 6.0, 10.0), ("６..１０", false, 6, 10), ("6～10", false, 6, 10), ("6~10", false, 6, 10),
    ("6〜10", false, 6, 10), ("６．．１０", false, 6, 10), ("6‥10", false, 6, 10), ("－5..5", false, -5, 5),
    ("−5~5", false, -5, 5), ("０．５～１．５", false, 0.5, 1.5), ("1_000..2_000", false, 1000, 2000),
    ("０..５０％", true, 0, 0.5), ("0..50%", true, 0, 0.5), ("50%..0", true, 1, -1), ("0%..50%", true, 0, 0.5),
    ("0..0.5", true, 0, 0.5), ("-10%..0", true, -0.1, 0), ("１５％～２５％", true, 0.15, 0.25),
    ("15﹪..25 %", true, 0.15, 0.25), ("１５％", true, 0.15, 0.15), ("5", false, 5, 5),
    ("~10", false, -.infinity, 10),
    ("10~", false, 10, .infinity),
  ])
  func `a range is read as keyboards of the trade write it`(
    text: String, shares: Bool, lower: Double, upper: Double
  ) {
    let read = try? Bounds(reading: text, shares: shares)
    // Ends the wrong way round are no range.
    if lower > upper {
      #expect(read == nil)
    } else {
      #expect(read == Bounds(lower: lower, upper: upper))
    }
  }

  @Test(arguments: [
    ("15..25%", true), ("0%..5", true), ("5%..0.25", true), ("6~8~10", false), ("6...10", false),
    ("1~2..3", false), ("", false),
    ("nan..5", false), ("0x1..5", false), ("5²..30", false),
  ])
  func `what may mean two things is no range`(text: String, shares: Bool) {
    #expect((try? Bounds(reading: text, shares: shares)) == nil)
  }
}
