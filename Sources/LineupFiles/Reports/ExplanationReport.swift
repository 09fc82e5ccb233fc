import Lineup

/// What `lineup explain` says: the price list of the rules, or why styles are on the tray or not.
public struct ExplanationReport: AnswerReport {
  private let scenario: Scenario
  private let prices: RulePriceList?
  private let regrets: [Regret]

  public init(_ prices: RulePriceList, of scenario: Scenario) {
    self.scenario = scenario
    self.prices = prices
    regrets = []
  }

  public init(_ regrets: [Regret], of scenario: Scenario) {
    self.scenario = scenario
    prices = nil
    self.regrets = regrets
  }

  // MARK: Text

  public func text(style: TextStyle) -> String {
    var text = style.paint(ReportText.title(scenario), .bold) + "\n"
    if let prices { text += priceText(prices, style) }
    for regret in regrets { text += "\n" + regretText(regret, style) }
    return text
  }

  private var measure: String { ReportText.objective(scenario.objective) }

  private func priceText(_ list: RulePriceList, _ style: TextStyle) -> String {
    let best = list.isProven ? "Best tray" : "Best known tray"
    var text = "\(best): \(measure) \(amount(list.value))" + (list.isProven ? "" : " (not proven)") + "\n\n"
    if list.prices.isEmpty {
      return text
        + (list.isProven
          ? "No rule costs anything: the best tray is the best without any one of them.\n"
          : "No rule was found to cost anything.\n")
    }
    var table = TextTable(columns: [
      .init("Rule row", maximumWidth: 44, minimumWidth: 16), .init("asks", alignment: .right),
      .init("without it", alignment: .right), .init("one unit more", alignment: .right),
      .init("unit", minimumWidth: 7), .init("", minimumWidth: 4),
    ])
    for price in list.prices {
      table.addRow([
        price.row, ReportText.range(price.required, price.kind), gain(price.fromDropping),
        price.fromUnit.map(gain) ?? "-", unit(price), price.isProven ? "" : "not proven",
      ])
    }
    text += table.text(style: style)
    text +=
      "\n\(list.freeRows.count) other \(list.freeRows.count == 1 ? "row costs" : "rows cost") nothing.\n"
    return text
  }

  private func unit(_ price: RulePrice) -> String { price.unitName.map { "1 \($0)" } ?? "" }

  /// `+1,024`, `+10,459..10,499` where the search was ended between the two, `+10,459..` where no end is
  /// known.
  private func gain(_ gain: RulePrice.Gain) -> String {
    let least = (gain.least > 0 ? "+" : "") + amount(gain.least)
    if gain.isProven { return least }
    let most = gain.most.isFinite ? amount(gain.most) : ""
    return amount(gain.least) == most ? least : "\(least)..\(most)"
  }

  private func amount(_ value: Double) -> String {
    ReportText.number(value, decimals: abs(value) < 1000 ? 2 : 0)
  }

  private func regretText(_ regret: Regret, _ style: TextStyle) -> String {
    let best = regret.isBestTrayProven ? "best" : "best known"
    var text = style.paint(DisplayWidth.singleLine(regret.spu), .bold)
    switch regret.standing {
    case .noCandidate(let reason):
      return text + " is not a candidate: it \(DisplayWidth.singleLine(reason)).\n"
    case .onTray: text += " is on the \(best) tray. "
    case .offTray: text += " is not on the \(best) tray. "
    }
    let isOn = regret.standing == .onTray
    guard let value = regret.value, let loss = regret.loss else {
      if !regret.isProven {
        return text + "The search for a tray \(isOn ? "without" : "with") it was ended before it found one.\n"
      }
      return text
        + (isOn ? "No tray keeps the rules without it.\n" : "No tray that keeps the rules has it.\n")
    }
    text +=
      "The \(regret.isProven ? "best" : "best known") tray \(isOn ? "without" : "with") it has \(measure) \(amount(value)), "
    text +=
      loss == 0
      ? "just as much.\n"
      : loss > 0
        ? "\(amount(loss)) less.\n"
        : "\(amount(-loss)) more: "
          + (regret.isBestTrayProven ? "a lock keeps it on.\n" : "the best known tray is not the best.\n")
    func listed(_ spus: [String]) -> String {
      ReportText.names(spus, atMost: 6) + (spus.count > 6 ? " and \(spus.count - 6) more" : "")
    }
    if isOn {
      if !regret.joining.isEmpty {
        text += "  its place would go to: \(listed(regret.joining))\n"
      }
      if !regret.displaced.isEmpty { text += "  these would go too: \(listed(regret.displaced))\n" }
    } else {
      if !regret.displaced.isEmpty { text += "  it would displace: \(listed(regret.displaced))\n" }
      if !regret.joining.isEmpty { text += "  these would come with it: \(listed(regret.joining))\n" }
      text += breakEven(regret)
    }
    if !regret.isProven { text += "  (not proven: a limit ended a search)\n" }
    return text
  }

