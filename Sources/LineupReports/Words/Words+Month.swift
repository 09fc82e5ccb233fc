import Lineup

/// A month: its shows, what its rules ask, who holds the stock, what changed.
extension Words {
  package enum Months {
    static let shows = "Shows"
    static let showsLead: Phrase =
      "By date and start. The value of a show is its objective less its penalties, times its weight."
    static let date = "Date"
    static let weekday = "Day"
    static let start = "Start"
    static let level = "Level"
    static let series = "Series"
    static let region = "Region"
    static let weight = "Weight"
    static let value = "Value"
    static let penalties = "Penalties"
    static let missed = "Missed"
    static let demand = "Demand"
    static let held = "Held"
    static let months = "The month"
    static let oneByOne = "One by one"
    static let againstOneByOne = "± one by one"

    static func facts(_ shows: [MonthPlan.PlannedShow], styles: Int) -> [Phrase] {
      guard let first = shows.first, let last = shows.last else { return [] }
      let days = first.day == last.day ? "\(first.day)" : "\(first.day) to \(last.day)"
      return ["\(days)", "\(counted(shows.count, .show))", "chosen from \(counted(styles, .style))"]
    }

    static func weekday(_ day: Weekday) -> String { String(day.name.prefix(3)) }

    /// Rows of a show that are missed, in a cell: `clearance, gender: men`.
    static func missed(_ rules: [RuleCheck]) -> String {
      rules.filter { !$0.holds }.map(\.row).joined(separator: ", ")
    }

    static func brief(_ shows: Int) -> Phrase { "\(counted(shows, .show))" }
    static func brief(_ totals: TrayTotals) -> Phrase { "\(counted(totals.items, .item))" }
    static func worth(_ value: Double) -> Phrase { "worth \(FigureText.number(value))" }
    static let worthTitle = "Value of the month"
    static func net(_ penalties: Double) -> Phrase {
      penalties > 0 ? "net of \(FigureText.number(penalties)) in penalties" : ""
    }
    static func onDays(_ days: Int) -> Phrase { "on \(FigureText.counted(days, "day"))" }
    static func ofStyles(_ styles: Int) -> Phrase { "of \(counted(styles, .style))" }

    // MARK: Desk

    static let overview = "Overview"
    static let calendar = "Calendar"
    static func calendarLead(leavesOut weeks: Int) -> Phrase {
      let left =
        weeks == 0
        ? ""
        : " \(FigureText.counted(weeks, "week")) without a show \(weeks == 1 ? "is" : "are") left out."
      return "A show opens its tray.\(left)"
    }
    static let week = "Week of"
    static let monthNames = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    static func day(_ day: Day) -> String { "\(day.date.day) \(monthNames[day.date.month - 1])" }
    static func items(_ count: Int) -> String { counted(count, .item) }
    static func gmv(_ gmv: Double) -> String { "GMV \(FigureText.number(gmv))" }
    static func misses(_ count: Int) -> String { "\(count) missed" }
    static let trays = "Trays"
    static let traysLead: Phrase =
      "Units are those held for the show; demand is what it could sell at the stock there is."
    static func tray(_ show: MonthPlan.PlannedShow) -> String {
      "\(show.day)\(show.start.map { " \($0)" } ?? "") \(show.name)"
    }
    /// What a tray comes to, in a line.
    static func lead(_ show: MonthPlan.PlannedShow) -> Phrase {
      let totals = show.tray.totals
      let penalties = show.penalties > 0 ? " net of \(FigureText.number(show.penalties)) in penalties" : ""
      let weight = show.weight == 1 ? "" : ", weight \(FigureText.number(show.weight, decimals: 3))"
      let region = show.region.map { ", \($0)" } ?? ""
      return
        "\(weekday(show.day.weekday)) \(day(show.day)), \(show.level)\(region)\(weight): \(items(totals.items)), \(minutes(totals.minutes)), \(gmv(totals.gmv)), objective \(FigureText.number(show.objective - show.penalties))\(penalties)."
    }
    static let missedLabel = "missed"
    static func missed(_ check: RuleCheck) -> Phrase {
      let asks: Phrase = " asks \(range: check.required, check.kind)"
      let has = check.actual.map { ", has \(FigureText.value($0, check.kind))" } ?? ""
      let cost = check.penalty > 0 ? ", at \(FigureText.number(check.penalty))" : ""
      return "\(rule: check.row)\(asks)\(has)\(cost)"
    }

    // MARK: Styles, stock and brands

    static let heat = "Styles by show"
    static let heatSheet = "Styles x shows"
    static func heatLead(_ shown: Int, of all: Int) -> Phrase {
      shown == all
        ? "All \(counted(all, .style)), those on the most shows first."
        : "The \(counted(shown, .style)) of \(all) that are on the most shows."
    }
    static let heatLegend = "units held; the stronger the colour, the more GMV"
    static func heatRemark(_ item: TrayItem, demand: Double, on show: String) -> String {
      "\(item.label), \(show): \(FigureText.number(item.units, decimals: 1)) of \(FigureText.number(demand, decimals: 1)) units, \(item.pitch), \(gmv(item.gmv))"
    }
    static let stockTime = "Scarce stock over time"
    static let stockTimeLead: Phrase = "What is left of each style after each of its shows."
    static func left(_ left: Double, of stock: Double, after shows: Int) -> String {
      "\(FigureText.number(left, decimals: 1)) of \(FigureText.number(stock, decimals: 1)) left after \(counted(shows, .show))"
    }
    static func after(_ show: MonthPlan.PlannedShow) -> String { "\(day(show.day)), \(show.name)" }
    static let brands = "Brands' exposure"
    static let brandsLead: Phrase =
      "The share of each brand in the items of all shows, against what the month's rules ask of it."
    static let brandsUnit = "% of items"
    static func brand(_ share: Double, _ items: Int, _ asked: Bounds?) -> String {
      let asks = asked.map { ", asked \(range($0, .share, .spoken))" } ?? ""
      return "\(FigureText.percent(share)), \(self.items(items))\(asks)"
    }
    static let noBrand = "no brand"

    // MARK: One by one

    static let versus = "Against one by one"
    static func change(_ difference: Double) -> String {
      ReportTable.text(difference, .difference(decimals: 0))
    }
    static func versus(_ value: Double) -> Phrase {
      "planned one show after the other: \(FigureText.number(value))"
    }
    static let noneOneByOne: Phrase =
      "Planned one show after the other, there is no plan that keeps the rules."

    // MARK: The month's rules

    static let rules = "Rules of the month"
    static let rulesSheet = "Rules"
    static let rulesLead: Phrase =
      "Counted over the items of all shows together, apart from the search. Of a rule by appearances there is a row for all its windows, with the fullest, and one for each that is missed."

    // MARK: Infeasible months

    static let lonely = "Shows without a tray"
    static let lonelyBrief: Phrase =
      "These shows have no tray by themselves, whatever the others have:"
    static let clash = "What clashes"
    static let whose = "Of"
    static let ofTheMonth = "the month"
    static let message = "Why"

    /// `` `no repeats` of the month, `items` of 9.9 and `items` of wool cannot all hold ``
    package static func sentence(_ rows: [MonthClash.Row], isIrreducible: Bool) -> Phrase {
      let names = rows.map { row -> Phrase in
        "\(rule: row.row) of \(row.show ?? ofTheMonth)"
      }
      let verb =
        rows.count == 1 ? "cannot hold" : rows.count == 2 ? "cannot both hold" : "cannot all hold"
      let proof: Phrase =
        isIrreducible
        ? rows.count > 1 ? " Without any one of them the others can hold." : ""
        : " The search for the fewest was ended: fewer may clash."
      return "\(list(names)) \(verb).\(proof)"
    }

    static let nearest = "The plan that misses the least"
    static let nearestLead: Phrase =
      "It does not keep every rule: to see what is possible, not to go on air."
    static func nearestBrief(_ plan: MonthPlan) -> Phrase {
      "The plan that misses the least has \(counted(plan.totals.items, .item)) on \(counted(plan.shows.count, .show)), GMV \(FigureText.number(plan.totals.gmv)), and misses:"
    }

    // MARK: Proof

    static func headline(_ result: MonthResult) -> Phrase {
      switch result.outcome {
      case .optimal(_, let score):
        let gap =
          result.within.map { within in
            within.bound.map { max(0, $0 - within.value) } ?? 0
          } ?? score.bound.map { $0 - score.value } ?? 0
        let known = abs(result.within?.value ?? score.value)
        return gap <= 1e-6 * max(1e-9, known)
          ? "Proven optimal" : "Proven within \(FigureText.percent(result.gapAsked, decimals: 3))"
      case .feasible: return "Not proven"
      case .infeasible: return "Infeasible"
      case .unknown: return "Unknown"
      }
    }

    static func detail(_ result: MonthResult) -> Phrase {
      switch result.outcome {
      case .optimal(_, let score), .feasible(_, let score):
        let net = score.penalties > 0 ? " net of \(FigureText.number(score.penalties)) in penalties" : ""
        let measure = result.objective.map { "\(objective($0)) " } ?? ""
        let worth = "the month is worth \(measure)\(FigureText.number(score.value, decimals: 2))\(net)"
        return "\(worth)\(ended(result)); \(claim(score, result))"
      case .infeasible(.shows(let shows), _):
        return shows.count == 1
          ? "proven, 1 show has no tray by itself" : "proven, \(shows.count) shows have no tray by themselves"
      case .infeasible(.rows, _): return "proven, no plan keeps every hard rule of the shows and the month"
      case .unknown(let bound, _):
        let known = bound.map { " (none can be worth more than \(FigureText.number($0)))" } ?? ""
        return "\(stopped(result.stop)) before it found a plan or a proof that there is none\(known)"
      }
    }

    private static func ended(_ result: MonthResult) -> String {
      guard case .feasible = result.outcome else { return "" }
      return "; \(stopped(result.stop))"
    }

    private static func stopped(_ stop: SolveResult.Stop?) -> String {
      switch stop {
      case .timeLimit: "the search was ended by its time limit"
      case .cancelled: "the search was interrupted"
      case .memoryLimit: "the search was ended by its memory limit"
      case nil: "the search found no way on"
      }
    }

    /// How much better another plan may be.
    private static func claim(_ score: MonthResult.Score, _ result: MonthResult) -> String {
      if let within = result.within, within.steady > 0 {
        let price =
          "counting \(FigureText.number(within.steady)) for each item of the plan before that is dropped, it is worth \(FigureText.number(within.value, decimals: 2))"
        let bound =
          within.bound.map {
            ", and no plan is worth more than \(FigureText.number($0, decimals: 2)), \(gap(within.value, $0)) more"
          } ?? ""
        return price + bound
      }
      guard let bound = score.bound else { return "how much better one could be is not known" }
      let subject = result.within == nil ? "no plan" : "no plan that keeps what is frozen"
      return (score.gap ?? 0) <= 1e-9
        ? "\(subject) is worth more"
        : "\(subject) is worth more than \(FigureText.number(bound, decimals: 2)), \(gap(score.value, bound)) more"
    }

    private static func gap(_ value: Double, _ bound: Double) -> String {
      FigureText.percent(max(0, bound - value) / max(1e-9, abs(value)), decimals: 2)
    }

    static func work(_ solver: MonthResult.Solver) -> Phrase {
      "\(solver.method), \(solver.backend), \(seconds(solver.seconds)), \(FigureText.counted(solver.solves, "solve")); \(counted(solver.shows, .show)), \(counted(solver.spus, .style)), \(options(solver.options))"
    }
  }
}
