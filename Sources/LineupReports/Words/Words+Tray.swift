import Lineup

/// The tray, its columns and its charts.
extension Words {
  enum Column {
    static let spu = "SPU"
    static let name = "Name"
    static let brand = "Brand"
    static let gender = "Gender"
    static let category = "Category"
    static let role = "Role"
    static let pitch = "Pitch"
    static let minutes = "Minutes"
    static let listPrice = "List price"
    static let price = "Price"
    static let cost = "Cost"
    static let units = "Units"
    static let gmv = "GMV"
    static let margin = "Margin"
    static let stockValue = "Stock value"
    static let season = "Season"
    static let lock = "Lock"
    static let locked = "locked"
    static let picture = "Picture"
    static let points = "Selling points"
    static let saving = "Saving"
    static let off = "Off"
    static let change = "Change"
    static let group = "Group"
    static let items = "Items"
    static let show = "Show"
    static let status = "Status"
    static let stock = "Stock"
    static let style = "Style"
  }

  enum Tray {
    static let title = "Tray"

    static func chosen(from candidates: Int) -> Phrase { "chosen from \(Words.candidates(candidates))" }
    static func onAir(_ minutes: Double) -> Phrase { "\(Words.minutes(minutes))" }

    // MARK: Figures

    static let expectedGMV = "Expected GMV"
    static func goal(_ goal: Double, _ gmv: Double) -> Phrase {
      "goal \(FigureText.number(goal)), \(FigureText.percent(gmv / max(goal, 1), decimals: 0)) of it"
    }
    static func briefGMV(_ gmv: Double) -> Phrase { "GMV \(FigureText.number(gmv))" }
    static func briefGoal(_ goal: Double, _ gmv: Double) -> Phrase {
      ", goal \(FigureText.number(goal)) reached (\(FigureText.percent(gmv / max(goal, 1), decimals: 0)))"
    }
    static func shareOfGMV(_ share: Double) -> Phrase { "\(FigureText.percent(share)) of GMV" }
    static func briefMargin(_ margin: Double) -> Phrase { "margin \(FigureText.number(margin))" }
    static func asked(_ check: RuleCheck) -> Phrase { "asked \(range: check.required, .count)" }
    static func ofAirTime(_ minutes: Double) -> Phrase {
      "of \(FigureText.number(minutes, decimals: 1)) on air"
    }
    static func briefMinutes(_ minutes: Double, of airTime: Double?) -> Phrase {
      guard let airTime else { return "\(Words.minutes(minutes))" }
      return "\(FigureText.number(minutes, decimals: 2)) of \(Words.minutes(airTime))"
    }
    static let perUnit = "GMV per unit sold"
    static let rulesMet = "Rules met"
    static func met(_ met: Int, of count: Int) -> String { "\(met) of \(count)" }
    static let allHold: Phrase = "all hold"
    static func missed(hard: Int, soft: Int) -> Phrase {
      let parts = [hard > 0 ? "\(hard) missed" : nil, soft > 0 ? "\(soft) missed at a penalty" : nil]
      return "\(parts.compactMap { $0 }.joined(separator: ", "))"
    }

    // MARK: Charts

    static let unitItems = "items"
    static func quota(_ rule: String) -> String { "\(rule), against what is asked" }
    static func quotaBar(_ check: RuleCheck) -> String {
      let has = FigureText.value(check.actual ?? 0, .count)
      guard let required = check.required else { return has }
      if required.lower == required.upper { return "\(has) of \(FigureText.value(required.lower, .count))" }
      return "\(has) (\(range(required, .count, .spoken)))"
    }
    static let byPrice = "Items by price"
    static let byCategory = "GMV by category"
    static let byBrand = "GMV by brand"
    static let bySeason = "Items by season index"
    static func more(_ count: Int) -> String { "\(count) more" }
    static func below(_ price: String) -> String { "below \(price)" }
    static func band(_ lower: String, _ upper: String) -> String { "\(lower)–\(upper)" }

    // MARK: Other sections

    static let heroes = "Heroes"
    static let heroesByRole: Phrase = "For announcements: the items with the role of a hero."
    static let heroesByGMV: Phrase = "For announcements: the items with the most GMV."
    static let prices = "Prices"
    static let pricesLead: Phrase = "For shop guides: live price, list price and what a customer saves."
    static let leftOut = "Left out"
    static let leftOutLead: Phrase =
      "The next best of each group, and what the best tray with it has less than this one: found by solving the show again with the style on it."
    static let candidates = "Candidates"
    static let candidatesLead: Phrase =
      "Every style that may be on the tray, with the pitch that sells the most of it: rows to copy into the tray."
    static let onTray = "On the tray"
    static let ownGMV = "Own GMV"
    static let remark = "Remark"
    static func costs(_ measure: String) -> String { "Costs \(measure)" }
    static let betterUnproven = "better than this tray, which is not proven"
    static let equalSwap = "an equal swap"
    static let atMost = "at most; the search was ended"
    static let forbidden = "cannot be on: some rule forbids it"
    static let notKnown = "not known: the search was ended"
  }

  enum Background {
    static let title = "Scenario"
    static let lead: Phrase = "As it was run."
    static let what = "What"
    static let value = "Value"
    static let scenario = "Scenario"
    static let file = "File"
    static let variant = "Variant"
    static let none = "none"
    static let catalog = "Catalog"
    static let styles = "Styles"
    static let candidates = "Candidates"
    static let objective = "Objective"
    static let status = "Status"
    static let objectiveValue = "Objective value"
    static let bound = "Bound"
    static let searched = "Searched"
    static let read = "Catalog read"
    static func pitch(_ name: String) -> String { "Pitch \(name)" }
    static func pitch(_ minutes: Double, lift: Double) -> String {
      "\(Words.minutes(minutes)), lift \(FigureText.number(lift, decimals: 3))"
    }
  }
}
