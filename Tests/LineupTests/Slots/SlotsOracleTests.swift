import Foundation
import TestSupport
import Testing

@testable import Lineup

@Suite struct SlotsOracleTests {
  /// The score by decimal arithmetic.
  private func score(_ partner: Partner, _ plan: SlotsPlan, largest: Double) -> Double {
    func decimal(_ number: Double) -> Decimal { Decimal(string: "\(number)") ?? .nan }
    let points = partner.marks.reduce(Decimal(0)) { sum, mark in
      let rule = ["late": Decimal(-3), "missed": Decimal(string: "-10.5") ?? .nan][mark.written]
      let number = Decimal(string: mark.written).map { $0 < 0 ? $0 : -$0 }
      return sum + (rule ?? number ?? 0)
    }
    let rules = decimal(plan.formula.rules) * max(0, decimal(plan.formula.start) + points)
    let sales =
      largest > 0 ? decimal(plan.formula.sales) * 100 * decimal(partner.sales) / decimal(largest) : 0
    return NSDecimalNumber(decimal: rules + sales).doubleValue
  }

  @Test(arguments: [0, 1, 2, 3, 4])
  func `every small plan is solved as trying all calendars says`(part: Int) throws {
    var statuses: [SlotsResult.Status: Int] = [:]
    for seed in part * 120..<(part + 1) * 120 {
      let small = try SmallSlots(seed: UInt64(seed))
      let result = try small.search().run()
      statuses[result.status, default: 0] += 1
      let names = small.partners.partners.map(\.name)
      // Back to the order of the table.
      let place = Dictionary(
        uniqueKeysWithValues: result.standings.enumerated().map { ($1.score.partner.name, $0) })
      let standings = try names.map { result.standings[try #require(place[$0])] }
      let largest = small.partners.partners.map(\.sales).max() ?? 0
      for (standing, partner) in zip(standings, small.partners.partners) {
        #expect(abs(standing.score.score - score(partner, small.plan, largest: largest)) < 1e-9, "\(seed)")
      }
      let claims = standings.map {
        Apportionment.Claim(score: $0.score.score, sales: $0.score.partner.sales, name: $0.score.partner.name)
      }
      let shares = Apportionment(claims, each: small.plan.each, slots: small.plan.slots.count)
      #expect(standings.map(\.count) == shares.counts, "\(seed)")

      let calendar = result.owners.map { owner in
        owner.flatMap { names.firstIndex(of: result.standings[$0].score.partner.name) }
      }
      let scores = standings.map(\.score.score)
      #expect(small.isAllowed(calendar, counts: shares.counts), "\(seed)")
      #expect(standings.map(\.held) == small.held(calendar), "\(seed)")
      let best = small.best(counts: shares.counts, scores: scores)
      #expect(result.status == (best.isKept ? .optimal : .infeasible), "\(seed)")
      #expect(result.filled == best.filled, "\(seed)")
      let lacking = standings.reduce(0) {
        $0 + max(0, min(small.plan.each.lowerBound, $1.count) - $1.held)
      }
      #expect(lacking == best.lacking, "\(seed)")
      #expect(abs(result.value - best.value) < 1e-6 * max(1, best.value), "\(seed)")
      #expect(
        abs(result.value - small.value(calendar, scores: scores)) < 1e-9 * max(1, best.value), "\(seed)")
      for (slot, owner) in calendar.enumerated() {
        #expect(result.wishes[slot]?.rank == owner.map { small.wishes[$0][slot] }, "\(seed)")
      }
      if best.isKept {
        #expect(result.clashes.isEmpty)
      } else {
        #expect(result.isBestEffortProven, "\(seed)")
        try check(result, small, counts: shares.counts, names: names, seed)
      }
    }
    #expect(statuses[.optimal, default: 0] > 20 && statuses[.infeasible, default: 0] > 20, "\(statuses)")
  }

  /// That those who are said to compete do.
  private func check(
    _ result: SlotsResult, _ small: SmallSlots, counts: [Int], names: [String], _ seed: Int
  ) throws {
    let zeros = [Double](repeating: 0, count: names.count)
    #expect(!result.clashes.isEmpty, "\(seed)")
    for clash in result.clashes {
      let members = clash.partners.compactMap {
        names.firstIndex(of: result.standings[$0].score.partner.name)
      }
      #expect(clash.wanted == members.reduce(0) { $0 + counts[$1] }, "\(seed)")
      func best(_ kept: [Int], apart: Int) -> SmallSlots.Best {
        var part = small
        part.plan.apart = apart
        return part.best(counts: names.indices.map { kept.contains($0) ? counts[$0] : 0 }, scores: zeros)
      }
      let whole = best(members, apart: small.plan.apart)
      #expect(!whole.isKept, "\(seed)")
      if clash.wanted > small.plan.slots.count { continue }
      #expect(clash.most == whole.filled, "\(seed)")
      #expect(clash.isIrreducible, "\(seed)")
      for one in members {
        #expect(best(members.filter { $0 != one }, apart: small.plan.apart).isKept, "\(seed)")
      }
      #expect(clash.isByDaysApart == best(members, apart: 0).isKept, "\(seed)")
      let open = small.plan.slots.indices.filter { slot in members.contains { small.wishes[$0][slot] != 4 } }
      #expect(clash.slots == open, "\(seed)")
    }
  }
}
