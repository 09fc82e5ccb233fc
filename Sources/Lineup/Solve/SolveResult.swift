/// What solving a show came to (contract, section 5).
public struct SolveResult: Sendable {
  package var scenario: String
  package var variant: String?
  /// The objective as it was written.
  package var objective: Objective
  package var outcome: Outcome
  /// The trays among which was searched, where those are not all that the rules allow; `nil` where they are.
  /// What the outcome says then goes for those trays, and the score's bound for the show.
  package var within: Restriction?
  /// What ended the search before a proof; `nil` where it has one, or found no way on by itself.
  package var stop: Stop?
  package var solver: SolverSummary
  /// What a person should know of the data and the search.
  package var cautions: [Caution]
  /// Whether the show has offers.
  package var hasOffers = false
  /// The files that it was made of.
  package var inputs = InputDigests()
  /// The plan of views on which forecasts rest; `nil` where the scenario has none.
  package var views: ViewsAnswer?

  /// How the search ended.
  package enum Outcome: Sendable {
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

  /// What ended a search from outside.
  package enum Stop: Sendable, Equatable {
    case timeLimit, cancelled, memoryLimit
  }

  /// A part of the trays that the rules allow.
  package struct Restriction: Sendable, Equatable {
    package var trays: Trays
    /// None of these trays is worth more; `nil` where that is not known.
    package var bound: Double?

    /// Which trays.
    package enum Trays: Sendable, Equatable {
      /// Those that so many changes make of another tray.
      case changes(atMost: Int)
      /// Those that lack so many styles of each of so many trays before.
      case lacking(styles: Int, ofFirst: Int)
    }
  }

  /// The objective of a tray and how good it is proven to be.
  package struct Score: Sendable, Equatable {
    /// Net of penalties.
    package var value: Double
    /// A valid upper bound on the value of any tray of the show; `nil` where none is known.
    package var bound: Double?
    package var penalties: Double

    /// (bound - value) / max(1e-9, |value|); `nil` without a bound.
    package var gap: Double? { bound.map { SolveResult.gap(value: value, bound: $0) } }
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

  /// No tray of the show is worth more; `nil` where that is not known, or there is none at all.
  public var bound: Double? {
    if case .unknown(let bound) = outcome { bound } else { score?.bound }
  }

  /// The tray's objective, net of penalties; `nil` without a tray.
  public var value: Double? { score?.value }

  /// How far the tray may be from the best: (bound - value) / max(1e-9, |value|); 0 where it is proven the best, `nil`
  /// where that is not known.
  public var gap: Double? { score?.gap }

  /// The score of the tray, where there is one.
  package var score: Score? {
    switch outcome {
    case .optimal(_, let score), .feasible(_, let score): score
    case .infeasible, .unknown: nil
    }
  }

  /// The result under another bound of the show, which is never below the tray that is there.
  func bounded(by bound: Double?) -> SolveResult {
    var result = self
    func score(_ score: Score) -> Score {
      Score(value: score.value, bound: bound.map { max($0, score.value) }, penalties: score.penalties)
    }
    switch outcome {
    case .optimal(let tray, let own): result.outcome = .optimal(tray, score(own))
    case .feasible(let tray, let own): result.outcome = .feasible(tray, score(own))
    case .unknown: result.outcome = .unknown(bound: bound)
    case .infeasible: break
    }
    return result
  }
}

/// Who answered, and on how much.
package struct SolverSummary: Sendable, Equatable {
  /// The method that answered: `exact`, `heuristic`, …
  package var method: String
  /// The library behind it, such as `GLPK 5.0`; `none` where the search was cancelled before it began.
  package var backend: String
  /// Wall-clock seconds from the show to the audited tray.
  package var seconds: Double
  package var spus: Int
  package var candidates: Int
  package var options: Int
  package var nodes = 0
  package var effort = Effort()
  /// Where the seconds went, in order: `formulate`, the stages of the method, `audit`.
  package var stages: [Stage] = []

  /// Counts that are the same on every machine.
  package struct Effort: Sendable, Equatable {
    /// Iterations of the simplex method.
    package var iterations = 0
    /// Passes of an option through pricing.
    package var pricedOptions = 0
    /// Options that could be on a tray better than the first one found.
    package var coreOptions = 0
  }

  /// A part of the way from the show to the audited tray.
  package struct Stage: Sendable, Equatable {
    package var name: String
    package var seconds: Double
  }
}
