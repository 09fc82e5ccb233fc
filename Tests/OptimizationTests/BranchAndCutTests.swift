#if GLPK
  import Optimization
  import PlainBranchAndCut
  import Testing

  @Suite struct BranchAndCutTests {
    @Test(arguments: 0..<4)
    func `finds the brute-force optimum of a thousand small programs`(batch: UInt64) throws {
      for seed in batch * 1000..<(batch + 1) * 1000 {
        try expectOptimum(of: randomProgram(seed: seed), by: BranchAndCut(), seed: seed)
      }
    }

    @Test func `a program without rows takes the best of every group`() throws {
      var program = Program()
      for objective in [3.0, 5, -1] { program.addColumn(objective: objective, group: 0, entries: []) }
      program.addColumn(objective: 2, group: -1, entries: [])
      let report = try BranchAndCut().solve(program, limits: SolveLimits(), control: SolveControl())
      #expect(report.outcome == .optimal(Selection(columns: [1, 3], value: 7), bound: 7))
    }

    @Test func `a program without columns is solved by selecting nothing`() throws {
      var program = Program()
      program.addRow(lower: 0, upper: 5)
      let report = try BranchAndCut().solve(program, limits: SolveLimits(), control: SolveControl())
      #expect(report.outcome == .optimal(Selection(columns: [], value: 0), bound: 0))
    }

    @Test func `an empty row that asks for something is infeasible`() throws {
      for columns in [0, 3] {
        var program = Program()
        program.addRow(lower: 1, upper: .infinity)
        for _ in 0..<columns { program.addColumn(objective: 1, group: -1, entries: []) }
        let report = try BranchAndCut().solve(program, limits: SolveLimits(), control: SolveControl())
        #expect(report.outcome == .infeasible)
      }
    }

    @Test func `a selection that only the tolerance of branch and cut would let pass is never reported`()
      throws
    {
      // 1.0000004 of one and 0.9999996 of another: whole within 1e-6, yet 1 + 0.999 misses the row.
      var program = Program()
      let row = Int32(program.addRow(lower: 1_000_000, upper: 1_000_000))
      program.addColumn(objective: 5, group: -1, entries: [(row: row, coefficient: 1_000_002)])
      program.addColumn(objective: 1, group: -1, entries: [(row: row, coefficient: 1_000_000)])
      program.addColumn(objective: 2, group: -1, entries: [(row: row, coefficient: 0.4)])
      let report = try BranchAndCut().solve(program, limits: SolveLimits(), control: SolveControl())
      #expect(report.outcome == .optimal(Selection(columns: [1, 2], value: 3), bound: 3))
    }

    @Test func `a time limit of nothing and a cancellation end with what is known`() throws {
      let program = randomHardProgram(seed: 5)
      for (limits, control) in [
        (SolveLimits(seconds: 0), SolveControl()),
        (SolveLimits(), SolveControl(isCancelled: { true })),
      ] {
        let report = try BranchAndCut().solve(program, limits: limits, control: control)
        switch report.outcome {
        case .optimal, .infeasible, .noneAbove: Issue.record("proven without time: \(report.outcome)")
        case .feasible(let selection, let bound): #expect(bound ?? .infinity >= selection.value)
        case .unknown: break
        }
      }
    }

    @Test func `a time limit ends a long search with a valid bound`() throws {
      let program = randomHardProgram(seed: 7)
      let clock = ContinuousClock.now
      let report = try BranchAndCut().solve(
        program, limits: SolveLimits(seconds: 0.3), control: SolveControl())
      #expect(clock.duration(to: .now) < .seconds(2))
      if case .feasible(let selection, let bound) = report.outcome {
        #expect(program.value(of: selection.columns) == selection.value)
        #expect(bound ?? .infinity >= selection.value)
      }
    }

    @Test func `a good start is taken and a bad one is not believed`() throws {
      var program = Program()
      let row = Int32(program.addRow(lower: 1, upper: 2))
      for objective in [1.0, 2, 3] {
        program.addColumn(objective: objective, group: -1, entries: [(row: row, coefficient: 1)])
      }
      for start: [Int32] in [[1, 2], [0, 1, 2], [7], [2, 2]] {
        let report = try BranchAndCut().solve(
          program, limits: SolveLimits(start: start), control: SolveControl())
        #expect(report.outcome == .optimal(Selection(columns: [1, 2], value: 5), bound: 5))
      }
    }

    @Test func `the same program gives the same selection`() throws {
      for seed: UInt64 in 0..<50 {
        let program = randomProgram(seed: seed)
        let first = try BranchAndCut().solve(program, limits: SolveLimits(), control: SolveControl())
        let second = try BranchAndCut().solve(program, limits: SolveLimits(), control: SolveControl())
        #expect(first == second)
      }
    }
  }
#endif
