import Lineup

/// What is proven of a result, in words that every output shares.
struct ProofText {
  let result: SolveResult

  init(_ result: SolveResult) {
    self.result = result
  }

  /// `Proven optimal`, or `Proven the best of all trays with at most 2 changes`.
  var headline: String {
    let words = result.within?.words
    return switch result.outcome {
    case .optimal: words.map { "Proven the best of all \($0)" } ?? "Proven optimal"
    case .feasible: "Not proven"
    case .infeasible: "Infeasible"
    case .unknown: "Unknown"
    }
  }

  /// Of a proven tray: what no tray has.
  func claim(_ score: SolveResult.Score) -> String {
    guard result.within != nil else {
      let gap = score.gap ?? 0
      return gap <= 1e-6
        ? "no tray that keeps the rules has more"
        : "no tray that keeps the rules has more than \(ReportText.percent(gap, decimals: 3)) more"
    }
    guard let bound = score.bound else { return "others may have more" }
    return "no other that keeps the rules has more than \(ReportText.number(bound, decimals: 2))"
  }

  /// Of a tray that is not proven: how much better another may be.
  func doubt(_ score: SolveResult.Score) -> String {
    guard let bound = score.bound, let gap = score.gap else {
      return "how much better one could be is not known yet"
    }
    return "the best possible is at most \(ReportText.number(bound, decimals: 2)), "
      + "a gap of \(ReportText.percent(gap, decimals: 2))"
  }

  /// That no tray keeps every hard rule.
  var refusal: String {
    result.within.map { "none of all \($0.words) keeps every hard rule" } ?? "no tray keeps every hard rule"
  }

  /// That nothing was found before the search was ended.
  var silence: String {
    "the search \(result.within.map { "among \($0.words) " } ?? "")was ended before it found a tray or a proof that there is none"
  }
}
