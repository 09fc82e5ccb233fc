import Optimization

/// Finds the smallest change of one rule that makes a show feasible.
struct RepairSearch: Sendable {
  let show: Show
  let program: Program
  let budget: SearchBudget

  /// The smallest change of the rule that a row belongs to, all other rules kept; `nil` where no change
  /// of it suffices, it is protected, or a limit ended the proof.
  func smallestChange(
    of row: RuleRow, ignoringProtection: Bool = false
  ) throws(SolverError) -> RuleChange? {
    let demand = show.scenario.demand(of: row)
    guard !row.isSoft, ignoringProtection || !demand.isProtected, !budget.isOver else { return nil }
    switch demand.form {
    case .sum: return try changeOfSum(row, demand)
    case .ratio: return try changeOfRatio(row, demand)
    case .each: return try changeOfEach(row, demand)
    case .indivisible:
      guard try selection(of: program.feasibility.relaxing(row.programRows)) != nil else { return nil }
      return change(row, demand, to: nil)
    }
  }

  private func change(_ row: RuleRow, _ demand: RuleDemand, to bounds: Bounds?) -> RuleChange {
    RuleChange(
      rule: row.rule, row: row.name, kind: demand.kind,
      from: demand.required, to: bounds)
  }

  /// An optimal selection, or `nil` where there is none or none is proven.
  private func selection(of question: Program, start: [Int32]? = nil) throws(SolverError) -> [Int32]? {
    let report = try ExactSolver().solve(
      question, limits: budget.limits(start: start), control: budget.control)
    guard case .optimal(let selection, _) = report.outcome else { return nil }
    return selection.columns
  }

  // MARK: Sums

  /// The least miss of the row is the least change of its bound.
  private func changeOfSum(_ row: RuleRow, _ demand: RuleDemand) throws(SolverError) -> RuleChange? {
    let own = row.programRows.lowerBound
    guard let required = demand.required else { return nil }
    var weights = [Double?](repeating: nil, count: program.rowCount)
    weights[own] = 1 / max(1, abs(required.lower.isFinite ? required.lower : required.upper))
    guard let columns = try selection(of: program.elastic(weights: weights)) else { return nil }
    var activity = program.activities(of: columns)[own]
    if demand.kind == .count { activity = activity.rounded() }
    var changed = required
    if activity < required.lower {
      changed.lower = activity
    } else if activity > required.upper {
      changed.upper = activity
    } else {
      return nil
    }
    return change(row, demand, to: changed)
  }

  // MARK: Ratios

  private func changeOfRatio(_ row: RuleRow, _ demand: RuleDemand) throws(SolverError) -> RuleChange? {
    guard let required = demand.required,
      let coefficients = show.ratioCoefficients(of: row, columns: program.columnCount),
      coefficients.whole.allSatisfy({ $0 >= 0 })
    else { return nil }
    var changes: [RuleChange] = []
    if required.lower > -.infinity,
      let best = try extremeRatio(coefficients, without: row.programRows.lowerBound, largest: true),
      best < required.lower
    {
      changes.append(change(row, demand, to: Bounds(lower: best, upper: required.upper)))
    }
    if required.upper < .infinity,
      let best = try extremeRatio(coefficients, without: row.programRows.upperBound - 1, largest: false),
      best > required.upper
    {
      changes.append(change(row, demand, to: Bounds(lower: required.lower, upper: best)))
    }
    return changes.min { $0.relativeSize < $1.relativeSize }
  }

  /// The largest or smallest ratio that a selection has which meets every row but one: a sequence of
  /// linear objectives (Dinkelbach 1967), each ratio better than the one before.
  private func extremeRatio(
    _ coefficients: RatioCoefficients, without side: Int, largest: Bool
  ) throws(SolverError) -> Double? {
    let question = program.feasibility.relaxing([side])
    guard var columns = try selection(of: question), var ratio = coefficients.ratio(of: columns) else {
      return nil
    }
    let sign = largest ? 1.0 : -1.0
    while true {
      let objective = coefficients.part.indices.map {
        sign * (coefficients.part[$0] - ratio * coefficients.whole[$0])
      }
      guard let better = try selection(of: question.maximising(objective), start: columns),
        let next = coefficients.ratio(of: better)
      else { return nil }
      if sign * (next - ratio) <= 1e-12 * max(1, abs(ratio)) { return ratio }
      columns = better
      ratio = next
    }
  }

  // MARK: One range for every value

  /// The nearest whole bound that suffices, by bisection, for each end of the range.
  private func changeOfEach(_ row: RuleRow, _ demand: RuleDemand) throws(SolverError) -> RuleChange? {
    guard let required = demand.required else { return nil }
    let rows = row.programRows
    func columns(_ bounds: Bounds) throws(SolverError) -> [Int32]? {
      var question = program.feasibility
      for row in rows { question = question.bounding(row, lower: bounds.lower, upper: bounds.upper) }
      return try selection(of: question)
    }
    func extreme(_ columns: [Int32], largest: Bool) -> Double {
      let activities = program.activities(of: columns)
      let counts = rows.map { activities[$0].rounded() }
      return (largest ? counts.max() : counts.min()) ?? 0
    }
    var changes: [RuleChange] = []
    if required.lower > 0, let loose = try columns(Bounds(upper: required.upper)) {
      var possible = extreme(loose, largest: false)
      var impossible = required.lower.rounded(.up)
      while impossible - possible > 1 {
        let middle = ((possible + impossible) / 2).rounded(.down)
        if let found = try columns(Bounds(lower: middle, upper: required.upper)) {
          possible = max(middle, extreme(found, largest: false))
        } else {
          impossible = middle
        }
      }
      changes.append(change(row, demand, to: Bounds(lower: possible, upper: required.upper)))
    }
    if required.upper < .infinity, let loose = try columns(Bounds(lower: required.lower)) {
      var possible = extreme(loose, largest: true)
      var impossible = required.upper.rounded(.down)
      while possible - impossible > 1 {
        let middle = ((possible + impossible) / 2).rounded(.down)
        if let found = try columns(Bounds(lower: required.lower, upper: middle)) {
          possible = min(middle, extreme(found, largest: true))
        } else {
          impossible = middle
        }
      }
      changes.append(change(row, demand, to: Bounds(lower: required.lower, upper: possible)))
    }
    if budget.isOver { return nil }
    return changes.min { $0.relativeSize < $1.relativeSize }
  }
}
