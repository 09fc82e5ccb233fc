import JointPlanning
import Optimization

/// Why a month has no plan: rows that cannot hold together, without those that are not needed for it.
struct MonthClashSearch {
  let month: BoundMonth
  let formulation: MonthFormulation
  let control: SolveControl
  let clock: SolveClock

  /// What can be left out as one: a row of a show, a row of the month's, or all limits of a rule.
  private struct Unit {
    var row: MonthClash.Row
    var rows: Set<[Int]> = []
    var constraints: Set<Int> = []
    var styleLimits: Set<Int> = []
    var groupLimits: Set<Int> = []
  }

  /// - Parameter proof: the planner that proved it, whose prices say which rows it needed.
  func clash(_ proof: JointPlanner) -> MonthClash {
    let all = units
    let priced = proof.priced
    // What has no price the proof did not need.
    let needed = all.filter { unit in
      !unit.styleLimits.isEmpty || unit.rows.contains(where: priced.rows.contains)
        || unit.constraints.contains(where: priced.constraints.contains)
        || unit.groupLimits.contains(where: priced.groupLimits.contains)
    }
    var kept = all
    if needed.count < all.count, verdict(keeping: needed, of: all) == .infeasible { kept = needed }
    var isIrreducible = true
    var position = 0
    while position < kept.count {
      if clock.isOver || control.isCancelled() { return .rows(kept.map(\.row), isIrreducible: false) }
      var rest = kept
      rest.remove(at: position)
      switch verdict(keeping: rest, of: all) {
      case .infeasible: kept = rest
      case .feasible: position += 1
      case .unknown:
        isIrreducible = false
        position += 1
      }
    }
    return .rows(kept.map(\.row), isIrreducible: isIrreducible)
  }

  private func verdict(keeping some: [Unit], of all: [Unit]) -> JointFeasibility {
    let kept = Set(some.map { "\($0.row.show ?? "")\u{0}\($0.row.rule)\u{0}\($0.row.row)" })
    var left = Unit(row: MonthClash.Row(show: nil, rule: "", row: ""))
    for unit in all where !kept.contains("\(unit.row.show ?? "")\u{0}\(unit.row.rule)\u{0}\(unit.row.row)") {
      left.rows.formUnion(unit.rows)
      left.constraints.formUnion(unit.constraints)
      left.styleLimits.formUnion(unit.styleLimits)
      left.groupLimits.formUnion(unit.groupLimits)
    }
    let program = formulation.program.without(
      rows: left.rows, constraints: left.constraints, styleLimits: left.styleLimits,
      groupLimits: left.groupLimits)
    return JointFeasibility.of(program, seconds: clock.remaining, control: control).verdict
  }

  private var units: [Unit] {
    var units: [Unit] = []
    for (position, show) in month.shows.enumerated() {
      for row in show.show.ruleRows where !row.isSoft {
        units.append(
          Unit(
            row: MonthClash.Row(show: show.name, rule: row.rule, row: row.name),
            rows: Set(row.programRows.map { [position, $0] })))
      }
    }
    var sides: [String: Int] = [:]
    for (index, name) in formulation.constraintNames.enumerated()
    where formulation.program.constraints[index].range.penalty == .infinity {
      // Both sides of a share are one row to its author.
      let row = name.row.hasSuffix(" (least)") || name.row.hasSuffix(" (most)") ? name.rule : name.row
      let key = "\(name.rule)\u{0}\(row)"
      if let known = sides[key] {
        units[known].constraints.insert(index)
      } else {
        sides[key] = units.count
        units.append(Unit(row: MonthClash.Row(show: nil, rule: name.rule, row: row), constraints: [index]))
      }
    }
    for (index, rule) in formulation.styleLimitRules.enumerated() {
      let key = "\(rule.rule)\u{0}\(rule.rule)"
      if let known = sides[key] {
        units[known].styleLimits.insert(index)
      } else {
        sides[key] = units.count
        units.append(
          Unit(row: MonthClash.Row(show: nil, rule: rule.rule, row: rule.rule), styleLimits: [index]))
      }
    }
    for (index, rule) in formulation.groupLimitRules.enumerated()
    where formulation.program.groupLimits[index].penalty == .infinity {
      let key = "\(rule.rule)\u{0}\(rule.rule)"
      if let known = sides[key] {
        units[known].groupLimits.insert(index)
      } else {
        sides[key] = units.count
        units.append(
          Unit(row: MonthClash.Row(show: nil, rule: rule.rule, row: rule.rule), groupLimits: [index]))
      }
    }
    return units
  }

  /// Shows that have no tray by themselves.
  func showsWithoutTray() throws(LineupError) -> [MonthClash.ShowConflict] {
    var conflicts: [MonthClash.ShowConflict] = []
    for (position, show) in month.shows.enumerated() {
      if control.isCancelled() || clock.isOver { break }
      var alone = JointProgram()
      alone.styleCount = formulation.program.styleCount
      alone.stock = formulation.program.stock
      var block = formulation.program.blocks[position]
      block.shared.start = Array(repeating: 0, count: block.style.count + 1)
      block.shared.row = []
      block.shared.coefficient = []
      alone.blocks = [block]
      guard JointFeasibility.of(alone, seconds: clock.remaining, control: control).verdict == .infeasible
      else { continue }
      let infeasibility = try show.show.explainInfeasibility(
        timeLimit: max(1, clock.remaining ?? 10), isCancelled: control.isCancelled)
      if let conflict = infeasibility.conflict {
        conflicts.append(MonthClash.ShowConflict(show: show.name, conflict: conflict))
      }
    }
    return conflicts
  }
}
