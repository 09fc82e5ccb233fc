/// Planned and actual sales as views x conversion x order value, and what each made of the difference.
///
/// By Shapley (1953) over the three: each effect is the mean over the orders in which they may change, so that the
/// effects add up to the difference, also where one of them is 0.
package struct FunnelBridge: Sendable, Equatable {
  /// Views, orders for each view, sales for each order.
  package struct Funnel: Sendable, Equatable {
    package var views: Double
    package var conversion: Double
    package var orderValue: Double

    package init(views: Double, conversion: Double, orderValue: Double) {
      self.views = views
      self.conversion = conversion
      self.orderValue = orderValue
    }
  }

  package var planned: Funnel
  package var actual: Funnel
  package var views: Cents
  package var conversion: Cents
  package var orderValue: Cents

  /// - Parameter total: what the effects are to add up to: actual less planned sales.
  package init(planned: Funnel, actual: Funnel, total: Cents) {
    self.planned = planned
    self.actual = actual
    func effect(
      _ change: Double, _ first: (Double, Double), _ second: (Double, Double)
    ) -> Double {
      change
        * (2 * first.0 * second.0 + first.1 * second.0 + first.0 * second.1 + 2 * first.1 * second.1) / 6
    }
    let views = (planned.views, actual.views)
    let conversion = (planned.conversion, actual.conversion)
    let value = (planned.orderValue, actual.orderValue)
    let cents = Cents.split(
      total,
      as: [
        effect(views.1 - views.0, conversion, value), effect(conversion.1 - conversion.0, views, value),
        effect(value.1 - value.0, views, conversion),
      ])
    self.views = cents[0]
    self.conversion = cents[1]
    orderValue = cents[2]
  }

  /// The parts by name.
  package var parts: [(name: String, gmv: Cents)] {
    [("views", views), ("conversion", conversion), ("order value", orderValue)]
  }
}
