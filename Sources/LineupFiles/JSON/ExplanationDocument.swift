import Lineup

/// What `lineup explain` finds: the prices of the rules, or why styles are on the tray or not.
struct ExplanationDocument: AnswerDocument {
  static let name = "explanation"
  let scenario: Scenario
  let prices: RulePriceList?
  let regrets: [Regret]

  var inputs: InputDigests { scenario.inputs }

  var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("scenario", .string(scenario.name)), .init("variant", .optional(scenario.variant)),
      .init("measure", TrayValues.measure(scenario.objective)),
    ]
    if let prices {
      members.append(.init("value", .number(prices.value)))
      members.append(.init("proven", .bool(prices.isProven)))
      members.append(.init("prices", .array(prices.prices.map(Self.value))))
      members.append(.init("free_rows", .array(prices.freeRows.map(JSONValue.string))))
    } else {
      members.append(.init("styles", .array(regrets.map(Self.value))))
    }
    return members
  }

  private static func value(_ price: RulePrice) -> JSONValue {
    [
      "rule": .string(price.rule), "row": .string(price.row),
      "required": TrayValues.range(price.required, price.kind),
      "unit": .optional(price.unit), "unit_name": .optional(price.unitName),
      "gain_from_unit": .optional(price.fromUnit?.least),
      "most_from_unit": .optional(price.fromUnit?.most),
      "gain_from_dropping": .number(price.fromDropping.least),
      "most_from_dropping": .optional(price.fromDropping.most), "proven": .bool(price.isProven),
    ]
  }

  private static func value(_ regret: Regret) -> JSONValue {
    let plain: JSONValue = [
      "spu": .string(regret.spu), "standing": .string(regret.standing.name),
      "reason": .optional(regret.standing.reason),
      "value": .optional(regret.value), "loss": .optional(regret.loss),
      "displaced": .array(regret.displaced.map(JSONValue.string)),
      "joining": .array(regret.joining.map(JSONValue.string)),
      "forecast": .optional(regret.forecast),
      "price": .optional(regret.price),
      "break_even_forecast": regret.breakEvenForecast.map(value) ?? .null,
      "break_even_price": regret.breakEvenPrice.map(value) ?? .null,
      "proven": .bool(regret.isProven), "base_proven": .bool(regret.isBestTrayProven),
    ]
    guard let offer = regret.offer else { return plain }
    return .object(
      plain.members + [
        .init("offer", .string(offer)), .init("break_even_lift", .optional(regret.breakEvenLift)),
      ])
  }

  private static func value(_ breakEven: BreakEven) -> JSONValue {
    [
      "figure": .number(breakEven.figure),
      "missed_rows": .array(breakEven.missedRows.map(JSONValue.string)),
    ]
  }
}
