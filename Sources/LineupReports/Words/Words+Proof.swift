import Lineup

/// What is proven of a result.
extension Words {
  package enum Proof {
    /// Among which trays was searched: `trays with at most 2 changes`.
    package static func trays(_ trays: SolveResult.Restriction.Trays) -> String {
      switch trays {
      case .changes(atMost: 0): return "trays without a change"
      case .changes(let count): return "trays with at most \(count) \(count == 1 ? "change" : "changes")"
      case .lacking(let styles, let count):
        let others = count == 1 ? "tray 1" : count == 2 ? "trays 1 and 2" : "each of trays 1 to \(count)"
        return "trays that lack at least \(styles) \(styles == 1 ? "style" : "styles") of \(others)"
      }
    }

    /// `Proven optimal`, or `Proven the best of all trays with at most 2 changes`.
    static func headline(_ result: SolveResult) -> Phrase {
      let words = (result.within?.trays).map(trays)
      return switch result.outcome {
      case .optimal: words.map { "Proven the best of all \($0)" } ?? "Proven optimal"
      case .feasible: "Not proven"
      case .infeasible: "Infeasible"
      case .unknown: "Unknown"
      }
    }

    static func detail(_ result: SolveResult) -> Phrase {
      let measure = objective(result.objective)
      switch result.outcome {
      case .optimal(_, let score):
        return "\(worth(measure, score, result)); \(claim(score, result))"
      case .feasible(_, let score):
        return "\(worth(measure, score, result)); the search was ended, \(doubt(score))"
      case .infeasible: return "proven, \(refusal(result))"
      case .unknown(let bound):
        let known = bound.map { " (none can have more than \(measure) \(FigureText.number($0)))" } ?? ""
        return "\(silence(result))\(known)"
      }
    }

    private static func worth(_ measure: String, _ score: SolveResult.Score, _ result: SolveResult) -> String
    {
      let offers = result.tray?.offerCost ?? 0
      let parts = [
        score.penalties > 0 ? "\(FigureText.number(score.penalties)) in penalties" : nil,
        offers > 0 ? "\(FigureText.number(offers)) for offers" : nil,
      ].compactMap(\.self)
      let net = parts.isEmpty ? "" : " net of \(parts.joined(separator: " and "))"
      return "\(measure) \(FigureText.number(score.value, decimals: 2))\(net)"
    }

    static func work(_ solver: SolverSummary) -> Phrase {
      "\(solver.method), \(solver.backend), \(seconds(solver.seconds)); \(counted(solver.spus, .style)), \(candidates(solver.candidates)), \(options(solver.options))"
    }

    /// Of a proven tray: what no tray has.
    private static func claim(_ score: SolveResult.Score, _ result: SolveResult) -> String {
      guard result.within != nil else {
        let gap = score.gap ?? 0
        return gap <= 1e-6
          ? "no tray that keeps the rules has more"
          : "no tray that keeps the rules has more than \(FigureText.percent(gap, decimals: 3)) more"
      }
      guard let bound = score.bound else { return "others may have more" }
      return "no other that keeps the rules has more than \(FigureText.number(bound, decimals: 2))"
    }

    /// Of a tray that is not proven: how much better another may be.
    private static func doubt(_ score: SolveResult.Score) -> String {
      guard let bound = score.bound, let gap = score.gap else {
        return "how much better one could be is not known yet"
      }
      return "the best possible is at most \(FigureText.number(bound, decimals: 2)), "
        + "a gap of \(FigureText.percent(gap, decimals: 2))"
    }

    /// That no tray keeps every hard rule.
    private static func refusal(_ result: SolveResult) -> String {
      result.within.map { "none of all \(trays($0.trays)) keeps every hard rule" }
        ?? "no tray keeps every hard rule"
    }

    /// That nothing was found before the search was ended.
    private static func silence(_ result: SolveResult) -> String {
      "the search \(result.within.map { "among \(trays($0.trays)) " } ?? "")was ended before it found a tray or a proof that there is none"
    }

    /// What a status is called.
    static func status(_ status: String) -> String { status }
    static let failure = "error"
  }

  /// Why a show has no tray, where no conflict says more.
  package enum Reason {
    static let none: Phrase = "no tray keeps every hard rule"
    static let ended: Phrase = "the search was ended before it found a tray"

    /// Why a style may not be on a tray, behind its name: `has no stock`.
    package static func off(_ reason: Ineligibility) -> Phrase {
      if case .noPitch = reason { return "may have no pitch: no pitch's \(rule: "where") holds for it" }
      return Phrase(reason.words)
    }
  }
}
