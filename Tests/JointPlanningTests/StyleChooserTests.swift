import Foundation
import Optimization
import Testing

@testable import JointPlanning

/// The best set of showings of one style, against every set.
@Suite struct StyleChooserTests {
  /// A style with a few blocks, limits of every kind, and less stock than is wanted.
  private struct Instance {
    var program = JointProgram()
    var candidates: [Candidate] = []

    init(seed: UInt64) {
      var random = SplitMix(seed: seed)
      let count = 1 + random.next(below: 6)
      program.styleCount = 1
      program.stock = [Double(random.next(below: 50))]
      program.blocks = Array(repeating: JointProgram.Block(), count: count)
      for _ in 0..<random.next(below: 5) {
        let blocks = (0..<count).filter { _ in random.next(below: 3) > 0 }
        if blocks.isEmpty { continue }
        let used: [Int32: Int] = random.next(below: 4) == 0 ? [0: random.next(below: 2)] : [:]
        program.styleLimits.append(
          .init(rule: random.next(below: 3), blocks: blocks, most: random.next(below: 4), used: used))
      }
      for block in 0..<count where random.next(below: 5) > 0 {
        for option in 0...random.next(below: 3) {
          let demand = Double(1 + random.next(below: 20))
          let candidate = Candidate(
            style: 0, block: Int32(block), option: Int32(option), fixed: Double(random.next(below: 60)) - 30,
            unit: Double(random.next(below: 8)) - 1, demand: demand,
            least: demand * [0, 0.2, 1][random.next(below: 3)], mask: UInt64(random.next(below: 8)))
          if candidate.potential > 0 { candidates.append(candidate) }
        }
      }
    }

    /// What a set gains; `nil` where limits or the stock do not let it.
    func value(_ set: [Candidate]) -> Double? {
      for limit in program.styleLimits {
        let count = set.count {
          limit.blocks.contains(Int($0.block)) && $0.mask & (1 << UInt64(limit.rule)) != 0
        }
        if count > limit.left(for: 0) { return nil }
      }
      var rest = program.stock[0] - set.reduce(0) { $0 + $1.least }
      if rest < 0 { return nil }
      var value = set.reduce(0) { $0 + $1.fixed + $1.unit * $1.least }
      for candidate in set.sorted(by: { $0.unit > $1.unit }) where candidate.unit > 0 {
        let more = min(rest, candidate.demand - candidate.least)
        value += candidate.unit * more
        rest -= more
      }
      return value
    }

    var best: Double {
      var best = 0.0
      func extend(_ block: Int, _ set: [Candidate]) {
        guard block < program.blocks.count else {
          if let value = value(set) { best = max(best, value) }
          return
        }
        extend(block + 1, set)
        for candidate in candidates where Int(candidate.block) == block {
          extend(block + 1, set + [candidate])
        }
      }
      extend(0, [])
      return best
    }
  }

  /// One chooser serves many styles: what one left behind must not be seen by the next.
  @Test("finds what the best of all sets gains, and bounds it where it must stop", arguments: [1, 3, 1_000])
  func againstAllSets(nodes: Int) {
    let count = ProcessInfo.processInfo.environment["LINEUP_MONTHS"] == nil ? 1_500 : 20_000
    for seed in 0..<UInt64(count) {
      let instance = Instance(seed: seed)
      if instance.candidates.isEmpty { continue }
      let best = instance.best
      let chooser = StyleChooser(
        instance.program, JointIndex(instance.program), nodeLimit: nodes)
      for _ in 0..<2 {
        let choice = chooser.choose(style: 0, stock: instance.program.stock[0], instance.candidates)
        #expect(choice.bound >= best - 1e-9 && choice.gain <= best + 1e-9, "seed \(seed)")
        if nodes == 1_000 { #expect(abs(choice.gain - best) <= 1e-9, "seed \(seed)") }
      }
    }
  }
}
