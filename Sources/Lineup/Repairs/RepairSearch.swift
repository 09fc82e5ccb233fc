import Optimization

/// Finds the smallest change of one rule that makes a show feasible.
struct RepairSearch: Sendable {
  let show: Show
  let program: Program
  let budget: SearchBudget

  /// What a search came to.
  enum Answer<Value: Sendable>: Sendable {
    case found(Value)
    /// Proven: there is none.
    case none
    /// A limit ended the search or the proof.
    case unknown
  }

  /// The smallest change of the rule that a row belongs to, all other rules kept; none where no change
  /// of it suffices, or it is protected.
  func smallestChange(
    of row: RuleRow, ignoringProtection: Bool = false
  ) throws(SolverError) -> Answer<RuleChange> {
    let demand = show.scenario.demand(of: row)
    guard !row.isSoft, ignoringProtection || !demand.isProtected else { return .none }
    if budget.isOver { return .unknown }
    switch demand.form {
    case .sum: return try changeOfSum(row, demand)
    case .ratio: return try changeOfRatio(row, demand)
    case .each: return try changeOfEach(row, demand)
    case .switched: return try changeOfCount(row, demand)
    case .indivisible:
      switch try selection(of: program.feasibility.relaxing(row.programRows)) {
      case .found: return .found(change(row, demand, to: nil))
      case .none: return .none
      case .unknown: return .unknown
      }
    }
  }

  private func change(_ row: RuleRow, _ demand: RuleDemand, to bounds: Bounds?) -> RuleChange {
    RuleChange(
      rule: row.rule, row: row.name, kind: demand.kind,
      from: demand.required, to: bounds)
  }

  /// An optimal selection.
  private func selection(
    of question: Program, start: [Int32]? = nil
  ) throws(SolverError) -> Answer<[Int32]> {
    let report = try ExactSolver().solve(
      question, limits: budget.limits(start: start), control: budget.control)
    switch report.outcome {
    case .optimal(let selection, _): return .found(selection.columns)
    case .infeasible, .noneAbove: return .none
    case .feasible, .unknown: return .unknown
    }
  }

  // MARK: Sums

  /// The largest sum that the other rules allow, where it falls short of the range, or the smallest,
  /// where it passes it; where sums lie on both sides of the range, the nearest.
  private func changeOfSum(_ row: RuleRow, _ demand: RuleDemand) throws(SolverError) -> Answer<RuleChange> {
    let own = row.programRows.lowerBound
    guard let required = demand.required else { return .none }
    func rounded(_ activity: Double) -> Double { demand.kind == .count ? activity.rounded() : activity }
    let free = program.feasibility.relaxing([own])
    if required.lower > -.infinity {
      let most = try extremeSum(own, in: free, largest: true)
      guard case .found(let most) = most else { return most.empty() }
      if rounded(most) < required.lower {
        return .found(change(row, demand, to: Bounds(lower: rounded(most), upper: required.upper)))
      }
    }
    if required.upper < .infinity {
      let least = try extremeSum(own, in: free, largest: false)
      guard case .found(let least) = least else { return least.empty() }
      if rounded(least) > required.upper {
        return .found(change(row, demand, to: Bounds(lower: required.lower, upper: rounded(least))))
      }
    }
    var weights = [Double?](repeating: nil, count: program.rowCount)
    weights[own] = 1 / max(1, abs(required.lower.isFinite ? required.lower : required.upper))
    let nearest = try selection(of: program.elastic(weights: weights))
    guard case .found(let columns) = nearest else { return nearest.empty() }
    let activity = rounded(program.activities(of: columns)[own])
    if required.contains(activity) { return .none }
    let changed = Bounds(lower: min(required.lower, activity), upper: max(required.upper, activity))
    return .found(change(row, demand, to: changed))
  }

  /// The count nearest to the range, of a row that asks for nothing where there are none.
  private func changeOfCount(_ row: RuleRow, _ demand: RuleDemand) throws(SolverError) -> Answer<RuleChange> {
    guard let required = demand.required else { return .none }
    var weights = [Double?](repeating: nil, count: program.rowCount)
    for own in row.programRows { weights[own] = 1 }
    let nearest = try selection(of: program.elastic(weights: weights))
    guard case .found(let columns) = nearest else { return nearest.empty() }
    let activities = program.activities(of: columns)
    let isMissed = row.programRows.contains { program.miss(row: $0, activity: activities[$0]) > 0.5 }
    if !isMissed { return .none }
    let count = activities[row.programRows.lowerBound].rounded()
    return .found(
      change(
        row, demand, to: Bounds(lower: min(required.lower, count), upper: max(required.upper, count))))
  }

