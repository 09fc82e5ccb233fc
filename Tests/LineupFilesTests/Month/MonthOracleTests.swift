import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

@Suite struct MonthOracleTests {
  /// 500 where all are asked for.
  private static let count = ProcessInfo.processInfo.environment["LINEUP_MONTHS"].flatMap(Int.init) ?? 56

  @Test("tiny months are planned as well as trying every plan does", arguments: 0..<8)
  func tinyMonths(part: Int) throws {
    for seed in 0..<Self.count / 8 {
      let tiny = TinyMonth(seed: UInt64(part * 1_000 + seed))
      let best = try tiny.bestValue()
      let result = try tiny.bound().plan(MonthSettings(gap: 0))
      let says: Comment = "seed \(part * 1_000 + seed): \(tiny.monthText)"
      switch result.outcome {
      case .optimal(_, let score):
        let best = try #require(best, says)
        #expect(abs(score.value - best) <= 1e-5 * max(1, abs(best)), says)
        #expect(try #require(score.bound) >= best - 1e-6 * max(1, abs(best)), says)
      case .feasible(_, let score):
        Issue.record("not proven: \(score), the best is \(String(describing: best)); \(says)")
      case .infeasible: #expect(best == nil, says)
      case .unknown: Issue.record("neither plan nor proof, the best is \(String(describing: best)); \(says)")
      }
    }
  }
}
