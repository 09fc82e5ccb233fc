/// How near forecasts came to what was sold.
package struct Accuracy: Sendable, Equatable {
  /// Weighted absolute percentage error: sum of |actual - forecast| / sum of actual; `nil` where nothing was sold.
  package var wape: Double?
  /// Sum of (forecast - actual) / sum of actual: above 0 where too much was forecast.
  package var bias: Double?
  /// The share of items that sold within 30% of their forecast.
  package var within30: Double?
  /// The same error of the naive forecast.
  package var naive: Double?
  /// How many items it is about, and how many say nothing: they sold out below their forecast.
  package var items = 0
  package var withoutSay = 0

  package init() {}

  /// An item's forecast and what was sold of it.
  package struct Pair: Sendable {
    package var forecast: Double
    package var actual: Double
    package var isSoldOut: Bool

    package init(forecast: Double, actual: Double, isSoldOut: Bool) {
      self.forecast = forecast
      self.actual = actual
      self.isSoldOut = isSoldOut
    }

    /// What sold out below its forecast might have sold all of it.
    var saysSomething: Bool { !(isSoldOut && forecast > actual) }
  }

  package init(_ pairs: [Pair]) {
    let telling = pairs.filter(\.saysSomething)
    items = telling.count
    withoutSay = pairs.count - telling.count
    let sold = telling.reduce(0) { $0 + $1.actual }
    if sold > 0 {
      wape = telling.reduce(0) { $0 + abs($1.actual - $1.forecast) } / sold
      bias = telling.reduce(0) { $0 + ($1.forecast - $1.actual) } / sold
    }
    if !telling.isEmpty {
      let near = telling.count { abs($0.actual - $0.forecast) <= 0.3 * $0.forecast }
      within30 = Double(near) / Double(telling.count)
    }
  }

  /// The naive forecasts: each item of a pitch has the mean forecast of the pitch, capped by its own stock.
  static func naive(_ forecasts: [(pitch: String?, forecast: Double, stock: Double?)]) -> [Double] {
    var sums: [String: (sum: Double, count: Double)] = [:]
    for item in forecasts {
      let known = sums[item.pitch ?? ""] ?? (0, 0)
      sums[item.pitch ?? ""] = (known.sum + item.forecast, known.count + 1)
    }
    return forecasts.map { item in
      let pitch = sums[item.pitch ?? ""] ?? (0, 1)
      return min(item.stock ?? .infinity, pitch.sum / max(1, pitch.count))
    }
  }
}
