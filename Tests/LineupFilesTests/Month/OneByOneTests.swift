import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Months planned show after show, against the same done by trying every tray of each show.
@Suite struct OneByOneTests {
  private static let count = ProcessInfo.processInfo.environment["LINEUP_MONTHS"].flatMap(Int.init) ?? 56

  @Test(
    "planning show after show takes the best tray of each that stock and windows still let", arguments: 0..<8)
  func oneByOne(part: Int) throws {
    for number in 0..<Self.count / 8 {
      let seed = UInt64(900_000 + part * 10_000 + number)
      var wide = WideMonth(seed: seed)
      // Only rules that a planner heeds who plans show after show: so often in so many days.
      wide.rules = wide.rules.filter { rule in
        guard case .appearances(_, let per, _, _) = rule.form else { return false }
        return per == nil && rule.penalty == nil && rule.ends.lower == nil
      }
      for show in wide.shows.indices { wide.shows[show].goal = nil }
      for show in wide.shows.indices {
        wide.shows[show].items = 0...wide.shows[show].items.upperBound
        wide.shows[show].rules = []
      }
      let says: Comment = "seed \(seed): \(wide.monthText)"
      do {
        let month = try wide.bound()
        let joint = try month.plan(MonthSettings(gap: 0))
        for isBySize in [false, true] {
          let result = try month.plan(MonthSettings(way: .oneByOne(ofSize: isBySize)))
          guard case .feasible(let plan, let score) = result.outcome else {
            Issue.record("\(result.status) by size \(isBySize); \(says)")
            continue
          }
          wide.expect(plan, worth: score, says)
          #expect(result.solver.method.hasPrefix("one by one"), says)
          let expected = wide.oneByOne(isBySize: isBySize)
          // Of trays that are worth the same either is right, and what comes after may differ.
          if !expected.hasTies {
            #expect(abs(score.value - expected.value) <= 2e-4 * max(1, abs(expected.value)), says)
          }
          #expect(
            try #require(joint.score, says).value >= score.value - 1e-6 * max(1, abs(score.value)), says)
        }
      } catch { Issue.record("\(error); \(says)") }
    }
  }
}

extension WideMonth {
  /// What a plan made show after show is worth, each taking what it can sell of the stock that is left.
  fileprivate func oneByOne(isBySize: Bool) -> (value: Double, hasTies: Bool) {
    let rows = rows
    var hasTies = false
    func bestTray(_ show: Int, beside taken: [Option: Double]) -> [Option: Double] {
      var left = styles.map(\.stock)
      for (option, units) in taken { left[option.style] -= units }
      var trays: [[Option: Double]] = [[:]]
      for style in styles.indices {
        let own = options(show).filter { $0.style == style }
        trays += trays.flatMap { tray in
          own.compactMap { option in
            let held = unitWorth(option) > 0 ? min(left[style], demand(option)) : hold * demand(option)
            if left[style] < hold * demand(option) - 1e-9 { return nil }
            var more = tray
            more[option] = held
            return more
          }
        }
      }
      let ranked = trays.filter { measured(taken.merging($0) { one, _ in one }, rows).missed == nil }
        .map { (tray: $0, value: gain($0)) }.sorted { $0.value > $1.value }
      if ranked.count > 1, ranked[1].value > ranked[0].value - 1e-3 * max(1, abs(ranked[0].value)) {
        hasTies = true
      }
      return ranked.first?.tray ?? [:]
    }
    var order = Array(shows.indices)
    if isBySize {
      let values = order.map { gain(bestTray($0, beside: [:])) }
      hasTies = hasTies || Set(values.map { $0.rounded() }).count < values.count
      order.sort { values[$0] > values[$1] }
    }
    var plan: [Option: Double] = [:]
    for show in order { plan.merge(bestTray(show, beside: plan)) { one, _ in one } }
    return (gain(plan), hasTies)
  }

  private func unitWorth(_ option: Option) -> Double { gain([option: 1]) - gain([option: 0]) }
}
