import Lineup

/// A show against its plan.
extension Words {
  package enum Review {
    // MARK: Title and verdict

    static func title(_ review: ShowReview) -> String {
      Words.title(review.scenario, variant: review.variant)
        + (review.date.map { ", \($0.description)" } ?? "")
    }
    static let subject: Phrase = "The show against its plan"

    static func headline(_ review: ShowReview) -> Phrase {
      let difference = review.actual.gmv - review.planned.gmv
      return
        "Sold \(money(review.actual.gmv)) against a plan of \(money(review.planned.gmv)): \(signed(difference))\(share(difference, of: review.planned.gmv))"
    }

    static func share(_ difference: Cents, of planned: Cents) -> String {
      guard planned > .zero else { return "" }
      let share = difference.amount / planned.amount
      return " (\(share > 0 ? "+" : "")\(FigureText.percent(share)))"
    }

    static func detail(_ review: ShowReview) -> Phrase? {
      let parts = BridgePart.allCases.filter { review.bridge[$0] != .zero }
        .sorted { abs(review.bridge[$0].count) > abs(review.bridge[$1].count) }
      guard let first = parts.first else { return nil }
      return "most of it by \(name(first)) (\(signed(review.bridge[first])))"
    }

    static func money(_ cents: Cents) -> String { FigureText.number(cents.amount, decimals: 2) }
    static func signed(_ cents: Cents) -> String {
      (cents > .zero ? "+" : "") + FigureText.number(cents.amount, decimals: 2)
    }
    static func percent(_ share: Double?) -> String {
      share.map { FigureText.percent($0) } ?? nothing
    }
    static func signedPercent(_ share: Double?) -> String {
      share.map { ($0 > 0 ? "+" : "") + FigureText.percent($0) } ?? nothing
    }

    // MARK: Figures

    static let gmv = "GMV"
    static func planned(_ cents: Cents) -> Phrase { "planned \(money(cents))" }
    static func goal(_ goal: Double) -> Phrase { ", goal \(FigureText.number(goal))" }
    static let units = "Units"
    static func plannedUnits(_ units: Double) -> Phrase { "planned \(FigureText.number(units, decimals: 1))" }
    static let accuracy = "Forecast error (WAPE)"
    static func naive(_ naive: Double?) -> Phrase { "naive forecast \(percent(naive))" }
    static let bias = "Bias"
    static func biasRemark(_ bias: Double?) -> Phrase {
      guard let bias, abs(bias) >= 0.0005 else { return "neither too much nor too little was forecast" }
      return bias > 0 ? "too much was forecast" : "too little was forecast"
    }
    static let within = "Within 30%"
    static func of(_ items: Int, silent: Int) -> Phrase {
      "of \(counted(items, .item))\(silent == 0 ? "" : "; \(silent) sold out below the forecast and say nothing")"
    }
    static let choice = "Choice cost"
    static let choiceRemark: Phrase = "the best tray in hindsight less this one; part of it is luck"
    static let range = "Next show"
    static func brief(_ label: String, _ value: String, _ remark: Phrase) -> Phrase {
      "\(label) \(value) (\(remark))"
    }

    // MARK: Bridges

    static let bridge = "Why sales differ from the plan"
    static let bridgeLead: Phrase =
      "Each style's parts add up to its actual less planned sales, and so do all of them. Price: sold at another price than planned. Views: more or fewer people than planned. Forecast: sold better or worse at the views that came. Sold out: the same of styles that sold out, which might have sold more."
    static func name(_ part: BridgePart) -> String { part.rawValue }
    static let part = "Part"
    static let amount = "GMV"
    static let shareOfPlan = "Of the plan"
    static let plannedTitle = "Planned"
    static let actualTitle = "Actual"
    static let styleChart = "From planned to actual GMV, by style"
    static let funnel = "Why sales differ, by the funnel"
    static let funnelChart = "From planned to actual GMV, by views, conversion and order value"
    static func funnelLead(_ funnel: FunnelBridge) -> Phrase {
      func side(_ side: FunnelBridge.Funnel) -> String {
        "\(FigureText.number(side.views)) views x \(FigureText.percent(side.conversion, decimals: 2)) x \(FigureText.number(side.orderValue, decimals: 2))"
      }
      return
        "Planned \(side(funnel.planned)), actual \(side(funnel.actual)). Each effect is the mean over the orders in which the three may change (Shapley)."
    }

    // MARK: Styles and groups

    static let items = "Styles, planned and sold"
    static let itemsLead: Phrase =
      "Planned and actual units and sales of every style, and the parts of the difference."
    static let most = "Styles that differ most from the plan"
    static let style = "Style"
    static let standing = "Part"
    static let pitch = "Pitch"
    static let plannedUnitsTitle = "Planned units"
    static let actualUnitsTitle = "Sold units"
    static let plannedGMV = "Planned GMV"
    static let actualGMV = "Actual GMV"
    static let difference = "Difference"
    static let ratio = "Ratio"
    static let forecast = "Forecast at the views"
    static let soldOut = "Sold out"
    static let returns = "Returns"
    static func standing(_ standing: ReviewItem.Standing) -> String {
      switch standing {
      case .planned: "planned and shown"
      case .notShown: "not shown"
      case .added: "added"
      }
    }
    static let scatter = "Planned against sold units"
    static let scatterUnit = "sold units"
    static let scatterSubject = "planned units"
    static let groups = "Groups"
    static let groupsLead: Phrase =
      "Items by the attributes that rules and people look at; a style with several roles counts in each. Sold / forecast is of what was planned and shown, with one standard error by the scatter of its items."
    static let attribute = "Attribute"
    static let value = "Value"
    static let itemCount = "Items"
    static let soldOfForecast = "Sold / forecast"
    static let error = "Error"
    static let wape = "WAPE"
    static let biasTitle = "Bias"
    static func groupChart(_ attribute: String) -> String { "Sold against forecast, by \(attribute)" }
    static let groupUnit = "sold / forecast"
    static func groupText(_ group: ReviewGroup) -> String {
      guard let ratio = group.ratio else { return nothing }
      let error = group.error.map { " ± \(FigureText.number($0, decimals: 2))" } ?? ""
      return "\(FigureText.number(ratio, decimals: 2))\(error), \(counted(group.items, .item))"
    }

    // MARK: Rules

    static let rules = "Rules as aired"
    static let rulesLead: Phrase =
      "Every rule against all that was on air, added styles too, with the units and sales that it had."
    static func broken(_ rows: [String]) -> Phrase {
      rows.isEmpty
        ? "Every hard rule held on air."
        : "Not kept on air: " + Words.list(rows.map { Phrase("\(rule: $0)") }) + "."
    }

    // MARK: Hindsight

    static let hindsight = "In hindsight"
    static func hindsightLines(_ hindsight: Hindsight) -> [Phrase] {
      let figure = { (number: Double) in FigureText.number(number) }
      var lines: [Phrase] = [
        "The plan promised \(figure(hindsight.planned)); at the demand that came this tray was worth \(figure(hindsight.valueThen)): forecast miss \(figure(hindsight.forecastMiss)).",
        "The best tray at that demand was worth \(figure(hindsight.best))\(hindsight.isProven ? " (proven)" : " (not proven: a limit ended the search)"): choice cost \(figure(hindsight.choiceCost)).",
      ]
      if !hindsight.comesIn.isEmpty {
        lines.append(
          "It has \(some(hindsight.comesIn, atMost: 6)) in place of \(some(hindsight.goesOut, atMost: 6)).")
      }
      if !hindsight.leftOut.isEmpty {
        lines.append(
          "Rows that this tray misses at that demand bind neither side: "
            + Words.list(hindsight.leftOut.map { Phrase("\(rule: $0)") }) + ".")
      }
      lines.append(
        "Styles that were not shown are estimated from what was learned, and part of every choice cost is luck: who picks the best of many estimates picks some that are too good."
      )
      return lines
    }

    // MARK: What was learned

    static let factors = "What it says of the next forecast"
    static func factorsLead(_ factors: ForecastFactors) -> Phrase {
      "Forecasts times \(FigureText.number(factors.whole, decimals: 3)) for all items, and times the factor of each value; a factor of 1 is believed as much as \(FigureText.counted(factors.belief, "item"))."
    }
    static func worth(_ test: BackTest) -> Phrase {
      guard let without = test.meanWithout, let with = test.meanWith else {
        return "Whether factors are worth using cannot be told: that takes two shows with sales."
      }
      let figures: Phrase =
        "forecasts of each show with what the others teach miss by \(percent(with)) (WAPE, mean), without by \(percent(without)), naive ones by \(percent(test.meanNaive))"
      return test.isWorthUsing
        ? "Worth using: \(figures)." : "Not worth using: \(figures)."
    }
    static let factor = "Factor"
    static let rawRatio = "Sold / forecast as it is"
    static let showCount = "Shows"
    static let backTest = "The test on shows that were not learned from"
    static let show = "Show"
    static let without = "Without factors"
    static let with = "With factors"
    static let naiveTitle = "Naive"

    static func next(_ next: NextRange) -> Phrase {
      guard let low = next.low, let high = next.high else { return few(next) }
      return
        "The next show sells within \(percent(low)) to \(percent(high)) of its plan: in \(FigureText.percent(1 - next.miss)) of cases, by \(counted(next.shows, .show))."
    }
    static func few(_ next: NextRange) -> Phrase {
      "For a range of the next show \(counted(next.needed, .show)) \(next.needed == 1 ? "is" : "are") needed, there \(next.shows == 1 ? "is" : "are") \(next.shows)."
    }
    static func nextFigure(_ next: NextRange) -> String {
      guard let low = next.low, let high = next.high else { return nothing }
      return "\(percent(low)) to \(percent(high))"
    }
    static let nextRemark: Phrase = "of its plan"

    // MARK: What is asked back

    static let warnings = "To be asked back"
    static let label = "look at"
    package static func sentence(_ warning: ReviewWarning) -> String {
      func figure(_ number: Double) -> String { FigureText.number(number, decimals: 2) }
      switch warning {
      case .notInCatalog(let spu, let isOnTray):
        return
          "\(spu) is not in the catalog\(isOnTray ? "; what the tray says of it counts" : ", nor on the tray; its sales count as added")"
      case .aboveStock(let spu, let units, let stock):
        return
          "\(spu) sold \(figure(units)) units, but its stock was \(figure(stock)); which of the two is wrong?"
      case .returnsAboveUnits(let spu, let returns, let units):
        return
          "\(spu) has \(figure(returns)) returns of \(figure(units)) units sold; are they of other shows?"
      case .priceOff(let spu, let paid, let planned):
        let each = paid.isFinite ? "sold at \(figure(paid)) a unit" : "has sales without a unit"
        return
          "\(spu) \(each), planned were \(figure(planned)); outside of 20% to 150% of it, the amounts may be in another unit or of other goods"
      case .negative(let spu, let column, let amount):
        return
          "\(spu) has \(figure(amount)) \(column.rawValue) in all, which counts as 0; are returns taken off?"
      case .gmvMade(let styles, let isEvery):
        return
          "\(isEvery ? "the sales file has no gmv: sales" : "sales of \(counted(styles, .style)) without gmv") are units times the planned price, of added styles the catalog's"
      case .noPrice(let spu): return "\(spu) has neither gmv nor a price, so that its sales count 0"
      case .fewShown(let shown, let planned):
        return shown == 0
          ? "none of the tray's \(counted(planned, .style)) has a row of sales; is it the file of another show?"
          : "only \(shown) of the tray's \(counted(planned, .style)) have a row of sales; is it the file of another show?"
      case .otherDays(let rows, let all, let first, let last, let show):
        return
          "\(rows) of \(Words.rows(all)) are of other days than the show's, \(show): the file is of \(first == last ? first : "\(first) to \(last)"); all rows count unless a description says where: { DATE: \(show) }"
      case .rowsWithoutID(let rows):
        return "\(Words.rows(rows)) of sales without an id \(rows == 1 ? "is" : "are") left out"
      case .reading(let note): return "sales: \(note.description)"
      case .trayDiffers(let spu, let amount, let tray, let own):
        return
          "\(amount) of \(spu) is \(figure(tray)) on the tray, \(figure(own)) by scenario and catalog; the tray's counts"
      case .noFunnel(let lack): return "no bridge by the funnel: \(words(lack))"
      case .undated(let name): return "\(name) has no date and counts as older than all others"
      case .sameShow(let name): return "\(name) is this show itself and is left out of the history"
      case .twice(let name): return "there are two reviews of \(name); the last counts"
      case .otherName(let source, let name):
        return "\(source) is a review of another scenario, \"\(name)\"; it counts"
      case .notAReview(let name): return "\(name) is no review and is left out"
      case .notWorthUsing(let without, let with):
        return
          "not worth using: with factors from the other shows the error is \(percent(with)), without \(percent(without)); a scenario that takes them is warned"
      case .untested(let shows):
        return
          "factors cannot be tested yet: that takes two shows, there \(shows == 1 ? "is" : "are") \(shows)"
      case .leftOfHindsight(let spus):
        return
          "hindsight is without \(some(spus, atMost: 5)), which may not be on the tray by scenario and catalog"
      case .hindsightUnproven: return "the best tray in hindsight is not proven: a limit ended the search"
      case .noHindsight(let reason): return "no hindsight: \(reason)"
      }
    }

    private static func words(_ lack: ReviewWarning.FunnelLack) -> String {
      switch lack {
      case .actualViews: "it takes --views too"
      case .actualOrders: "it takes --orders too"
      case .plannedViews: "the scenario has no views (goal: { views: … } or demand: { views: … })"
      case .plannedConversion: "the scenario has no conversion (goal: { views: …, conversion: … })"
      case .contradiction: "there are orders without views, or sales without orders"
      }
    }

    /// Warnings of one kind as a few examples and a count of the others.
    package static func sentences(_ warnings: [ReviewWarning], examples: Int = 5) -> [String] {
      var counts: [String: Int] = [:]
      var sentences: [String] = []
      var order: [String] = []
      for warning in warnings {
        let kind = kind(warning)
        if counts[kind] == nil { order.append(kind) }
        counts[kind, default: 0] += 1
        if counts[kind, default: 0] <= examples || kind.isEmpty { sentences.append(sentence(warning)) }
      }
      for kind in order where !kind.isEmpty {
        let more = counts[kind, default: 0] - examples
        if more > 0 { sentences.append("… and \(more) more \(more == 1 ? "style" : "styles") \(kind)") }
      }
      return sentences
    }

    private static func kind(_ warning: ReviewWarning) -> String {
      switch warning {
      case .notInCatalog: "that the catalog lacks"
      case .aboveStock: "that sold more than their stock"
      case .returnsAboveUnits: "with more returns than units"
      case .priceOff: "with other prices than planned"
      case .negative: "with sums below 0"
      case .noPrice: "without gmv and price"
      case .trayDiffers: "whose amounts on the tray are others"
      default: ""
      }
    }
  }
}
