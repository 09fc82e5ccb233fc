extension Scenario {
  /// The views that the plan stands on: those of `demand`, else those of `goal`; `nil` where the scenario says none.
  package var plannedViews: Double? {
    if case .views(let views)? = demand?.factor { return views }
    if case .funnel(let views, _, _)? = goal { return views }
    return nil
  }

  /// Orders for each of these views; `nil` where the scenario does not say.
  package var plannedConversion: Double? {
    if case .funnel(_, let conversion, _)? = goal { conversion } else { nil }
  }
}
