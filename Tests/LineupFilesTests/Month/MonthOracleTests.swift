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

  @Test("the bound of the method for large months holds, and so do its plans", arguments: 0..<8)
  func largeMethod(part: Int) throws {
    for seed in 0..<Self.count / 16 {
      let says: Comment = "seed \(part * 1_000 + seed)"
      var settings = MonthSettings(gap: 0, timeLimit: 20)
      settings.treatsAsLarge = true
      let tiny = TinyMonth(seed: UInt64(part * 1_000 + seed))
      try Self.check(tiny.bound().plan(settings), best: tiny.bestValue(), says)
      let wide = WideMonth(seed: UInt64(part * 1_000 + seed))
      try Self.check(wide.bound().plan(settings), best: wide.bestValue(), says)
    }
  }

  /// Neither a plan above the best nor a bound below it, and no proof that there is none where there is one.
  private static func check(_ result: MonthResult, best: Double?, _ says: Comment) {
    if case .infeasible = result.outcome { #expect(best == nil, says) }
    if case .unknown(let bound?, _) = result.outcome, let best {
      #expect(bound >= best - 1e-5 * max(1, abs(best)), says)
    }
    guard let score = result.score else { return }
    guard let best else {
      Issue.record("a plan where there is none; \(says)")
      return
    }
    #expect(score.value <= best + 1e-5 * max(1, abs(best)), says)
    if let bound = score.bound { #expect(bound >= best - 1e-5 * max(1, abs(best)), says) }
  }
}
