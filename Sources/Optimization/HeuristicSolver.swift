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
    guard var program = control.reduced(nil) else { return control.proven() }
    if control.mustStop() { return control.unfinished() }
    var duals = Subgradient(program)
    duals.run(rounds: 8, steps: 60, target: control.incumbent?.value, control)
    note(duals)
    search(program, duals, limit: 250, patience: 40)
    if control.incumbent == nil { searchAnew(program, Strata(program), duals.pricing) }
    let kept = program.survivors(duals.pricing, cutoff: control.cutoff)
    if kept.count < program.columnCount / 2 {
      control.noteExclusions()
      program = program.restricted(to: kept)
      duals = Subgradient(program, from: duals.duals)
    }
    duals.run(rounds: 12, steps: 60, target: control.incumbent?.value, control)
    note(duals)
    var tried = 0
    for (limit, patience) in [(250, 120), (500, 150), (1000, 150)]
    where !isDone && tried < program.columnCount {
      search(program, duals, limit: limit, patience: patience)
      tried = limit
    }
    startAnew(program, duals)
    if control.incumbent == nil, !control.mustStop() {
      var proof = Subgradient(program, objectiveWeight: 0)
      proof.run(rounds: 10, steps: 100, target: -1, control)
      if proof.pricing.bound < 0 { return .infeasible }
    }
    return isDone ? control.proven() : control.unfinished()
  }

  /// The program has lost columns, but none of a selection better than the incumbent.
  private func note(_ duals: Subgradient) {
    control.lower(bound: max(duals.pricing.bound, control.incumbent?.value ?? -.infinity))
  }

  /// Whether the bound proves the incumbent within the gap.
  private var isDone: Bool {
    control.incumbent != nil && control.bound <= control.cutoff
  }

  /// Whether the bound leaves so little that looking on is not worth its time.
  private var isClose: Bool {
    control.incumbent.map { control.bound - $0.value <= 5e-4 * abs($0.value) } ?? false
  }

  /// A local search from the incumbent, or where there is none from what the relaxation selects.
  private func search(_ program: GroupedProgram, _ duals: Subgradient, limit: Int, patience: Int) {
    let best = program.columns(of: control.incumbent)
    let gainful = duals.pricing.bestColumns(program).sorted {
      (duals.pricing.reducedCost[$1], $0) < (duals.pricing.reducedCost[$0], $1)
    }
    program.improve(
      from: best.isEmpty ? Array(gainful.prefix(500)) : best, keeping: best + gainful.prefix(100),
      duals.pricing, duals: duals.duals, limit: limit, patience: patience, control)
  }

  /// Local searches at duals a little off the best ones: another valley is not reached from the first one by
  /// single exchanges.
  private func startAnew(_ program: GroupedProgram, _ duals: Subgradient) {
    let strata = Strata(program)
    var noise = TieBreaker()
    for attempt in 0..<30 where !isDone && !isClose && !control.mustStop() {
      let amount = [0.02, 0.06, 0.15][attempt % 3]
      let varied = duals.duals.map { $0 * (1 + amount * (Double(noise.below(2001)) / 1000 - 1)) }
      var pricing = Pricing()
      pricing.evaluate(program, Subproblem(program), duals: varied)
      searchAnew(program, strata, pricing, with: attempt % 2 == 0 ? 400 : 0)
    }
  }

  /// A local search from a greedy selection, among columns of every kind that a row tells apart.
  /// - Parameter limit: so many columns at least, those of least loss.
  private func searchAnew(
    _ program: GroupedProgram, _ strata: Strata, _ pricing: Pricing, with limit: Int = 0
  ) {
    let columns = program.promisingColumns(
      pricing, limit: limit, alike: 6, always: strata.columns(pricing, ofEach: 12))
    let start = GreedySelection(program.restricted(to: columns)).selection(
      columns.map { pricing.reducedCost[$0] })
    program.improve(
      from: start.map { columns[$0] }, keeping: columns, pricing, duals: pricing.duals, limit: 250,
      patience: control.incumbent == nil ? 150 : 40, control)
  }
}
