/// What a solver is asked beyond the program itself.
package struct SolveLimits: Sendable {
  /// Wall-clock seconds after which the search ends with what it has; `nil` for none.
  package var seconds: Double?
  /// Bytes that the nodes waiting to be searched may take; beyond it the search ends with what it has.
  package var memory = MachineMemory.half
  /// Nodes after which the search ends with what it has: a limit that is the same on every machine.
  package var nodes = Int.max
  /// Relative gap (bound - value) / max(1e-9, |value|) at which a tray counts as proven.
  package var gap: Double
  /// Columns of a selection known to be good; a solver may start from it and checks it first.
  package var start: [Int32]?
  /// Selections worth no more than this are not looked for; where there is no other, the outcome is
  /// `noneAbove`.
  package var floor = -Double.infinity
  /// Asked of a selection that a hard row takes only by the last bits of its tolerance: whether whoever judges the
  /// answer takes it too.
  package var confirms: (@Sendable ([Int32]) -> Bool)?
  /// Whether the report is to have a bound for each column.
  package var reportsColumnBounds = false

  package init(seconds: Double? = nil, gap: Double = 0, start: [Int32]? = nil) {
    self.seconds = seconds
    self.gap = gap
    self.start = start
  }
}

/// Where a search stands.
package struct SearchProgress: Sendable, Equatable {
  /// Net objective of the best selection so far; `nil` before the first.
  package var incumbent: Double?
  /// A valid upper bound on the net objective; `infinity` before the first.
  package var bound: Double
  package var seconds: Double
  package var nodes: Int

  package init(incumbent: Double?, bound: Double, seconds: Double, nodes: Int) {
    self.incumbent = incumbent
    self.bound = bound
    self.seconds = seconds
    self.nodes = nodes
  }
}

/// The caller's side of a running search: may it go on, and where to report to.
/// Both are called on the thread of the search, often; both must be quick.
package struct SolveControl: Sendable {
  package var isCancelled: @Sendable () -> Bool
  package var report: @Sendable (SearchProgress) -> Void

  package init(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (SearchProgress) -> Void = { _ in }
  ) {
    self.isCancelled = isCancelled
    self.report = report
  }
}

/// A selection of columns that meets every hard row and group.
package struct Selection: Sendable, Equatable {
  /// The selected columns, ascending.
  package var columns: [Int32]
  /// Objective of the columns less penalties.
  package var value: Double

  package init(columns: [Int32], value: Double) {
    self.columns = columns
    self.value = value
  }
}

/// How a search ended. `bound` is always a valid upper bound on the net objective, `nil` where none is known.
package enum SolveOutcome: Sendable, Equatable {
  /// Proven within the asked gap.
  case optimal(Selection, bound: Double)
  /// A limit or a cancellation ended the search.
  case feasible(Selection, bound: Double?)
  /// Proven: no selection meets every hard row.
  case infeasible
  /// Proven: no selection is worth more than the floor that was given; whether there is one at all was not asked.
  case noneAbove(Double)
  /// A limit or a cancellation ended the search before a selection or a proof.
  case unknown(bound: Double?)

  /// No selection is worth more; `nil` where that is not known, or there is none at all.
  package var bound: Double? {
    switch self {
    case .optimal(_, let bound): bound
    case .feasible(_, let bound), .unknown(let bound): bound
    case .noneAbove(let floor): floor
    case .infeasible: nil
    }
  }
}

/// What ended a search from outside.
package enum SearchStop: Sendable, Equatable {
  case timeLimit, cancelled, memoryLimit, nodeLimit
}

/// An outcome and what it took.
package struct SolveReport: Sendable, Equatable {
  package var outcome: SolveOutcome
  /// What ended the search before a proof; `nil` where it has one, or found no way on by itself.
  package var stop: SearchStop?
  /// The method that answered: `exact`, `heuristic`, `branch-and-cut`.
  package var method: String
  /// The library behind it, such as `GLPK 5.0`, or `Swift` where there is none.
  package var backend: String
  package var nodes: Int
  package var effort: SearchEffort
  /// Where the time went, in the order in which the stages began.
  package var stages: [SearchStage]
  /// For each column of the program, an upper bound on the net objective of any selection with it, by the
  /// reduced costs of the relaxation; `nil` where it was not asked for or the method has none.
  package var columnBounds: [Double]?
  /// What a person should know of the way to the answer (a fallback and its reason), or empty.
  package var remarks: [SolveRemark]

  package init(
    outcome: SolveOutcome, stop: SearchStop? = nil, method: String, backend: String, nodes: Int = 0,
    effort: SearchEffort = SearchEffort(), stages: [SearchStage] = [], columnBounds: [Double]? = nil,
    remarks: [SolveRemark] = []
  ) {
    self.outcome = outcome
    self.stop = stop
    self.method = method
    self.backend = backend
    self.nodes = nodes
    self.effort = effort
    self.stages = stages
    self.columnBounds = columnBounds
    self.remarks = remarks
  }
}

/// A method that solves programs. Solvers are values without state: one may solve on many threads.
package protocol Solver: Sendable {
  /// Solves `program` on the calling thread.
  ///
  /// Limits and cancellation are outcomes, not errors.
  func solve(
    _ program: Program, limits: SolveLimits, control: SolveControl
  ) throws(SolverError) -> SolveReport
}

/// A broken or missing backend, or a program that is none.
package enum SolverError: Error, Equatable, Sendable {
  /// The method is not in this build (the trait `GLPK` is off).
  case unavailable(method: String)
  /// The backend failed; `code` as it names it, such as `GLP_EFAIL`, and its own sentence.
  case failed(backend: String, code: String, sentence: String)
  /// A number is not finite, an index out of range, a bound pair crossed.
  case invalidProgram(String)
}
