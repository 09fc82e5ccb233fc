/// What solving a show came to (contract, section 5).
public struct SolveResult: Sendable {
  public var scenario: String
  public var variant: String?
  /// The objective as it was written.
  public var objective: Objective
  public var outcome: Outcome
  public var solver: SolverSummary
  /// What a person should know of the data and the search.
  public var warnings: [String]

  /// How the search ended.
  public enum Outcome: Sendable {
    /// Meets every hard rule; proven within the asked gap.
    case optimal(Tray, Score)
    /// Meets every hard rule; a limit or a cancellation ended the search.
    case feasible(Tray, Score)
    /// Proven: no tray meets every hard rule; why, and what would help.
    case infeasible(Infeasibility)
    /// A limit or a cancellation ended the search before a tray or a proof; with a bound on the
    /// objective, if one is known.
    case unknown(bound: Double?)
  }

  /// The objective of a tray and how good it is proven to be.
  public struct Score: Sendable, Equatable {
    /// Net of penalties.
    public var value: Double
    /// A valid upper bound on the value of any tray; infinite where none is known.
    public var bound: Double
    public var penalties: Double

    /// (bound - value) / max(1e-9, |value|).
    public var gap: Double { SolveResult.gap(value: value, bound: bound) }
  }

  static func gap(value: Double, bound: Double) -> Double {
    max(0, bound - value) / max(1e-9, abs(value))
  }

  /// `optimal`, `feasible`, `infeasible` or `unknown`.
  public var status: String {
    switch outcome {
    case .optimal: "optimal"
    case .feasible: "feasible"
    case .infeasible: "infeasible"
    case .unknown: "unknown"
    }
  }

  /// The tray, where there is one.
  public var tray: Tray? {
    switch outcome {
    case .optimal(let tray, _), .feasible(let tray, _): tray
    case .infeasible, .unknown: nil
    }
  }

  /// The score of the tray, where there is one.
  public var score: Score? {
    switch outcome {
    case .optimal(_, let score), .feasible(_, let score): score
    case .infeasible, .unknown: nil
    }
  }
}

/// Who answered, and on how much.
public struct SolverSummary: Sendable, Equatable {
  /// The method that answered: `exact`, `heuristic`, …
  public var method: String
  /// The library behind it, such as `GLPK 5.0`; `none` where the search was cancelled before it began.
  public var backend: String
  /// Wall-clock seconds from the show to the audited tray.
  public var seconds: Double
  public var spus: Int
  public var candidates: Int
  public var options: Int
  public var nodes = 0
  public var effort = Effort()
  /// Where the seconds went, in order: `formulate`, the stages of the method, `audit`.
  public var stages: [Stage] = []

  /// Counts that are the same on every machine.
  public struct Effort: Sendable, Equatable {
    /// Iterations of the simplex method.
    public var iterations = 0
    /// Passes of an option through pricing.
    public var pricedOptions = 0
    /// Options that could be on a tray better than the first one found.
    public var coreOptions = 0
  }

  /// A part of the way from the show to the audited tray.
  public struct Stage: Sendable, Equatable {
    public var name: String
    public var seconds: Double
  }
}
