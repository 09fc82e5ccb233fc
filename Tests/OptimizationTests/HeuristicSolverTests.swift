import Optimization
import Testing

@Suite struct HeuristicSolverTests {
  @Test(arguments: 0..<5, [false, true])
  func `four hundred small programs get a valid selection and bound or an honest answer`(
    batch: UInt64, treatsAsLarge: Bool
  ) throws {
    var missed = 0
    for seed in batch * 400..<(batch + 1) * 400 {
      let program = randomProgram(seed: seed)
      let optimum = bruteForce(program)
      let report = try HeuristicSolver(treatsAsLarge: treatsAsLarge).solve(
        program, limits: SolveLimits(), control: SolveControl())
      switch report.outcome {
      case .infeasible, .noneAbove:
        #expect(optimum == nil, "seed \(seed)")
      case .optimal(let selection, _), .feasible(let selection, _):
        #expect(program.value(of: selection.columns) == selection.value, "seed \(seed)")
        let best = try #require(optimum, "seed \(seed)")
        #expect(report.outcome.bound ?? .infinity >= best - 1e-9 * max(1, abs(best)), "seed \(seed)")
        if case .optimal = report.outcome {
          #expect(abs(selection.value - best) <= 1e-9 * max(1, abs(best)), "seed \(seed)")
        }
      case .unknown(let bound):
        if let optimum {
          missed += 1
          #expect(bound ?? .infinity >= optimum - 1e-9 * max(1, abs(optimum)), "seed \(seed)")
        }
      }
    }
    #expect(missed <= 8)
  }

  @Test func `the same program gives the same answer`() throws {
    for seed: UInt64 in 0..<40 {
      let program = randomProgram(seed: seed)
      let first = try HeuristicSolver().solve(program, limits: SolveLimits(), control: SolveControl())
      #expect(first == (try HeuristicSolver().solve(program, limits: SolveLimits(), control: SolveControl())))
    }
  }
}
