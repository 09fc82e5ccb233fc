extension Scenario {
  /// The views that the plan stands on: those of the plan of views, overlaps taken off, else of `demand`, else of `goal`;
  /// `nil` where the scenario says none.
  package var plannedViews: Double? {
    if let net = viewsAnswer?.net { return net }
    if case .views(let views)? = demand?.factor { return views }
    if case .funnel(let views, _, _)? = goal { return views }
    return nil
  }

  /// Orders for each of these views; `nil` where the scenario does not say.
  package var plannedConversion: Double? {
    if let answer = viewsAnswer, let net = answer.net, net > 0 {
      let orders = answer.channels.map(\.orders)
      return orders.contains(nil) ? nil : orders.reduce(0) { $0 + ($1 ?? 0) } / net
    }
    return if case .funnel(_, let conversion, _)? = goal { conversion } else { nil }
  }
}
