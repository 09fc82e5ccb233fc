import TestSupport
import Testing

@testable import Lineup

/// The definition taken literally, in whole numbers: which claims stand at an end of `each` and which move with c
/// is tried out, and fractions are compared by their products.
private struct ApportionmentOracle {
  var claims: [(score: Int, sales: Int, name: String)]
  var each: ClosedRange<Int>
  var slots: Int

  /// Quotas as fractions with one denominator; `nil` where none add up.
  func quotas() -> (parts: [Int], whole: Int)? {
    var places = [Int](repeating: 0, count: claims.count)
    while true {
      if let quotas = quotas(places) { return quotas }
      guard let next = places.firstIndex(where: { $0 < 2 }) else { return nil }
      for place in 0..<next { places[place] = 0 }
      places[next] += 1
    }
  }

  /// Quotas where each claim is at the lower end (0), moves with c (1) or is at the upper end (2).
  private func quotas(_ places: [Int]) -> (parts: [Int], whole: Int)? {
    var moving = 0
    var rest = slots
    for (claim, place) in zip(claims, places) {
      if claim.score == 0, place != 0 { return nil }
      if place == 2, each.upperBound > 1_000 { return nil }
      switch place {
      case 0: rest -= each.lowerBound
      case 1: moving += claim.score
      default: rest -= each.upperBound
      }
    }
    if moving == 0 {
      // Some c must lie between those that are at the upper end and those at the lower one.
      guard rest == 0 else { return nil }
      for (one, place) in zip(claims, places) where place == 2 {
        for (other, lower) in zip(claims, places) where lower == 0 && other.score > 0 {
          if each.upperBound * other.score > each.lowerBound * one.score { return nil }
        }
      }
      return (places.map { $0 == 0 ? each.lowerBound : each.upperBound }, 1)
    }
    // c = rest / moving
    guard rest >= 0 else { return nil }
    var parts: [Int] = []
    for (claim, place) in zip(claims, places) {
      let part = rest * claim.score
      switch place {
      case 0:
        guard part <= each.lowerBound * moving else { return nil }
        parts.append(each.lowerBound * moving)
      case 1:
        guard part >= each.lowerBound * moving else { return nil }
        if each.upperBound < 1_000, part > each.upperBound * moving { return nil }
        parts.append(part)
      default:
        guard part >= each.upperBound * moving else { return nil }
        parts.append(each.upperBound * moving)
      }
    }
    return (parts, moving)
  }

  /// Whole slots by largest remainder.
  func counts(_ quotas: (parts: [Int], whole: Int)) -> [Int] {
    var counts = quotas.parts.map { $0 / quotas.whole }
    var left = slots - counts.reduce(0, +)
    let order = claims.indices.sorted { first, second in
      let (one, other) = (quotas.parts[first] % quotas.whole, quotas.parts[second] % quotas.whole)
      if one != other { return one > other }
      let (a, b) = (claims[first], claims[second])
      if a.score != b.score { return a.score > b.score }
      if a.sales != b.sales { return a.sales > b.sales }
      return a.name < b.name
    }
    for claim in order where left > 0 && counts[claim] < each.upperBound {
      counts[claim] += 1
      left -= 1
    }
    return counts
  }

  func apportionment(raising claim: Int = 0, by points: Double = 0) -> Apportionment {
    var asked = claims.map {
      Apportionment.Claim(score: Double($0.score), sales: Double($0.sales), name: $0.name)
    }
    asked[claim].score += points
    return Apportionment(asked, each: each, slots: slots)
  }

  init(random: inout RandomSource) {
    let count = random.integer(1...6)
    let greatest = random.one(of: [1, 4, 100])
    claims = (0..<count).map { place in
      (random.integer(0...greatest), random.integer(0...2), ["E", "B", "D", "A", "F", "C"][place])
    }
    let lower = random.integer(0...2)
    let upper = random.chance(0.3) ? Int.max : lower + random.integer(0...4)
    each = lower...upper
    slots = random.integer(0...14)
  }
}

