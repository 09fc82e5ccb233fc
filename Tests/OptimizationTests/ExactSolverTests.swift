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
  }
#endif
