#if GLPK
  import GLPK
#endif

/// The linear relaxation of a program: its bound, what its rows are worth, and the columns that it takes.
package struct LinearRelaxation: Sendable {
  /// No selection is worth more; `-infinity` where no selection meets every hard row.
  package var bound: Double
  /// Of the program's rows: what the relaxation gains for each unit by which a bound is relaxed, a row at its upper bound
  /// above 0, one at its lower below.
  package var duals: [Double]
  /// The columns above 0, with their values.
  package var values: [(column: Int32, value: Double)]

  /// Solves it by sifting.
  /// - Parameter program: its columns group by group, those without one last.
  /// - Returns: `nil` where it was stopped, or the library failed.
  package init?(_ program: Program, control: SolveControl = SolveControl()) {
    let search = SearchControl(program, limits: SolveLimits(), control: control)
    let grouped = GroupedProgram(asGiven: ReducedProgram(program, pace: search.pace))
    guard !search.mustStop(), grouped.rowCount == program.rowCount else { return nil }
    #if GLPK
      guard let sifting = try? Sifting(grouped, search),
        let outcome = try? sifting.solve(cutoff: -.infinity)
      else { return nil }
      guard outcome != .stopped else { return nil }
      self.init(sifting, outcome)
    #else
      let sifting = Sifting(grouped, SwiftRelaxation(grouped), search)
      let outcome = sifting.solve(cutoff: -.infinity)
      guard outcome != .stopped else { return nil }
      self.init(sifting, outcome)
    #endif
  }

  private init<Restricted>(_ sifting: Sifting<Restricted>, _ outcome: SiftingOutcome) {
    bound = outcome == .pruned ? -.infinity : sifting.bound
    duals = sifting.duals
    values = zip(sifting.restricted.active, sifting.restricted.activeValues())
      .filter { $0.1 > 1e-7 }.map { (sifting.program.original[Int($0.0)], $0.1) }
  }
}
