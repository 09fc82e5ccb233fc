import Lineup

/// Shows side by side, alternatives and frontiers.
extension Words {
  enum Compare {
    static func title(_ scenario: String?) -> String { "\(scenario ?? "Shows"), side by side" }
    static let section = "Side by side"
    static func lead(_ first: String?) -> Phrase {
      "Figures that differ from \(first ?? "the first") are marked."
    }
    static func shows(_ count: Int) -> Phrase { "\(counted(count, .show))" }
    static func core(_ count: Int) -> Phrase { "\(counted(count, .style)) on every tray" }
    static func swing(_ count: Int) -> Phrase { "\(count) on some" }
    static func noTray(_ trayless: Trayless) -> Phrase {
      trayless.areAllProven ? "None of these shows has a tray" : "No tray was found for any of these shows"
    }
    static func eachSays(_ trayless: Trayless) -> Phrase {
      trayless.areAllProven ? "each says below what clashes" : "\(lacking(trayless))"
    }
    static func haveTrays(_ count: Int, of all: Int) -> Phrase { "\(count) of \(all) shows have a tray" }
    /// `1 has no tray, 2 were ended before one was found`
    static func lacking(_ trayless: Trayless) -> String {
      func part(_ count: Int, _ one: String, _ many: String) -> String? {
        count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
      }
      return [
        part(trayless.proven, "has no tray", "have no tray"),
        part(trayless.open, "was ended before a tray was found", "were ended before a tray was found"),
        part(trayless.failed, "could not be solved", "could not be solved"),
      ].compactMap(\.self).joined(separator: ", ")
    }
    static func best(_ name: String, _ gmv: Double, _ trayless: Trayless) -> Phrase {
      let without = trayless.count == 0 ? "" : "; \(lacking(trayless))"
      return "\(name) sells the most: GMV \(FigureText.number(gmv))\(without)"
    }

    // MARK: Lines

    static let status = "status"
    static let clashes = "rules that clash"
    static let items = "items"
    static let minutes = "minutes"
    static let gmv = "GMV"
    static let margin = "margin"
    static let goal = "goal reached"
    static let heroes = "hero share"
    static func against(_ name: String?) -> String { "against \(name ?? "the first")" }
    static let stylesIn = "styles in"
    static let stylesOut = "styles out"
    static let stylesKept = "styles kept"
    static let rules = "rules"
    static func more(_ title: String) -> String { "± \(title)" }

    static func figure(_ name: String) -> String { "\(name): GMV" }
    static let heldAgainst: Phrase = "what the others are held against"
    static func change(_ gmv: Double, _ first: String?) -> Phrase {
      "\(ReportTable.text(gmv, .difference(decimals: 0))) against \(first ?? "the first")"
    }
    /// In place of a figure.
    static func without(_ outcome: String) -> String {
      switch outcome {
      case "infeasible": "no tray"
      case "unknown": "none found"
      default: "not solved"
      }
    }
    static let marginTitle = "Margin"
    static let reasons = "Without a tray"
    static let why = "Why"
    static let help = "The smallest change that would help"
    static let styles = "Styles"
    static let stylesLead: Phrase =
      "The pitch of each style in each show; empty where it is not on the tray."
    static let onEvery = "on every tray"
    static let onSome = "on some trays"
    static let proofs = "Proofs"
    static let proof = "Proof"
    static let inFigures = "In figures"

    static func coreLine(_ names: [String]) -> Phrase {
      "Core: \(areOn(names.count)) on every tray\(listed(names))"
    }
    static func swingLine(_ names: [String]) -> Phrase {
      "Swing: \(areOn(names.count)) on some\(listed(names))"
    }
    private static func areOn(_ count: Int) -> String {
      "\(counted(count, .style)) \(count == 1 ? "is" : "are")"
    }
    private static func listed(_ names: [String]) -> String {
      names.isEmpty ? "" : ": " + some(names, atMost: 12)
    }
    static let rulesInFiles: Phrase = "Every rule's actual is in --format csv, or a file by -o."
  }

