import Optimization
import TestSupport
import Testing

/// Programs with switches, solved combination by combination and as they stand.
@Suite struct ChoiceTests {
  /// Groups of three columns, of which two need a switch; switches are limited, cost, and one of two cases is chosen.
  private static func program(seed: UInt64) -> Optimization.Program {
    var random = RandomSource(seed: seed)
    var program = Optimization.Program()
    let switches = random.integer(1...4)
    let groups = random.integer(2...4)
    let limit = program.addRow(lower: -.infinity, upper: Double(random.integer(0...switches)))
    let size = program.addRow(lower: Double(random.integer(0...1)), upper: Double(random.integer(1...groups)))
    let weight = program.addRow(
      lower: -.infinity, upper: Double(random.integer(5...30)), penalty: random.chance(0.5) ? .infinity : 2)
    let links = (0..<switches).map { _ in program.addRow(lower: -.infinity, upper: 0) }
    let least = (0..<switches).map { _ in
      random.chance(0.4) ? program.addRow(lower: 0, upper: .infinity) : nil
    }
    var needs: [UInt64] = []
    for group in 0..<groups {
      for _ in 0..<4 {
        let own = random.integer(-1...switches - 1)
        var entries: [(row: Int32, coefficient: Double)] = [
          (Int32(size), 1), (Int32(weight), Double(random.integer(0...12))),
        ]
        if own >= 0 {
          entries.append((Int32(links[own]), 1))
          if let row = least[own] { entries.append((Int32(row), 1)) }
        }
        program.addColumn(
          objective: Double(random.integer(-5...20)), group: Int32(group), entries: entries)
        needs.append(own < 0 ? 0 : 1 << UInt64(own))
      }
    }
    var columns: [Int32] = []
    for own in 0..<switches {
      var entries: [(row: Int32, coefficient: Double)] = [
        (Int32(limit), 1), (Int32(links[own]), -Double(groups)),
      ]
      if let row = least[own] { entries.append((Int32(row), -Double(random.integer(1...2)))) }
      columns.append(Int32(program.columnCount))
      program.addColumn(
        objective: random.chance(0.5) ? 0 : -Double(random.integer(1...9)), group: -1, entries: entries)
      needs.append(0)
    }
    program.choices = Choices(
      columns: columns, needs: needs, links: links, rows: links + least.compactMap(\.self))
    return program
  }

  @Test(arguments: Array<UInt64>(0..<8))
  func `every combination of switches by itself gives the optimum and the bounds of the whole`(part: UInt64)
    throws
  {
    for seed in part * 40..<(part + 1) * 40 {
      let program = Self.program(seed: seed)
      var plain = program
      plain.choices = nil
      var limits = SolveLimits()
      limits.reportsColumnBounds = true
      let one = try ExactSolver().solve(program, limits: limits, control: SolveControl())
      let other = try ExactSolver().solve(plain, limits: SolveLimits(), control: SolveControl())
      switch (one.outcome, other.outcome) {
      case (.infeasible, .infeasible): continue
      case (.optimal(let first, let bound), .optimal(let second, _)):
        #expect(abs(first.value - second.value) <= 1e-9 * max(1, abs(second.value)), "seed \(seed)")
        #expect(bound >= second.value - 1e-9, "seed \(seed)")
        #expect(program.value(of: first.columns) == first.value, "seed \(seed)")
        // No column of the best selection has a bound below it.
        let bounds = try #require(one.columnBounds, "seed \(seed)")
        for column in second.columns { #expect(bounds[Int(column)] >= second.value - 1e-6, "seed \(seed)") }
        // A floor that nothing passes, and one that the best passes.
        var above = SolveLimits()
        above.floor = second.value + 1
        guard
          case .noneAbove = try ExactSolver().solve(program, limits: above, control: SolveControl()).outcome
        else {
          Issue.record("seed \(seed): something above \(above.floor)")
          continue
        }
        above.floor = second.value - 1
        above.start = second.columns
        let again = try ExactSolver().solve(program, limits: above, control: SolveControl())
        guard case .optimal(let best, _) = again.outcome else {
          Issue.record("seed \(seed): \(again.outcome)")
          continue
        }
        #expect(abs(best.value - second.value) <= 1e-9 * max(1, abs(second.value)), "seed \(seed)")
      default: Issue.record("seed \(seed): \(one.outcome), plainly \(other.outcome)")
      }
    }
  }
}
