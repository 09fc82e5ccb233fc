import Lineup

/// Where the forecast comes from.
extension Words {
  /// `sales x 0.1 (demand); 1 style has none, which is 0 units`
  package static func forecast(_ source: ForecastSource) -> String {
    switch source {
    case .none(let demand):
      return "no style has one\(demand.map { ": \"\($0)\" (demand) is empty" } ?? "")"
    case .defaults(let number, let column):
      return "\(number) for every style (defaults)\(column.map { "; \(forecast($0)) is empty" } ?? "")"
    case .column(let column, let defaulted, let number, let without):
      let taken = defaulted > 0 ? "; \(plainStyles(defaulted)) without take \(number) (defaults)" : ""
      let none =
        without > 0
        ? "; \(plainStyles(without)) \(without == 1 ? "has" : "have") none, which is 0 units" : ""
      return "\(forecast(column))\(taken)\(none)"
    }
  }

  private static func forecast(_ column: ForecastSource.Column) -> String {
    switch column {
    case .forecast(let header, let name): "the column \(header)\(name.map { " (\($0))" } ?? "")"
    case .sales(let name, let times): "\(name) x \(plain(times)) (demand)"
    case .salesPerThousandViews(let name, let views):
      "\(name) a thousand views x \(plain(views)) views (demand)"
    }
  }

  private static func plainStyles(_ count: Int) -> String { "\(count) style\(count == 1 ? "" : "s")" }
}
