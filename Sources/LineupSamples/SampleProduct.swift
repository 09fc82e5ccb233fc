/// One style of a sample catalog.
package struct SampleProduct: Sendable, Equatable {
  package var spu: String
  /// English, a space, Chinese.
  package var name: String
  package var brand: String
  /// `women`, `men` or `kids`.
  package var gender: String
  package var category: String
  /// Tags separated by `|`; `all` for every season.
  package var season: String
  /// Tags separated by `|`; empty for a style without a job in the show.
  package var role: String
  /// Look-alikes share it; `nil` where nobody noted one.
  package var family: String?
  package var colour: String
  /// Live price in hundredths of the currency, at most the list price.
  package var priceCents: Int
  package var listPriceCents: Int
  /// Unit cost in hundredths; `nil` where it is not known.
  package var costCents: Int?
  /// Units on hand; 0 for a style that is sold out.
  package var stock: Int
  /// Forecast in tenths of a unit; `nil` where the catalog has no forecasts.
  package var expectedUnitTenths: Int?
  package var salesOf30Days: Int
  /// An ISO date, such as `2026-08-14`.
  package var launchDate: String
  package var sellingPoint: String
}
