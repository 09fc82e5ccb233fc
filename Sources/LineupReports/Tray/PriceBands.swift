/// Bands of prices as people speak of them: 100 to 200, 200 to 300, 300 to 500, 500 to 1,000; narrower
/// ones where prices are close together.
package enum PriceBands {
  /// The lower ends of bands and the upper end of the last; empty where there are no prices.
  package static func edges(of prices: [Double]) -> [Double] {
    let wide = edges(of: prices, factors: [1, 2, 3, 5])
    return wide.count > 4 ? wide : edges(of: prices, factors: [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8])
  }

  private static func edges(of prices: [Double], factors: [Double]) -> [Double] {
    guard let least = prices.min(), let most = prices.max(), most > 0 else { return [] }
    var series: [Double] = [0]
    var power = 0.01
    while power <= most {
      for factor in factors { series.append((factor * power * 1000).rounded() / 1000) }
      power *= 10
    }
    series.append(power)
    // From the last edge below the cheapest to the first above the dearest; very cheap ones together.
    let first = max(series.lastIndex { $0 <= least } ?? 0, 0)
    let last = series.firstIndex { $0 > most } ?? series.count - 1
    var edges = Array(series[first...last])
    while edges.count > 8 { edges.remove(at: 1) }
    return edges
  }

  /// How many prices are in each band.
  package static func counts(of prices: [Double], edges: [Double]) -> [Int] {
    zip(edges, edges.dropFirst()).map { lower, upper in prices.count { $0 >= lower && $0 < upper } }
  }
}
