/// Where the forecast of a show comes from.
package enum ForecastSource: Sendable, Equatable {
  /// No style has one; the column of `demand`, which is empty then.
  case none(demand: String?)
  /// One for every style by `defaults`; the column that was to give it and is empty, if there is one.
  case defaults(String, instead: Column?)
  /// A column. So many styles without a figure take that of `defaults`, so many have none.
  case column(Column, defaulted: Int, by: String, without: Int)

  /// A column of the catalog that gives the forecast.
  package enum Column: Sendable, Equatable {
    /// A column of forecasts: its header, and the name under which it is known where that is another.
    case forecast(header: String, name: String?)
    /// A column of sales, times a number.
    case sales(String, times: Double)
    /// A column of sales for a thousand views, times the views.
    case salesPerThousandViews(String, views: Double)
  }
}
