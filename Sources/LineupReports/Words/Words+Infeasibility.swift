import Lineup

/// Why no tray fits, what would help, and what comes nearest.
extension Words {
  package enum Clash {
    static let title = "What clashes"
    static let brief = "These clash"
    static let rule = "Rule"
    static let minimal: Phrase = " Without any one of them the others can hold."
    static let repairs = "What would help"
    static let repairsBrief: Phrase = "What would help, the smallest change first:"
    static let repairsLead: Phrase =
      "The smallest change first; each was solved, with the best tray that it allows."
    static let place = "No"
    static let changeTitle = "Change"
    static func bestThen(_ measure: String) -> String { "Best tray then: \(measure)" }
    static func bestThen(_ repair: Repair, _ measure: String) -> Phrase {
      "best tray then: \(measure) \(FigureText.number(repair.value, decimals: 2))\(repair.isProven ? "" : " or more")"
    }
    static let smallerMayDo: Phrase = "a smaller change may do; the search for the smallest was ended"
    static let proof = "Proof"
    static let proven = "proven"
    static let orMore = "or more"
    static let misses = "What the nearest tray misses"
    static let missesLead: Phrase = "No tray misses less, each miss taken against what the rule asks."
    static let missesFound: Phrase = "The nearest tray found in time; another may miss less."
    static let nearest = "The nearest tray"
    static let nearestLead: Phrase = "It does not keep every rule: to see what is possible, not to go on air."

    static func nearestBrief(_ effort: BestEffort) -> Phrase {
      let totals = effort.tray.totals
      let found = effort.isProven ? "" : " found in time"
      return
        "The tray that misses the least\(found) has \(counted(totals.items, .item)), \(minutes(totals.minutes)), GMV \(FigureText.number(totals.gmv)), and misses:"
    }

    /// Why no change of a single rule is told.
    static func noRepair(_ answer: Infeasibility) -> Phrase {
      let isFree = answer.conflict?.rows.allSatisfy { !$0.isProtected } ?? true
      let rules = isFree ? "these rules" : "these rules that may give way"
      return answer.areRepairsComplete
        ? "No change of one of \(rules) alone makes the show possible."
        : "No change of one of \(rules) alone was found that makes the show possible; not all could be tried."
    }

    /// The changes of a repair in a sentence.
    static func changes(_ repair: Repair) -> Phrase { list(repair.changes.map(change)) }

    /// `gender: men` from 10 to 7 (3 less)
    static func change(_ change: RuleChange) -> Phrase {
      guard let from = change.from, let to = change.to else {
        return change.row.hasPrefix("lock ") ? "take away \(rule: change.row)" : "drop \(rule: change.row)"
      }
      return
        "\(rule: change.row) from \(range: from, change.kind) to \(range: to, change.kind) (\(amount(from, to, change.kind)))"
    }

    private static func amount(_ from: Bounds, _ to: Bounds, _ kind: RuleCheck.Kind) -> String {
      func distance(_ amount: Double) -> String {
        kind == .share
          ? "\(FigureText.number(amount * 100, decimals: 1, rounding: .up)) points"
          : FigureText.value(amount, kind, rounding: .up)
      }
      var parts: [String] = []
      if to.lower < from.lower, to.lower.isFinite { parts.append("\(distance(from.lower - to.lower)) less") }
      if to.upper > from.upper, to.upper.isFinite { parts.append("\(distance(to.upper - from.upper)) more") }
      return parts.isEmpty ? "no limit" : parts.joined(separator: ", ")
    }
  }
}
