import Lineup

/// The words that programs read in CSV.
extension Regret.Standing {
  var key: String {
    switch self {
    case .onTray: "on tray"
    case .offTray: "off tray"
    case .noCandidate: "not a candidate"
    }
  }
}

extension Comparison.Entry {
  var outcomeKey: String { if case .success(let result) = result { result.status } else { "error" } }

  /// Why the show has no tray.
  package var refusal: Phrase? {
    switch result {
    case .failure(let error): return Phrase(error.description)
    case .success(let result):
      switch result.outcome {
      case .infeasible(let answer):
        return answer.conflict.map(Words.Clash.sentence) ?? Words.Reason.none
      case .unknown: return Words.Reason.ended
      case .optimal, .feasible: return nil
      }
    }
  }

  var objectiveValue: Double? { if case .success(let result) = result { result.score?.value } else { nil } }

  /// The check of the sales goal, where there is one.
  var salesGoal: RuleCheck? { tray?.rules.first { $0.rule == "sales goal" } }

  /// The share of heroes by the catalog's roles, else by a rule that bears their name.
  var shareOfHeroes: Double? {
    heroShare ?? tray?.rules.first { $0.kind == .share && $0.rule.lowercased().contains("hero") }?.actual
  }
}

extension Frontier.Point {
  var outcomeKey: String { if case .success(let result) = result { result.status } else { "error" } }
}
