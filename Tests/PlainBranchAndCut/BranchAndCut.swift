import GLPK
import Optimization

/// The whole program given to GLPK's branch and cut: groups as rows, soft rows with slack columns that
/// cost their penalty. The plain way, kept as a yardstick; GLPK may end the process in it, so `ExactSolver` is the
/// one to use.
package struct BranchAndCut: Solver {
  package static let method = "branch-and-cut"

  package init() {}

  package func solve(
    _ program: Program, limits: SolveLimits, control: SolveControl
  ) throws(SolverError) -> SolveReport {
    #if GLPK
      try program.validate()
      try limits.validate()
      let search = BranchAndCutSearch(program, limits: limits, control: control)
      let outcome: SolveOutcome
      do {
        outcome = try search.run()
      } catch let error as GLPKError {
        throw SolverError(error)
      } catch {
        throw .failed(backend: Self.method, code: "unexpected error", sentence: "\(error)")
      }
      return SolveReport(
        outcome: outcome, stop: search.stop(of: outcome), method: Self.method,
        backend: GLPKLibrary.name ?? "GLPK", nodes: search.nodes)
    #else
      throw .unavailable(method: Self.method)
    #endif
  }
}

#if GLPK
  /// One run: the incumbent, checked by the program itself, and what the observer of the search needs.
  private final class BranchAndCutSearch: BranchAndCutObserver {
    let program: Program
    let limits: SolveLimits
    let control: SolveControl
    let clock: SolveClock
    var incumbent: Selection?
    var bound = Double.infinity
    var nodes = 0

    init(_ program: Program, limits: SolveLimits, control: SolveControl) {
      self.program = program
      self.limits = limits
      self.control = control
      clock = SolveClock(limit: limits.seconds)
    }

    func run() throws -> SolveOutcome {
      if let start = limits.start { consider(start.sorted()) }
      if incumbent == nil { consider([]) }
      var problem = LinearProblem()
      try fill(&problem)
      problem.scale()
      switch try solveRoot(&problem) {
      case .optimal: break
      case .infeasible: return try nothingElse()
      case .unbounded: throw GLPKError.failed(.noDualFeasible)
      case .interrupted, .belowLimit: return unfinished()
      }
      bound = raised(problem.relaxationValue)
      if program.columnCount == 0 { return try nothingElse() }
      let options = BranchAndCutOptions(
        seconds: clock.remaining, gap: limits.gap, start: incumbent.map(values))
      switch try problem.branchAndCut(options, observer: self) {
      case .complete: return try nothingElse()
      case .withinGap(let bound):
        self.bound = min(self.bound, raised(bound))
        guard let incumbent else { throw GLPKError.failed(.solverFailed) }
        // GLPK may have counted a selection that was refused.
        let isWithin = self.bound - incumbent.value <= (limits.gap + 1e-7) * abs(incumbent.value) + 1e-7
        return isWithin ? .optimal(incumbent, bound: max(self.bound, incumbent.value)) : unfinished()
      case .stopped(let bound):
        self.bound = min(self.bound, raised(bound))
        return unfinished()
      }
    }

    /// The search is complete: nothing is better than the incumbent.
    private func nothingElse() throws -> SolveOutcome {
      incumbent.map { .optimal($0, bound: $0.value) } ?? .infeasible
    }

    private func unfinished() -> SolveOutcome {
      let known = bound.isFinite ? bound : nil
      return incumbent.map { best in .feasible(best, bound: known.map { max($0, best.value) }) }
        ?? .unknown(bound: known)
    }

    /// What ended the search before it had proven its outcome.
    func stop(of outcome: SolveOutcome) -> SearchStop? {
      switch outcome {
      case .optimal, .infeasible, .noneAbove: nil
      case .feasible, .unknown: control.isCancelled() ? .cancelled : clock.isOver ? .timeLimit : nil
      }
    }

    /// Allows for the tolerance within which GLPK takes a basis for optimal.
    private func raised(_ bound: Double) -> Double {
      bound + 1e-7 * max(1, abs(bound))
    }

    // MARK: The model

    /// A hard row is widened by half its tolerance: a selection that meets it but for the rounding of a
    /// sum (60 times 0.15) must not be cut off, and what the other half lets in, `consider` still refuses.
    private func fill(_ problem: inout LinearProblem) throws(GLPKError) {
      for row in 0..<program.rowCount {
        let isHard = program.penalty[row] == .infinity
        let (lower, upper) = (program.lower[row], program.upper[row])
        try problem.addRow(
          lower: isHard ? lower - RowTolerance.ofSize(lower) / 2 : lower,
          upper: isHard ? upper + RowTolerance.ofSize(upper) / 2 : upper)
      }
      var groupSize = [Int](repeating: 0, count: program.groupCount)
      for group in program.group where group >= 0 { groupSize[Int(group)] += 1 }
      var groupRow = [Int32](repeating: -1, count: program.groupCount)
      for group in 0..<program.groupCount where groupSize[group] > 1 {
        groupRow[group] = Int32(problem.rowCount)
        try problem.addRow(lower: -.infinity, upper: 1)
      }
      for column in 0..<program.columnCount {
        let range = program.columnStart[column]..<program.columnStart[column + 1]
        var rows = Array(program.rowIndex[range])
        var coefficients = Array(program.coefficient[range])
        let group = Int(program.group[column])
        if group >= 0, groupRow[group] >= 0 {
          rows.append(groupRow[group])
          coefficients.append(1)
        }
        try problem.addColumn(
          objective: program.objective[column], binary: true, rows: rows, coefficients: coefficients)
      }
      for (row, coefficient) in slacks {
        try problem.addColumn(
          objective: -program.penalty[row], upper: .infinity, rows: [Int32(row)], coefficients: [coefficient])
      }
    }

    /// The slack columns behind the program's own: what a soft row lacks, and what it has too much.
    private lazy var slacks: [(row: Int, coefficient: Double)] = (0..<program.rowCount).flatMap { row in
      let isSoft = program.penalty[row] != .infinity
      return (isSoft && program.lower[row] != -.infinity ? [(row: row, coefficient: 1.0)] : [])
        + (isSoft && program.upper[row] != .infinity ? [(row: row, coefficient: -1.0)] : [])
    }

    /// The values of all columns, slacks included, that a selection stands for.
    private func values(_ selection: Selection) -> [Double] {
      var values = [Double](repeating: 0, count: program.columnCount)
      for column in selection.columns { values[Int(column)] = 1 }
      let activities = program.activities(of: selection.columns)
      for (row, coefficient) in slacks {
        values.append(
          max(
            0,
            coefficient > 0
              ? program.lower[row] - activities[row] : activities[row] - program.upper[row]))
      }
      return values
    }

    // MARK: The search

    /// The simplex method in slices of some 50 ms, so that a cancellation is heard.
    private func solveRoot(_ problem: inout LinearProblem) throws -> SimplexOutcome {
      let slice = max(10, min(1000, 10_000_000 / (program.nonzeroCount + 10 * problem.rowCount + 1)))
      while true {
        if clock.isOver || control.isCancelled() { return .interrupted }
        let before = problem.iterationCount
        let outcome = try problem.solveRelaxation(.primal, iterationLimit: slice)
        guard case .interrupted = outcome else { return outcome }
        if problem.iterationCount == before { throw GLPKError.failed(.noConvergence) }
      }
    }

    @discardableResult
    private func consider(_ selection: [Int32]) -> Bool {
      guard let value = program.value(of: selection) else { return false }
      if incumbent.map({ value > $0.value }) ?? true {
        incumbent = Selection(columns: selection, value: value)
        report()
      }
      return true
    }

    private func report() {
      control.report(
        SearchProgress(incumbent: incumbent?.value, bound: bound, seconds: clock.seconds, nodes: nodes))
    }

    func accepts(_ columns: [Double]) -> Bool {
      consider((0..<Int32(program.columnCount)).filter { columns[Int($0)] > 0.5 })
    }

    func mayGoOn(bound: Double, nodes: Int) -> Bool {
      self.nodes = nodes
      self.bound = min(self.bound, raised(bound))
      report()
      return !control.isCancelled()
    }
  }
#endif
