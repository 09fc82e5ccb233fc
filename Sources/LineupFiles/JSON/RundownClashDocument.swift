import Lineup
import LineupReports

/// What `lineup rundown` finds where no order keeps the rules, or none was found.
struct RundownClashDocument: AnswerDocument {
  static let name = "rundown"
  let clash: RundownClash
  let scenario: Scenario

  var inputs: InputDigests { scenario.inputs }

  var members: [JSONValue.Member] {
    let value: JSONValue = [
      "scenario": .string(scenario.name), "variant": .optional(scenario.variant),
      "status": .string(clash.isProven ? "infeasible" : "unknown"),
      "conflict": [
        "rules": .array(clash.rules.map(JSONValue.string)), "proven": .bool(clash.isProven),
        "message": .string(Words.Order.sentence(clash).text(.written)),
      ], "slots": .array([]),
    ]
    return value.members
  }
}
