/// The heuristic method, in Swift alone: a relaxation solved by sifting, whose duals give a Lagrangian bound, dives
/// through it and local search on the columns that the duals favour. Large programs are narrowed first. Gives a selection with a proven gap; says "infeasible" only where
/// the presolve or the duals prove it.
package struct HeuristicSolver: Solver {
  package static let method = "heuristic"

  /// Whether small programs too are narrowed first; for tests.
  private let treatsAsLarge: Bool

  package init(treatsAsLarge: Bool = false) {
    self.treatsAsLarge = treatsAsLarge
  }

  package func solve(
    _ program: Program, limits: SolveLimits, control: SolveControl
  ) throws(SolverError) -> SolveReport {
    try limits.validate()
    let method: ChoiceSearch.Method = { part, limits, control throws(SolverError) in
      try solve(part, limits: limits, control: control)
    }
    if let search = ChoiceSearch(program, limits: limits, control: control, method: method) {
      try program.validate()
      return try search.run()
    }
    let search = SearchControl(
      program, limits: limits, control: control, treatsAsLarge: treatsAsLarge)
    try program.validate(pace: search.pace)
    let outcome = HeuristicSearch(search).run()
    return SolveReport(
      outcome: outcome, stop: search.stop(of: outcome), method: Self.method, backend: "Swift",
      effort: search.effort)
  }
}

/// The stages of one run.
private struct HeuristicSearch {
  let control: SearchControl

  init(_ control: SearchControl) {
    self.control = control
  }

  func run() -> SolveOutcome {
    if control.isStopped { return control.unfinished() }
    if let start = control.limits.start { control.consider(start) }
    control.consider([])
    if control.mustStop() { return control.unfinished() }
    guard control.isLarge else { return search(nil) }
    let whole = GroupedProgram(asGiven: ReducedProgram(control.program, pace: control.pace))
    if control.mustStop() { return control.unfinished() }
    let sifting = Sifting(whole, SwiftRelaxation(whole), control)
    switch relax(sifting) {
    case .pruned: return control.proven()
    case .stopped: return control.unfinished()
    case .solved: break
    }
    whole.improve(from: sifting, limit: 250, patience: 20, control)
    return search(control.narrowing(whole, sifting.pricing) ?? control.thinned())
  }

  /// Searches the given program, or what narrowing has left of it.
  private func search(_ narrowing: Narrowing?) -> SolveOutcome {
    guard let program = control.reduced(narrowing) else { return control.proven() }
    if control.mustStop() { return control.unfinished() }
    let sifting = Sifting(program, SwiftRelaxation(program), control)
    switch relax(sifting) {
    case .pruned: return control.proven()
    case .stopped: return control.unfinished()
    case .solved: break
    }
    improve(program, sifting)
    let kept = sifting.pricing.survivors(program, cutoff: control.cutoff)
    control.noteExclusions()
    dive(program.restricted(to: kept))
    return isDone ? control.proven() : control.unfinished()
  }

  private func improve(_ program: GroupedProgram, _ sifting: Sifting<SwiftRelaxation>) {
    program.improve(from: sifting, limit: 250, patience: 20, control)
    program.improve(from: sifting, limit: 400, patience: 100, control)
  }

  private func relax(_ sifting: Sifting<SwiftRelaxation>) -> SiftingOutcome {
    let outcome = sifting.solve(cutoff: control.cutoff)
    control.lower(bound: sifting.bound)
    return outcome
  }

  /// Whether the bound proves the incumbent within the gap.
  private var isDone: Bool {
    control.incumbent != nil && control.bound <= control.cutoff
  }

  /// Whether the bound leaves so little that looking on is not worth its time.
  private var isClose: Bool {
    control.incumbent.map { control.bound - $0.value <= 5e-4 * abs($0.value) } ?? false
  }

  /// Local searches from where dives end: another valley is not reached from the first one by single exchanges.
  private func dive(_ program: GroupedProgram) {
    let sifting = Sifting(program, SwiftRelaxation(program), control)
    guard !isDone, sifting.solve(cutoff: control.cutoff) == .solved else { return }
    let columns = sifting.restricted.active.map { Int($0) }
    var diving = Diving(program, sifting.restricted)
    for attempt in 0..<24 where !isDone && !isClose && !control.mustStop() {
      let start = diving.selection(amount: attempt == 0 ? 0 : [0.01, 0.03, 0.1][attempt % 3], control)
      program.improve(
        from: start, keeping: columns, sifting.pricing, duals: sifting.duals, limit: 250,
        patience: control.incumbent == nil ? 150 : 40, control)
    }
  }
}
