import Optimization
import Testing

/// A solver that answers what it is told to.
private struct StubSolver: Solver {
  var answer: Result<SolveOutcome, SolverError>
  var method = "exact"

  func solve(
    _ program: Program, limits: SolveLimits, control: SolveControl
  ) throws(SolverError) -> SolveReport {
    SolveReport(outcome: try answer.get(), method: method, backend: "stub")
  }
}

@Suite struct AutomaticSolverTests {
  private static let selection = Selection(columns: [1], value: 2)

  private func solve(_ answer: Result<SolveOutcome, SolverError>) throws -> SolveReport {
    var program = Program()
    for objective in [1.0, 2] { program.addColumn(objective: objective, group: 0, entries: []) }
    return try AutomaticSolver(exact: StubSolver(answer: answer))
      .solve(program, limits: SolveLimits(seconds: 5), control: SolveControl())
  }

  @Test(arguments: [
    SolveOutcome.optimal(selection, bound: 2), .feasible(selection, bound: 3), .infeasible,
  ])
  func `what the exact method answers stands`(outcome: SolveOutcome) throws {
    let report = try solve(.success(outcome))
    #expect(report.outcome == outcome)
    #expect(report.method == "exact")
    #expect(report.remarks.isEmpty)
  }

  @Test(arguments: [
    (SolverError.unavailable(method: "exact"), SolveRemark.exactUnavailable),
    (
      .failed(backend: "GLPK 5.0", code: "GLP_EFAIL", sentence: "solver failed"),
      .exactFailed(backend: "GLPK 5.0", code: "GLP_EFAIL", sentence: "solver failed")
    ),
  ])
  func `the heuristic answers where the exact method cannot, and the report says why`(
    error: SolverError, reason: SolveRemark
  ) throws {
    let report = try solve(.failure(error))
    #expect(report.outcome == .optimal(Self.selection, bound: 2))
    #expect(report.method == "heuristic")
    #expect(report.backend == "Swift")
    #expect(report.remarks == [reason])
  }

  @Test func `the heuristic answers where the exact method ran out of time, under the better bound`() throws {
    let report = try solve(.success(.unknown(bound: 2.5)))
    #expect(report.outcome == .optimal(Self.selection, bound: 2))
    #expect(report.remarks == [.exactFoundNone])
  }

  @Test func `an invalid program is an error of the caller`() throws {
    #expect(throws: SolverError.invalidProgram("x")) { try solve(.failure(.invalidProgram("x"))) }
  }

  @Test(arguments: 0..<4)
  func `five hundred small programs equal brute force`(batch: UInt64) throws {
    #if GLPK
      for seed in batch * 500 + 50_000..<(batch + 1) * 500 + 50_000 {
        try expectOptimum(of: randomProgram(seed: seed), by: AutomaticSolver(), seed: seed)
      }
    #endif
  }
}
