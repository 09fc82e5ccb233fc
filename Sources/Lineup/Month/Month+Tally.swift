extension Month {
  /// How the figure of a check of one of its rules follows from the items of all shows; `nil` where it is no sum, share
  /// or average of items.
  package func tally(of check: RuleCheck) -> RowTally? {
    guard let rule = rules.first(where: { $0.name == check.rule }), case .items(let named) = rule.form else {
      return nil
    }
    let mark = "\(check.rule): "
    return named.rule.tally(
      ofValue: check.row.hasPrefix(mark) ? String(check.row.dropFirst(mark.count)) : nil)
  }
}
