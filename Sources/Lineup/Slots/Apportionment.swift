/// How many slots each partner is to have, by its score.
///
/// ## Formulation
///
///     q_p = min(hi, max(lo, c x score_p)),   one c for all such that the q add up to the number of slots
///     n_p by largest remainder (Hamilton 1791) on q within lo..hi; ties by score, sales, name
///
/// Remainders and scores that differ by no more than 1e-9 are equal, so that the last bits of a sum decide nothing.
package struct Apportionment: Sendable, Equatable {
  /// What is known of one who claims slots.
  package struct Claim: Sendable, Equatable {
    package var score: Double
    package var sales: Double
    package var name: String

    package init(score: Double, sales: Double, name: String) {
      self.score = score
      self.sales = sales
      self.name = name
    }
  }

  /// Why the quotas cannot add up to the number of slots.
  package struct Clash: Sendable, Equatable {
    /// The least, or the most, that all may have together.
    package var together: Int
    /// Whether that is more than there are slots.
    package var isTooMany: Bool
  }

  package private(set) var quotas: [Double]
  package private(set) var counts: [Int]
  package private(set) var clash: Clash?

  private static let hair = 1e-9

  /// Time O(n log n) for n claims.
  package init(_ claims: [Claim], each: ClosedRange<Int>, slots: Int) {
    let least = claims.count.saturatingProduct(each.lowerBound)
    let positive = claims.count { $0.score > 0 }
    // A score of 0 gets the least, whatever c is.
    let most = positive.saturatingProduct(each.upperBound).saturatingSum(
      (claims.count - positive).saturatingProduct(each.lowerBound))
    if least > slots {
      counts = claims.map { _ in each.lowerBound }
      quotas = counts.map(Double.init)
      clash = Clash(together: least, isTooMany: true)
    } else if most < slots {
      counts = claims.map { $0.score > 0 ? each.upperBound : each.lowerBound }
      quotas = counts.map(Double.init)
      clash = Clash(together: most, isTooMany: false)
    } else {
      quotas = Self.quotas(claims.map(\.score), each, slots)
      counts = quotas.map { Int(($0 + Self.hair).rounded(.down)) }
      distribute(claims, each, slots)
    }
  }

  /// The quotas by the one c with which they add up.
  private static func quotas(_ scores: [Double], _ each: ClosedRange<Int>, _ slots: Int) -> [Double] {
    let (lower, upper) = (
      Double(each.lowerBound), each.upperBound == .max ? Double.infinity : Double(each.upperBound)
    )
    let ends = scores.filter { $0 > 0 }.map { (leaves: lower / $0, stops: upper / $0) }
    // The sum of quotas is linear between these values of c.
    let breaks = Set(ends.flatMap { [$0.leaves, $0.stops] }.filter(\.isFinite)).sorted()
    func total(_ c: Double) -> Double {
      scores.reduce(0) { $0 + ($1 > 0 ? min(upper, max(lower, c * $1)) : lower) }
    }
    var (low, high) = (0, breaks.count)
    while low < high {
      let middle = (low + high) / 2
      if total(breaks[middle]) >= Double(slots) - hair { high = middle } else { low = middle + 1 }
    }
    // Within the piece that ends there, some move with c and the others stand.
    let end = high < breaks.count ? breaks[high] : .infinity
    let begin = high > 0 ? breaks[high - 1] : 0
    func moves(_ score: Double) -> Bool {
      score > 0 && lower / score <= begin && upper / score >= end && lower / score < end
    }
    func standing(_ score: Double) -> Double { score > 0 && upper / score <= begin ? upper : lower }
    let moving = scores.filter(moves).reduce(0, +)
    let fixed = scores.filter { !moves($0) }.reduce(0) { $0 + standing($1) }
    return scores.map { score in
      guard moves(score), moving > 0 else { return standing(score) }
      return min(upper, max(lower, (Double(slots) - fixed) * score / moving))
    }
  }

  /// Gives what is left to the largest remainders.
  private mutating func distribute(_ claims: [Claim], _ each: ClosedRange<Int>, _ slots: Int) {
    var left = slots - counts.reduce(0, +)
    guard left > 0 else { return }
    let remainders = quotas.indices.map { max(0, quotas[$0] - Double(counts[$0])) }
    let ranked = claims.indices.filter { counts[$0] < each.upperBound }.sorted {
      remainders[$0] > remainders[$1]
    }
    var position = 0
    while left > 0, position < ranked.count {
      // Those that are equal but for the last bits.
      var end = position + 1
      while end < ranked.count, remainders[ranked[end - 1]] - remainders[ranked[end]] <= Self.hair {
        end += 1
      }
      for claim in ranked[position..<end].sorted(by: { Self.precedes(claims[$0], claims[$1]) }).prefix(left) {
        counts[claim] += 1
        left -= 1
      }
      position = end
    }
  }

  /// Whether one comes before another by score, sales and name.
  package static func precedes(_ first: Claim, _ second: Claim) -> Bool {
    func rounded(_ score: Double) -> Double { (score / hair).rounded() }
    if rounded(first.score) != rounded(second.score) { return first.score > second.score }
    if first.sales != second.sales { return first.sales > second.sales }
    return first.name < second.name
  }
}

extension Apportionment {
  /// The least number of points by which the score of one must rise, all others as they are, so that it gets one
  /// slot more; `nil` where no score is enough: by the upper end of `each`, or as the others have their least.
  ///
  /// A greater score of its own never costs a slot: c falls, so that the quotas of all others fall, and one that
  /// loses a whole slot by that gets it back as the largest remainder before any other loses. So the least rise is
  /// found by halving.
  /// - Complexity: O(n log n) for each of some hundred halvings, n claims.
  package static func pointsToOneMore(
    _ claim: Int, of claims: [Claim], each: ClosedRange<Int>, slots: Int
  ) -> Double? {
    let now = Apportionment(claims, each: each, slots: slots).counts[claim]
    let others = (claims.count - 1).saturatingProduct(each.lowerBound)
    guard now < each.upperBound, now < slots - others else { return nil }
    func isEnough(_ rise: Double) -> Bool {
      var raised = claims
      raised[claim].score += rise
      return Apportionment(raised, each: each, slots: slots).counts[claim] > now
    }
    var enough = 1.0
    while !isEnough(enough) {
      enough *= 2
      if enough > 1e15 { return nil }
    }
    var tooLittle = enough > 1 ? enough / 2 : 0
    while enough - tooLittle > 1e-10 * max(1, enough) {
      let middle = tooLittle + (enough - tooLittle) / 2
      if isEnough(middle) { enough = middle } else { tooLittle = middle }
    }
    return enough
  }
}

extension Int {
  /// The product, or the greatest integer where that is beyond it; both are at least 0.
  fileprivate func saturatingProduct(_ other: Int) -> Int {
    let (product, isBeyond) = multipliedReportingOverflow(by: other)
    return isBeyond ? .max : product
  }

  fileprivate func saturatingSum(_ other: Int) -> Int {
    let (sum, isBeyond) = addingReportingOverflow(other)
    return isBeyond ? .max : sum
  }
}
