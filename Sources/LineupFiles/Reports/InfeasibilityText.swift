import Lineup

/// Why no tray fits, what would help and what comes nearest, in plain words.
struct InfeasibilityText {
  private let answer: Infeasibility
  private let objective: Objective

  init(_ answer: Infeasibility, objective: Objective) {
    self.answer = answer
    self.objective = objective
  }

  func text(style: TextStyle) -> String {
    var text = ""
    if let conflict = answer.conflict {
      text += style.paint("These clash: ", .red) + DisplayWidth.singleLine(conflict.message) + "\n"
      if conflict.isMinimal, conflict.rows.count > 1 {
        text += "Without any one of them the others can hold.\n"
      }
    }
    if !answer.repairs.isEmpty {
      text += "\n" + style.paint("What would help, the smallest change first:", .bold) + "\n"
      for (position, repair) in answer.repairs.enumerated() {
        text += "  \(position + 1). " + DisplayWidth.singleLine(Self.changes(repair)) + "\n"
        text +=
          "     best tray then: \(ReportText.objective(objective)) \(ReportText.number(repair.value, decimals: 2))"
          + (repair.isProven ? "" : " or more") + "\n"
        if !repair.isSmallest {
          text += "     a smaller change may do; the search for the smallest was ended\n"
        }
      }
    } else if answer.conflict != nil {
      text += "\n" + Self.noRepair(answer) + "\n"
    }
    if let effort = answer.bestEffort { text += "\n" + bestEffort(effort, style) }
    return text
  }

  /// Why no change of a single rule is told.
  static func noRepair(_ answer: Infeasibility) -> String {
    let isFree = answer.conflict?.rows.allSatisfy { !$0.isProtected } ?? true
    let rules = isFree ? "these rules" : "these rules that may give way"
    return answer.areRepairsComplete
      ? "No change of one of \(rules) alone makes the show possible."
      : "No change of one of \(rules) alone was found that makes the show possible; not all could be tried."
  }

  /// The changes of a repair in a sentence.
  static func changes(_ repair: Repair) -> String {
    FigureText.list(repair.changes.map(change))
  }

  /// `gender: men` from 10 to 7 (30% less)
  static func change(_ change: RuleChange) -> String {
    guard let from = change.from, let to = change.to else {
      return change.row.hasPrefix("lock ") ? "take away `\(change.row)`" : "drop `\(change.row)`"
    }
    return
      "`\(change.row)` from \(ReportText.range(from, change.kind)) to \(ReportText.range(to, change.kind))"
      + " (\(amount(from, to, change.kind)))"
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

  private func bestEffort(_ effort: BestEffort, _ style: TextStyle) -> String {
    let totals = effort.tray.totals
    var text = style.paint("The tray that misses the least", .bold)
    text +=
      (effort.isProven ? "" : " found in time") + " has \(FigureText.counted(totals.items, "item")), "
      + "\(FigureText.counted(totals.minutes, "minute")), GMV \(ReportText.number(totals.gmv)), and misses:\n"
    for miss in effort.misses {
      let has = miss.actual.map { ReportText.value($0, miss.kind) } ?? "none"
      text +=
        DisplayWidth.singleLine(
          "  `\(miss.row)` asks for \(ReportText.range(miss.required, miss.kind)), has \(has)"
            + " (\(ReportText.closeness(miss)))") + "\n"
    }
    return text
  }
}
