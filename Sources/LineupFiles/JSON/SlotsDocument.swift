import Lineup

/// What `lineup slots` finds.
struct SlotsDocument: AnswerDocument {
  static let name = "slots"
  let result: SlotsResult

  var inputs: InputDigests { result.plan.inputs }

  var members: [JSONValue.Member] {
    let names = result.standings.map(\.score.partner.name)
    let value: JSONValue = [
      "status": .string(result.status.rawValue),
      "scores": .array(
        result.standings.map { standing in
          [
            "partner": .string(standing.score.partner.name), "points": .number(standing.score.points),
            "rules": .number(standing.score.rules), "sales": .number(standing.score.sales),
            "score": .number(standing.score.score), "quota": .number(standing.quota),
            "slots": .integer(standing.count),
          ]
        }),
      "slots": .array(
        result.plan.slots.indices.map { slot in
          let wish = result.wishes[slot]?.rank
          return [
            "slot": .string(result.plan.slots[slot].name),
            "date": .string(result.plan.slots[slot].day.description),
            "start": .optional(result.plan.slots[slot].clock),
            "partner": .optional(result.owners[slot].map { names[$0] }),
            "wish": wish.map { .integer($0) } ?? .null,
          ]
        }),
      "value": .number(result.value),
    ]
    return value.members
  }
}
