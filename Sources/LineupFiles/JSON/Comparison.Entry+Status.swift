import Lineup
import LineupReports

extension Comparison.Entry {
  /// What the show came to; `error` where it could not be read.
  var status: String {
    switch result {
    case .success(let result): result.status
    case .failure: "error"
    }
  }

  /// Why the show has no tray.
  var reason: String? { refusal?.text(.written) }

  var score: SolveResult.Score? {
    if case .success(let result) = result { result.score } else { nil }
  }

  /// The check of the sales goal, where there is one.
  var goal: RuleCheck? { tray?.rules.first { $0.rule == "sales goal" } }

  /// The share of heroes by the catalog's roles, else by a rule that bears their name.
  var statedHeroShare: Double? {
    heroShare ?? tray?.rules.first { $0.kind == .share && $0.rule.lowercased().contains("hero") }?.actual
  }
}
