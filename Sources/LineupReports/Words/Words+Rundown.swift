import Lineup

/// The running order.
extension Words {
  enum Order {
    static let title = "Running order"
    static let time = "Time"
    static let place = "No"
    static let kind = "Kind"
    static let gmvThen = "GMV then"
    static let viewers = "Viewers"
    static let audience = "Audience"
    static let cues = "Cues"
    static func pause(_ title: String) -> String { "— \(title) —" }
    static func encore(_ title: String) -> String { "↻ \(title)" }

    /// `2026-09-09`, `20:00 to 23:00`, `50 items, 3 breaks, 2 encores`.
    static func facts(_ rundown: Rundown, _ scenario: Scenario) -> [Phrase] {
      func count(_ kind: Rundown.Slot.Kind, _ noun: String) -> String? {
        let number = rundown.slots.count { $0.kind == kind }
        return number == 0 ? nil : FigureText.counted(number, noun)
      }
      let counts = [count(.item, "item"), count(.pause, "break"), count(.encore, "encore")]
      let spare = rundown.spare > 0 ? "\(FigureText.minutes(ofSeconds: rundown.spare)) to spare" : nil
      return [
        scenario.show.date?.description,
        "\(rundown.clock(0)) to \(rundown.clock(rundown.slots.last?.end ?? 0))",
        counts.compactMap(\.self).joined(separator: ", "), spare,
      ].compactMap(\.self).map { Phrase($0) }
    }

    static func headline(_ rundown: Rundown) -> Phrase {
      rundown.isOptimal ? "Proven the best order" : "A good order, not proven the best"
    }

    static func worth(_ rundown: Rundown) -> Phrase {
      var phrase: Phrase =
        "expected GMV at the audience of each minute \(FigureText.number(rundown.value))"
      if !rundown.misses.isEmpty {
        let misses = rundown.misses.map { miss -> Phrase in
          "\(FigureText.number(miss.cost)) for \(rule: miss.rule) (missed \(FigureText.counted(miss.count, "time")))"
        }
        phrase += ", net of \(list(misses))"
      }
      return phrase
        + (rundown.isOptimal
          ? "; no order has more"
          : "; no order has more than \(FigureText.number(rundown.bound)), \(FigureText.percent(rundown.gap, decimals: 2)) more")
    }

    static func work(_ rundown: Rundown) -> Phrase {
      "\(rundown.method), \(rundown.solver), \(seconds(rundown.seconds))"
    }

    static func missing(_ missing: Rundown.MissingEncores) -> Phrase {
      let have = missing.placed == 0 ? "none has" : missing.placed == 1 ? "1 has" : "\(missing.placed) have"
      return
        "Of \(FigureText.counted(missing.asked, "encore")) asked for, \(have) a place, because \(missing.reason)."
    }

    static let none: Phrase = "No running order"
    static let rule = "Rule"
    static let proven = "Proven"
    static let message = "Why"
  }
}
