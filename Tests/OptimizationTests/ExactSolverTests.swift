#if GLPK
  import Optimization
  import PlainBranchAndCut
  import struct TestSupport.RandomSource
  import Testing

  @Suite struct ExactSolverTests {
    @Test(arguments: 0..<20)
    func `finds the brute-force optimum of a thousand small programs`(batch: UInt64) throws {
      for seed in batch * 1000..<(batch + 1) * 1000 {
        try expectOptimum(of: randomProgram(seed: seed), by: ExactSolver(enumerates: false), seed: seed)
      }
    }

    /// Amounts of any size; limits that are met exactly, missed by next to nothing, or never met.
    @Test(arguments: 0..<8)
    func `finds the brute-force optimum at every scale, however near a sum is to its limit`(batch: UInt64)
      throws
    {
      for seed in batch * 1000..<batch * 1000 + 400 {
        let program = randomScaledProgram(seed: seed)
        try expectOptimum(of: program, by: ExactSolver(enumerates: false), seed: seed)
        if seed % 4 == 0 { try expectOptimum(of: program, by: ExactSolver(), seed: seed) }
        if seed % 4 == 1 { try expectOptimum(of: program, by: ExactSolver(treatsAsLarge: true), seed: seed) }
      }
    }

    /// A share of amounts of a millionth: raising coefficients without changing what its bound lets in made two columns look
    /// alike that differ in what the tolerance lets them miss.
    @Test func `what differs within a tolerance does not look alike`() throws {
      try expectOptimum(
        of: randomScaledProgram(seed: 33_628), by: ExactSolver(enumerates: false), seed: 33_628)
    }

    @Test func `the heuristic claims nothing false at any scale`() throws {
      for seed: UInt64 in 0..<3_000 {
        let program = randomScaledProgram(seed: seed)
        let (best, isBorderline) = bestSelection(program)
        if isBorderline { continue }
        let report = try HeuristicSolver().solve(program, limits: SolveLimits(), control: SolveControl())
        switch (report.outcome, best) {
        case (.infeasible, nil), (.unknown, nil): break
        case (.optimal(let found, _), let best?), (.feasible(let found, _), let best?):
          #expect(found.value <= best + 1e-9 * max(1, abs(best)), "seed \(seed)")
        case (.unknown, _?): break
        default: Issue.record("seed \(seed): \(report.outcome), by brute force \(String(describing: best))")
        }
        if let best {
          #expect(report.outcome.bound ?? .infinity >= best - 1e-9 * max(1, abs(best)), "seed \(seed)")
        }
      }
    }

    /// What is done for a hundred thousand styles and more, on programs that brute force can solve.
    @Test(arguments: 0..<4)
    func `finds the optimum where small programs are treated as large`(batch: UInt64) throws {
      for seed in batch * 1000 + 40_000..<(batch + 1) * 1000 + 40_000 {
        try expectOptimum(of: randomProgram(seed: seed), by: ExactSolver(treatsAsLarge: true), seed: seed)
      }
      for seed in batch * 40 + 700_000..<(batch + 1) * 40 + 700_000 {
        let program = randomProgram(seed: seed, columns: 130)
        let large = try ExactSolver(treatsAsLarge: true).solve(
          program, limits: SolveLimits(), control: SolveControl())
        let usual = try ExactSolver().solve(program, limits: SolveLimits(), control: SolveControl())
        switch (large.outcome, usual.outcome) {
        case (.infeasible, .infeasible): break
        case (.optimal(let one, _), .optimal(let other, _)):
          #expect(abs(one.value - other.value) <= 1e-8 * max(1, abs(other.value)), "seed \(seed)")
        default: Issue.record("seed \(seed): \(large.outcome), \(usual.outcome)")
        }
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
          #expect(
            selection.value <= (bound ?? .infinity) + 1e-9 * max(1, abs(selection.value)), "seed \(seed)")
        default: Issue.record("seed \(seed): \(exact.outcome), by branch and cut \(plain.outcome)")
        }
      }
    }

    @Test func `the same program gives the same answer in as many nodes, on any thread`() async throws {
      let program = randomHardProgram(seed: 11, columns: 30, rows: 3)
      let first = try ExactSolver().solve(program, limits: SolveLimits(), control: SolveControl())
      try await withThrowingTaskGroup(of: SolveReport.self) { group in
        for _ in 0..<6 {
          group.addTask { try ExactSolver().solve(program, limits: SolveLimits(), control: SolveControl()) }
        }
        for try await report in group {
          #expect(report.outcome == first.outcome)
          #expect(report.nodes == first.nodes)
        }
      }
    }

    @Test func `a start that is the optimum is proven, one that is none is not believed`() throws {
      for seed: UInt64 in 0..<200 {
        let program = randomProgram(seed: seed)
        let cold = try ExactSolver().solve(program, limits: SolveLimits(), control: SolveControl())
        guard case .optimal(let selection, _) = cold.outcome else { continue }
        for start in [selection.columns, [0, 0], [Int32(program.columnCount)]] {
          let warm = try ExactSolver().solve(
            program, limits: SolveLimits(start: start), control: SolveControl())
          guard case .optimal(let found, _) = warm.outcome else {
            Issue.record("seed \(seed): \(warm.outcome)")
            continue
          }
          #expect(abs(found.value - selection.value) <= 1e-9 * max(1, abs(found.value)), "seed \(seed)")
        }
      }
    }

    @Test(arguments: [false, true])
    func `no selection with a column is worth more than the column's bound`(treatsAsLarge: Bool) throws {
      for seed: UInt64 in 0..<1_000 {
        let program = randomProgram(seed: seed)
        var limits = SolveLimits()
        limits.reportsColumnBounds = true
        // A good start leaves out most columns before the bounds are known.
        if seed % 2 == 0,
          case .optimal(let best, _) = try ExactSolver().solve(
            program, limits: SolveLimits(), control: SolveControl()
          ).outcome
        {
          limits.start = best.columns
        }
        let report = try ExactSolver(treatsAsLarge: treatsAsLarge).solve(
          program, limits: limits, control: SolveControl())
        guard case .optimal = report.outcome, let bounds = report.columnBounds else { continue }
        for column in 0..<program.columnCount {
          guard let best = bruteForce(program, with: column) else { continue }
          #expect(best <= bounds[column] + 1e-9 * max(1, abs(best)), "seed \(seed), column \(column)")
        }
      }
    }

    /// What is left out for being worth no more than the gap is still under the bound.
    @Test(arguments: [0.02, 0.1, 0.5])
    func `the bound holds where a gap is asked for`(gap: Double) throws {
      for seed: UInt64 in 50_000..<52_000 {
        let program = randomProgram(seed: seed)
        guard let best = bruteForce(program) else { continue }
        let solvers: [any Solver] = [ExactSolver(), ExactSolver(treatsAsLarge: true), HeuristicSolver()]
        for solver in solvers {
          let report = try solver.solve(program, limits: SolveLimits(gap: gap), control: SolveControl())
          switch report.outcome {
          case .optimal(let selection, _), .feasible(let selection, _):
            #expect(selection.value <= best + 1e-9 * max(1, abs(best)), "seed \(seed)")
          case .unknown: break
          case .infeasible, .noneAbove: Issue.record("seed \(seed): \(report.outcome)")
          }
          let bound = report.outcome.bound ?? .infinity
          #expect(bound >= best - 1e-9 * max(1, abs(best)), "seed \(seed): \(bound), \(best)")
        }
      }
    }

    @Test func `only selections above the floor are found`() throws {
      for seed: UInt64 in 0..<300 {
        let program = randomProgram(seed: seed)
        guard let best = bruteForce(program) else { continue }
        for floor in [best - 1, best + 1] {
          var limits = SolveLimits()
          limits.floor = floor
          let outcome = try ExactSolver().solve(program, limits: limits, control: SolveControl()).outcome
          switch outcome {
          case .optimal(let selection, _):
            #expect(floor < best && abs(selection.value - best) <= 1e-9 * max(1, abs(best)), "seed \(seed)")
          default: #expect(floor > best && outcome == .noneAbove(floor), "seed \(seed)")
          }
        }
      }
    }

    @Test func `a promotion that is switched on for many is proven`() throws {
      // Three promotions for twenty styles each, every style in one of them, at a charge.
      var random = RandomSource(seed: 8)
      var program = Program()
      let items = Int32(program.addRow(lower: 12, upper: 12))
      let switches = (0..<3).map { _ in Int32(program.addRow(lower: -.infinity, upper: 0)) }
      for style in 0..<60 {
        let gain = Double(random.integer(100...200))
        program.addColumn(objective: gain, group: Int32(style), entries: [(row: items, coefficient: 1)])
        program.addColumn(
          objective: gain * 1.5, group: Int32(style),
          entries: [(row: items, coefficient: 1), (row: switches[style % 3], coefficient: 1)])
      }
      for row in switches {
        program.addColumn(objective: -250, group: -1, entries: [(row: row, coefficient: -20)])
      }
      let exact = try ExactSolver().solve(program, limits: SolveLimits(), control: SolveControl())
      let plain = try BranchAndCut().solve(program, limits: SolveLimits(), control: SolveControl())
      guard case .optimal(let found, _) = exact.outcome, case .optimal(let other, _) = plain.outcome else {
        Issue.record("\(exact.outcome), \(plain.outcome)")
        return
      }
      #expect(abs(found.value - other.value) <= 1e-6)
    }
  }
#endif
