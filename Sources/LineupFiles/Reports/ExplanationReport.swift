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
    var text =
      style.paint(
        scenario.name + (scenario.variant.map { ", variant \"\($0)\"" } ?? ""), .bold) + "\n"
    if let prices { text += priceText(prices, style) }
    for regret in regrets { text += "\n" + regretText(regret, style) }
    return text
  }

  private var measure: String { ReportText.objective(scenario.objective) }

  private func priceText(_ list: RulePriceList, _ style: TextStyle) -> String {
    var text = "Best tray: \(measure) \(amount(list.value))" + (list.isProven ? "" : " (not proven)") + "\n\n"
    if list.prices.isEmpty {
      return text + "No rule costs anything: the best tray is the best without any one of them.\n"
    }
    var table = TextTable(columns: [
      .init("Rule row", maximumWidth: 44, minimumWidth: 16), .init("asks", alignment: .right),
      .init("without it", alignment: .right), .init("one unit more", alignment: .right),
      .init("unit", minimumWidth: 7), .init("", minimumWidth: 4),
    ])
    for price in list.prices {
      table.addRow([
        price.row, ReportText.range(price.required, price.kind), signed(price.gainFromDropping),
        price.gainFromUnit.map(signed) ?? "-", unit(price), price.isProven ? "" : "not proven",
      ])
    }
    text += table.text(style: style)
    text +=
      "\n\(list.freeRows.count) other \(list.freeRows.count == 1 ? "row costs" : "rows cost") nothing.\n"
    return text
  }

  private func unit(_ price: RulePrice) -> String {
    guard price.unit != nil else { return "" }
    switch price.kind {
    case .count: return "1 item"
    case .share: return "1 point"
    case .amount, .average: return price.rule == "air time" ? "1 minute" : "1"
    }
  }

  private func signed(_ gain: Double) -> String { (gain > 0 ? "+" : "") + amount(gain) }

  private func amount(_ value: Double) -> String {
    ReportText.number(value, decimals: abs(value) < 1000 ? 2 : 0)
  }

  private func regretText(_ regret: Regret, _ style: TextStyle) -> String {
    var text = style.paint(regret.spu, .bold)
    switch regret.standing {
    case .noCandidate(let reason): return text + " is not a candidate: it \(reason).\n"
    case .onTray: text += " is on the best tray. "
    case .offTray: text += " is not on the best tray. "
    }
    let isOn = regret.standing == .onTray
    guard let value = regret.value, let loss = regret.loss else {
      return text
        + (isOn ? "No tray keeps the rules without it.\n" : "No tray that keeps the rules has it.\n")
    }
    text += "The best tray \(isOn ? "without" : "with") it has \(measure) \(amount(value)), "
    text += loss > 1e-9 * max(1, abs(value)) ? "\(amount(loss)) less.\n" : "just as much.\n"
    func listed(_ spus: [String]) -> String {
      spus.prefix(6).joined(separator: ", ") + (spus.count > 6 ? " and \(spus.count - 6) more" : "")
    }
    if isOn {
      if !regret.joining.isEmpty {
        text += "  its place would go to: \(listed(regret.joining))\n"
      }
      if !regret.displaced.isEmpty { text += "  these would go too: \(listed(regret.displaced))\n" }
    } else {
      if !regret.displaced.isEmpty { text += "  it would displace: \(listed(regret.displaced))\n" }
      if !regret.joining.isEmpty { text += "  these would come with it: \(listed(regret.joining))\n" }
      if let forecast = regret.breakEvenForecast {
        text +=
          "  it would come in by itself with a forecast above \(ReportText.number(forecast, decimals: 2)) units"
          + (regret.forecast.map { " (now \(ReportText.number($0, decimals: 2)))" } ?? "") + "\n"
      } else {
        text += "  no forecast would bring it in: its stock sells out before\n"
      }
    }
    if !regret.isProven { text += "  (not proven: a limit ended a search)\n" }
    return text
  }

  // MARK: JSON

  public var json: String {
    var members: [JSONValue.Member] = [
      .init("scenario", .string(scenario.name)), .init("variant", .optional(scenario.variant)),
      .init("measure", ResultJSON.measure(scenario.objective)),
    ]
    if let prices {
      members.append(.init("value", .number(prices.value)))
      members.append(.init("proven", .bool(prices.isProven)))
      members.append(.init("prices", .array(prices.prices.map(Self.value))))
      members.append(.init("free_rows", .array(prices.freeRows.map(JSONValue.string))))
    } else {
      members.append(.init("styles", .array(regrets.map(Self.value))))
    }
    return JSONValue.object(members).text + "\n"
  }

  private static func value(_ price: RulePrice) -> JSONValue {
    [
      "rule": .string(price.rule), "row": .string(price.row),
      "required": AnswerJSON.range(price.required, price.kind),
      "unit": .optional(price.unit), "gain_from_unit": .optional(price.gainFromUnit),
      "gain_from_dropping": .number(price.gainFromDropping), "proven": .bool(price.isProven),
    ]
  }

  private static func value(_ regret: Regret) -> JSONValue {
    [
      "spu": .string(regret.spu), "standing": .string(standing(regret)), "reason": .optional(reason(regret)),
      "value": .optional(regret.value), "loss": .optional(regret.loss),
      "displaced": .array(regret.displaced.map(JSONValue.string)),
      "joining": .array(regret.joining.map(JSONValue.string)),
      "forecast": .optional(regret.forecast), "break_even_forecast": .optional(regret.breakEvenForecast),
      "proven": .bool(regret.isProven),
    ]
  }

  private static func standing(_ regret: Regret) -> String {
    switch regret.standing {
    case .onTray: "on tray"
    case .offTray: "off tray"
    case .noCandidate: "not a candidate"
    }
  }

  private static func reason(_ regret: Regret) -> String? {
    if case .noCandidate(let reason) = regret.standing { reason } else { nil }
  }

  // MARK: CSV

  public var csv: [UInt8] {
    var writer = CSVWriter()
    func number(_ value: Double?) -> CSVWriter.Cell { value.map(CSVWriter.Cell.number) ?? .empty }
    if let prices {
      writer.addRow(
        ["rule", "row", "required", "unit", "gain_from_unit", "gain_from_dropping", "proven"].map(
          CSVWriter.Cell.text))
      for price in prices.prices {
        writer.addRow([
          .text(price.rule), .text(price.row), .text(ReportText.range(price.required, price.kind)),
          number(price.unit), number(price.gainFromUnit), .number(price.gainFromDropping),
          .text(price.isProven ? "true" : "false"),
        ])
      }
    } else {
      writer.addRow(
        [
          "spu", "standing", "reason", "value", "loss", "displaced", "joining", "forecast",
          "break_even_forecast", "proven",
        ]
        .map(CSVWriter.Cell.text))
      for regret in regrets {
        writer.addRow([
          .text(regret.spu), .text(Self.standing(regret)), .text(Self.reason(regret) ?? ""),
          number(regret.value), number(regret.loss), .text(regret.displaced.joined(separator: "|")),
          .text(regret.joining.joined(separator: "|")), number(regret.forecast),
          number(regret.breakEvenForecast), .text(regret.isProven ? "true" : "false"),
        ])
      }
    }
    return writer.bytes
  }
}
