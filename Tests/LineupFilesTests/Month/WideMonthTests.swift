import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Small months of every form of rule, aired trays and attributes, against every plan tried.
@Suite struct WideMonthTests {
  static let count = ProcessInfo.processInfo.environment["LINEUP_MONTHS"].flatMap(Int.init) ?? 56

  @Test("small months of every form are planned as well as trying every plan does", arguments: 0..<8)
  func wideMonths(part: Int) throws {
    for number in 0..<Self.count / 8 {
      let seed = UInt64(part * 10_000 + number)
      let wide = WideMonth(seed: seed)
      let says: Comment = "seed \(seed): \(wide.monthText)"
      do {
        try check(wide, says)
      } catch { Issue.record("\(error); \(says)") }
    }
  }

  @Test("months that were wrong once are right", arguments: [8, 30_001, 40_346, 40_352] as [UInt64])
  func wasWrong(seed: UInt64) throws {
    let wide = WideMonth(seed: seed)
    try check(wide, "seed \(seed): \(wide.monthText)")
  }

  private func check(_ wide: WideMonth, _ says: Comment) throws {
    let best = try wide.bestValue()
    let result = try wide.bound().plan(MonthSettings(gap: 0))
    switch result.outcome {
    case .optimal(let plan, let score):
      let best = try #require(best, says)
      #expect(abs(score.value - best) <= 1e-5 * max(1, abs(best)), says)
      #expect(try #require(score.bound) >= best - 1e-6 * max(1, abs(best)), says)
      wide.expect(plan, worth: score, says)
    case .feasible(_, let score):
      Issue.record("not proven: \(score), the best is \(String(describing: best)); \(says)")
    case .infeasible(let clash, let effort):
      #expect(best == nil, says)
      #expect(effort != nil, says)
      if best == nil { try wide.expect(clash, says) }
    case .unknown:
      Issue.record("neither plan nor proof, the best is \(String(describing: best)); \(says)")
    }
  }
}

extension WideMonth {
  /// The options and units of a plan.
  func items(of plan: MonthPlan) -> [Option: Double] {
    var items: [Option: Double] = [:]
    for (position, show) in plan.shows.enumerated() {
      for item in show.tray.items {
        if let option = option(position, item.spu, item.pitch) { items[option] = item.units }
      }
    }
    return items
  }

  /// Expects a plan to be one, and to be worth what its score says.
  func expect(
    _ plan: MonthPlan, worth score: MonthResult.Score, frozen: Set<Int> = [], free: Set<Option> = [],
    _ says: Comment
  ) {
    let items = items(of: plan)
    let rows = rows
    let (penalties, missed) = measured(
      items, rows.filter { row in row.penalty != nil || !frozen.contains { shows[$0].name == row.show } })
    #expect(missed == nil, says)
    #expect(abs(gain(items) - penalties - score.value) <= 1e-6 * max(1, abs(score.value), penalties), says)
    #expect(abs(penalties - score.penalties) <= 1e-6 * max(1, penalties), says)
    for (position, show) in plan.shows.enumerated() {
      #expect(show.name == shows[position].name, says)
      #expect(Set(show.tray.items.map(\.spu)).count == show.tray.items.count, says)
    }
    for (option, units) in items {
      #expect(units <= demand(option) + 1e-6 * max(1, demand(option)), says)
      let least = free.contains(option) ? 0 : hold * demand(option)
      #expect(units >= least - 1e-6 * max(1, least), says)
    }
    for style in styles.indices {
      let drawn = items.filter { $0.key.style == style }.reduce(0) { $0 + $1.value }
      #expect(drawn <= styles[style].stock + 1e-6 * max(1, styles[style].stock), says)
    }
    let hard = Set(rows.filter { $0.penalty == nil && $0.show == nil }.map(\.rule))
    for check in plan.rules where hard.contains(check.rule) { #expect(check.holds, says) }
  }

  /// Expects rows that clash to clash: alone they have no plan, and where they are called irreducible, each is needed.
  func expect(_ clash: MonthClash, _ says: Comment) throws {
    func hasPlan(_ clash: [MonthClash.Row]) throws -> Bool? {
      var wishes = Wishes(isFirstEnough: true)
      wishes.isKept = { row in
        row.penalty == nil
          && clash.contains {
            $0.show == row.show && $0.rule == row.rule
              && ($0.row == row.name || row.isOneWithItsRule && $0.row == row.rule)
          }
      }
      guard planCount(wishes) <= 60_000 else { return nil }
      return try bestValue(wishes) != nil
    }
    switch clash {
    case .shows(let conflicts):
      #expect(!conflicts.isEmpty, says)
      for conflict in conflicts {
        var wishes = Wishes(isFirstEnough: true)
        wishes.isKept = { $0.show == conflict.show && $0.penalty == nil }
        for (position, show) in shows.enumerated() where show.name != conflict.show {
          wishes.fixed[position] = []
        }
        #expect(try bestValue(wishes) == nil, says)
      }
    case .rows(let rows, let isIrreducible):
      let names = Comment(rawValue: "\(rows) \(isIrreducible); \(says)")
      if let hasPlan = try hasPlan(rows) { #expect(!hasPlan, names) }
      guard isIrreducible else { return }
      for position in rows.indices {
        var rest = rows
        rest.remove(at: position)
        if let hasPlan = try hasPlan(rest) { #expect(hasPlan, names) }
      }
    }
  }
}
