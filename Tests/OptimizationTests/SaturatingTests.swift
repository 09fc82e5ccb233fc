import Optimization
import Testing

@Suite struct SaturatingTests {
  @Test(arguments: [
    (0.0, 0), (2.9, 2), (-2.9, -2), (1e18, 1_000_000_000_000_000_000), (9.3e18, Int.max), (1e300, Int.max),
    (-1e300, Int.min), (.infinity, Int.max), (-.infinity, Int.min), (.nan, 0), (-0.0, 0),
    (.leastNonzeroMagnitude, 0),
  ])
  func `every double has an integer`(number: Double, whole: Int) {
    #expect(Int(saturating: number) == whole)
  }

  @Test func `a time limit may be any double`() {
    for seconds in [0, 1e300, -1e300, .infinity, -.infinity, .nan] as [Double] {
      let budget = SearchBudget(seconds: seconds)
      #expect(budget.remaining ?? -1 >= 0)
    }
  }
}
