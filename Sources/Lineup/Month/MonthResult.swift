/// What planning a month came to (contract, month.md).
package struct MonthResult: Sendable {
  package var name: String
  package var outcome: Outcome
  /// The objective of every show, where it is the same; `nil` where shows differ.
  package var objective: Objective?
  /// The relative gap that was asked for.
  package var gapAsked: Double
  package var solver: Solver
  package var stop: SolveResult.Stop?
  package var cautions: [Caution] = []
  package var inputs = InputDigests()
  /// What was planned again, and what changed by it; `nil` for a plan from nothing.
  package var within: Steadiness?

  package enum Outcome: Sendable {
    /// Meets every hard rule; proven within the asked gap.
    case optimal(MonthPlan, Score)
    /// Meets every hard rule; a limit, a cancellation or the end of what the method knows ended the search.
    case feasible(MonthPlan, Score)
    /// No plan meets every hard rule.
    case infeasible(MonthClash, bestEffort: MonthPlan?)
    /// A limit or a cancellation ended the search before a plan or a proof.
    case unknown(bound: Double?, bestEffort: MonthPlan?)
  }

  package struct Score: Sendable, Equatable {
    /// The shows' weighted objectives less all penalties.
    package var value: Double
    /// No plan of the month is worth more; `nil` where that is not known.
    package var bound: Double?
    /// All that is deducted, weighted.
    package var penalties: Double

    package var gap: Double? { bound.map { max(0, $0 - value) / max(1e-9, abs(value)) } }
  }

  package struct Solver: Sendable, Equatable {
    package var method: String
    package var backend: String
    package var seconds: Double
    package var shows: Int
    package var spus: Int
    package var options: Int
    /// How many solves of a show, or of a few together, it took.
    package var solves: Int
  }

  /// A plan made again beside one that was known.
  package struct Steadiness: Sendable, Equatable {
    /// What each item of a later show costs that the old plan has and the new one has not.
    package var steady: Double
    /// Shows up to this day keep their items.
    package var frozen: Day?
    /// Of the program with that price.
    package var value: Double
    package var bound: Double?
    package var changes: [ShowChange]
    /// Items of the old plan that are no options any more.
    package var dropped: [Dropped]

    package struct ShowChange: Sendable, Equatable {
      package var show: String
      package var added: [String]
      package var removed: [String]
      /// Pitches that changed, as `SPU: from → to` in parts.
      package var repitched: [Repitched]
    }
    package struct Repitched: Sendable, Equatable {
      package var spu: String
      package var from: String
      package var to: String
    }
    package struct Dropped: Sendable, Equatable {
      package var show: String
      package var spu: String
      package var pitch: String
    }
  }

  /// `optimal`, `feasible`, `infeasible` or `unknown`.
  package var status: String {
    switch outcome {
    case .optimal: "optimal"
    case .feasible: "feasible"
    case .infeasible: "infeasible"
    case .unknown: "unknown"
    }
  }

  package var plan: MonthPlan? {
    switch outcome {
    case .optimal(let plan, _), .feasible(let plan, _): plan
    case .infeasible, .unknown: nil
    }
  }

  package var score: Score? {
    switch outcome {
    case .optimal(_, let score), .feasible(_, let score): score
    case .infeasible, .unknown: nil
    }
  }

  /// The plan that misses the least, where there is none that misses nothing.
  package var bestEffort: MonthPlan? {
    switch outcome {
    case .infeasible(_, let plan), .unknown(_, let plan): plan
    case .optimal, .feasible: nil
    }
  }
}

/// Trays for every show of a month, their items with the units held for them, and every rule against them.
package struct MonthPlan: Sendable, Equatable {
  /// By date and start.
  package var shows: [PlannedShow]
  package var totals: TrayTotals
  /// The month's rules: of a rule by `appearances` each missed row, and one row for the whole rule.
  package var rules: [RuleCheck]
  /// Styles that more is wanted of than is held.
  package var stock: [ScarceStyle]

  package struct PlannedShow: Sendable, Equatable {
    package var name: String
    package var level: String
    package var series: String
    package var day: Day
    package var start: String?
    package var region: String?
    package var weight: Double
    /// Before penalties and weight.
    package var objective: Double
    package var penalties: Double
    /// Items with their allotments as units.
    package var tray: Tray
    /// What each item could sell, in the order of the tray's items.
    package var demand: [Double]
  }

  package struct ScarceStyle: Sendable, Equatable {
    package var spu: String
    package var name: String?
    package var stock: Double
    /// Of all its showings together.
    package var demand: Double
    package var allotted: Double
    /// How many shows have it.
    package var shows: Int
    /// What one more unit would be worth, by the relaxation.
    package var worth: Double
  }
}

/// Why a month has no plan.
package enum MonthClash: Sendable, Equatable {
  /// Shows that have no tray by themselves, each with its conflict.
  case shows([ShowConflict])
  /// Rows that no plan meets together.
  case rows([Row], isIrreducible: Bool)

  package struct ShowConflict: Sendable, Equatable {
    package var show: String
    package var conflict: Conflict
  }

  package struct Row: Sendable, Equatable {
    /// `nil` for a rule of the month.
    package var show: String?
    package var rule: String
    package var row: String
  }
}
