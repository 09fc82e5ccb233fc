import Optimization
import Testing

/// What every exact method must answer on a small program: the brute-force optimum, or infeasible.
func expectOptimum(
  of program: Program, by solver: some Solver, seed: UInt64, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let (expected, isBorderline) = bestSelection(program)
  if isBorderline { return }
  let report = try solver.solve(program, limits: SolveLimits(), control: SolveControl())
  switch (report.outcome, expected) {
  case (.infeasible, nil): break
  case (.optimal(let selection, let bound), let expected?):
    let tolerance = 1e-9 * max(1, abs(expected))
    #expect(abs(selection.value - expected) <= tolerance, "seed \(seed)", sourceLocation: sourceLocation)
    #expect(bound >= expected - tolerance, "seed \(seed)", sourceLocation: sourceLocation)
    #expect(
      bound - selection.value <= 1e-6 * max(1, abs(expected)), "seed \(seed)", sourceLocation: sourceLocation)
    #expect(
      program.value(of: selection.columns) == selection.value, "seed \(seed)", sourceLocation: sourceLocation)
    #expect(selection.columns == selection.columns.sorted(), "seed \(seed)", sourceLocation: sourceLocation)
  default:
    Issue.record(
      "seed \(seed): \(report.outcome), by brute force \(String(describing: expected))",
      sourceLocation: sourceLocation)
  }
}
