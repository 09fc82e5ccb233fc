import Lineup

/// What each rule costs, and why a style is on the tray or not.
extension Words {
  enum Prices {
    static let title = "What the rules cost"
    static let lead: Phrase =
      "What the best tray would have more without a rule row, and if it asked for one unit less or allowed one more; each found by solving again."
    static let rule = "Rule row"
    static let without = "Without it"
    static let unitMore = "One unit more"
    static let unit = "Unit"
    static let proof = "Proof"
    static let notProven = "not proven"
    static let chart = "Gain without the rule row"
    static let atMost = "at most"
    static func unit(_ name: String) -> String { "1 \(name)" }
    static func best(_ list: RulePriceList, _ measure: String) -> Phrase {
      "\(list.isProven ? "Best tray" : "Best known tray"): \(measure) \(amount(list.value))\(list.isProven ? "" : " (not proven)")"
    }
    static func none(isProven: Bool) -> Phrase {
      isProven
        ? "No rule costs anything: the best tray is the best without any one of them."
        : "No rule was found to cost anything."
    }
    static func free(_ count: Int) -> Phrase {
      "\(count) other \(count == 1 ? "row costs" : "rows cost") nothing."
    }
    static func amount(_ value: Double) -> String {
      FigureText.number(value, decimals: abs(value) < 1000 ? 2 : 0)
    }
    static let freeTitle = "Rules that cost nothing"
    static let freeLead: Phrase = "Proven: without any one of these rows no tray has more."
  }

  package enum Regrets {
    static let title = "Why or why not"
    static let standing = "Standing"
    static let reason = "Reason"
    static let loss = "Loss"
    static let displaced = "Would go"
    static let joining = "Would come"
    static let forecast = "Forecast"
    static let breakEvenForecast = "Break-even forecast"
    static let price = "Price"
    static let breakEvenPrice = "Break-even price"
    static let proven = "Proven"

    static func name(_ standing: Regret.Standing) -> String {
      switch standing {
      case .onTray: "on the tray"
      case .offTray: "not on the tray"
      case .noCandidate: "no candidate"
      }
    }

    /// What follows the style's name.
    static func sentence(_ regret: Regret, _ measure: String) -> Phrase {
      let best = regret.isBestTrayProven ? "best" : "best known"
      if case .noCandidate(let reason) = regret.standing {
        return "is not a candidate: it \(Words.Reason.off(reason))."
      }
      let isOn = regret.standing == .onTray
      let with =
        regret.offer.map { $0 == OfferPlan.none ? " without an offer" : " with the offer \"\($0)\"" } ?? ""
      let stands = isOn ? "is on the \(best) tray\(with)." : "is not on the \(best) tray\(with)."
      // The tray that it is compared with has it in another way, or not at all.
      let other = regret.offer == nil ? "it" : "it so"
      guard let value = regret.value, let loss = regret.loss else {
        if !regret.isProven {
          return
            "\(stands) The search for a tray \(isOn ? "without" : "with") \(other) was ended before it found one."
        }
        return
          "\(stands) \(isOn ? "No tray keeps the rules without \(other)." : "No tray that keeps the rules has \(other).")"
      }
      let found = regret.isProven ? "best" : "best known"
      return
        "\(stands) The \(found) tray \(isOn ? "without" : "with") \(other) has \(measure) \(Prices.amount(value)), \(compared(loss, regret))"
    }

    private static func compared(_ loss: Double, _ regret: Regret) -> String {
      if loss == 0 { return "just as much." }
      if loss > 0 { return "\(Prices.amount(loss)) less." }
      return "\(Prices.amount(-loss)) more: "
        + (regret.isBestTrayProven ? "a lock keeps it on." : "the best known tray is not the best.")
    }

    static let placeGoesTo: Phrase = "its place would go to"
    static let goToo: Phrase = "these would go too"
    static let wouldDisplace: Phrase = "it would displace"
    static let comeWith: Phrase = "these would come with it"
    static let notProven: Phrase = "(not proven: a limit ended a search)"

    /// What would bring a style in by itself; figures rounded up, so that they suffice.
    static func breakEven(_ regret: Regret) -> [(words: Phrase, isOpen: Bool)] {
      func now(_ value: Double?) -> String {
        value.map { " (now \(FigureText.number($0, decimals: 2)))" } ?? ""
      }
      let forecast = regret.breakEvenForecast.map {
        ($0, "a forecast of \(FigureText.counted($0.figure, "unit", rounding: .up))\(now(regret.forecast))")
      }
      let price = regret.breakEvenPrice.map {
        (
          $0,
          "a price of \(FigureText.number($0.figure, decimals: 2, rounding: .up))\(now(regret.price))"
        )
      }
      let ways = [forecast, price].compactMap(\.self)
      let open = ways.filter { $0.0.missedRows.isEmpty }.map(\.1)
      var said: [(Phrase, Bool)] =
        open.isEmpty ? [] : [("it would come in by itself with \(eitherOf(open))", true)]
      for (breakEven, way) in ways where !breakEven.missedRows.isEmpty {
        let rows = list(breakEven.missedRows.map { row -> Phrase in "\(rule: row)" })
        said.append(("\(way) would pay for its place, but that tray would then miss \(rows)", false))
      }
      if let lift = regret.breakEvenLift, regret.breakEvenForecast?.missedRows.isEmpty == true {
        said.append(
          (
            "that hangs on the lift as typed: with a lift of \(FigureText.number(lift, decimals: 2, rounding: .up)) it would come in at that price",
            true
          ))
      }
      return said
    }
    package static func more(_ count: Int) -> Phrase { " and \(count) more" }
  }
}
