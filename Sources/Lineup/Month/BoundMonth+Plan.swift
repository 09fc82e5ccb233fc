import JointPlanning
import Optimization

extension BoundMonth {
  /// Plans the month on the calling thread.
  /// - Parameters:
  ///   - isCancelled: asked often; once it says so, the best plan so far is the answer.
  ///   - onProgress: told of new bounds and plans, on the calling thread.
  /// - Throws: names in the month's rules that the catalog does not know; a plan that the audit refuses.
  package func plan(
    _ settings: MonthSettings = MonthSettings(), isCancelled: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (MonthProgress) -> Void = { _ in }
  ) throws(LineupError) -> MonthResult {
    for show in shows {
      do throws(LineupError) { try show.show.requireForecast() } catch { throw error }
    }
    if let unplanned = try withoutViews(settings, isCancelled: isCancelled) { return unplanned }
    let clock = SolveClock(limit: nil)
    var formulation = try MonthFormulation(self)
    let keeping = settings.kept.map { keep($0, in: &formulation) }
    let control = SolveControl(isCancelled: isCancelled) { progress in
      onProgress(
        MonthProgress(
          value: progress.incumbent.map { $0 - (keeping?.constant ?? 0) },
          bound: progress.bound.isFinite ? progress.bound : nil, seconds: progress.seconds,
          solves: progress.nodes))
    }
    var limits = JointPlanner.Limits(
      seconds: settings.timeLimit.map { max(0, $0 - clock.seconds) }, gap: settings.gap)
    limits.constant = keeping?.constant ?? 0
    limits.treatsAsLarge = settings.treatsAsLarge
    let planner = JointPlanner(formulation.program, limits: limits, control: control)
    var result = MonthResult(
      name: month.name, outcome: .unknown(bound: nil, bestEffort: nil), objective: commonObjective,
      gapAsked: settings.gap,
      solver: MonthResult.Solver(
        method: "joint", backend: ExactSolver.backend, seconds: 0, shows: shows.count, spus: catalog.count,
        options: shows.reduce(0) { $0 + $1.show.optionCount }, solves: 0))
    result.cautions = cautions
    result.inputs = inputs
    switch settings.way {
    case .jointly: planner.run()
    case .oneByOne(let ofSize):
      result.solver.method = ofSize ? "one by one, largest first" : "one by one, by date"
      planner.take(planner.oneByOne(ofSize ? .size : .given))
    }
    let (plan, standing) = (planner.best.plan, planner.best.standing)
    let audited = try audit(plan, formulation, planner, keeping)
    let bound = planner.bound.isFinite ? planner.bound : nil
    if planner.mustStop { result.stop = isCancelled() ? .cancelled : .timeLimit }
    if standing.isPlan {
      let value = value(of: audited)
      try check(
        audited, value: value - (keeping?.price(of: audited) ?? 0),
        against: standing.value - (keeping?.constant ?? 0),
        frozen: keeping?.frozen ?? [])
      let penalties = penalties(of: audited)
      let net = bound.map { max($0, standing.value) }
      // Under a price on changes the gap is that of the program with it.
      let gap = net.map { ($0 - standing.value) / max(1e-9, abs(standing.value - (keeping?.constant ?? 0))) }
      let isProven = settings.way == .jointly && (gap ?? .infinity) <= settings.gap + 1e-6
      let score = MonthResult.Score(
        value: value, bound: keeping == nil ? net.map { max($0, value) } : nil, penalties: penalties)
      result.outcome = isProven ? .optimal(audited, score) : .feasible(audited, score)
      if isProven { result.stop = nil }
      if let keeping, let kept = settings.kept {
        result.within = steadiness(
          kept, keeping, audited, value: standing.value - keeping.constant,
          bound: net.map { $0 - keeping.constant })
      }
    } else if settings.way == .jointly, result.stop == nil {
      result.outcome = try explain(
        formulation, planner, keeping, SolveControl(isCancelled: isCancelled),
        seconds: settings.timeLimit.map { max(1, $0 - clock.seconds) } ?? 60)
    } else {
      result.outcome = .unknown(bound: bound, bestEffort: audited)
    }
    result.solver.solves = planner.solves
    result.solver.seconds = clock.seconds
    return result
  }

  /// The answer where channels of some shows cannot bring the views on which their forecasts would rest.
  private func withoutViews(
    _ settings: MonthSettings, isCancelled: @escaping @Sendable () -> Bool
  ) throws(LineupError) -> MonthResult? {
    let clock = SolveClock(limit: nil)
    var conflicts: [MonthClash.ShowConflict] = []
    var isKnown = true
    for show in shows {
      guard let views = show.show.scenario.viewsAnswer, !views.hasPlan else { continue }
      if let clash = try views.explained(isCancelled: isCancelled).clash {
        conflicts.append(.init(show: show.name, conflict: clash.ofShow))
      } else {
        isKnown = false
      }
    }
    if conflicts.isEmpty, isKnown { return nil }
    var result = MonthResult(
      name: month.name,
      outcome: conflicts.isEmpty
        ? .unknown(bound: nil, bestEffort: nil) : .infeasible(.shows(conflicts), bestEffort: nil),
      objective: commonObjective, gapAsked: settings.gap,
      solver: MonthResult.Solver(
        method: "joint", backend: ExactSolver.backend, seconds: clock.seconds, shows: shows.count,
        spus: catalog.count, options: shows.reduce(0) { $0 + $1.show.optionCount }, solves: 0))
    result.cautions = cautions
    result.inputs = inputs
    if conflicts.isEmpty { result.stop = isCancelled() ? .cancelled : .timeLimit }
    return result
  }

