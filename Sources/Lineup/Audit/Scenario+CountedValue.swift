extension Scenario {
  /// The attribute and the value whose items a row counts, where it counts all items of one value: a row of a
  /// split over text without a condition.
  package func countedValue(of check: RuleCheck) -> (attribute: String, value: String)? {
    guard let split = rules.first(where: { $0.name == check.rule })?.rule as? SplitRule,
      split.condition.clauses.isEmpty,
      let quota = split.quotas.first(where: { "\(check.rule): \($0.value)" == check.row })
    else { return nil }
    return (HeaderName.normalized(split.attribute), quota.standing)
  }
}
