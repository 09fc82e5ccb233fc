import Optimization

extension Show {
  /// Says why no tray keeps every hard rule, what would help, and what comes nearest.
  ///
  /// The show must be infeasible; `solve` asks this by itself where it proves that.
  ///
  ///     let answer = try show.explainInfeasibility(timeLimit: 30)
  ///     print(answer.conflict?.rows.map(\.row) ?? [], answer.repairs.count)
  ///
  /// - Parameter timeLimit: wall-clock seconds; what is not known by then is left out or marked as not
  ///   proven.
  /// - Throws: `LineupError` where a backend fails.
  package func explainInfeasibility(
    timeLimit: Double? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> Infeasibility {
    let budget = SearchBudget(seconds: timeLimit, isCancelled: isCancelled)
    if let views = scenario.viewsAnswer, !views.hasPlan {
      return try infeasibility(of: views.explained(isCancelled: { budget.isOver }), budget)
    }
    let program = formulation().program
    let answers = try ConcurrentMap.map([Part.conflict, .bestEffort]) { part throws(LineupError) in
      switch part {
      case .conflict:
        return try self.conflictAndRepairs(program, budget)
      case .bestEffort: return Infeasibility(bestEffort: try self.bestEffort(budget))
      }
    }
    var answer = answers[0]
    answer.bestEffort = answers[1].bestEffort
    if let repair = try repairByBestEffort(answer.bestEffort, besides: answer.repairs, budget) {
      answer.repairs.append(repair)
      answer.repairs.sort { $0.relativeSize < $1.relativeSize }
      answer.repairs = Array(answer.repairs.prefix(Self.mostRepairs))
    }
    return answer
  }

  private enum Part: Sendable { case conflict, bestEffort }

  private static let mostRepairs = 3

  // MARK: Conflict and single repairs

  private func conflictAndRepairs(
    _ program: Program, _ budget: SearchBudget
  ) throws(LineupError) -> Infeasibility {
    let hard = ruleRows.filter { !$0.isSoft }
    let subset = try LineupError.translating { () throws(SolverError) in
      try ConflictSearch(show: self, program: program, rows: hard, budget: budget).run()
    }
    let rows = subset.units.map { hard[$0] }
    // Where nothing could be asked in time, every rule is left, which says nothing.
    if !subset.isIrreducible, rows.count == hard.count, budget.isOver { return Infeasibility() }
    let changes = try ConcurrentMap.map(rows) { row throws(LineupError) in
      try LineupError.translating { () throws(SolverError) in
        try RepairSearch(show: self, program: program, budget: budget).smallestChange(of: row)
      }
    }
    var smallest: [(row: RuleRow, change: RuleChange)] = []
    for (row, search) in zip(rows, changes) {
      if case .found(let change) = search, !smallest.contains(where: { $0.change == change }) {
        smallest.append((row, change))
      }
    }
    smallest.sort { $0.change.relativeSize < $1.change.relativeSize }
    let tried = Array(smallest.prefix(Self.mostRepairs))
    let repairs = try ConcurrentMap.map(tried) {
      (row, change) throws(LineupError) in
      try self.repair(
        to: self.scenario.changing(row, to: change.to), changes: [change], isSmallest: true, budget)
    }
    let isComplete = changes.allSatisfy { if case .unknown = $0 { false } else { true } }
    return Infeasibility(
      conflict: try conflict(of: rows, isMinimal: subset.isIrreducible, program, budget),
      repairs: repairs.compactMap(\.self),
      areRepairsComplete: isComplete && repairs.allSatisfy { $0 != nil })
  }

  private func conflict(
    of rows: [RuleRow], isMinimal: Bool, _ program: Program, _ budget: SearchBudget
  ) throws(LineupError) -> Conflict {
    let demands = rows.map { scenario.demand(of: $0) }
    let kept = Set(rows.flatMap(\.programRows))
    let clash = program.relaxing((0..<program.rowCount).filter { !kept.contains($0) })
    let reason = try LineupError.translating { () throws(SolverError) in
      try ConflictReasoning(show: self, rows: rows, demands: demands) { row throws(SolverError) in
        try RepairSearch(show: self, program: clash, budget: budget).smallestChange(
          of: row, ignoringProtection: true
        ).change
      }.reason()
    }
    let listed = zip(rows, demands).map { row, demand -> Conflict.Row in
      let isIndivisible = if case .indivisible = demand.form { true } else { false }
      return Conflict.Row(
        rule: row.rule, row: row.name, kind: demand.kind, required: demand.required,
        isProtected: demand.isProtected, hasRange: !isIndivisible, isLock: scenario.isLock(row))
    }
    return Conflict(rows: listed, isMinimal: isMinimal, reason: reason)
  }

  /// The repair if the changed show can be solved.
  private func repair(
    to changed: Scenario, changes: [RuleChange], isSmallest: Bool, _ budget: SearchBudget
  ) throws(LineupError) -> Repair? {
    if budget.isOver { return nil }
    var settings = SolveSettings(timeLimit: budget.remaining)
    settings.explainsInfeasibility = false
    let result = try rebound(to: changed).solve(settings, isCancelled: budget.isCancelled)
    guard let score = result.score else { return nil }
    return Repair(
      changes: changes, value: score.value, isProven: result.status == "optimal", isSmallest: isSmallest)
  }

  // MARK: Views that the channels cannot bring

  /// The rows of the plan of views that clash, and the best tray after each of the smallest changes of one of them.
  func infeasibility(of views: ViewsAnswer, _ budget: SearchBudget) throws(LineupError) -> Infeasibility {
    guard let clash = views.clash else { return Infeasibility() }
    var answer = Infeasibility(conflict: clash.ofShow, areRepairsComplete: clash.isComplete)
    for change in clash.changes.prefix(Self.mostRepairs) {
      guard let to = change.to, !budget.isOver else {
        answer.areRepairsComplete = false
        continue
      }
      let changed = try Show(
        scenario.changingViews(row: change.row, to: to), catalog: catalog, seasonTable: seasonTable,
        calendar: calendar)
      var settings = SolveSettings(timeLimit: budget.remaining)
      settings.explainsInfeasibility = false
      let result = try changed.solve(settings, within: nil, isCancelled: budget.isCancelled)
      guard let score = result.score else {
        if result.status == "unknown" { answer.areRepairsComplete = false }
        continue
      }
      var named = change
      named.row = ViewsClash.rowOfShow(change.row)
      answer.repairs.append(
        Repair(changes: [named], value: score.value, isProven: result.status == "optimal", isSmallest: true))
    }
    return answer
  }

  // MARK: Best effort and repairs of several rules

  private func bestEffort(_ budget: SearchBudget) throws(LineupError) -> BestEffort? {
    try bestEffort(keepsProtected: false, budget)
  }

  private func bestEffort(
    keepsProtected: Bool, _ budget: SearchBudget
  ) throws(LineupError) -> BestEffort? {
    let search = try BestEffortSearch(self, keepsProtected: keepsProtected, budget: budget)
    let found = try LineupError.translating { () throws(SolverError) in try search.run() }
    guard let found else { return nil }
    let tray = try tray(of: found.columns)
    return BestEffort(tray: tray, totalMiss: found.totalMiss, isProven: found.isProven)
  }

  /// Makes every rule that the best effort misses ask for what it has. Where that is one sum alone, no
  /// smaller change of it suffices, since the best effort misses the least.
  private func repairByBestEffort(
    _ known: BestEffort?, besides repairs: [Repair], _ budget: SearchBudget
  ) throws(LineupError) -> Repair? {
    var effort = known
    if scenario.rules.contains(where: \.isProtected), effort?.misses.contains(where: isProtected) ?? true {
      effort = try bestEffort(keepsProtected: true, budget)
    }
    guard let effort, !effort.misses.isEmpty else { return nil }
    var changed = scenario
    var changes: [RuleChange] = []
    var isSum = true
    for row in ruleRows where !row.isSoft {
      let demand = scenario.demand(of: row)
      let isEach = if case .each = demand.form { true } else { false }
      let missed = effort.misses.filter { isEach ? $0.rule == row.rule : $0.row == row.name }
      if missed.isEmpty { continue }
      if case .sum = demand.form {} else { isSum = false }
      var to: Bounds?
      if case .indivisible = demand.form {
      } else if var range = demand.required {
        for check in missed {
          range.lower = min(range.lower, check.actual ?? range.lower)
          range.upper = max(range.upper, check.actual ?? range.upper)
        }
        to = range
      }
      changes.append(
        RuleChange(rule: row.rule, row: row.name, kind: demand.kind, from: demand.required, to: to))
    }
    if changes.count == 1 {
      let isKnown = repairs.contains { $0.changes.map(\.row) == changes.map(\.row) }
      if isKnown { return nil }
    }
    // Positions of rules move when one is dropped, so the changes that drop come last, from the end.
    let rows = ruleRows
    for change in changes.reversed() {
      guard let row = rows.first(where: { $0.name == change.row }) else { continue }
      changed = changed.changing(row, to: change.to)
    }
    return try repair(
      to: changed, changes: changes, isSmallest: effort.isProven && (isSum || changes.count > 1), budget)
  }

  private func isProtected(_ check: RuleCheck) -> Bool {
    scenario.rules.contains { $0.name == check.rule && $0.isProtected }
  }
}

extension LineupError {
  /// Runs what asks a solver, its error in the words of the domain.
  static func translating<Value>(
    _ body: () throws(SolverError) -> Value
  ) throws(LineupError) -> Value {
    do throws(SolverError) {
      return try body()
    } catch {
      throw LineupError(error)
    }
  }
}
