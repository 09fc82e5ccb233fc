import Lineup

/// The sentences about a rundown that every output shares.
struct RundownText {
  let rundown: Rundown
  let scenario: Scenario

  init(_ rundown: Rundown, scenario: Scenario) {
    self.rundown = rundown
    self.scenario = scenario
  }

  /// `2026-09-09`, `20:00 to 23:00`, `50 items, 3 breaks, 2 encores`.
  var facts: [String] {
    func count(_ kind: Rundown.Slot.Kind, _ one: String, _ many: String) -> String? {
      let number = rundown.slots.count { $0.kind == kind }
      return number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
    }
    let counts = [
      count(.item, "item", "items"), count(.pause, "break", "breaks"), count(.encore, "encore", "encores"),
    ]
    let spare = rundown.spare > 0 ? "\(FigureText.minutes(ofSeconds: rundown.spare)) to spare" : nil
    return [
      scenario.show.date?.description,
      "\(rundown.clock(0)) to \(rundown.clock(rundown.slots.last?.end ?? 0))",
      counts.compactMap(\.self).joined(separator: ", "), spare,
    ].compactMap(\.self)
  }

  /// What it is worth and what is proven of that.
  var proof: String {
    var text = "Expected GMV at the audience of each minute \(ReportText.number(rundown.value))"
    if !rundown.misses.isEmpty {
      text +=
        ", net of "
        + FigureText.list(
          rundown.misses.map {
            "\(ReportText.number($0.cost)) for `\($0.rule)` (missed \($0.count) \($0.count == 1 ? "time" : "times"))"
          })
    }
    text +=
      rundown.isOptimal
      ? "; no order has more."
      : "; no order has more than \(ReportText.number(rundown.bound)), \(ReportText.percent(rundown.gap, decimals: 2)) more."
    text += " (\(rundown.method), \(rundown.solver), \(ReportText.seconds(rundown.seconds)))"
    if let missing = rundown.missingEncores {
      text +=
        "\nOf \(FigureText.counted(missing.asked, "encore")) asked for, \(missing.placed == 0 ? "none has" : missing.placed == 1 ? "1 has" : "\(missing.placed) have") a place, because \(missing.reason)."
    }
    return text
  }
}
