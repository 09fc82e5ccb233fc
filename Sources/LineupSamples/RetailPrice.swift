/// Prices as shops write them, in hundredths of the currency.
enum RetailPrice {
  /// A price with a retail ending at or a little above `amount`.
  ///
  /// Below 100 it ends in 9 or 9.90, below 1,000 in 5, 8, 9 or 9.90, above in 80, 90 or 99.
  static func cents(near amount: Double, drawing draw: inout SeededRandom) -> Int {
    if amount < 1000 {
      let tens = max(1, Int(amount / 10)) * 1000
      return tens + (amount < 100 ? draw.pick([900, 990]) : draw.pick([500, 800, 900, 990]))
    }
    return Int(amount / 100) * 10_000 + draw.pick([8000, 9000, 9900])
  }

  /// The one of five round price points that `cents` falls to.
  static func tied(to cents: Int) -> Int {
    switch cents {
    case ..<14_900: 9_900
    case ..<24_900: 19_900
    case ..<34_900: 29_900
    case ..<54_900: 39_900
    default: 69_900
    }
  }
}
