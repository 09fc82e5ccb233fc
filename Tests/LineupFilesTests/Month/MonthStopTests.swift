import Foundation
import Lineup
import LineupFiles
import Synchronization
import TestSupport
import Testing

/// Months stopped at any moment: no crash, a bound that holds, a plan that is one.
@Suite struct MonthStopTests {
  private static let count = ProcessInfo.processInfo.environment["LINEUP_MONTHS"].flatMap(Int.init) ?? 40

  @Test("a month may be stopped at any moment", arguments: [0, 1, 2, 5, 20, 100, 400, 2_000])
  func cancelled(after calls: Int) throws {
    for seed in 0..<UInt64(Self.count / 8) {
      let wide = WideMonth(seed: 500_000 + seed)
      let asked = Mutex(0)
      let result = try wide.bound().plan(
        MonthSettings(gap: 0),
        isCancelled: {
          asked.withLock { asked in
            asked += 1
            return asked > calls
          }
        })
      try expect(result, of: wide, "seed \(500_000 + seed) after \(calls) calls: \(wide.monthText)")
    }
  }

  @Test("a month may have any time", arguments: [0, 0.001, 0.005, 0.05, 0.5])
  func limited(to seconds: Double) throws {
    for seed in 0..<UInt64(Self.count / 8) {
      let wide = WideMonth(seed: 600_000 + seed)
      let result = try wide.bound().plan(MonthSettings(gap: 0, timeLimit: seconds))
      try expect(result, of: wide, "seed \(600_000 + seed) within \(seconds) s: \(wide.monthText)")
    }
  }

  private func expect(_ result: MonthResult, of wide: WideMonth, _ says: Comment) throws {
    let best = try wide.bestValue()
    switch result.outcome {
    case .optimal(let plan, let score):
      let best = try #require(best, says)
      #expect(abs(score.value - best) <= 1e-5 * max(1, abs(best)), says)
      wide.expect(plan, worth: score, says)
    case .feasible(let plan, let score):
      let best = try #require(best, says)
      #expect(score.value <= best + 1e-5 * max(1, abs(best)), says)
      if let bound = score.bound { #expect(bound >= best - 1e-6 * max(1, abs(best)), says) }
      wide.expect(plan, worth: score, says)
    case .infeasible: #expect(best == nil, says)
    case .unknown(let bound, _):
      if let bound, let best { #expect(bound >= best - 1e-6 * max(1, abs(best)), says) }
    }
  }
}
