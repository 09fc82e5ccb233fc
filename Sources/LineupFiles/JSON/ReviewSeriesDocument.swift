import Lineup

/// What `lineup review --series` finds.
struct ReviewSeriesDocument: AnswerDocument {
  static let name = "series"
  let series: ReviewSeries
  /// The warnings in words.
  let warnings: [String]

  var inputs: InputDigests { InputDigests() }

  var members: [JSONValue.Member] {
    let value: JSONValue = [
      "shows": .array(series.shows.map(Self.show)),
      "trend": [
        "wape": .optional(series.trend(\.accuracy.wape)), "bias": .optional(series.trend(\.accuracy.bias)),
      ],
      "rules": .array(
        series.brokenRows.map {
          ["row": .string($0.row), "broken": .integer($0.broken), "shows": .integer($0.shows)]
        }),
      "partners": .array(series.partners.map(Self.partner)),
      "factors": FactorsValue.value(of: series.factors),
      "history": .array(
        series.standings.map {
          ["show": .string($0.show), "factors": FactorsValue.value(of: $0.factors)]
        }),
      "backtest": .array(
        series.backTest.lines.map { line in
          [
            "show": .string(line.show), "wape": .optional(line.without),
            "with_factors": .optional(line.withFactors), "naive": .optional(line.naive),
          ]
        }),
      "next": ReviewDocument.next(series.next), "warnings": .array(warnings.map(JSONValue.string)),
    ]
    return value.members
  }

  private static func show(_ show: PastShow) -> JSONValue {
    [
      "scenario": .string(show.name), "date": .optional(show.date?.description),
      "planned_gmv": .number(show.plannedGMV), "actual_gmv": .number(show.actualGMV),
      "wape": .optional(show.accuracy.wape), "bias": .optional(show.accuracy.bias),
      "within30": .optional(show.accuracy.within30), "naive_wape": .optional(show.accuracy.naive),
      "broken": .array(show.rows.filter { !$0.holds && !$0.isSoft }.map { .string($0.name) }),
    ]
  }

  private static func partner(_ partner: ReviewSeries.Partner) -> JSONValue {
    [
      "partner": .string(partner.name), "shows": .integer(partner.shows),
      "planned_gmv": .number(partner.planned),
      "sales": .number(partner.actual), "plan_reached": .bool(partner.reachedPlan),
      "broken": .integer(partner.broken), "wape": .optional(partner.wape), "bias": .optional(partner.bias),
    ]
  }
}
