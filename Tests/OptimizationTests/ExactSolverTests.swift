#if GLPK
  import Optimization
  import Testing

  @Suite struct ExactSolverTests {
    @Test(arguments: 0..<20)
    func `finds the brute-force optimum of a thousand small programs`(batch: UInt64) throws {
      for seed in batch * 1000..<(batch + 1) * 1000 {
        try expectOptimum(of: randomProgram(seed: seed), by: ExactSolver(), seed: seed)
      }
    }

    /// Large enough for local search, fixing, cuts and restarts to have a part in the answer.
    @Test(arguments: 0..<4)
    func `agrees with plain branch and cut on programs of a hundred columns`(batch: UInt64) throws {
      for seed in batch * 40 + 900_000..<(batch + 1) * 40 + 900_000 {
        let program = randomProgram(seed: seed, columns: 130)
        let exact = try ExactSolver().solve(program, limits: SolveLimits(), control: SolveControl())
        let plain = try BranchAndCut().solve(
          program, limits: SolveLimits(seconds: 5), control: SolveControl())
        switch (exact.outcome, plain.outcome) {
        case (.infeasible, .infeasible), (_, .unknown): break
        case (.optimal(let selection, let bound), .optimal(let other, _)):
          #expect(abs(selection.value - other.value) <= 1e-7 * max(1, abs(other.value)), "seed \(seed)")
          #expect(bound >= other.value - 1e-9 * max(1, abs(other.value)), "seed \(seed)")
        case (.optimal(let selection, _), .feasible(let other, let bound)):
          #expect(selection.value >= other.value - 1e-9 * max(1, abs(other.value)), "seed \(seed)")
          #expect(selection.value <= bound + 1e-9 * max(1, abs(bound)), "seed \(seed)")
        default: Issue.record("seed \(seed): \(exact.outcome), by branch and cut \(plain.outcome)")
        }
      }
    }
  }
#endif
