import Lineup

/// What `lineup review` finds of a show.
struct ReviewDocument: AnswerDocument {
  static let name = "review"
  let review: ShowReview
  /// The warnings in words.
  let warnings: [String]

  var inputs: InputDigests { review.inputs }

  var members: [JSONValue.Member] {
    let value: JSONValue = [
      "scenario": .string(review.scenario), "variant": .optional(review.variant),
      "date": .optional(review.date?.description), "planned": Self.side(review.planned),
      "actual": Self.side(review.actual), "goal": .optional(review.goal),
      "funnel": review.funnel.map { funnel in
        .array(funnel.parts.map { ["part": .string($0.name), "gmv": .money($0.gmv)] })
      } ?? .null,
      "bridge": Self.bridge(review.bridge),
      "accuracy": [
        "wape": .optional(review.accuracy.wape), "bias": .optional(review.accuracy.bias),
        "within30": .optional(review.accuracy.within30), "naive_wape": .optional(review.accuracy.naive),
      ],
      "items": .array(review.items.map(Self.item)), "groups": .array(review.groups.map(Self.group)),
      "rules": .array(review.rules.map(TrayValues.rule)),
      "hindsight": review.hindsight.map(Self.hindsight) ?? .null,
      "factors": FactorsValue.value(of: review.factors),
      "backtest": .array(review.backTest.lines.map(Self.line)), "next": Self.next(review.next),
      "warnings": .array(warnings.map(JSONValue.string)),
    ]
    return value.members
  }

  private static func side(_ side: ShowReview.Side) -> JSONValue {
    [
      "units": .number(side.units), "gmv": .money(side.gmv), "views": .optional(side.views),
      "orders": .optional(side.orders),
    ]
  }

  private static func bridge(_ bridge: Bridge, of parts: [BridgePart] = BridgePart.allCases) -> JSONValue {
    .array(parts.map { ["part": .string($0.rawValue), "gmv": .money(bridge[$0])] })
  }

  private static func item(_ item: ReviewItem) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("spu", .string(item.spu)), .init("name", .optional(item.name)),
      .init("part", .string(item.standing.rawValue)), .init("planned", .number(item.planned)),
      .init("actual", .number(item.actual)), .init("planned_gmv", .money(item.plannedGMV)),
      .init("actual_gmv", .money(item.actualGMV)), .init("sold_out", .bool(item.isSoldOut)),
      .init("bridge", bridge(item.bridge, of: BridgePart.allCases.filter { item.bridge.parts[$0] != nil })),
      .init("price", .optional(item.price)),
      .init("stock", .optional(item.stock)), .init("demand", .optional(item.demand)),
      .init("factor", .number(item.factor)), .init("forecast", .optional(item.forecast)),
      .init("returns", .optional(item.returns)),
    ]
    for attribute in FactorAttribute.allCases where attribute != .spu && attribute != .pitch {
      members.append(.init(attribute.rawValue, .optional(item.value(attribute))))
    }
    members.append(.init("pitch", .optional(item.pitch)))
    members.append(.init("offer", .optional(item.offer)))
    return .object(members)
  }

  private static func group(_ group: ReviewGroup) -> JSONValue {
    [
      "attribute": .string(group.attribute), "value": .string(group.value), "items": .integer(group.items),
      "planned": .number(group.planned), "actual": .number(group.actual),
      "planned_gmv": .money(group.plannedGMV), "actual_gmv": .money(group.actualGMV),
      "bridge": bridge(group.bridge), "wape": .optional(group.accuracy.wape),
      "bias": .optional(group.accuracy.bias),
    ]
  }

  private static func hindsight(_ hindsight: Hindsight) -> JSONValue {
    [
      "planned_value": .number(hindsight.planned), "value_then": .number(hindsight.valueThen),
      "best": .number(hindsight.best), "choice_cost": .number(hindsight.choiceCost),
      "forecast_miss": .number(hindsight.forecastMiss),
      "left_out": .array(hindsight.leftOut.map(JSONValue.string)), "proven": .bool(hindsight.isProven),
    ]
  }

  private static func line(_ line: BackTest.Line) -> JSONValue {
    [
      "show": .string(line.show), "wape": .optional(line.without),
      "with_factors": .optional(line.withFactors), "naive": .optional(line.naive),
    ]
  }

  static func next(_ next: NextRange) -> JSONValue {
    [
      "low": .optional(next.low), "high": .optional(next.high), "shows": .integer(next.shows),
      "needed": .integer(next.needed), "miss": .number(next.miss),
    ]
  }
}

/// Factors as JSON has them: as in their file.
enum FactorsValue {
  static func value(of factors: ForecastFactors) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("whole", .number(factors.whole)), .init("belief", .number(factors.belief)),
      .init("worth_using", .bool(factors.isWorthUsing)), .init("spread", .optional(factors.spread)),
    ]
    for attribute in FactorAttribute.allCases {
      guard let entries = factors.entries[attribute], !entries.isEmpty else { continue }
      members.append(
        .init(
          attribute.rawValue,
          .object(
            entries.map { entry in
              .init(
                entry.value,
                [
                  "factor": .number(entry.factor), "ratio": .optional(entry.ratio),
                  "items": .integer(entry.items), "shows": .integer(entry.shows),
                ])
            })))
    }
    return .object(members)
  }
}
