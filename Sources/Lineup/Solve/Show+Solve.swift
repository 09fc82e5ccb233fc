import Optimization

extension Show {
  /// Solves the show on the calling thread.
  ///
  ///     let result = try show.solve(SolveSettings(timeLimit: 60)) { progress in
  ///       print(progress.gap ?? 1)
  ///     }
  ///
  /// - Parameters:
  ///   - isCancelled: asked often; once it says so, the search ends with the best tray so far.
  ///   - onProgress: told of every new tray and bound, on the calling thread.
  /// - Throws: `LineupError` where a backend fails. Limits and infeasible shows are outcomes.
  package func solve(
    _ settings: SolveSettings = SolveSettings(),
    isCancelled: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (SolveProgress) -> Void = { _ in }
  ) throws(LineupError) -> SolveResult {
    if let known = memory?.result(settings) {
      onProgress(
        SolveProgress(incumbent: known.score?.value, bound: known.bound, seconds: known.solver.seconds))
      return known
    }
    let result = try solve(settings, within: nil, isCancelled: isCancelled, onProgress: onProgress)
    memory?.keep(result, of: settings)
    return result
  }

  /// Solves the show among a part of its trays.
  /// - Parameters:
  ///   - part: rows that no rule of the scenario asks for, and which trays meet them.
  ///   - start: columns of a tray known to be good.
  func solve(
    _ settings: SolveSettings, within part: (trays: SolveResult.Restriction.Trays, rows: [SideRow])?,
    start known: [Int32]? = nil, isCancelled: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (SolveProgress) -> Void = { _ in }
  ) throws(LineupError) -> SolveResult {
    try requireForecast()
    let time = TimeSource.current
    let start = time.seconds()
    func seconds() -> Double { time.seconds() - start }
    if let views = scenario.viewsAnswer, !views.hasPlan {
      return try solveWithoutViews(views, settings, isPart: part != nil, isCancelled: isCancelled)
    }

    let program: Program
    do {
      let formulation = try formulation { if isCancelled() { throw CancellationError() } }
      program = part.map { formulation.program.adding($0.rows) } ?? formulation.program
    } catch {
      let summary = summary(method: settings.method.rawValue, backend: "none", seconds: seconds())
      var result = result(.unknown(bound: nil), summary)
      result.within = part.map { SolveResult.Restriction(trays: $0.trays) }
      result.stop = .cancelled
      return result
    }
    var stages = [SolverSummary.Stage(name: "formulate", seconds: seconds())]
    var limits = SolveLimits(
      seconds: settings.timeLimit.map { max(0, $0 - seconds()) }, gap: settings.gap, start: known)
    if let memory = settings.memoryLimit { limits.memory = memory }
    limits.confirms = { columns in
      (try? tray(of: columns))?.missesNoHardRule == true
    }
    let control = SolveControl(isCancelled: isCancelled) { progress in
      onProgress(
        SolveProgress(
          incumbent: progress.incumbent, bound: progress.bound.isFinite ? progress.bound : nil,
          seconds: progress.seconds))
    }
    var report = try LineupError.translating { () throws(SolverError) in
      try settings.method.solver.solve(program, limits: limits, control: control)
    }
    stages += report.stages.map { SolverSummary.Stage(name: $0.name, seconds: $0.seconds) }
    let beforeAudit = seconds()
    var infeasibility = Infeasibility()
    if case .infeasible = report.outcome, settings.explainsInfeasibility, part == nil {
      infeasibility = try explainInfeasibility(
        timeLimit: settings.explanationLimit(after: seconds()), isCancelled: isCancelled)
      if let tray = infeasibility.bestEffort?.tray, tray.missesNoHardRule {
        report = try contradicted(by: tray, program, limits, control)
      }
    }
    let outcome: SolveResult.Outcome
    switch report.outcome {
    case .optimal(let selection, let bound):
      let (tray, score) = try scoredTray(
        of: selection, bound: bound, loss: program.valueLoss(of: selection.columns))
      outcome = .optimal(tray, score)
    case .feasible(let selection, let bound):
      let (tray, score) = try scoredTray(
        of: selection, bound: bound, loss: program.valueLoss(of: selection.columns))
      outcome = .feasible(tray, score)
    case .infeasible: outcome = .infeasible(infeasibility)
    // No floor is asked for here.
    case .noneAbove(let bound): outcome = .unknown(bound: bound)
    case .unknown(let bound): outcome = .unknown(bound: bound)
    }
    LateRelease.release(consume program)
    let end = seconds()
    stages.append(SolverSummary.Stage(name: "audit", seconds: end - beforeAudit))
    var summary = summary(method: report.method, backend: report.backend, seconds: end)
    summary.nodes = report.nodes
    summary.effort = SolverSummary.Effort(
      iterations: report.effort.iterations, pricedOptions: report.effort.pricedColumns,
      coreOptions: report.effort.coreColumns)
    summary.stages = stages
    var result = result(outcome, summary, remarks: report.remarks)
    if let tray = result.tray { result.cautions += offerCautions(of: tray) }
    result.stop = report.stop.map { stop in
      switch stop {
      case .timeLimit, .nodeLimit: .timeLimit
      case .cancelled: .cancelled
      case .memoryLimit: .memoryLimit
      }
    }
    guard let part else { return result }
    result.within = SolveResult.Restriction(trays: part.trays, bound: result.bound)
    return result.bounded(by: nil)
  }

