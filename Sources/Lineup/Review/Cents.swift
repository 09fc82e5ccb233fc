import Optimization

/// An amount of money in whole hundredths, so that sums of amounts are what their parts add up to, to the last one.
package struct Cents: Sendable, Hashable, Comparable, AdditiveArithmetic {
  package var count: Int

  package static let zero = Cents(count: 0)

  package init(count: Int) { self.count = count }

  /// An amount rounded to hundredths, halves away from 0. What is larger than sums can hold stays at that.
  package init(_ amount: Double) {
    let hundredths = (amount * 100).rounded(.toNearestOrAwayFromZero)
    count = hundredths.isFinite ? Int(max(-Self.most, min(Self.most, hundredths))) : 0
  }

  /// Hundredths that thousands of amounts can be added of.
  private static let most = 1e15

  /// The amount in units of the currency.
  package var amount: Double { Double(count) / 100 }

  package static func + (first: Cents, second: Cents) -> Cents { Cents(count: first.count &+ second.count) }
  package static func - (first: Cents, second: Cents) -> Cents { Cents(count: first.count &- second.count) }
  package static func < (first: Cents, second: Cents) -> Bool { first.count < second.count }

  /// Hundredths for each part that add up to a total: each part rounded, what is then too much or too little where
  /// rounding took or gave most. A part that is nothing stays nothing as long as another is something.
  package static func split(_ total: Cents, as parts: [Double]) -> [Cents] {
    var cents = parts.map { Cents($0) }
    var rest = total.count &- cents.reduce(Cents.zero, +).count
    let movable = parts.indices.filter { abs(parts[$0]) >= 1e-9 }
    let order = (movable.isEmpty ? Array(parts.indices) : movable).sorted { first, second in
      let lost = (parts[first] * 100 - Double(cents[first].count)) * (rest > 0 ? 1 : -1)
      let other = (parts[second] * 100 - Double(cents[second].count)) * (rest > 0 ? 1 : -1)
      return lost == other ? first < second : lost > other
    }
    guard !order.isEmpty else { return cents }
    // More than a hundredth a part is no rounding; the part that lost most takes it.
    if abs(rest) > order.count {
      cents[order[0]].count &+= rest
      return cents
    }
    for part in order where rest != 0 {
      cents[part].count += rest.signum()
      rest -= rest.signum()
    }
    return cents
  }
}
