import Optimization
import PlainBranchAndCut
import Synchronization
import Testing

/// What every method owes its caller beyond the answer.
@Suite struct LimitTests {
  private static var methods: [any Solver] {
    #if GLPK
      [ExactSolver(), HeuristicSolver(), BranchAndCut(), AutomaticSolver()]
    #else
      [HeuristicSolver(), AutomaticSolver()]
    #endif
  }

  private static var largeMethods: [any Solver] {
    #if GLPK
      [ExactSolver(treatsAsLarge: true), HeuristicSolver(treatsAsLarge: true)]
    #else
      [HeuristicSolver(treatsAsLarge: true)]
    #endif
  }

  @Test func `a cancelled search ends at once with a valid answer`() throws {
    let program = randomHardProgram(seed: 3)
    for solver in Self.methods {
      let report = try solver.solve(
        program, limits: SolveLimits(), control: SolveControl(isCancelled: { true }))
      expectUnfinished(report, program)
    }
  }

  @Test func `a cancellation in mid-search is heard within a fraction of a second`() throws {
    let program = randomHardProgram(seed: 4, columns: 400, rows: 20)
    for solver in Self.methods {
      let clock = ContinuousClock()
      let start = clock.now
      let report = try solver.solve(
        program, limits: SolveLimits(),
        control: SolveControl(isCancelled: { start.duration(to: clock.now) > .milliseconds(400) }))
      #expect(start.duration(to: clock.now) < .milliseconds(1400), "\(report.method)")
      if case .infeasible = report.outcome { Issue.record("\(report.method)") }
    }
  }

  /// Passes over columns are made in slices of four, so that many a search ends in the middle of one.
  @Test(arguments: 0..<3)
  func `a search that is cancelled at any moment claims nothing that is wrong`(batch: UInt64) throws {
    var proofs = 0
    var ends = 0
    for seed in batch * 60..<(batch + 1) * 60 {
      let program = randomProgram(seed: seed)
      let optimum = bruteForce(program)
      for solver in Self.largeMethods {
        let asked = Mutex(0)
        _ = try solver.solve(
          program, limits: SolveLimits(),
          control: SolveControl(isCancelled: {
            asked.withLock { $0 += 1 }
            return false
          }))
        let total = asked.withLock { $0 }
        for moment in stride(from: 0, to: total, by: max(1, total / 40)) {
          asked.withLock { $0 = 0 }
          let report = try solver.solve(
            program, limits: SolveLimits(),
            control: SolveControl(isCancelled: {
              asked.withLock {
                $0 += 1
                return $0 > moment
              }
            }))
          ends += 1
          let hair = 1e-9 * max(1, abs(optimum ?? 0))
          switch report.outcome {
          case .infeasible, .noneAbove:
            #expect(optimum == nil, "\(report.method), seed \(seed), moment \(moment)")
          case .unknown(let bound):
            #expect(
              bound ?? .infinity >= (optimum ?? -.infinity) - hair,
              "\(report.method), seed \(seed), moment \(moment)")
          case .feasible(let selection, let bound):
            #expect(program.value(of: selection.columns) == selection.value)
            #expect(
              bound ?? .infinity >= (optimum ?? .infinity) - hair,
              "\(report.method), seed \(seed), moment \(moment)")
          case .optimal(let selection, _):
            proofs += 1
            let best = try #require(optimum)
            #expect(abs(selection.value - best) <= hair, "\(report.method), seed \(seed), moment \(moment)")
          }
        }
      }
    }
    #expect(ends > 2000 && proofs < ends)
  }

  @Test func `a time limit ends the search with a valid answer`() throws {
    let program = randomHardProgram(seed: 5, columns: 300, rows: 15)
    for solver in Self.methods {
      let start = ContinuousClock.now
      let report = try solver.solve(program, limits: SolveLimits(seconds: 0.4), control: SolveControl())
      #expect(start.duration(to: .now) < .milliseconds(1400), "\(report.method)")
      expectUnfinished(report, program)
    }
  }

  #if GLPK
    @Test func `a limit of memory ends the search with a valid answer`() throws {
      let program = randomHardProgram(seed: 9, columns: 40, rows: 4)
      let honest = try ExactSolver().solve(program, limits: SolveLimits(), control: SolveControl())
      var limits = SolveLimits()
      limits.memory = 100
      let report = try ExactSolver().solve(program, limits: limits, control: SolveControl())
      #expect(report.stop == .memoryLimit)
      expectUnfinished(report, program)
      guard case .feasible(let selection, let bound) = report.outcome,
        case .optimal(let best, _) = honest.outcome
      else {
        Issue.record("\(report.outcome), \(honest.outcome)")
        return
      }
      #expect(selection.value <= best.value && bound ?? .infinity >= best.value)
    }
  #endif

  @Test func `progress never shows a bound below the incumbent, nor a worse incumbent`() throws {
    let program = randomHardProgram(seed: 6, columns: 60, rows: 4)
    for solver in Self.methods {
      let seen = Mutex<[SearchProgress]>([])
      let report = try solver.solve(
        program, limits: SolveLimits(seconds: 20),
        control: SolveControl(report: { progress in seen.withLock { $0.append(progress) } }))
      let progress = seen.withLock { $0 }
      #expect(!progress.isEmpty, "\(report.method)")
      for (earlier, later) in zip(progress, progress.dropFirst()) {
        #expect((later.incumbent ?? -.infinity) >= (earlier.incumbent ?? -.infinity), "\(report.method)")
      }
      for step in progress { #expect(step.bound >= step.incumbent ?? -.infinity, "\(report.method)") }
    }
  }

  @Test(arguments: [0.0, 0.01, 0.2])
  func `an asked gap is kept`(gap: Double) throws {
    for seed: UInt64 in 0..<150 {
      let program = randomProgram(seed: seed)
      let optimum = bruteForce(program)
      for solver in Self.methods {
        let report = try solver.solve(program, limits: SolveLimits(gap: gap), control: SolveControl())
        guard case .optimal(let selection, let bound) = report.outcome, let optimum else { continue }
        #expect(bound >= optimum - 1e-9 * max(1, abs(optimum)), "\(report.method), seed \(seed)")
        #expect(
          bound - selection.value <= (gap + 1e-6) * max(1e-9, abs(selection.value)) + 1e-9,
          "\(report.method), seed \(seed)")
      }
    }
  }

  @Test(arguments: [-1.0, .nan, .infinity])
  func `a gap that is none is an error`(gap: Double) {
    for solver in Self.methods {
      #expect(throws: SolverError.self) {
        try solver.solve(Program(), limits: SolveLimits(gap: gap), control: SolveControl())
      }
    }
  }

  private func expectUnfinished(_ report: SolveReport, _ program: Program) {
    switch report.outcome {
    case .feasible(let selection, let bound):
      #expect(program.value(of: selection.columns) == selection.value, "\(report.method)")
      #expect(bound ?? .infinity >= selection.value, "\(report.method)")
    case .unknown: break
    case .optimal, .infeasible, .noneAbove: Issue.record("\(report.method): \(report.outcome)")
    }
  }
}
