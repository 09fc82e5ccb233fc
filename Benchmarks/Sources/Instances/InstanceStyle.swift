import LineupSamples

/// What makes one kind of synthetic show hard in its own way.
enum InstanceStyle: String, CaseIterable, Codable {
  /// Forecasts and margins that all differ.
  case smooth
  /// Five prices, one margin, no forecasts: thousands of styles alike.
  case ties
  /// Average price in a narrow band, air time to be filled exactly, quotas of stock and season.
  case tight
  /// A price list without forecasts: every style sells the same number of units.
  case flat
  /// Quotas that may be missed for a penalty.
  case soft
  /// Styles that come together, need or exclude one another.
  case switches
  /// Cheap bands to be filled and an average price just out of their reach.
  case infeasible
  /// 240 items in twelve hours instead of 60 in three.
  case twelveHours = "twelve-hours"
  /// Six kinds of offers, of which a show has three at most.
  case offers
  /// The same with three kinds on the whole show beside them.
  case offersWide = "offers-wide"

  /// The catalog of the style's shows.
  func catalog(count: Int, seed: UInt64) -> SampleCatalog {
    let spread: SampleStyle =
      switch self {
      case .ties: .ties
      case .flat: .flat
      default: .smooth
      }
    return SampleCatalog(count: count, seed: seed, style: spread)
  }
}
