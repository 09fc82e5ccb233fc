/// One style of a sample catalog.
public struct SampleProduct: Sendable, Equatable {
  public var spu: String
  /// English, a space, Chinese.
  public var name: String
  public var brand: String
  /// `women`, `men` or `kids`.
  public var gender: String
  public var category: String
  /// Tags separated by `|`; `all` for every season.
  public var season: String
  /// Tags separated by `|`; empty for a style without a job in the show.
  public var role: String
  /// Look-alikes share it; `nil` where nobody noted one.
  public var family: String?
  public var colour: String
  /// Live price in hundredths of the currency, at most the list price.
  public var priceCents: Int
  public var listPriceCents: Int
  /// Unit cost in hundredths; `nil` where it is not known.
  public var costCents: Int?
  /// Units on hand; 0 for a style that is sold out.
  public var stock: Int
  /// Forecast in tenths of a unit; `nil` where the catalog has no forecasts.
  public var expectedUnitTenths: Int?
  public var salesOf30Days: Int
  /// An ISO date, such as `2026-08-14`.
  public var launchDate: String
  public var sellingPoint: String
}
