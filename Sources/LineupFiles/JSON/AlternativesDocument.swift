import Lineup

/// What `lineup alternatives` finds.
struct AlternativesDocument: AnswerDocument {
  static let name = "alternatives"
  let alternatives: Alternatives

  var inputs: InputDigests { alternatives.first.inputs }

  var members: [JSONValue.Member] {
    let ending =
      switch alternatives.ending {
      case .complete: "complete"
      case .exhausted: "exhausted"
      case .stopped: "stopped"
      case .none: "none"
      }
    let value: JSONValue = [
      "scenario": .string(alternatives.first.scenario), "variant": .optional(alternatives.first.variant),
      "differ": .integer(alternatives.differ), "ending": .string(ending),
      "trays": .array(
        zip(alternatives.comparison.entries, alternatives.losses).compactMap { entry, loss in
          guard case .success(let result) = entry.result else { return nil }
          return ["loss": .number(loss), "result": ResultDocument(result).value]
        }),
      "core": .array(alternatives.comparison.core.map(JSONValue.string)),
      "swing": .array(
        alternatives.comparison.swing.map { ["spu": .string($0.spu), "trays": .integer($0.trays)] }),
    ]
    return value.members
  }
}
