/// The band that a price falls in, by steps of 1, 2 and 5 times a power of ten; the lower end belongs to it.
package enum PriceBand {
  /// `200..500`; `nil` for what is no price.
  package static func label(_ price: Double) -> String? {
    guard price.isFinite, price > 0 else { return nil }
    var power = 1.0
    while power * 10 <= price { power *= 10 }
    while power > price { power /= 10 }
    let ends = [power, 2 * power, 5 * power, 10 * power]
    let above = ends.firstIndex { $0 > price } ?? 3
    return "\(plain(ends[max(0, above - 1)]))..\(plain(ends[above]))"
  }
}
