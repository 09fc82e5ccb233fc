/// A change of one rule of a scenario: another range, or none at all.
///
///     let change = RuleChange(rule: "gender", row: "gender: men", kind: .count,
///       from: Bounds(lower: 10, upper: 10), to: Bounds(lower: 7, upper: 10))
package struct RuleChange: Sendable, Equatable {
  /// The user's own name of the rule, or `items`, `air time`, `sales goal`, `lock SPU`.
  package var rule: String
  /// The row, as results name it; the rule itself for `each`, whose rows change alike.
  package var row: String
  package var kind: RuleCheck.Kind
  /// What it asked for; `nil` for all or none.
  package var from: Bounds?
  /// What it asks for after the change; `nil` where it is dropped.
  package var to: Bounds?

  package init(rule: String, row: String, kind: RuleCheck.Kind, from: Bounds?, to: Bounds?) {
    self.rule = rule
    self.row = row
    self.kind = kind
    self.from = from
    self.to = to
  }

  /// Whether the rule is given up altogether.
  package var isDrop: Bool { to == nil }

  /// How large the change is: what each end moves against the end itself (at least 1; for shares at
  /// least one percentage point), added up; 1 where a rule is dropped.
  package var relativeSize: Double {
    guard let from, let to else { return 1 }
    let least = kind == .share ? 0.01 : 1
    func size(_ old: Double, _ new: Double) -> Double {
      if old == new || old.isInfinite { return 0 }
      return new.isInfinite ? 1 : abs(new - old) / max(least, abs(old))
    }
    return size(from.lower, to.lower) + size(from.upper, to.upper)
  }
}

extension Scenario {
  /// The scenario with a row of one of its rules changed.
  /// - Parameters:
  ///   - row: the row.
  ///   - bounds: the new range, `nil` to drop the row.
  func changing(_ row: RuleRow, to bounds: Bounds?) -> Scenario {
    var changed = self
    let frame = allRules[row.position]
    guard let own = userRule(at: row.position) else {
      if let other = changingOffers(row, frame.rule, to: bounds) { return other }
      switch frame.frame.name {
      case Self.itemsRow: changed.show.items = bounds
      case Self.airTimeRow: changed.show.minutes = bounds.map { $0.upper + show.reservedMinutes }
      case Self.salesGoalRow: changed.goal = bounds.map { .gmv($0.lower) }
      default:
        if bounds == nil { changed.locks.removeAll { Self.lockRow($0.spu) == frame.frame.name } }
      }
      return changed
    }
    if let rule = rules[own].rule.asking(bounds, ofRow: row.offset) {
      changed.rules[own].rule = rule
    } else {
      changed.rules.remove(at: own)
    }
    return changed
  }
}