  /// What there is instead of a plan: the proof that there is none and what clashes, or the plan that misses the least.
  private func explain(
    _ formulation: MonthFormulation, _ planner: JointPlanner, _ keeping: Keeping?, _ control: SolveControl,
    seconds: Double
  ) throws(LineupError) -> MonthResult.Outcome {
    let clock = SolveClock(limit: seconds)
    let found = JointFeasibility.of(formulation.program, seconds: clock.remaining, control: control)
    let bestEffort = try audit(found.plan, formulation, planner, keeping)
    let bound = planner.bound.isFinite ? planner.bound : nil
    if case .feasible = found.verdict {
      planner.take(found.plan)
      guard planner.best.standing.isPlan else { return .unknown(bound: bound, bestEffort: bestEffort) }
      let value = value(of: bestEffort)
      return .feasible(
        bestEffort,
        MonthResult.Score(
          value: value, bound: bound.map { max($0, value) }, penalties: penalties(of: bestEffort)))
    }
    var isInfeasible = planner.isInfeasible
    if case .infeasible = found.verdict { isInfeasible = true }
    guard isInfeasible else { return .unknown(bound: bound, bestEffort: bestEffort) }
    let search = MonthClashSearch(month: self, formulation: formulation, control: control, clock: clock)
    let conflicts = try search.showsWithoutTray()
    return .infeasible(
      conflicts.isEmpty ? search.clash(found.planner) : .shows(conflicts), bestEffort: bestEffort)
  }

  /// The objective that all shows have; `nil` where they differ.
  private var commonObjective: Objective? {
    func parts(_ show: MonthShow) -> [String] {
      show.show.scenario.objective.parts.map { "\($0.measure.name) \($0.weight)" }
    }
    guard let first = shows.first else { return nil }
    return shows.allSatisfy { parts($0) == parts(first) } ? first.show.scenario.objective : nil
  }

  private func audit(
    _ plan: JointPlan, _ formulation: MonthFormulation, _ planner: JointPlanner, _ keeping: Keeping?
  ) throws(LineupError) -> MonthPlan {
    let items = plan.showings.enumerated().map { position, showings in
      showings.filter { Int($0.option) < formulation.optionCounts[position] }.map { showing in
        let show = shows[position].show
        let option = Int(showing.option)
        return MonthAudit.Selection(
          entry: show.entry(ofOption: option), units: showing.units)
      }
    }
    let wideOffers = plan.showings.enumerated().map { position, showings in
      shows[position].show.wideOffers(of: showings.map(\.option))
    }
    var worth = [Double](repeating: 0, count: catalog.count)
    let styles = Set(
      plan.showings.enumerated().flatMap { position, showings in
        showings.map { formulation.program.blocks[position].style[Int($0.option)] }
      }
    ).filter { Int($0) < catalog.count }.sorted()
    for (style, value) in zip(styles, planner.worth(of: styles)) { worth[Int(style)] = value }
    return try MonthAudit(month: self).plan(
      items, wideOffers: wideOffers, kept: keeping?.spus ?? Array(repeating: [], count: shows.count),
      worth: worth)
  }

  /// The shows' weighted objectives less all penalties.
  package func value(of plan: MonthPlan) -> Double {
    plan.shows.reduce(0) { $0 + $1.weight * ($1.objective - $1.penalties) }
      - plan.rules.reduce(0) { $0 + $1.penalty }
  }

  /// All that is deducted, weighted.
  package func penalties(of plan: MonthPlan) -> Double {
    plan.shows.reduce(0) { $0 + $1.weight * $1.penalties } + plan.rules.reduce(0) { $0 + $1.penalty }
  }

  /// Nothing is called a plan that the audit does not take.
  private func check(
    _ plan: MonthPlan, value: Double, against believed: Double, frozen: Set<Int>
  ) throws(LineupError) {
    for (position, show) in plan.shows.enumerated() where !frozen.contains(position) {
      if let missed = show.tray.rules.first(where: { !$0.holds && !$0.isSoft }) {
        throw LineupError(
          [
            Problem(
              .auditFailed(
                rule: "\(show.name): \(missed.row)", detail: "actual \(missed.actual.map(plain) ?? "none")"))
          ],
          kind: .failure)
      }
    }
    if let missed = plan.rules.first(where: { !$0.holds && !$0.isSoft }) {
      throw LineupError(
        [Problem(.auditFailed(rule: missed.row, detail: "actual \(missed.actual.map(plain) ?? "none")"))],
        kind: .failure)
    }
    if let spu = MonthAudit(month: self).overdrawn(plan).first {
      throw LineupError(
        [Problem(.auditFailed(rule: "stock", detail: "of \(spu) more is held than there is"))], kind: .failure
      )
    }
    guard abs(value - believed) <= 1e-6 * max(1, abs(value), penalties(of: plan)) else {
      throw LineupError(
        [Problem(.auditFailed(rule: "objective", detail: "\(value), the planner says \(believed)"))],
        kind: .failure)
    }
  }
}
