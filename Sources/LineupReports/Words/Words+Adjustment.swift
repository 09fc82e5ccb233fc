import Lineup

/// What an adjustment changes, why, and what it costs.
extension Words {
  package enum Adjust {
    static let title = "Changes"
    static let out = "Out"
    static let `in` = "In"
    static let arrow = "→"
    static let why = "Why"
    static let substitutes = "Substitutes"
    static let substitutesLead: Phrase = "Substitutes that keep every hard rule, one swap at a time:"
    static let item = "Item"
    static let substitute = "Substitute"
    static let costs = "Costs"
    static let none = "none by itself keeps every rule"
    static let comesIn = "new"
    static let otherPitch = "other pitch"
    static let otherPitchOrOffer = "other pitch or offer"
    /// How an item is on a tray: its pitch, and its offer where it has one.
    static func way(_ item: TrayItem) -> String { item.pitch + (item.offer.map { ", \($0)" } ?? "") }
    static let tray = "The adjusted tray"
    static let trayLead: Phrase = "What is new or has another pitch is marked."

    /// What was found, and what is proven of it.
    static func verdict(_ adjustment: Adjustment) -> Phrase {
      switch adjustment.outcome {
      case .tray(let adjusted): verdict(adjusted, adjustment.limit)
      case .beyondLimit(let fewest):
        "No tray within \(changes(adjustment.limit ?? 0)) keeps every hard rule\(fewest.map(suffice) ?? "; how many suffice was not found in time")."
      case .infeasible: "No tray keeps every hard rule any more, whatever is changed."
      case .unknown:
        "The search was ended before it found a tray\(adjustment.limit.map { " within \(changes($0))" } ?? "")\(adjustment.freshCount.map { "; one with \(changes($0)) is known" } ?? "")."
      }
    }

    private static func verdict(_ adjusted: AdjustedTray, _ limit: Int?) -> Phrase {
      if let limit {
        let within = "within \(changes(limit))"
        if adjusted.count == 0 {
          return adjusted.isBest
            ? "Nothing to gain \(within), proven: the tray stays as it is."
            : "Nothing better was found \(within) in time: the tray stays as it is."
        }
        let best = adjusted.isBest ? "the best value \(within), proven" : "the best found in time"
        return "\(changes(adjusted.count)): \(best)."
      }
      if adjusted.count == 0 { return "Nothing needs changing: the tray keeps every hard rule." }
      let fewest =
        adjusted.isFewest ?? false ? "proven, no fewer keep every hard rule" : "fewer are not ruled out"
      let best = adjusted.isBest ? "proven the best of all such trays" : "the best of those found in time"
      return "\(changes(adjusted.count)) (\(fewest)), \(best)."
    }

    private static func suffice(_ fewest: Adjustment.FewestCount) -> String {
      "; \(changes(fewest.count)) \(fewest.count == 1 ? "suffices" : "suffice")"
        + (fewest.isProven ? "" : " (found in time; fewer may do)")
    }

    /// What was wrong with the tray as it was.
    static func faults(_ review: TrayReview, label: (String) -> String) -> Phrase? {
      let missed = review.missed.map { check -> Phrase in "\(rule: check.row)" }
      guard !missed.isEmpty || !review.misplaced.isEmpty else { return nil }
      let off = review.misplaced.map { style -> Phrase in
        "\(label(style.spu)) \(Words.Reason.off(style.reason))"
      }
      let faults = off + (missed.isEmpty ? [] : ["misses \(list(missed))"])
      return "The tray as it was: \(Phrase.joined(faults, separator: "; "))."
    }

    /// Why a change was made, in words that stand by themselves.
    package static func reason(_ change: TrayChange) -> Phrase {
      let first = change.needed.prefix(3).map { check -> Phrase in
        let has = check.actual.map { ", would be \(FigureText.value($0, check.kind))" } ?? ""
        return "\(rule: check.row) (asks \(range: check.required, check.kind)\(has))"
      }
      let more: Phrase = change.needed.count > 3 ? " and \(change.needed.count - 3) more" : ""
      let rules = list(first) + more
      switch change.cause {
      case .misplaced(let reason):
        let reason = Words.Reason.off(reason)
        guard let joining = change.joining else { return reason }
        return change.needed.isEmpty
          ? "\(reason); \(joining.label) fills its place"
          : "\(reason); without \(joining.label) it would miss \(rules)"
      case .wished:
        return change.needed.isEmpty
          ? "asked for" : "asked for; with \(change.leaving?.label ?? "it") too it would miss \(rules)"
      case .rules:
        if let leaving = change.leaving, leaving.spu == change.joining?.spu {
          return "with the pitch \(way(leaving)) it would miss \(rules)"
        }
        return change.leaving == nil
          ? "without it: misses \(rules)"
          : change.joining == nil ? "with it: misses \(rules)" : "as it was: misses \(rules)"
      case .value: return "for value"
      }
    }

    // MARK: Money

    static let before = "Against the tray before"
    static let best = "Against the best tray now"
    static let value = "Value"

    static func value(_ adjusted: AdjustedTray, _ measure: String) -> Phrase {
      let penalties = adjusted.tray.penalties
      return
        "\(measure) \(FigureText.number(adjusted.value))\(penalties > 0 ? " net of \(FigureText.number(penalties)) in penalties" : "")"
    }

    private static func against(_ cost: Double, _ other: String, _ value: Double) -> String {
      let amount = FigureText.number(abs(cost))
      let comparison = abs(cost) < 0.005 ? "as much as" : "\(amount) \(cost > 0 ? "less" : "more") than"
      return "  \(comparison) \(other) (\(FigureText.number(value)))"
    }

    static func againstBefore(_ adjustment: Adjustment) -> Phrase? {
      guard let cost = adjustment.costAgainstBefore else { return nil }
      let unknown = adjustment.before.withdrawn
      let uncounted =
        unknown.isEmpty
        ? "" : ", without what \(list(unknown)) \(unknown.count == 1 ? "was" : "were") worth"
      return
        "\(against(cost, "the tray before the changes", adjustment.before.value))\(uncounted)"
    }

    static func againstBest(_ adjustment: Adjustment) -> Phrase? {
      guard let cost = adjustment.costAgainstFresh, let fresh = adjustment.fresh.score else { return nil }
      let isProven = adjustment.fresh.status == "optimal"
      let other = isProven ? "the best tray now" : "the best tray now that is known"
      let count = adjustment.freshCount.map { ", which would be \(changes($0))" } ?? ""
      return "\(against(cost, other, fresh.value))\(count)\(isProven ? "" : ", not proven")"
    }

    static func change(of cost: Double) -> String {
      abs(cost) < 0.005 ? "±0" : (cost < 0 ? "+" : "") + FigureText.number(-cost)
    }
    static func remark(_ value: Double) -> Phrase { "it has \(FigureText.number(value))" }
    static func count(_ adjusted: AdjustedTray) -> String { "\(adjusted.count)" }
  }
}
