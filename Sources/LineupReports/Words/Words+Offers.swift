import Lineup

/// Offers: the kinds of a show and what they come to.
extension Words {
  enum Offers {
    static let title = "Offers"
    static let offer = "Offer"
    static let onAir = "On air"
    static let saving = "Buyers save"
    static let used = "Used"
    static let items = "Items"
    static let demand = "Lift as typed"
    static let cost = "Cost"
    static let claim = "Claim"
    static let use = "Use"
    static let window = "Window"
    static let wholeShow = "whole show"

    static func kind(_ name: String) -> String { "Offer \(name)" }

    /// What hangs on the lifts, and what the kinds cost.
    static func lead(_ tray: Lineup.Tray, objective: String) -> Phrase {
      let cost = tray.offerCost
      return Phrase(
        "What an offer sells hangs on its lift, which is taken as it was typed."
          + (cost > 0
            ? " The objective (\(objective)) is net of \(FigureText.number(cost, decimals: 2)) for offers."
            : "")
      )
    }

    static func demand(_ use: OfferUse) -> String { demand(lift: use.lift, use.elasticity) }

    private static func demand(lift: Double?, _ elasticity: OfferUse.Elasticity?) -> String {
      if let lift { return "x \(FigureText.number(lift, decimals: 3))" }
      switch elasticity {
      case .number(let number): return "elasticity \(FigureText.number(number, decimals: 3))"
      case .column(let name): return "elasticity by \(name)"
      case nil: return ""
      }
    }

    static func period(_ period: OfferKind.Period) -> String {
      switch (period.from, period.to) {
      case (let from?, let to?): "\(from) to \(to)"
      case (let from?, nil): "from \(from)"
      case (nil, let to?): "to \(to)"
      case (nil, nil): ""
      }
    }

    static func clock(_ seconds: Int) -> String {
      let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
      return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }

    static func window(_ window: OfferKind.Window) -> String {
      [window.from.map { "from \(clock($0))" }, window.to.map { "to \(clock($0))" }].compactMap(\.self)
        .joined(separator: " ")
    }

    /// How a kind gives its price.
    static func price(_ kind: OfferKind) -> String {
      if kind.isShowWide { return "gives \(FigureText.percent(kind.gives)) on the whole show" }
      switch kind.form {
      case .share(let share): return "\(FigureText.percent(share)) of the price"
      case .amount(let amount): return "price \(FigureText.number(amount, decimals: 2))"
      case .off(let off, let redeemed):
        return "\(FigureText.number(off, decimals: 2)) off"
          + (redeemed == 1 ? "" : ", redeemed by \(FigureText.percent(redeemed))")
      case .column(let name, _): return "price of column \(name)"
      }
    }

    /// A kind as the scenario has it.
    static func sentence(_ kind: OfferKind) -> String {
      var parts = [price(kind)]
      let demand = demand(lift: kind.lift, kind.elasticity)
      if !demand.isEmpty { parts.append(kind.lift == nil ? demand : "demand \(demand)") }
      if let window = kind.window { parts.append("on air \(self.window(window))") }
      if let claim = kind.claim { parts.append("claimed \(period(claim))") }
      if let use = kind.use { parts.append("used \(period(use))") }
      if kind.cost > 0 { parts.append("costs \(FigureText.number(kind.cost, decimals: 2))") }
      if kind.always { parts.append("always there") }
      if kind.never { parts.append("not there") }
      return parts.joined(separator: ", ")
    }
  }
}
