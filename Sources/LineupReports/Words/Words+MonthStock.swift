import Lineup

/// Who holds the stock of a month, and what changed in its plan.
extension Words {
  enum Stocks {
    static let title = "Scarce stock"
    static let lead: Phrase =
      "Styles that the shows could sell more of than there is. What one more unit would be worth is by the relaxation of the month; several more are worth at most so many times that."
    static let brief: Phrase = "Scarce stock, what is worth most first:"
    static let stock = "Stock"
    static let demand = "Demand"
    static let allotted = "Held"
    static let lacking = "Lacking"
    static let shows = "Shows"
    static let worth = "Worth of one more"
    static let worthOfAll = "Lacking, worth at most"
    static let holders = "Who holds it"

    /// `12 more of KS100371 Wool coat would be worth at most 14,300; 9.9 holds 180 of 240`
    static func sentence(
      _ style: MonthPlan.ScarceStyle, holders: [(show: String, held: Double, demand: Double)]
    ) -> Phrase {
      let label = StyleName(spu: style.spu, name: style.name).label
      let lacking = max(1, (style.demand - style.allotted).rounded(.up))
      let more = FigureText.number(lacking)
      let worth =
        style.worth * lacking < 0.005
        ? "\(more) more of \(label) would be worth nothing"
        : lacking == 1
          ? "1 more of \(label) would be worth \(amount(style.worth))"
          : "\(more) more of \(label) would be worth at most \(amount(style.worth * lacking))"
      let said = held(holders)
      return "\(worth)\(said.isEmpty ? "" : "; \(said)")"
    }

    /// `9.9 holds 180 of 240, wool 60 of 60 and 2 others 12 of 40`
    static func held(_ holders: [(show: String, held: Double, demand: Double)]) -> String {
      func part(_ who: String, _ verb: String, _ held: Double, _ demand: Double) -> String {
        "\(who) \(verb)\(units(held)) of \(units(demand))"
      }
      var parts = holders.prefix(2).enumerated().map { place, holder in
        part(holder.show, place == 0 ? "holds " : "", holder.held, holder.demand)
      }
      let rest = holders.dropFirst(2)
      if let only = rest.first, rest.count == 1 {
        parts.append(part(only.show, "", only.held, only.demand))
      } else if !rest.isEmpty {
        parts.append(
          part(
            "\(rest.count) others", "", rest.reduce(0) { $0 + $1.held },
            rest.reduce(0) { $0 + $1.demand }))
      }
      return list(parts)
    }

    static func more(_ count: Int) -> Phrase {
      "\(counted(count, .style)) more \(count == 1 ? "is" : "are") scarce: a file by -o has all."
    }

    static func moreInWorkbook(_ count: Int) -> Phrase {
      "\(counted(count, .style)) more \(count == 1 ? "is" : "are") scarce: a workbook has all."
    }

    private static func units(_ units: Double) -> String { FigureText.number(units, decimals: 1) }
    private static func amount(_ value: Double) -> String {
      FigureText.number(value, decimals: abs(value) < 1000 ? 2 : 0)
    }
  }

  enum Keeping {
    static let title = "Changes"
    static let out = "Out"
    static let `in` = "In"
    static let pitches = "Pitches"
    static let dropped = "No option any more"
    static let none: Phrase = "Nothing changed: every show keeps its items and pitches."

    /// What was kept, and what it cost to change.
    static func lead(_ within: MonthResult.Steadiness) -> Phrase {
      let out = within.changes.reduce(0) { $0 + $1.removed.count }
      let new = within.changes.reduce(0) { $0 + $1.added.count }
      let pitches = within.changes.reduce(0) { $0 + $1.repitched.count }
      let frozen = within.frozen.map { "shows up to \($0) keep their items and pitches; " } ?? ""
      let price =
        within.steady > 0
        ? ", each item that is dropped counted at \(FigureText.number(within.steady))" : ""
      let changed = within.changes.count
      if changed == 0 { return "Against the plan before, \(frozen)nothing changed\(price)." }
      return
        "Against the plan before, \(frozen)\(counted(changed, .show)) \(changed == 1 ? "differs" : "differ"): \(counted(out, .item)) out, \(new) in, \(FigureText.counted(pitches, "other pitch", "other pitches"))\(price)."
    }

    /// `out A1 Wool coat; in B2; C3 full → short`
    static func sentence(_ change: MonthResult.Steadiness.ShowChange, label: (String) -> String) -> Phrase {
      var parts: [String] = []
      if !change.removed.isEmpty {
        parts.append("out \(some(change.removed.map(label), atMost: 6))")
      }
      if !change.added.isEmpty { parts.append("in \(some(change.added.map(label), atMost: 6))") }
      if !change.repitched.isEmpty {
        parts.append(some(change.repitched.map { pitch($0, label: label) }, atMost: 6))
      }
      return "\(parts.joined(separator: "; "))"
    }

    static func pitch(_ change: MonthResult.Steadiness.Repitched, label: (String) -> String) -> String {
      "\(label(change.spu)) \(change.from) \(Adjust.arrow) \(change.to)"
    }

    static func dropped(_ dropped: MonthResult.Steadiness.Dropped, label: (String) -> String) -> Phrase {
      "\(label(dropped.spu)) cannot be kept on \(dropped.show): with the pitch \(dropped.pitch) it is no option any more"
    }
  }
}
