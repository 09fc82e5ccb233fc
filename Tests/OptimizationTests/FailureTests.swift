#if GLPK
  import GLPK
  import Optimization
  import Synchronization
  import Testing

  /// Whatever GLPK's simplex method returns, and whenever, there is a right answer or an error that says what failed.
  @Suite struct FailureTests {
    /// All codes of `glpk.h`, one that it does not list, and GLPK giving up, which would end the process.
    static let codes: [Int32] = Array(1...19) + [99, InjectedFault.refusal]

    @Test(arguments: codes)
    func `a code in place of an answer, once or from then on`(code: Int32) throws {
      for (seed, first, isLasting) in [
        (3, 1, true), (3, 2, false), (4, 5, true), (5, 3, false), (6, 12, true),
      ] {
        let program = randomProgram(seed: UInt64(seed) + 700_000, columns: 60)
        let honest = try ExactSolver().solve(program, limits: SolveLimits(), control: SolveControl())
        let calls = Atomic(0)
        let report = try InjectedFault.$simplexCode.withValue({
          let call = calls.add(1, ordering: .relaxed).newValue
          return call == first || isLasting && call > first ? code : nil
        }) {
          try AutomaticSolver().solve(program, limits: SolveLimits(seconds: 20), control: SolveControl())
        }
        expect(report, agreesWith: honest, "code \(code) at run \(first), seed \(seed)")
      }
    }

    private static let hard = randomHardProgram(seed: 9, columns: 60, rows: 5)
    private static let honest = Result {
      try ExactSolver().solve(hard, limits: SolveLimits(), control: SolveControl())
    }

    @Test(arguments: codes)
    func `the exact method alone says what failed`(code: Int32) throws {
      let program = Self.hard
      let honest = try Self.honest.get()
      do {
        let report = try InjectedFault.$simplexCode.withValue({ code }) {
          try ExactSolver().solve(program, limits: SolveLimits(seconds: 5), control: SolveControl())
        }
        expect(report, agreesWith: honest, "code \(code)")
      } catch let error as SolverError {
        guard case .failed(let backend, let name, let sentence) = error else {
          Issue.record("code \(code): \(error)")
          return
        }
        #expect(backend.hasPrefix("GLPK"))
        #expect(!name.isEmpty && !sentence.isEmpty)
        if code == InjectedFault.refusal { #expect(name == "abort") }
        if [1, 2, 5, 17, 99].contains(code) {
          #expect(name == ReturnCode(rawValue: code)?.name ?? "99")
        }
      }
    }

    /// GLPK ends the process on numbers that it cannot compute with; they are scaled, or refused before.
    @Test(arguments: [1e31, 1e200, 1e300, -1e31, -1e200])
    func `a number that would end the process inside GLPK is solved or an error`(number: Double) throws {
      var program = Program()
      let row = Int32(program.addRow(lower: 1, upper: 2))
      for gain in [1.0, 2, 3] {
        program.addColumn(
          objective: gain * number, group: -1, entries: [(row: row, coefficient: gain * number)])
      }
      let count = Int32(program.addRow(lower: 1, upper: .infinity))
      for gain in [2.0, 3] {
        program.addColumn(
          objective: gain * number, group: -1,
          entries: [(row: row, coefficient: 1), (row: count, coefficient: 1)])
      }
      do {
        let report = try ExactSolver().solve(program, limits: SolveLimits(), control: SolveControl())
        let best = try #require(bruteForce(program))
        guard case .optimal(let selection, _) = report.outcome else {
          Issue.record("\(report.outcome)")
          return
        }
        #expect(abs(selection.value - best) <= 1e-9 * abs(best))
      } catch is SolverError {}
    }

    /// A proof must be the same, a selection no better than the best, a bound no lower.
    private func expect(_ report: SolveReport, agreesWith honest: SolveReport, _ comment: String) {
      switch (report.outcome, honest.outcome) {
      case (.infeasible, .infeasible), (.unknown, .infeasible): break
      case (.optimal(let one, _), .optimal(let other, _)):
        #expect(abs(one.value - other.value) <= 1e-9 * max(1, abs(other.value)), "\(comment)")
      case (.feasible(let one, let bound), .optimal(let other, _)):
        #expect(one.value <= other.value + 1e-9 * abs(other.value), "\(comment)")
        #expect(bound ?? .infinity >= other.value - 1e-9 * abs(other.value), "\(comment)")
      case (.unknown(let bound), .optimal(let other, _)):
        #expect(bound ?? .infinity >= other.value - 1e-9 * abs(other.value), "\(comment)")
      default: Issue.record("\(comment): \(report.outcome), \(honest.outcome)")
      }
    }
  }
#endif
