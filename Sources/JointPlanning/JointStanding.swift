import Optimization

/// Where a plan stands: what it is worth, and by how much it misses what must hold.
package struct JointStanding: Sendable, Equatable {
  /// Gains less penalties.
  package var value = 0.0
  /// Penalties of soft rows, constraints and limits.
  package var penalties = 0.0
  /// What is missed of all that must hold, each miss by the size of its bound; 0 where the plan is one.
  package var violation = 0.0

  package var isPlan: Bool { violation == 0 }

  /// Whether it misses less, or is worth more where both miss the same.
  package func isBetter(than other: JointStanding, by least: Double = 0) -> Bool {
    if violation < other.violation - 1e-9 { return true }
    return violation <= other.violation + 1e-12 && value > other.value + least
  }

  fileprivate mutating func note(_ range: JointProgram.Range, activity: Double) {
    let miss = range.miss(activity)
    guard miss > 0 else { return }
    if range.penalty < .infinity {
      penalties += range.penalty * miss
      value -= range.penalty * miss
      return
    }
    let bound = activity < range.lower ? range.lower : range.upper
    if RowTolerance.allows(miss: miss, size: bound, .search) { return }
    violation += miss / max(1, abs(bound))
  }
}

extension JointProgram {
  /// Where a plan stands, from scratch.
  ///
  /// Whatever a search believes is measured here before it is taken.
  /// - Complexity: O(rows + non-zeros of the showings).
  package func standing(of plan: JointPlan) -> JointStanding {
    var standing = JointStanding()
    var sums = [Double](repeating: 0, count: sumIsOfUnits.count)
    var drawn: [Int32: Double] = [:]
    for (index, block) in blocks.enumerated() {
      var activity = [Double](repeating: 0, count: block.rows.count)
      var last: Int32 = -1
      for showing in plan.showings[index] {
        let option = Int(showing.option)
        // Two of one style, or options out of order, are no plan.
        if block.style[option] <= last { standing.violation += 1 }
        last = block.style[option]
        standing.value += block.fixedGain[option] + block.unitGain[option] * showing.units
        for entry in block.own[option] {
          let row = Int(block.own.row[entry])
          activity[row] += block.own.coefficient[entry] * (block.rows[row].isOfUnits ? showing.units : 1)
        }
        for entry in block.shared[option] {
          let sum = Int(block.shared.row[entry])
          sums[sum] += block.shared.coefficient[entry] * (sumIsOfUnits[sum] ? showing.units : 1)
        }
        let slack = 1e-9 * max(1, block.demand[option])
        if showing.units < block.least[option] - slack || showing.units > block.demand[option] + slack {
          standing.violation += 1
        }
        if Int(last) < styleCount { drawn[last, default: 0] += showing.units }
      }
      for (row, activity) in activity.enumerated() {
        standing.note(block.rows[row].range, activity: activity)
      }
    }
    for (style, units) in drawn {
      let stock = stock[Int(style)]
      if units > stock + 1e-6 * max(1, stock) { standing.violation += (units - stock) / max(1, stock) }
    }
    for constraint in constraints {
      standing.note(
        constraint.range, activity: constraint.entries.reduce(0) { $0 + $1.factor * sums[Int($1.sum)] })
    }
    for limit in styleLimits {
      for (style, count) in counts(on: limit.blocks, rule: limit.rule, plan) {
        standing.violation += Double(max(0, count - limit.left(for: style)))
      }
    }
    for limit in groupLimits {
      var counts: [Int32: Int] = [:]
      for (style, count) in self.counts(on: limit.blocks, rule: limit.rule, plan) {
        for group in limit.groups.groups(of: style) { counts[group, default: 0] += count }
      }
      for (group, count) in counts.sorted(by: { $0.key < $1.key }) where count > limit.left(for: group) {
        standing.note(
          Range(lower: 0, upper: Double(limit.left(for: group)), penalty: limit.penalty),
          activity: Double(count))
      }
    }
    return standing
  }

  /// How often each style is shown on some blocks, as far as it counts in a rule.
  private func counts(on blocks: [Int], rule: Int, _ plan: JointPlan) -> [Int32: Int] {
    var counts: [Int32: Int] = [:]
    for index in blocks {
      let block = self.blocks[index]
      for showing in plan.showings[index]
      where block.limitMask[Int(showing.option)] & (1 << UInt64(rule)) != 0 {
        counts[block.style[Int(showing.option)], default: 0] += 1
      }
    }
    return counts
  }
}
