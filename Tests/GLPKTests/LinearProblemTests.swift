#if GLPK
  import GLPK
  import PlainBranchAndCut
  import Testing

  @Suite struct LinearProblemTests {
    /// max 3 a + 2 b, a + b <= 4, a + 3 b <= 7, 0 <= a, b <= 3: a = 3, b = 1.
    private func makeProblem(binary: Bool = false) throws -> LinearProblem {
      var problem = LinearProblem()
      try problem.addRow(lower: -.infinity, upper: 4)
      try problem.addRow(lower: -.infinity, upper: 7)
      let upper: Double = binary ? 1 : 3
      try problem.addColumn(objective: 3, upper: upper, binary: binary, rows: [0, 1], coefficients: [1, 1])
      try problem.addColumn(objective: 2, upper: upper, binary: binary, rows: [0, 1], coefficients: [1, 3])
      return problem
    }

    @Test func `solves a relaxation and gives values and duals`() throws {
      var problem = try makeProblem()
      #expect(try problem.solveRelaxation(.primal) == .optimal)
      #expect(problem.relaxationValue == 11)
      var values: [Double] = []
      problem.columnValues(into: &values)
      #expect(values == [3, 1])
      var duals: [Double] = []
      problem.rowDuals(into: &duals)
      #expect(zip(duals, [2.0, 0]).allSatisfy { abs($0 - $1) < 1e-9 })
    }

    @Test func `goes on from the last basis when columns and bounds change`() throws {
      var problem = try makeProblem()
      #expect(try problem.solveRelaxation(.primal) == .optimal)
      try problem.addColumn(objective: 10, upper: 1, rows: [0], coefficients: [1])
      #expect(try problem.solveRelaxation(.primal) == .optimal)
      #expect(problem.relaxationValue == 19)
      try problem.setBounds(row: 0, lower: -.infinity, upper: 3)
      #expect(try problem.solveRelaxation(.dual) == .optimal)
      #expect(problem.relaxationValue == 16)
    }

    @Test func `tells infeasible from unbounded`() throws {
      var infeasible = try makeProblem()
      try infeasible.setBounds(row: 0, lower: 7, upper: .infinity)
      #expect(try infeasible.solveRelaxation(.primal) == .infeasible)
      var unbounded = LinearProblem()
      try unbounded.addRow(lower: -.infinity, upper: 1)
      try unbounded.addColumn(objective: 1, upper: .infinity, rows: [], coefficients: [])
      #expect(try unbounded.solveRelaxation(.primal) == .unbounded)
    }

    @Test func `an iteration limit interrupts and the next call goes on`() throws {
      var problem = try makeProblem()
      #expect(try problem.solveRelaxation(.primal, iterationLimit: 1) == .interrupted)
      #expect(try problem.solveRelaxation(.primal) == .optimal)
      #expect(problem.relaxationValue == 11)
    }

    @Test func `branch and cut without an optimal relaxation is refused`() throws {
      var problem = try makeProblem(binary: true)
      #expect(throws: GLPKError.failed(.rootOptimumMissing)) {
        _ = try problem.branchAndCut(BranchAndCutOptions(), observer: Recorder())
      }
    }

    @Test func `an error thrown in the callback ends the search and comes out`() throws {
      var problem = try makeProblem(binary: true)
      _ = try problem.solveRelaxation(.primal)
      #expect(throws: Recorder.Refusal()) {
        _ = try problem.branchAndCut(BranchAndCutOptions(), observer: Recorder(throwing: true))
      }
    }

    @Test func `a refused solution is cut off and the next best is found`() throws {
      var problem = try makeProblem(binary: true)
      #expect(try problem.solveRelaxation(.primal) == .optimal)
      let recorder = Recorder(refusing: [[1, 1], [1, 0]])
      let outcome = try problem.branchAndCut(BranchAndCutOptions(), observer: recorder)
      guard case .complete = outcome else {
        Issue.record("\(outcome)")
        return
      }
      #expect(recorder.accepted.last == [0, 1])
    }

    @Test func `many problems live and die on many threads`() async throws {
      await withTaskGroup(of: Double?.self) { group in
        for _ in 0..<40 {
          group.addTask {
            guard var problem = try? self.makeProblem() else { return nil }
            _ = try? problem.solveRelaxation(.dual)
            return problem.relaxationValue
          }
        }
        for await value in group { #expect(value == 11) }
      }
    }
  }

  private final class Recorder: BranchAndCutObserver {
    struct Refusal: Error, Equatable {}
    let refused: [[Double]]
    let throwing: Bool
    var accepted: [[Double]] = []

    init(refusing refused: [[Double]] = [], throwing: Bool = false) {
      self.refused = refused
      self.throwing = throwing
    }

    func accepts(_ columns: [Double]) throws -> Bool {
      if throwing { throw Refusal() }
      let rounded = columns.map { $0.rounded() }
      if refused.contains(rounded) { return false }
      accepted.append(rounded)
      return true
    }

    func mayGoOn(bound: Double, nodes: Int) throws -> Bool { true }
  }
#endif
