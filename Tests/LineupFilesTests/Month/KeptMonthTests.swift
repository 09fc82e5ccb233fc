import Foundation
import Lineup
import LineupFiles
import TestSupport
import Testing

/// Months planned again near to a plan, against every plan tried.
@Suite struct KeptMonthTests {
  private static let count = ProcessInfo.processInfo.environment["LINEUP_MONTHS"].flatMap(Int.init) ?? 56

  /// An old plan by chance, some of whose items are none any more.
  private func kept(_ wide: WideMonth, _ random: inout RandomSource) -> KeptPlan {
    var items: [KeptPlan.Item] = []
    for show in wide.shows.indices {
      var styles: Set<Int> = []
      for option in wide.options(show) where random.chance(0.4) && styles.insert(option.style).inserted {
        items.append(
          .init(
            show: wide.shows[show].name, spu: wide.styles[option.style].spu,
            pitch: wide.pitches[option.pitch].name))
      }
      if random.chance(0.2) {
        items.append(.init(show: wide.shows[show].name, spu: "GONE", pitch: "standard"))
      }
    }
    return KeptPlan(
      items: items, freeze: random.chance(0.5) ? Day(WideMonth.date(random.integer(0...5))) : nil,
      steady: random.one(of: [0, 10, 100]))
  }

  @Test("a plan made again is the best with its price on changes", arguments: 0..<8)
  func again(part: Int) throws {
    for number in 0..<Self.count / 8 {
      let seed = UInt64(700_000 + part * 10_000 + number)
      let wide = WideMonth(seed: seed)
      var random = RandomSource(seed: seed)
      let kept = kept(wide, &random)
      let says: Comment = "seed \(seed), \(kept): \(wide.monthText)"
      do { try check(wide, kept, says) } catch { Issue.record("\(error); \(says)") }
    }
  }

  private func check(_ wide: WideMonth, _ kept: KeptPlan, _ says: Comment) throws {
    var wishes = WideMonth.Wishes()
    var frozen: Set<Int> = []
    var constant = 0.0
    for (position, show) in wide.shows.enumerated() {
      let own = kept.items.filter { $0.show == show.name }.compactMap { item in
        wide.option(position, item.spu, item.pitch)
      }
      wishes.free.formUnion(own)
      if let freeze = kept.freeze, WideMonth.date(show.day) <= freeze.description {
        wishes.fixed[position] = own
        frozen.insert(position)
      } else {
        wishes.bonus[position] = Dictionary(uniqueKeysWithValues: own.map { ($0.style, kept.steady) })
        constant += kept.steady * Double(own.count)
      }
    }
    let best = try wide.bestValue(wishes).map { $0 - constant }
    let result = try wide.bound().plan(MonthSettings(gap: 0, kept: kept))
    guard case .optimal(let plan, let score) = result.outcome else {
      if case .infeasible = result.outcome, best == nil { return }
      Issue.record(
        "\(result.status) \(String(describing: result.score)), the best is \(String(describing: best)); \(says)"
      )
      return
    }
    let within = try #require(result.within, says)
    #expect(
      abs(within.value - (try #require(best, says))) <= 1e-5 * max(1, abs(within.value), constant), says)
    #expect(try #require(within.bound, says) >= within.value - 1e-6 * max(1, abs(within.value)), says)
    wide.expect(plan, worth: score, frozen: frozen, free: wishes.free, says)
    if let bound = score.bound, let free = try wide.bestValue() {
      #expect(bound >= free - 1e-6 * abs(free), says)
    }
    #expect(within.dropped.count == kept.items.count { $0.spu == "GONE" }, says)
    expectChanges(within, from: kept, to: plan, frozen: frozen, wide, says)
  }

  /// Expects what is told of changes to be what changed.
  private func expectChanges(
    _ within: MonthResult.Steadiness, from kept: KeptPlan, to plan: MonthPlan, frozen: Set<Int>,
    _ wide: WideMonth, _ says: Comment
  ) {
    for (position, show) in plan.shows.enumerated() {
      let old = Dictionary(
        uniqueKeysWithValues: kept.items.filter { $0.show == show.name && $0.spu != "GONE" }.map {
          ($0.spu, $0.pitch)
        })
      let new = Dictionary(uniqueKeysWithValues: show.tray.items.map { ($0.spu, $0.pitch) })
      if frozen.contains(position) { #expect(old == new, says) }
      let change = within.changes.first { $0.show == show.name }
      #expect(Set(change?.added ?? []) == Set(new.keys).subtracting(old.keys), says)
      #expect(Set(change?.removed ?? []).subtracting(["GONE"]) == Set(old.keys).subtracting(new.keys), says)
      #expect(
        Set((change?.repitched ?? []).map(\.spu))
          == Set(new.keys.filter { old[$0] != nil && old[$0] != new[$0] }), says)
    }
  }

  @Test(
    "a huge price on changes changes nothing, and a plan that was cut short is never made worse",
    arguments: 0..<4)
  func resumed(part: Int) throws {
    for number in 0..<Self.count / 8 {
      let seed = UInt64(800_000 + part * 10_000 + number)
      let wide = WideMonth(seed: seed)
      let says: Comment = "seed \(seed): \(wide.monthText)"
      let month = try wide.bound()
      let first = try month.plan(MonthSettings(gap: 0, timeLimit: 0.004))
      guard let plan = first.plan, let score = first.score else { continue }
      let items = plan.shows.flatMap { show in
        show.tray.items.map { KeptPlan.Item(show: show.name, spu: $0.spu, pitch: $0.pitch) }
      }
      let resumed = try month.plan(MonthSettings(gap: 0, kept: KeptPlan(items: items)))
      #expect(try #require(resumed.score, says).value >= score.value - 1e-6 * max(1, abs(score.value)), says)
      let steady = try month.plan(MonthSettings(gap: 0, kept: KeptPlan(items: items, steady: 1e7)))
      let removed = try #require(steady.within, says).changes.flatMap(\.removed)
      #expect(removed == [], says)
      // A kept item may be held less than its least part, which lets others be added; otherwise nothing is.
      if wide.hold == 0 {
        let frozen = KeptPlan(items: items, freeze: Day("2026-12-31"))
        let same = try month.plan(MonthSettings(gap: 0, kept: frozen))
        #expect(try #require(same.within, says).changes == [], says)
        #expect(try #require(same.score, says).value >= score.value - 1e-6 * max(1, abs(score.value)), says)
      }
    }
  }
}
