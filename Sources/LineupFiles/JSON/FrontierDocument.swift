import Lineup

/// What `lineup frontier` finds.
struct FrontierDocument: AnswerDocument {
  static let name = "frontier"
  let frontier: Frontier

  var inputs: InputDigests { frontier.inputs }

  var members: [JSONValue.Member] {
    let value: JSONValue = [
      "subject": .string(frontier.subject),
      "measure": TrayValues.measure(frontier.objective),
      "largest_goal": .optional(frontier.largestGoal?.amount),
      "largest_goal_proven": frontier.largestGoal.map { .bool($0.isProven) } ?? .null,
      "points": .array(
        frontier.points.map { point in
          [
            "setting": .string(point.label), "position": .optional(point.position),
            "status": .string(point.status), "reason": .optional(point.reason),
            "value": .optional(point.score?.value),
            "bound": .optional(point.score?.bound), "totals": TrayValues.totals(point.tray?.totals),
            "items": .array((point.tray?.items ?? []).map { .string($0.spu) }),
          ]
        }),
    ]
    return value.members
  }
}
