/// A row of a rule as its author sees it: `gender: men`, both sides of a share, a whole `together`, and
/// a whole `each`, whose range is one number for all its values.
struct RuleRow: Sendable {
  /// The position of the rule among `Scenario.allRules`.
  var position: Int
  /// The row's place in the rule's block, where the rule is a split.
  var offset: Int?
  /// The rows of the program that it is.
  var programRows: Range<Int>
  var block: RowBlock
  /// Whether it may be missed at a penalty.
  var isSoft: Bool

  var rule: String { block.rule }

  /// The name under which a result lists it.
  var name: String { offset.map { block.name(ofRow: $0) } ?? block.rule }
}

extension Show {
  /// The rows of every rule, in the order of a result.
  /// - Complexity: O(rows).
  var ruleRows: [RuleRow] {
    var rows: [RuleRow] = []
    let rules = scenario.allRules
    for (position, block) in plan.blocks.enumerated() where block.count > 0 {
      let isSoft = plan.penalty[block.firstRow] < .infinity
      let end = block.firstRow + block.count
      guard case .values = block.labels, !(rules[position].rule is EachRule) else {
        rows.append(
          RuleRow(
            position: position, offset: nil, programRows: block.firstRow..<end, block: block, isSoft: isSoft))
        continue
      }
      for offset in 0..<block.count {
        let row = block.firstRow + offset
        rows.append(
          RuleRow(
            position: position, offset: offset, programRows: row..<row + 1, block: block, isSoft: isSoft))
      }
    }
    return rows
  }
}

/// What a row of a rule asks for, apart from any tray.
struct RuleDemand: Sendable {
  /// What can be changed about it.
  enum Form: Sendable {
    /// The sum of the row's entries lies within a range.
    case sum
    /// The ratio of two sums lies within a range.
    case ratio
    /// The same range for every value of an attribute.
    case each
    /// It holds or is dropped.
    case indivisible
  }

  var form: Form
  var kind: RuleCheck.Kind
  /// As results give it; `nil` for all or none.
  var required: Bounds?
  var isProtected: Bool
}

extension Scenario {
  /// What a row of the plan asks for.
  func demand(of row: RuleRow) -> RuleDemand {
    let all = allRules
    guard all.indices.contains(row.position) else {
      return RuleDemand(form: .indivisible, kind: .count, required: nil, isProtected: true)
    }
    let rule = all[row.position].rule
    let isProtected = userRule(at: row.position).map { rules[$0].isProtected } ?? false
    func demand(_ form: RuleDemand.Form, _ kind: RuleCheck.Kind, _ required: Bounds?) -> RuleDemand {
      RuleDemand(form: form, kind: kind, required: required, isProtected: isProtected)
    }
    switch rule {
    case let sum as SumRule: return demand(.sum, sum.measure.isCount ? .count : .amount, sum.range)
    case let share as ShareRule: return demand(.ratio, .share, share.range)
    case let average as AverageRule: return demand(.ratio, .average, average.range)
    case let split as SplitRule: return demand(.sum, .count, split.quotas[row.offset ?? 0].range)
    case let each as EachRule: return demand(.each, .count, each.range)
    case is LockRule: return demand(.indivisible, .count, Bounds(lower: 1, upper: 1))
    case is ExclusiveRule: return demand(.indivisible, .count, Bounds(upper: 1))
    case is RequiresRule: return demand(.indivisible, .count, Bounds(lower: 1))
    default: return demand(.indivisible, .count, nil)
    }
  }

  /// Which of `rules` stands at a position of `allRules`; `nil` for the rows of show, goal and lock.
  func userRule(at position: Int) -> Int? {
    let own = allRules.count - rules.count
    return position >= own && position - own < rules.count ? position - own : nil
  }
}
