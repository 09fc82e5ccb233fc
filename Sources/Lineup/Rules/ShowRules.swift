/// The rows that `show`, `goal` and `lock` make. They are rules like the user's own, always hard.
extension Scenario {
  package static let itemsRow = "items"
  static let airTimeRow = "air time"
  static let salesGoalRow = "sales goal"

  /// Whether the ranges at a key of a rule of the user's are of numbers of items.
  package func countsItems(inRule name: String, key: String) -> Bool {
    rules.first { $0.name == CatalogText.normalized(name) }?.rule.countsItems(at: key) ?? false
  }

  package static func lockRow(_ spu: String) -> String { "lock \(spu)" }

  /// Every rule of the scenario in the order of a result: items, air time, sales goal, locks, then
  /// the user's.
  var allRules: [(frame: RuleFrame, rule: any RuleForm, location: SourceLocation?)] {
    let here = SourceLocation(source: source)
    func sum(_ measure: Measure, _ range: Bounds) -> SumRule {
      SumRule(measure: measure, location: here, condition: Where(), range: range)
    }
    var all: [(frame: RuleFrame, rule: any RuleForm, location: SourceLocation?)] = []
    if let items = show.items {
      all.append((RuleFrame(name: Self.itemsRow), sum(.items, items), nil))
    }
    if let airTime = show.airTime {
      all.append((RuleFrame(name: Self.airTimeRow), sum(.minutes, Bounds(upper: airTime)), nil))
    }
    if let goal {
      all.append((RuleFrame(name: Self.salesGoalRow), sum(.gmv, Bounds(lower: goal.amount)), nil))
    }
    for lock in locks {
      all.append((RuleFrame(name: Self.lockRow(lock.spu)), LockRule(lock: lock), nil))
    }
    all += offerRules
    for rule in rules {
      all.append((RuleFrame(name: rule.name, penalty: rule.penalty), rule.rule, rule.location))
    }
    return all
  }
}
