import Lineup

/// The running order.
extension Words {
  package enum Order {
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

    package static func missing(_ missing: Rundown.MissingEncores) -> Phrase {
      let have = missing.placed == 0 ? "none has" : missing.placed == 1 ? "1 has" : "\(missing.placed) have"
      return
        "Of \(FigureText.counted(missing.asked, "encore")) asked for, \(have) a place, because \(reason(missing.reason))."
    }

    package static func reason(_ reason: Rundown.MissingEncores.Reason) -> Phrase {
      switch reason {
      case .noLength: return "the show has no length, so no time is left; say show: { minutes: … }"
      case .noTime(let left, let encore):
        let rest = left > 0 ? FigureText.minutes(ofSeconds: left) : "no time"
        let isOne = left <= 1 || left == 60
        return
          "\(rest) \(isOne ? "is" : "are") left and an encore takes \(FigureText.minutes(ofSeconds: encore))"
      case .noStock(let items, let isOfAll):
        let count = items == 0 ? "no item" : "only \(counted(items, .item))"
        let (meet, have) = items < 2 ? ("meets", "has") : ("meet", "have")
        return isOfAll
          ? "\(count) \(have) stock left to sell once more"
          : "\(count) that \(meet) its \(rule: "where") \(have) stock left to sell once more"
      case .lastOnAir: return "the only item left for it is the last one on air"
      case .spacing: return "the items left for it may not follow the last one by the rules of spacing"
      }
    }

    // MARK: No order

    /// Which rules no order keeps, and why.
    package static func sentence(_ clash: RundownClash) -> Phrase {
      let rules = list(clash.rules.map { rule -> Phrase in "\(rule: rule)" })
      let isOne = clash.rules.count == 1
      switch clash.reason {
      case .showTooShort(let minutes, let items, let breaks):
        let pauses = breaks > 0 ? " and the breaks \(FigureText.minutes(ofSeconds: breaks))" : ""
        return
          "The show has \(FigureText.counted(minutes, "minute", decimals: 6)), but the items take \(FigureText.minutes(ofSeconds: items))\(pauses)."
      case .tooFewOfKind(let asked, let there):
        return there == 0
          ? "\(rules) cannot hold: no item of the tray is of that kind."
          : "\(rules) cannot hold: it asks for \(counted(asked, .item)) of a kind of which the tray has \(there)."
      case .sharedValue(let items, let all, let examples):
        return
          "\(rules) cannot hold: \(items) of \(counted(all, .item)) share a value (\(examples.joined(separator: ", ")), …), so some are neighbours in any order."
      case .doesNotFit(let spu, let seconds):
        return
          "\(rules) cannot hold: \(spu) takes \(FigureText.minutes(ofSeconds: seconds)), which do not fit there."
      case .together:
        guard clash.isProven else {
          return
            "No order was found in which \(rules) \(isOne ? "holds" : "all hold"); that there is none is not proven."
        }
        return isOne
          ? "\(rules) cannot hold with these items." : "\(rules) cannot all hold in one order."
      }
    }

    static let none: Phrase = "No running order"
    static let rule = "Rule"
    static let proven = "Proven"
    static let message = "Why"
  }
}
