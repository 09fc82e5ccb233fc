import GLPK

/// The exact method: presolve, a sifted relaxation over all columns, a bound from its duals, fixing by
/// reduced costs, and branch and bound on what is left, counts first.
package struct ExactSolver: Solver {
  package static let method = "exact"

  /// The library behind it, such as `GLPK 5.0`; `Swift` in a build without it.
  package static var backend: String {
    #if GLPK
      GLPKLibrary.name ?? "GLPK"
    #else
      "Swift"
    #endif
  }

  /// Whether small programs too are narrowed first and their rows stated when broken; for tests.
  private let treatsAsLarge: Bool
  /// Up to how many selections are tried one by one.
  private let enumerationLimit: Int

  /// - Parameter enumerates: whether few selections are tried one by one, in place of all that is done for many; for tests.
  package init(treatsAsLarge: Bool = false, enumerates: Bool = true) {
    self.treatsAsLarge = treatsAsLarge
    enumerationLimit = enumerates && !treatsAsLarge ? 1_024 : 0
  }

  package func solve(
    _ program: Program, limits: SolveLimits, control: SolveControl
  ) throws(SolverError) -> SolveReport {
    #if GLPK
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
      let outcome: SolveOutcome
      do {
        outcome = try ExactSearch(search, enumerationLimit: enumerationLimit).run()
      } catch {
        throw SolverError(error)
      }
      return SolveReport(
        outcome: outcome, stop: search.stop(of: outcome), method: Self.method,
        backend: GLPKLibrary.name ?? "GLPK", nodes: search.nodes,
        effort: search.effort, stages: search.stages, columnBounds: search.columnBounds)
    #else
      throw .unavailable(method: Self.method)
    #endif
  }
}