  enum Others {
    static func ending(_ alternatives: Alternatives) -> Phrase {
      let trays = trays(alternatives.comparison.entries.count)
      let styles = counted(alternatives.differ, .style)
      return switch alternatives.ending {
      case .complete: "\(trays); of each one before, every tray lacks at least \(styles)."
      case .exhausted: "\(trays), and no more: proven, no other lacks \(styles) of each of them."
      case .stopped: "\(trays); the search for more was ended."
      case .none:
        alternatives.first.status == "infeasible"
          ? "No tray." : "The search was ended before it found a tray."
      }
    }
    static let section = "Trays"
    static let tray = "Tray"
    static let givesUp = "Gives up"
    static let share = "Share"
    static let proof = "Proof"
    static let chart = "What each gives up"

    /// Of a tray after the first: what is known among those that differ from all before it.
    static func proof(_ result: SolveResult, _ score: SolveResult.Score) -> String {
      if result.status == "optimal" {
        return result.within == nil ? "proven best" : "proven best of the rest"
      }
      let bound = result.within == nil ? score.bound : result.within?.bound ?? score.bound
      return bound.map {
        "gap \(FigureText.percent(max(0, $0 - score.value) / max(1e-9, abs(score.value)), decimals: 2))"
      } ?? "not proven"
    }
  }

  enum Curve {
    static func title(_ scenario: String?, _ measure: String, _ subject: String) -> String {
      "\(scenario ?? "Show"): \(measure) by \(setting(subject))"
    }
    /// What moves; of two measures the floor under the first.
    static func column(_ subject: String) -> String {
      if case .column = Measure(named: subject) { return setting(subject) }
      return "\(setting(subject)) at least"
    }
    static func facts(_ count: Int) -> Phrase { "\(points(count)), each solved by itself" }
    static func net(_ measure: String) -> String { "\(measure) net" }
    static func netOfPenalties(_ measure: String) -> String { "\(measure) net of penalties" }
    static let section = "Curve"
    static func best(_ measure: String) -> String { "Best \(measure)" }
    static func none(_ trayless: Trayless) -> Phrase {
      trayless.areAllProven
        ? "No tray at any of these settings" : "No tray was found at any of these settings"
    }
    static func solveSays(_ trayless: Trayless) -> Phrase {
      trayless.areAllProven ? "`lineup solve` says what clashes" : "\(Compare.lacking(trayless))"
    }
    static func most(_ measure: String, _ height: Double, _ subject: String, _ label: String) -> Phrase {
      "Most \(measure), \(FigureText.number(height)), at \(setting(subject)) \(pointLabel(label).text(.spoken))"
    }
    static let all: Phrase = "every setting has a tray"
    static func failed(_ trayless: Trayless, of count: Int) -> Phrase {
      let failed = trayless.count
      return trayless.areAllProven
        ? "\(failed) of \(count) settings \(failed == 1 ? "has" : "have") no tray"
        : "of \(count) settings \(Compare.lacking(trayless))"
    }

    /// A setting, which may be a range.
    static func pointLabel(_ label: String) -> Phrase {
      guard let (bounds, kind) = WrittenRange.range(label) else { return Phrase(label) }
      return "\(range: bounds, kind)"
    }

    /// The goal rounded down, what cannot be reached up, so that both are true as written.
    static func sentence(_ goal: LargestGoal) -> Phrase {
      func amount(_ value: Double, _ rounding: FloatingPointRoundingRule) -> String {
        FigureText.number(value, decimals: 2, rounding: rounding)
      }
      switch goal {
      case .exactly(let value): return "The largest goal that can be reached is \(amount(value, .down))."
      case .between(let least, let most):
        let limit = most.isFinite ? ", one above \(amount(most, .up)) cannot" : ""
        return
          "A goal of \(amount(least, .down)) can be reached\(limit); the search for the largest was ended."
      case .none: return "No tray keeps the other rules, whatever the goal."
      case .unknown: return "The search for the largest goal was ended before it found a tray."
      }
    }
  }
}
