import Lineup

/// Reviews one after another.
extension Words {
  enum Series {
    static let title = "Reviews"
    static func headline(_ series: ReviewSeries) -> Phrase {
      let planned = series.shows.reduce(0) { $0 + $1.plannedGMV }
      let actual = series.shows.reduce(0) { $0 + $1.actualGMV }
      let share = planned > 0 ? " (\(FigureText.percent(actual / planned)))" : ""
      return
        "\(counted(series.shows.count, .show)) sold \(FigureText.number(actual)) of planned \(FigureText.number(planned))\(share)."
    }
    static let gmv = "GMV"
    static func planned(_ planned: Double) -> Phrase { "planned \(FigureText.number(planned))" }
    static let error = "Forecast error (WAPE)"
    static let bias = "Bias"
    static let mean: Phrase = "mean over the shows"
    static let trendRemark: Phrase = "change a show"
    static let errorTrend = "Trend of the error"
    static let biasTrend = "Trend of the bias"
    static func points(_ change: Double) -> String {
      "\(change > 0 ? "+" : "")\(FigureText.number(change * 100, decimals: 2)) points"
    }

    static let shows = "Shows"
    static let show = "Show"
    static let date = "Date"
    static let plannedGMV = "Planned GMV"
    static let actualGMV = "Actual GMV"
    static let difference = "Difference"
    static let wape = "WAPE"
    static let naive = "Naive"
    static let within = "Within 30%"
    static let broken = "Rows not kept"
    static let wapeChart = "Forecast error (WAPE) by show"
    static let biasChart = "Bias by show"
    static let wholeChart = "The factor of all forecasts after each show"
    static let percent = "percent"
    static let factorUnit = "factor"

    static let rules = "Rules that are broken on air most"
    static let row = "Rule row"
    static let times = "Not kept"
    static let of = "Of shows"
    static let noneBroken: Phrase = "Every hard rule was kept on air at every show."

    static let time = "Factors over time"
    static let timeLead: Phrase =
      "What was known after each show of the values with the most items; 1 is as forecast."
    static let all = "all"

    static let partners = "Partners"
    static let partnersLead: Phrase =
      "Shows by the name of their scenario; the columns that lineup slots scores by."
    static let partner = "Partner"
    static let count = "Shows"
    static let reached = "Plan reached"
    static let done = "done"
    static let missed = "missed"
    static let warnings = "To be looked at"
  }
}
