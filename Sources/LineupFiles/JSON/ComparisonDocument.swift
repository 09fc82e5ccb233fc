import Lineup

/// What `lineup compare` finds.
struct ComparisonDocument: AnswerDocument {
  static let name = "comparison"
  let comparison: Comparison

  var inputs: InputDigests { comparison.inputs }

  var members: [JSONValue.Member] {
    let value: JSONValue = [
      "shows": .array(
        comparison.entries.map { entry in
          [
            "name": .string(entry.name), "status": .string(entry.status),
            "reason": .optional(entry.reason),
            "value": .optional(entry.score?.value), "bound": .optional(entry.score?.bound),
            "totals": TrayValues.totals(entry.tray?.totals),
            "goal_reached": entry.goal.map { .bool($0.holds) } ?? .null,
            "hero_share": .optional(entry.statedHeroShare),
            "items": .array((entry.tray?.items ?? []).map { .string($0.spu) }),
            "rules": .array((entry.tray?.rules ?? []).map(TrayValues.rule)),
            "difference": entry.difference.map(Self.value) ?? .null,
          ]
        }),
      "core": .array(comparison.core.map(JSONValue.string)),
      "swing": .array(comparison.swing.map { ["spu": .string($0.spu), "trays": .integer($0.trays)] }),
    ]
    return value.members
  }

  private static func value(_ difference: Comparison.Difference) -> JSONValue {
    [
      "items": .integer(difference.items), "minutes": .number(difference.minutes),
      "units": .number(difference.units), "gmv": .number(difference.gmv),
      "margin": .number(difference.margin),
      "in": .array(difference.joining.map(JSONValue.string)),
      "out": .array(difference.leaving.map(JSONValue.string)),
      "kept": .array(difference.kept.map(JSONValue.string)),
    ]
  }
}
