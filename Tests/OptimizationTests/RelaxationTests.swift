import Testing

@testable import Optimization

/// The simplex method in Swift reaches what GLPK reaches.
@Suite struct RelaxationTests {
  @Test(arguments: 0..<4)
  func `relaxations in Swift are bounded as those of GLPK are`(batch: UInt64) throws {
    #if GLPK
      var solved = 0
      for seed in batch * 250..<(batch + 1) * 250 {
        let given =
          seed % 5 == 0 ? randomHardProgram(seed: seed) : randomProgram(seed: seed, columns: 120)
        let program = GroupedProgram(ReducedProgram(given))
        let control = SearchControl(given, limits: SolveLimits(), control: SolveControl())
        let theirs = try Sifting(program, control)
        let theirOutcome = try theirs.solve(cutoff: -.infinity)
        let ours = Sifting(program, SwiftRelaxation(program), control)
        let outcome = ours.solve(cutoff: -.infinity)
        #expect(outcome == theirOutcome, "seed \(seed)")
        guard outcome == .solved else { continue }
        solved += 1
        let size = max(abs(theirs.bound), program.objective.reduce(1) { max($0, abs($1)) })
        #expect(abs(ours.bound - theirs.bound) <= 1e-5 * size, "seed \(seed)")
        #expect(ours.restricted.missedHardRows().isEmpty == theirs.restricted.missedHardRows().isEmpty)
      }
      #expect(solved > 50)
    #endif
  }

  /// Maximise 3a + 2b + 0.25c; a + b + c <= 2, a + b <= 1 at a price of 1.5, c >= 0.5 at a price of 10.
  @Test func `rows are missed where that costs less than it gains`() {
    var simplex = ElasticSimplex()
    simplex.add([
      .init(lower: -.infinity, upper: 2, price: 1000), .init(lower: -.infinity, upper: 1, price: 1.5),
      .init(lower: 0.5, upper: .infinity, price: 10),
    ])
    simplex.addColumn(cost: 3, entries: [(row: 0, coefficient: 1), (row: 1, coefficient: 1)])
    simplex.addColumn(cost: 2, entries: [(row: 0, coefficient: 1), (row: 1, coefficient: 1)])
    simplex.addColumn(cost: 0.25, entries: [(row: 0, coefficient: 1), (row: 2, coefficient: 1)])
    #expect(simplex.solve(iterationLimit: 100) { false })
    // b gains 2 less 1.5 beside a, more than c, of which the last row asks for half.
    for (value, expected) in zip(simplex.values, [1, 0.5, 0.5]) { #expect(abs(value - expected) < 1e-5) }
    #expect(simplex.missedRows == [1])
    for (dual, expected) in zip(simplex.duals, [0.5, 1.5, -0.25]) { #expect(abs(dual - expected) < 1e-5) }
  }

  @Test func `rows that come later are kept`() {
    var simplex = ElasticSimplex()
    for cost in [3.0, 2, 1] { simplex.addColumn(cost: cost, entries: []) }
    #expect(simplex.solve(iterationLimit: 100) { false })
    #expect(simplex.values == [1, 1, 1])
    let entries = (0..<3).map { (column: Int32($0), coefficient: Double($0 + 1)) }
    simplex.add([.init(lower: 1, upper: 3.5, price: 100, entries: entries)])
    #expect(simplex.solve(iterationLimit: 100) { false })
    for (value, expected) in zip(simplex.values, [1, 1, 1.0 / 6]) { #expect(abs(value - expected) < 1e-5) }
    simplex.setCost(-1, column: 0)
    #expect(simplex.solve(iterationLimit: 100) { false })
    for (value, expected) in zip(simplex.values, [0, 1, 0.5]) { #expect(abs(value - expected) < 1e-5) }
  }

  @Test func `a solve that was stopped goes on to the same optimum`() {
    var noise = TieBreaker()
    func number(_ limit: Int) -> Double { Double(noise.below(limit)) }
    var start = ElasticSimplex()
    start.add((0..<40).map { _ in .init(lower: number(5), upper: 5 + number(5), price: 1 + number(200)) })
    for _ in 0..<90 {
      start.addColumn(
        cost: number(100),
        entries: (0..<40).filter { $0 % 4 == noise.below(4) }.map { (Int32($0), 1 + number(3)) })
    }
    var whole = start
    var questions = 0
    #expect(
      whole.solve(iterationLimit: 10_000) {
        questions += 1
        return false
      })
    #expect(questions > 5)
    for last in 0..<questions {
      var stopped = start
      var asked = 0
      #expect(
        !stopped.solve(iterationLimit: 10_000) {
          asked += 1
          return asked > last
        })
      #expect(stopped.values.allSatisfy { (0...1).contains($0) })
      #expect(stopped.solve(iterationLimit: 10_000) { false })
      for (value, expected) in zip(stopped.values, whole.values) { #expect(abs(value - expected) < 1e-5) }
    }
  }
}
