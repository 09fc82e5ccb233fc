import Lineup

/// The checks of a rule, or one of them: rules with many rows of one range, such as `each`, are told in
/// one line.
enum CheckGroup {
  case single(RuleCheck)
  case many(rule: String, required: Bounds, checks: [RuleCheck])

  /// Rules with more rows than this are told in one line.
  private static let longRule = 8

  /// The groups of checks, in their order.
  static func groups(of checks: [RuleCheck]) -> [CheckGroup] {
    var groups: [CheckGroup] = []
    var start = checks.startIndex
    while start < checks.endIndex {
      let rule = checks[start].rule
      let end = checks[start...].firstIndex { $0.rule != rule } ?? checks.endIndex
      let rows = Array(checks[start..<end])
      start = end
      if rows.count > longRule, let required = rows[0].required,
        rows.allSatisfy({ $0.required == required })
      {
        groups.append(.many(rule: rule, required: required, checks: rows))
      } else {
        groups += rows.map { .single($0) }
      }
    }
    return groups
  }

  /// `7 at the limit: Geox, Puma, …`
  static func atLimit(_ checks: [RuleCheck], of rule: String) -> String {
    let tight = checks.filter { $0.holds && ReportText.closeness($0) == "at the limit" }
    guard !tight.isEmpty else { return "none at the limit" }
    let names = tight.prefix(4).map { String($0.row.dropFirst(rule.count + 2)) }
    return "\(tight.count) at the limit: " + names.joined(separator: ", ") + (tight.count > 4 ? ", …" : "")
  }
}
