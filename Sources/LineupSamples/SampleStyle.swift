/// How the numbers of a sample catalog are spread, which decides how hard its shows are to prove.
package enum SampleStyle: String, CaseIterable, Sendable {
  /// A price list and a forecast for every style: hardly two styles are worth the same.
  case smooth
  /// Five prices (99, 199, 299, 399, 699), one margin and no forecasts: thousands of styles alike.
  case ties
  /// A price list without forecasts: what sells is only told by price and past sales.
  case flat

  /// Whether the catalog has the column `expected_units`.
  package var hasForecast: Bool { self == .smooth }
}