  /// What would bring a style in by itself; figures rounded up, so that they suffice.
  private func breakEven(_ regret: Regret) -> String {
    func figure(_ value: Double) -> String { FigureText.number(value, decimals: 2, rounding: .up) }
    func now(_ value: Double?) -> String {
      value.map { " (now \(ReportText.number($0, decimals: 2)))" } ?? ""
    }
    let forecast = regret.breakEvenForecast.map {
      ($0, "a forecast of \(FigureText.counted($0.figure, "unit", rounding: .up))\(now(regret.forecast))")
    }
    let price = regret.breakEvenPrice.map { ($0, "a price of \(figure($0.figure))\(now(regret.price))") }
    let ways = [forecast, price].compactMap(\.self)
    let open = ways.filter { $0.0.missedRows.isEmpty }.map(\.1)
    var text = open.isEmpty ? "" : "  it would come in by itself with \(FigureText.list(open, "or"))\n"
    for (breakEven, way) in ways where !breakEven.missedRows.isEmpty {
      let rows = DisplayWidth.singleLine(FigureText.list(breakEven.missedRows.map { "`\($0)`" }))
      text += "  \(way) would pay for its place, but that tray would then miss \(rows)\n"
    }
    return text
  }

  // MARK: JSON

  public var json: String {
    ExplanationDocument(scenario: scenario, prices: prices, regrets: regrets).json
  }

  // MARK: CSV

  public var csv: [UInt8] {
    var writer = CSVWriter()
    func number(_ value: Double?) -> CSVWriter.Cell { value.map(CSVWriter.Cell.number) ?? .empty }
    if let prices {
      writer.addRow(
        [
          "rule", "row", "required", "unit", "gain_from_unit", "most_from_unit", "gain_from_dropping",
          "most_from_dropping", "proven",
        ].map(CSVWriter.Cell.text))
      for price in prices.prices {
        writer.addRow([
          .text(price.rule), .text(price.row), .text(ReportText.range(price.required, price.kind)),
          number(price.unit), number(price.fromUnit?.least), number(price.fromUnit?.most),
          number(price.fromDropping.least), number(price.fromDropping.most),
          .text(price.isProven ? "true" : "false"),
        ])
      }
    } else {
      writer.addRow(
        [
          "spu", "standing", "reason", "value", "loss", "displaced", "joining", "forecast",
          "break_even_forecast", "price", "break_even_price", "proven",
        ]
        .map(CSVWriter.Cell.text))
      for regret in regrets {
        writer.addRow([
          .text(regret.spu), .text(regret.standing.name), .text(regret.standing.reason ?? ""),
          number(regret.value), number(regret.loss), .text(regret.displaced.joined(separator: "|")),
          .text(regret.joining.joined(separator: "|")), number(regret.forecast),
          number(regret.breakEvenForecast?.figure), number(regret.price),
          number(regret.breakEvenPrice?.figure),
          .text(regret.isProven ? "true" : "false"),
        ])
      }
    }
    return writer.bytes
  }
}