@Suite struct ApportionmentTests {
  @Test func `quotas and counts are what the definition says`() throws {
    var kinds = [0, 0, 0]
    for seed in 0..<1_500 {
      var random = RandomSource(seed: UInt64(seed))
      let oracle = ApportionmentOracle(random: &random)
      let found = oracle.apportionment()
      let (least, positive) = (
        oracle.each.lowerBound * oracle.claims.count, oracle.claims.count { $0.score > 0 }
      )
      guard let quotas = oracle.quotas() else {
        let clash = try #require(found.clash, "seed \(seed)")
        if clash.isTooMany {
          #expect(least > oracle.slots && clash.together == least)
          #expect(found.counts.allSatisfy { $0 == oracle.each.lowerBound })
        } else {
          #expect(clash.together < oracle.slots && found.counts.reduce(0, +) == clash.together)
          for (claim, count) in zip(oracle.claims, found.counts) {
            #expect(count == (claim.score > 0 ? oracle.each.upperBound : oracle.each.lowerBound))
          }
        }
        #expect(found.quotas == found.counts.map(Double.init))
        kinds[clash.isTooMany ? 1 : 2] += 1
        continue
      }
      #expect(found.clash == nil, "seed \(seed)")
      #expect(found.counts == oracle.counts(quotas), "seed \(seed)")
      #expect(found.counts.reduce(0, +) == oracle.slots)
      for (quota, part) in zip(found.quotas, quotas.parts) {
        #expect(abs(quota - Double(part) / Double(quotas.whole)) < 1e-9, "seed \(seed)")
      }
      if positive > 0 { kinds[0] += 1 }
    }
    #expect(kinds.allSatisfy { $0 > 100 }, "\(kinds)")
  }

  @Test func `so many points are enough for one slot more, and a hair less is not`() {
    var (reached, never) = (0, 0)
    for seed in 0..<500 {
      var random = RandomSource(seed: UInt64(seed) + 9_000)
      let oracle = ApportionmentOracle(random: &random)
      let claims = oracle.claims.map {
        Apportionment.Claim(score: Double($0.score), sales: Double($0.sales), name: $0.name)
      }
      let now = oracle.apportionment().counts
      for claim in claims.indices {
        let points = Apportionment.pointsToOneMore(claim, of: claims, each: oracle.each, slots: oracle.slots)
        func count(_ rise: Double) -> Int { oracle.apportionment(raising: claim, by: rise).counts[claim] }
        guard let points else {
          never += 1
          #expect(count(1e12) == now[claim], "seed \(seed)")
          continue
        }
        reached += 1
        #expect(count(points) > now[claim], "seed \(seed)")
        // Ties within 1e-9 of a remainder are decided by the score.
        #expect(count(max(0, points - 1e-4 * max(1, points))) == now[claim], "seed \(seed)")
        // More points never cost a slot.
        let counts = (0...20).map { count(points * Double($0) / 10) }
        #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
      }
    }
    #expect(reached > 500 && never > 100, "\(reached) \(never)")
  }

  @Test func `equal claims are told apart by sales, then by name, whatever their order`() {
    func claim(_ score: Double, _ sales: Double, _ name: String) -> Apportionment.Claim {
      Apportionment.Claim(score: score, sales: sales, name: name)
    }
    func counts(_ claims: [Apportionment.Claim], _ slots: Int) -> [String: Int] {
      let counts = Apportionment(claims, each: 0...Int.max, slots: slots).counts
      return Dictionary(uniqueKeysWithValues: zip(claims.map(\.name), counts))
    }
    let equal = [claim(50, 1, "B"), claim(50, 2, "C"), claim(50, 1, "A")]
    #expect(counts(equal, 4) == ["A": 1, "B": 1, "C": 2])
    #expect(counts(equal, 5) == ["A": 2, "B": 1, "C": 2])
    #expect(counts(equal.reversed(), 5) == counts(equal, 5))
    // 1.5 and 0.5: equal remainders, the greater score comes first.
    #expect(counts([claim(5, 9, "A"), claim(15, 0, "B")], 2) == ["A": 0, "B": 2])
    #expect(counts([], 3) == [:])
  }

  @Test func `limits as large as integers do no harm`() {
    let claims = [Apportionment.Claim(score: 1, sales: 0, name: "A"), .init(score: 0, sales: 0, name: "B")]
    let least = Apportionment(claims, each: NumberLimits.count...Int.max, slots: 3)
    #expect(least.clash?.isTooMany == true)
    #expect(Apportionment(claims, each: 0...Int.max, slots: 3).counts == [3, 0])
    #expect(Apportionment.pointsToOneMore(1, of: claims, each: 0...Int.max, slots: 3) != nil)
  }
}