  private func extremeSum(
    _ row: Int, in question: Program, largest: Bool
  ) throws(SolverError) -> Answer<Double> {
    var objective = [Double](repeating: 0, count: program.columnCount)
    for column in 0..<program.columnCount {
      for entry in program.columnStart[column]..<program.columnStart[column + 1]
      where Int(program.rowIndex[entry]) == row {
        objective[column] = largest ? program.coefficient[entry] : -program.coefficient[entry]
      }
    }
    let best = try selection(of: question.maximising(objective))
    guard case .found(let columns) = best else { return best.empty() }
    return .found(program.activities(of: columns)[row])
  }

  // MARK: Ratios

  private func changeOfRatio(_ row: RuleRow, _ demand: RuleDemand) throws(SolverError) -> Answer<RuleChange> {
    guard let required = demand.required,
      let coefficients = show.ratioCoefficients(of: row, columns: program.columnCount),
      coefficients.whole.allSatisfy({ $0 >= 0 })
    else { return .unknown }
    var changes: [RuleChange] = []
    if required.lower > -.infinity {
      switch try extremeRatio(coefficients, without: row.programRows.lowerBound, largest: true) {
      case .found(let best) where best < required.lower:
        changes.append(change(row, demand, to: Bounds(lower: best, upper: required.upper)))
      case .found, .none: break
      case .unknown: return .unknown
      }
    }
    if required.upper < .infinity {
      switch try extremeRatio(coefficients, without: row.programRows.upperBound - 1, largest: false) {
      case .found(let best) where best > required.upper:
        changes.append(change(row, demand, to: Bounds(lower: required.lower, upper: best)))
      case .found, .none: break
      case .unknown: return .unknown
      }
    }
    return smallest(of: changes)
  }

  private func smallest(of changes: [RuleChange]) -> Answer<RuleChange> {
    changes.min { $0.relativeSize < $1.relativeSize }.map { .found($0) } ?? .none
  }

  /// The largest or smallest ratio that a selection has which meets every row but one: a sequence of
  /// linear objectives (Dinkelbach 1967), each ratio better than the one before.
  private func extremeRatio(
    _ coefficients: RatioCoefficients, without side: Int, largest: Bool
  ) throws(SolverError) -> Answer<Double> {
    let question = program.feasibility.relaxing([side])
    let first = try selection(of: question)
    guard case .found(var columns) = first else { return first.empty() }
    guard var ratio = coefficients.ratio(of: columns) else { return .unknown }
    let sign = largest ? 1.0 : -1.0
    while true {
      let objective = coefficients.part.indices.map {
        sign * (coefficients.part[$0] - ratio * coefficients.whole[$0])
      }
      let better = try selection(of: question.maximising(objective), start: columns)
      guard case .found(let found) = better else { return better.empty() }
      guard let next = coefficients.ratio(of: found) else { return .unknown }
      if sign * (next - ratio) <= 1e-12 * max(1, abs(ratio)) { return .found(ratio) }
      columns = found
      ratio = next
    }
  }

  // MARK: One range for every value

  /// The nearest whole bound that suffices, by bisection, for each end of the range.
  private func changeOfEach(_ row: RuleRow, _ demand: RuleDemand) throws(SolverError) -> Answer<RuleChange> {
    guard let required = demand.required else { return .none }
    let rows = row.programRows
    func columns(_ bounds: Bounds) throws(SolverError) -> Answer<[Int32]> {
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
    if required.lower > 0 {
      let loose = try columns(Bounds(upper: required.upper))
      if case .unknown = loose { return .unknown }
      if case .found(let loose) = loose {
        var possible = extreme(loose, largest: false)
        var impossible = required.lower.rounded(.up)
        while impossible - possible > 1 {
          let middle = ((possible + impossible) / 2).rounded(.down)
          switch try columns(Bounds(lower: middle, upper: required.upper)) {
          case .found(let found): possible = max(middle, extreme(found, largest: false))
          case .none: impossible = middle
          case .unknown: return .unknown
          }
        }
        changes.append(change(row, demand, to: Bounds(lower: possible, upper: required.upper)))
      }
    }
    if required.upper < .infinity {
      let loose = try columns(Bounds(lower: required.lower))
      if case .unknown = loose { return .unknown }
      if case .found(let loose) = loose {
        var possible = extreme(loose, largest: true)
        var impossible = required.upper.rounded(.down)
        while possible - impossible > 1 {
          let middle = ((possible + impossible) / 2).rounded(.down)
          switch try columns(Bounds(lower: required.lower, upper: middle)) {
          case .found(let found): possible = min(middle, extreme(found, largest: true))
          case .none: impossible = middle
          case .unknown: return .unknown
          }
        }
        changes.append(change(row, demand, to: Bounds(lower: required.lower, upper: possible)))
      }
    }
    return smallest(of: changes)
  }
}

extension RepairSearch.Answer {
  /// The same answer of another kind, where nothing was found.
  fileprivate func empty<Other>() -> RepairSearch.Answer<Other> {
    if case .none = self { .none } else { .unknown }
  }
}

extension RepairSearch.Answer where Value == RuleChange {
  /// The change, where one was found.
  var change: RuleChange? { if case .found(let change) = self { change } else { nil } }
}
