import Lineup

/// How a tray stands up to errors of the forecast.
extension Words {
  enum Stable {
    static func solved(_ stability: Stability) -> Phrase {
      let settings = stability.settings
      return
        "\(stability.samples) of \(samples(settings.samples)) solved, each forecast off by \(FigureText.percent(settings.jitter)) (standard deviation, seed \(String(settings.seed)))."
    }
    static func unproven(_ count: Int) -> Phrase {
      "Of \(count) of them the tray is the best found in time, not proven the best."
    }
    static func goal(_ goal: Double, first: Int, some: Int, of count: Int) -> Phrase {
      "The goal of \(FigureText.number(goal)) is met by the best tray in \(samples(first)) (\(share(first, of: count))), by some tray in \(some) (\(share(some, of: count)))."
    }
    static func share(_ number: Int, of count: Int) -> String {
      FigureText.percent(Double(number) / Double(max(1, count)), decimals: 0)
    }

    static func confident(_ confident: ConfidentTray, _ stability: Stability) -> Phrase {
      let asked = "the goal in at least \(confident.needed) of \(samples(stability.settings.samples))"
      let measure = objective(stability.first.objective)
      func worth() -> String {
        "\(measure) \(FigureText.number(confident.score?.value ?? 0)); it meets it in \(confident.met ?? 0)"
      }
      switch confident.proof {
      case .optimal: return "The best tray that meets \(asked) has \(worth()). Proven optimal."
      case .feasible:
        let bound = confident.score?.bound.map { ": the bound is \(FigureText.number($0))" } ?? ""
        return "A tray that meets \(asked) has \(worth()). That none is better is not proven\(bound)."
      case .impossible:
        let reach = confident.reachable.map { "; it can be reached at all in \($0)" } ?? ""
        return "No tray meets \(asked): proven\(reach)."
      case .unknown:
        return "Neither a tray that meets \(asked) was found in time, nor a proof that there is none."
      }
    }

    static func steady(_ items: Int, steady: Int, often: Int) -> Phrase {
      "Of the tray's \(counted(items, .style)), \(steady) \(steady == 1 ? "is" : "are") picked in every sample, \(often) in at least half."
    }
    static let wavering: Phrase = "Styles that are picked in some samples only, most often first:"
    static func more(_ count: Int) -> Phrase { "… and \(count) more" }
    static let picks = "Picks"
    static let picksLead: Phrase = "Every style that some sample picks, and in how many."
    static let picked = "Picked"
    static let share = "Share"
    static let onTray = "On the tray"
    static let chart = "Share of the samples that pick a style of the tray"
    static let samplesFigure = "Samples"
    static let steadyFigure = "Picked in every sample"
    static let goalFigure = "Goal met"
    static let confidentTray = "The tray that meets the goal so often"
    static func of(_ count: Int) -> Phrase { "of \(count)" }
  }
}
