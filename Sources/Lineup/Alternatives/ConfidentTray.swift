import Optimization

/// The best tray that meets the sales goal in a share of the samples.
package struct ConfidentTray: Sendable {
  /// How it was settled.
  package enum Proof: Sendable, Equatable {
    /// No tray that meets the goal so often has more of the objective.
    case optimal
    /// It meets the goal so often; a better one may exist, up to the bound.
    case feasible
    /// No tray meets the goal so often.
    case impossible
    /// Neither a tray nor a proof was found in time.
    case unknown
  }

  /// In how many samples the goal must be met.
  package var needed: Int
  package var proof: Proof
  /// The objective net of penalties, by the forecast itself, and a bound on it.
  package var score: SolveResult.Score?
  package var tray: Tray?
  /// In how many samples the tray meets the goal.
  package var met: Int?
  /// In how many samples some tray meets it, where that was worked out.
  package var reachable: Int?
}

/// Looks for the confident tray.
///
/// ## Formulation
///
/// The show without its sales goal, a 0/1 column z(s) for each sample, and GMV(i,f,s) the amount of an
/// option by the sample's forecast:
///
///     sum of GMV(i,f,s) x(i,f)  >=  goal z(s)     for each sample s that is not out of reach
///     sum of z(s)               >=  needed
struct ConfidentSearch {
  /// Without the sales goal.
  let show: Show
  let goal: Double
  let error: ForecastError
  let samples: Int
  let confidence: Double
  let budget: SearchBudget

  private var needed: Int {
    max(0, min(samples, Int(saturating: (confidence * Double(samples) - 1e-9).rounded(.up))))
  }

  /// - Parameter first: the best tray without the goal.
  func run(first: SolveResult) throws(LineupError) -> ConfidentTray {
    var answer = ConfidentTray(needed: needed, proof: .unknown)
    guard let tray = first.tray, let score = first.score else { return answer }
    let amounts = (0..<samples).map { sample -> [Double] in
      let own = show.scalingForecasts(by: error.factors(sample: sample, catalog: show.catalog))
      return (0..<show.optionCount).map { own.value(of: .gmv, option: $0) }
    }
    let columns = show.options(of: TrayList(tray)).options
    if met(columns, amounts).count >= needed {
      answer.proof = first.status == "optimal" ? .optimal : .feasible
      answer.score = score
      answer.tray = tray
      answer.met = met(columns, amounts).count
      return answer
    }
    let program = show.formulation().program
    let reachable = try self.reachable(program, amounts)
    answer.reachable = reachable.count { $0 != false }
    if reachable.count(where: { $0 != false }) < needed {
      answer.proof = .impossible
      return answer
    }
    let within = amounts.indices.filter { reachable[$0] != false }.map { amounts[$0] }
    let start = try byFloor(program, amounts)
    let report = try LineupError.translating { () throws(SolverError) in
      try ExactSolver().solve(
        chanceProgram(program, within),
        limits: SolveLimits(
          seconds: budget.remaining ?? Self.longestProof, start: start.map { self.start($0, within, program) }
        ),
        control: budget.control)
    }
    switch report.outcome {
    case .infeasible: answer.proof = .impossible
    case .unknown, .noneAbove: break
    case .optimal(let selection, _), .feasible(let selection, _):
      answer.tray = try show.tray(of: selection.columns)
      answer.met = met(selection.columns.filter { Int($0) < show.optionCount }, amounts).count
      answer.score = SolveResult.Score(
        value: selection.value, bound: [report.outcome.bound, score.bound].compactMap(\.self).min(),
        penalties: answer.tray?.penalties ?? 0)
      if case .optimal = report.outcome { answer.proof = .optimal } else { answer.proof = .feasible }
    }
    return answer
  }

  /// Without a time limit, the proof may take so long.
  private static let longestProof = 60.0

  /// The samples in which options meet the goal.
  private func met(_ options: [Int32], _ amounts: [[Double]]) -> [Int] {
    amounts.indices.filter { sample in
      let gmv = options.reduce(0.0) { Int($1) < show.optionCount ? $0 + amounts[sample][Int($1)] : $0 }
      return gmv >= goal - RowTolerance.ofSize(goal) / 2
    }
  }

  /// Whether some tray meets the goal in each sample; `nil` where a limit ended the search.
  private func reachable(_ program: Program, _ amounts: [[Double]]) throws(LineupError) -> [Bool?] {
    let question = program.feasibility
    return try ConcurrentMap.map(amounts) { amounts throws(LineupError) in
      if self.budget.isOver { return nil }
      let objective = amounts + [Double](repeating: 0, count: program.columnCount - amounts.count)
      let report = try LineupError.translating { () throws(SolverError) in
        try ExactSolver().solve(
          question.maximising(objective), limits: self.budget.limits(), control: self.budget.control)
      }
      switch report.outcome {
      case .optimal(let best, _): return best.value >= self.goal - RowTolerance.ofSize(self.goal)
      case .feasible(let best, let bound):
        if best.value >= self.goal { return true }
        return bound ?? .infinity < self.goal - RowTolerance.ofSize(self.goal) ? false : nil
      case .infeasible: return false
      case .unknown, .noneAbove: return nil
      }
    }
  }

  /// A tray that meets the goal often enough: the best over ever higher floors under the GMV by the
  /// forecast itself.
  private func byFloor(_ program: Program, _ amounts: [[Double]]) throws(LineupError) -> [Int32]? {
    let own = (0..<show.optionCount).map { show.value(of: .gmv, option: $0) }
    var best: [Int32]?
    var (low, high) = (0.9 * goal, 1.2 * goal)
    for _ in 0..<8 where !budget.isOver {
      let floor = (low + high) / 2
      let row = SideRow(lower: floor, entries: own.enumerated().map { (Int32($0), $1) })
      let report = try LineupError.translating { () throws(SolverError) in
        try ExactSolver().solve(
          program.adding([row]), limits: budget.limits(start: best), control: budget.control)
      }
      switch report.outcome {
      case .optimal(let selection, _), .feasible(let selection, _):
        if met(selection.columns, amounts).count >= needed {
          best = selection.columns
          high = floor
        } else {
          low = floor
        }
      case .infeasible, .noneAbove, .unknown: high = floor
      }
    }
    return best
  }

  /// A row and a column for each sample whose goal is not out of reach, and the row that counts them.
  private func chanceProgram(_ program: Program, _ amounts: [[Double]]) -> Program {
    let first = Int32(program.rowCount)
    var rows = amounts.map { amounts in
      SideRow(lower: 0, entries: amounts.enumerated().map { (Int32($0), $1) })
    }
    rows.append(SideRow(lower: Double(needed), entries: []))
    var other = program.adding(rows)
    for sample in amounts.indices {
      other.addColumn(
        objective: 0, group: -1, entries: [(first + Int32(sample), -goal), (first + Int32(amounts.count), 1)])
    }
    return other
  }

  private func start(_ columns: [Int32], _ amounts: [[Double]], _ program: Program) -> [Int32] {
    columns + met(columns, amounts).map { Int32(program.columnCount + $0) }
  }
}
