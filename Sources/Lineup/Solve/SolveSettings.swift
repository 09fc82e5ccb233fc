/// How to search.
public enum SolveMethod: String, Sendable, CaseIterable {
  /// The exact method; the heuristic where that is not there, fails, or finds nothing in time. The
  /// result says which answered, and why.
  case auto
  /// Proven optimal, with GLPK.
  case exact
  /// A tray with a proven gap, without GLPK.
  case heuristic
}

/// How hard to search.
public struct SolveSettings: Sendable {
  /// Wall-clock seconds after which the best tray so far is the answer; `nil` for no limit.
  package var timeLimit: Double?
  /// Bytes that the parts of the search still to be done may take; the search ends beyond them, as by a time limit. Unless
  /// said, half of the machine's memory.
  package var memoryLimit: Int?
  /// Relative gap to the bound at which a tray counts as proven; 0 for the exact optimum.
  package var gap: Double
  package var method: SolveMethod
  /// Whether an infeasible show is explained: the conflict, repairs and the best effort.
  package var explainsInfeasibility = true
  /// Seconds that explaining may take at most; what is not known by then is marked or left out.
  package var explanationTimeLimit = 30.0

  /// - Parameters:
  ///   - timeLimit: wall-clock seconds after which the best tray so far is the answer; no limit unless said.
  ///   - gap: relative gap to the bound at which a tray counts as proven, 0.001 for 0.1%; 0 for the exact optimum.
  ///   - memoryLimit: bytes that the parts of the search still to be done may take; half of the machine's unless said.
  public init(
    timeLimit: Double? = nil, gap: Double = 0, method: SolveMethod = .auto, memoryLimit: Int? = nil
  ) {
    self.timeLimit = timeLimit
    self.memoryLimit = memoryLimit
    self.gap = gap
    self.method = method
  }

  /// Seconds for explaining an infeasible show: what the search left of the time limit, at least 1 and
  /// at most `explanationTimeLimit`.
  func explanationLimit(after seconds: Double) -> Double {
    min(explanationTimeLimit, max(1, (timeLimit ?? .infinity) - seconds))
  }
}

/// Where a search stands.
public struct SolveProgress: Sendable, Equatable {
  /// Net objective of the best tray so far; `nil` before the first.
  public var incumbent: Double?
  /// A valid upper bound on the objective; `nil` before the first.
  public var bound: Double?
  /// Wall-clock seconds since the search began.
  public var seconds: Double

  package init(incumbent: Double?, bound: Double?, seconds: Double) {
    self.incumbent = incumbent
    self.bound = bound
    self.seconds = seconds
  }

  /// (bound - incumbent) / max(1e-9, |incumbent|), or `nil` while one is missing.
  package var gap: Double? {
    guard let incumbent, let bound else { return nil }
    return SolveResult.gap(value: incumbent, bound: bound)
  }
}