  /// The answer for a show that was said to have no tray, and has one: no proof stands against a tray.
  private func contradicted(
    by tray: Tray, _ program: Program, _ limits: SolveLimits, _ control: SolveControl
  ) throws(LineupError) -> SolveReport {
    var limits = limits
    limits.start = options(of: TrayList(tray)).options
    var report = try LineupError.translating { () throws(SolverError) in
      try HeuristicSolver().solve(program, limits: limits, control: control)
    }
    report.remarks.append(.exactContradicted)
    return report
  }

  /// The result where the channels cannot bring the views on which the forecasts would rest.
  private func solveWithoutViews(
    _ views: ViewsAnswer, _ settings: SolveSettings, isPart: Bool, isCancelled: @escaping @Sendable () -> Bool
  ) throws(LineupError) -> SolveResult {
    let clock = SolveClock(limit: nil)
    var infeasibility = Infeasibility()
    var views = views
    if views.status == .infeasible, settings.explainsInfeasibility, !isPart {
      let budget = SearchBudget(seconds: settings.explanationLimit(after: 0), isCancelled: isCancelled)
      views = try views.explained(isCancelled: { budget.isOver })
      infeasibility = try self.infeasibility(of: views, budget)
    }
    let summary = summary(method: ExactSolver.method, backend: ExactSolver.backend, seconds: clock.seconds)
    var result = result(
      views.status == .infeasible ? .infeasible(infeasibility) : .unknown(bound: nil), summary)
    result.views = views
    result.cautions.removeAll { views.cautions.contains($0) }
    if views.status == .unknown { result.stop = .timeLimit }
    return result
  }

  private func summary(method: String, backend: String, seconds: Double) -> SolverSummary {
    SolverSummary(
      method: method, backend: backend, seconds: seconds, spus: catalog.count,
      candidates: candidates.count, options: styleOptionCount)
  }

  private func result(
    _ outcome: SolveResult.Outcome, _ summary: SolverSummary, remarks: [SolveRemark] = []
  ) -> SolveResult {
    SolveResult(
      scenario: scenario.name, variant: scenario.variant, objective: scenario.objective,
      outcome: outcome, solver: summary, cautions: cautions + remarks.map(Caution.init),
      hasOffers: scenario.offers != nil, inputs: scenario.inputs, views: scenario.viewsAnswer)
  }

  /// The audited tray of the program's columns, kept rules or not.
  func tray(of columns: [Int32]) throws(LineupError) -> Tray {
    try audit(
      columns.filter { Int($0) < optionCount }.map { entry(ofOption: Int($0)) },
      wideOffers: wideOffers(of: columns))
  }

  /// The audited tray of a selection. A tray that the audit refuses is never returned.
  /// - Parameter loss: more than sums of doubles can have lost of its value.
  private func scoredTray(
    of selection: Selection, bound: Double?, loss: Double
  ) throws(LineupError) -> (Tray, SolveResult.Score) {
    let tray = try tray(of: selection.columns)
    if let missed = tray.rules.first(where: { !$0.holds && !$0.isSoft }) {
      throw LineupError(
        [
          Problem(.auditFailed(rule: missed.row, detail: "actual \(missed.actual.map(plain) ?? "none")"))
        ], kind: .failure)
    }
    let penalties = tray.penalties
    let value = objectiveValue(of: tray) - penalties
    guard abs(value - selection.value) <= 1e-6 * max(1, abs(value), penalties) + loss else {
      throw LineupError(
        [
          Problem(.auditFailed(rule: "objective", detail: "\(value), the solver says \(selection.value)"))
        ], kind: .failure)
    }
    return (tray, SolveResult.Score(value: value, bound: bound.map { max($0, value) }, penalties: penalties))
  }
}

extension SolveMethod {
  var solver: any Solver {
    switch self {
    case .auto: AutomaticSolver()
    case .exact: ExactSolver()
    case .heuristic: HeuristicSolver()
    }
  }
}

extension Caution {
  init(_ remark: SolveRemark) {
    switch remark {
    case .exactUnavailable: self = .noExactMethod
    case .exactFoundNone: self = .exactMethodFoundNone
    case .exactFailed(let backend, let code, let sentence):
      self = .exactMethodFailed(backend: backend, code: code, sentence: sentence)
    case .exactContradicted: self = .exactMethodContradicted
    }
  }
}

extension LineupError {
  /// A solver's error in the words of the domain.
  init(_ error: SolverError) {
    let kind: Problem.Kind =
      switch error {
      case .unavailable(let method): .methodUnavailable(method: method)
      case .failed(let backend, let code, let sentence):
        .backendFailed(backend: backend, code: code, sentence: sentence)
      case .invalidProgram(let reason): .other("the integer program is not valid: \(reason)")
      }
    self.init([Problem(kind)], kind: .failure)
  }
}
