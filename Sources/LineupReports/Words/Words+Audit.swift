import Lineup

/// A tray of somebody's own, and the best one beside it.
extension Words {
  enum Audit {
    static func verdict(_ review: TrayReview) -> Phrase {
      if review.keepsRules {
        let soft = review.tray.rules.count { !$0.holds }
        return soft == 0
          ? "This tray keeps every rule."
          : "This tray keeps every hard rule and misses \(soft) soft \(soft == 1 ? "row" : "rows")."
      }
      var parts: [String] = []
      if !review.misplaced.isEmpty { parts.append("\(review.misplaced.count) of its items may not be on it") }
      if !review.missed.isEmpty {
        let count = review.missed.count
        parts.append(
          count == 1 ? "1 row of a hard rule does not hold" : "\(count) rows of hard rules do not hold")
      }
      return "This tray does not keep the rules: \(list(parts))."
    }

    static let against = "Against the best tray"
    static let own = "this tray"
    static let best = "best tray"
    static let difference = "gained or lost"
    static func net(_ measure: String) -> String { "\(measure) net" }
    static let penalties = "penalties"
    static let items = "items"
    static let minutes = "minutes"
    static let margin = "margin"
    static let gmv = "GMV"
    static let none = "There is no best tray to compare with"
    static func noBest(_ status: String) -> Phrase {
      "There is no best tray to compare with: the show is \(status)."
    }
    static func onBoth(_ count: Int) -> Phrase {
      "\(counted(count, .style)) \(count == 1 ? "is" : "are") on both."
    }
    static func onOwn(_ count: Int) -> String { "On this one alone (\(count))" }
    static func onBest(_ count: Int) -> String { "On the best alone (\(count))" }
    static let onOwnAlone = "on this tray alone"
    static let onBestAlone = "on the best tray alone"
    static let differences = "What differs"
    static let differencesLead: Phrase = "The styles that only one of the two trays has."
    static let misplaced = "What may not be on it"
    static let reason = "Why"
    static let proven: Phrase = "The best tray is proven optimal."
    static func notProven(_ gap: Double?) -> Phrase {
      "The best tray is not proven: it is the best that is known; the search was ended\(gap.map { " at a gap of \(FigureText.percent($0, decimals: 2))" } ?? "")."
    }
    static let tray = "This tray"
  }

  /// The first of some names, and that there are more.
  static func some(_ names: [String], atMost most: Int) -> String {
    names.prefix(most).joined(separator: ", ") + (names.count > most ? ", …" : "")
  }
}
