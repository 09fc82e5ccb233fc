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
      guard block.labels.areOfSingleRows, !rules[position].rule.isOneRange else {
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

extension RowLabels {
  /// Whether each row is one to its author.
  fileprivate var areOfSingleRows: Bool {
    switch self {
    case .values, .named: true
    case .none, .sides, .numbered: false
    }
  }
}

extension Scenario {
  /// What a row of the plan asks for.
  func demand(of row: RuleRow) -> RuleDemand {
    let all = allRules
    guard all.indices.contains(row.position) else {
      var demand = RuleDemand(form: .indivisible, kind: .count, required: nil)
      demand.isProtected = true
      return demand
    }
    var demand = all[row.position].rule.demand(ofRow: row.offset)
    demand.isProtected = userRule(at: row.position).map { rules[$0].isProtected } ?? false
    return demand
  }

  /// Whether a row is a lock of the scenario.
  func isLock(_ row: RuleRow) -> Bool {
    userRule(at: row.position) == nil && row.rule.hasPrefix("lock ")
  }

  /// Which of `rules` stands at a position of `allRules`; `nil` for the rows of show, goal and lock.
  func userRule(at position: Int) -> Int? {
    let own = allRules.count - rules.count
    return position >= own && position - own < rules.count ? position - own : nil
  }
}
