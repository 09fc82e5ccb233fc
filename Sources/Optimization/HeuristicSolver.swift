/// The heuristic method, in Swift alone: a Lagrangian bound by subgradients and local search on the
/// columns that its duals favour. Gives a selection with a proven gap; says "infeasible" only where the
/// presolve or the duals prove it.
package struct HeuristicSolver: Solver {
  package static let method = "heuristic"

  package init() {}

  package func solve(
    _ program: Program, limits: SolveLimits, control: SolveControl
  ) throws(SolverError) -> SolveReport {
    try program.validate()
    try limits.validate()
    let search = SearchControl(program, limits: limits, control: control)
    let outcome = HeuristicSearch(search).run()
    return SolveReport(outcome: outcome, method: Self.method, backend: "Swift")
  }
}

/// The stages of one run.
private struct HeuristicSearch {
  let control: SearchControl

  init(_ control: SearchControl) {
    self.control = control
  }

  func run() -> SolveOutcome {
    if let start = control.limits.start { control.consider(start) }
    control.consider([])
    if control.mustStop() { return control.unfinished() }
    let reduced = ReducedProgram.presolved(control.program, mustStop: control.mustStop)
    if reduced.isInfeasible { return control.proven() }
    if control.mustStop() { return control.unfinished() }
    let program = GroupedProgram(reduced)
    var duals = Subgradient(program)
    duals.run(rounds: 8, steps: 60, target: control.incumbent?.value, control)
    control.lower(bound: duals.pricing.bound)
    search(program, duals, limit: 250, patience: 40)
    duals.run(rounds: 12, steps: 60, target: control.incumbent?.value, control)
    control.lower(bound: duals.pricing.bound)
    var tried = 0
    for (limit, patience) in [(250, 120), (500, 150), (1000, 150)]
    where !isDone && tried < program.columnCount {
      search(program, duals, limit: limit, patience: patience)
      tried = limit
    }
    if control.incumbent == nil, !control.mustStop() {
      var proof = Subgradient(program, objectiveWeight: 0)
      proof.run(rounds: 10, steps: 100, target: -1, control)
      if proof.pricing.bound < 0 { return .infeasible }
    }
    return isDone ? control.proven() : control.unfinished()
  }

  /// Whether the bound proves the incumbent within the gap.
  private var isDone: Bool {
    control.incumbent != nil && control.bound <= control.cutoff
  }

  private func search(_ program: GroupedProgram, _ duals: Subgradient, limit: Int, patience: Int) {
    let known = Set(control.incumbent?.columns ?? [])
    let best = program.original.indices.filter { known.contains(program.original[$0]) }
    let start = duals.pricing.bestColumns(program).sorted {
      (duals.pricing.reducedCost[$1], $0) < (duals.pricing.reducedCost[$0], $1)
    }
    program.improve(
      from: best.isEmpty ? Array(start.prefix(500)) : best, keeping: best + start.prefix(100), duals.pricing,
      duals: duals.duals, limit: limit, patience: patience, control)
  }
}
