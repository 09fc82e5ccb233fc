import GLPK

/// The exact method: presolve, a sifted relaxation over all columns, a bound from its duals, fixing by
/// reduced costs, and branch and bound on what is left, counts first.
package struct ExactSolver: Solver {
  package static let method = "exact"

  /// Whether small programs too are narrowed first and their rows stated when broken; for tests.
  private let treatsAsLarge: Bool

  package init(treatsAsLarge: Bool = false) {
    self.treatsAsLarge = treatsAsLarge
  }

  package func solve(
    _ program: Program, limits: SolveLimits, control: SolveControl
  ) throws(SolverError) -> SolveReport {
    #if GLPK
      try limits.validate()
      let search = SearchControl(
        program, limits: limits, control: control, treatsAsLarge: treatsAsLarge)
      try program.validate(pace: search.pace)
      let outcome: SolveOutcome
      do {
        outcome = try ExactSearch(search).run()
      } catch {
        throw SolverError(error)
      }
      return SolveReport(
        outcome: outcome, method: Self.method, backend: GLPKLibrary.name ?? "GLPK", nodes: search.nodes,
        effort: search.effort, stages: search.stages, columnBounds: search.columnBounds)
    #else
      throw .unavailable(method: Self.method)
    #endif
  }
}
