import Lineup

/// What `lineup alternatives --jitter` finds.
struct StabilityDocument: AnswerDocument {
  static let name = "stability"
  let stability: Stability

  var inputs: InputDigests { stability.first.inputs }

  var members: [JSONValue.Member] {
    let settings = stability.settings
    var members: [JSONValue.Member] = [
      .init("scenario", .string(stability.first.scenario)), .init("jitter", .number(settings.jitter)),
      .init("seed", .string("\(settings.seed)")), .init("asked_samples", .integer(settings.samples)),
      .init("samples", .integer(stability.samples)),
      .init("unproven_samples", .integer(stability.unproven)), .init("goal", .optional(stability.goal)),
      .init("goal_met_by_tray", stability.metByFirst.map(JSONValue.integer) ?? .null),
      .init("goal_met_by_some", stability.metBySome.map(JSONValue.integer) ?? .null),
      .init(
        "picks",
        .array(
          stability.picks.map {
            ["spu": .string($0.spu), "samples": .integer($0.count), "on_tray": .bool($0.isOnTray)]
          })),
    ]
    if let confident = stability.confident {
      let proof =
        switch confident.proof {
        case .optimal: "optimal"
        case .feasible: "feasible"
        case .impossible: "infeasible"
        case .unknown: "unknown"
        }
      members.append(
        .init(
          "confident",
          [
            "needed": .integer(confident.needed), "status": .string(proof),
            "met": confident.met.map(JSONValue.integer) ?? .null,
            "reachable": confident.reachable.map(JSONValue.integer) ?? .null,
            "value": .optional(confident.score?.value), "bound": .optional(confident.score?.bound),
            "totals": TrayValues.totals(confident.tray?.totals),
            "items": .array((confident.tray?.items ?? []).map(TrayValues.item)),
          ]))
    }
    members.append(.init("result", ResultDocument(stability.first).value))
    return members
  }
}
