import Optimization

extension Show {
  /// The running order of a tray: the order whose expected GMV, weighted by the audience at each item's
  /// minutes, less the penalties of spacing, is largest, every hard rule of `rundown` kept.
  ///
  ///     switch try show.rundown(of: tray) {
  ///     case .order(let rundown): print(rundown.slots.map(\.title), rundown.gap)
  ///     case .clash(let clash): print(clash.rules)
  ///     }
  ///
  /// Small shows are solved by GLPK to proven optimality, others by local search, with a bound.
  ///
  /// - Parameter tray: a tray of this show; whether it keeps the show's rules is not asked.
  package func rundown(
    of tray: Tray, _ settings: RundownSettings = RundownSettings(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> RundownOutcome {
    let clock = ContinuousClock.now
    let plan = scenario.rundown ?? RundownPlan()
    let problem = try rundownProblem(tray, plan, shown: settings.shown)
    let needed = problem.contentLength + plan.breaks.reduce(0) { $0 + $1.seconds }
    if let minutes = scenario.show.minutes, Double(needed) > minutes * 60 + 0.5 {
      return .clash(
        RundownClash(
          rules: ["show.minutes"], isProven: true,
          reason: .showTooShort(
            minutes: minutes, items: problem.contentLength, breaks: needed - problem.contentLength)))
    }
    let budget = SearchBudget(seconds: settings.timeLimit, isCancelled: isCancelled)
    let solver = RundownSolver(problem, exactItems: settings.exactItems, budget: budget)
    switch try solver.solve() {
    case .none(let isProven):
      return .clash(
        try RundownConflict(problem: problem, exactItems: settings.exactItems, budget: budget)
          .clash(isProven: isProven))
    case .order(let answer):
      var rundown = RundownTimeline(show: self, plan: plan, tray: tray, evaluator: solver.evaluator)
        .rundown(answer)
      rundown.seconds = (ContinuousClock.now - clock) / .seconds(1)
      return .order(rundown)
    }
  }
}
