/// Why sales differ from the plan.
package enum BridgePart: String, CaseIterable, Sendable {
  case price, views, forecast
  case soldOut = "sold out"
  case notShown = "not shown"
  case added
}

/// The parts of a difference in sales, in hundredths; they add up to it.
package struct Bridge: Sendable, Equatable {
  package private(set) var parts: [BridgePart: Cents] = [:]

  package init() {}

  package init(_ parts: [BridgePart: Cents]) { self.parts = parts }

  package subscript(part: BridgePart) -> Cents { parts[part] ?? .zero }

  package var sum: Cents { BridgePart.allCases.reduce(.zero) { $0 + self[$1] } }

  package mutating func add(_ other: Bridge) {
    for (part, cents) in other.parts { parts[part] = self[part] + cents }
  }
}

/// A style of a show, as it was planned and as it sold.
package struct ReviewItem: Sendable, Equatable {
  package enum Standing: String, Sendable {
    /// On the tray, with a row of sales.
    case planned
    /// On the tray, without one.
    case notShown = "not shown"
    /// A row of sales, not on the tray.
    case added
  }

  package var spu: String
  package var name: String?
  package var standing: Standing
  package var pitch: String?
  package var offer: String?
  /// Units.
  package var planned = 0.0
  package var actual = 0.0
  package var plannedGMV = Cents.zero
  package var actualGMV = Cents.zero
  package var isSoldOut = false
  package var soldOutAt: String?
  package var bridge = Bridge()
  /// Planned sales of a unit; the catalog's price where nothing was planned.
  package var price: Double?
  package var stock: Double?
  /// Its forecast at the views that came, before stock and factors; `nil` where the catalog lacks the style.
  package var demand: Double?
  /// What the plan's factors made of its forecast.
  package var factor = 1.0
  /// What was to be expected at the views that came; `nil` for an added style.
  package var forecast: Double?
  package var returns: Double?
  /// By `FactorAttribute.allCases`; `nil` where missing.
  package var values: [String?]
  /// Its values of the attribute that the first split counts.
  package var groups: [String] = []
  /// Tags of its role.
  package var roles: [String] = []

  package init(spu: String, standing: Standing) {
    self.spu = spu
    self.standing = standing
    values = FactorAttribute.allCases.map { _ in nil }
  }

  package func value(_ attribute: FactorAttribute) -> String? {
    FactorAttribute.allCases.firstIndex(of: attribute).flatMap { $0 < values.count ? values[$0] : nil }
  }

  /// Forecast against actual; `nil` for what was not planned or not shown.
  package var pair: Accuracy.Pair? {
    guard standing == .planned, let forecast else { return nil }
    return .init(forecast: forecast, actual: actual, isSoldOut: isSoldOut)
  }
}

/// The items with one value of an attribute.
package struct ReviewGroup: Sendable, Equatable {
  package var attribute: String
  package var value: String
  package var items: Int
  package var planned: Double
  package var actual: Double
  package var plannedGMV: Cents
  package var actualGMV: Cents
  package var bridge: Bridge
  package var accuracy: Accuracy
  /// Actual over forecast units of what was planned and shown, and one standard error of it by the items' scatter;
  /// `nil` where nothing was forecast, the error also of a single item.
  package var ratio: Double?
  package var error: Double?

  init(_ attribute: String, _ value: String, _ items: [ReviewItem]) {
    self.attribute = attribute
    self.value = value
    self.items = items.count
    planned = items.reduce(0) { $0 + $1.planned }
    actual = items.reduce(0) { $0 + $1.actual }
    plannedGMV = items.reduce(.zero) { $0 + $1.plannedGMV }
    actualGMV = items.reduce(.zero) { $0 + $1.actualGMV }
    bridge = Bridge()
    for item in items { bridge.add(item.bridge) }
    let pairs = items.compactMap(\.pair)
    accuracy = Accuracy(pairs)
    let telling = pairs.filter { !($0.isSoldOut && $0.forecast > $0.actual) }
    let forecast = telling.reduce(0) { $0 + $1.forecast }
    guard forecast > 0 else { return }
    let ratio = telling.reduce(0) { $0 + $1.actual } / forecast
    self.ratio = ratio
    if telling.count > 1 {
      let squares = telling.reduce(0) { total, pair in
        let rest = pair.actual - ratio * pair.forecast
        return total + rest * rest
      }
      let freedom = Double(telling.count) / Double(telling.count - 1)
      error = (squares * freedom).squareRoot() / forecast
    }
  }
}
