/// What shows that are over say of forecasts: a factor for all of them, and one for each value of some attributes.
///
/// The factor of an option is `whole` times those of its values, within 0.2..5; a value that was never seen has 1.
package struct ForecastFactors: Sendable, Equatable {
  /// A value of an attribute and what was learned of it.
  package struct Entry: Sendable, Equatable {
    package var value: String
    package var factor: Double
    /// Units sold over units forecast, as they are; `nil` where nothing was forecast.
    package var ratio: Double?
    package var items: Int
    package var shows: Int

    package init(value: String, factor: Double, ratio: Double? = nil, items: Int = 0, shows: Int = 0) {
      self.value = value
      self.factor = factor
      self.ratio = ratio
      self.items = items
      self.shows = shows
    }
  }

  package var whole = 1.0
  /// In items: how many of them a factor of 1 is believed as much as.
  package var belief = ForecastFactors.usualBelief
  /// Whether the test on shows that were not learned from says that forecasts get better by it.
  package var isWorthUsing = false
  /// The standard deviation of the relative errors that stay, each item weighted by its forecast; `nil` where nothing
  /// was learned.
  package var spread: Double?
  /// The values of each attribute, those with the most items first.
  package var entries: [FactorAttribute: [Entry]] = [:]

  /// Without anything learned: every factor is 1.
  package init() {}

  package static let usualBelief = 5.0
  /// Every factor lies within, and so does their product.
  package static let allowed = 0.2...5.0

  package static func clipped(_ factor: Double) -> Double {
    factor.isNaN ? 1 : max(allowed.lowerBound, min(allowed.upperBound, factor))
  }

  /// Factors by value, for look-ups.
  package var tables: [FactorAttribute: [String: Double]] {
    entries.mapValues { entries in
      Dictionary(entries.map { ($0.value, $0.factor) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The factor of an option whose values are told one by one.
  package func multiplier(_ value: (FactorAttribute) -> String?) -> Double {
    var product = whole
    for attribute in FactorAttribute.allCases {
      guard let known = entries[attribute], let value = value(attribute) else { continue }
      if let entry = known.first(where: { $0.value == value }) { product *= entry.factor }
    }
    return Self.clipped(product)
  }
}
