import Lineup
import LineupReports

/// What `lineup adjust` finds.
struct AdjustmentDocument: AnswerDocument {
  static let name = "adjustment"
  let adjustment: Adjustment
  let scenario: Scenario
  /// For items of the adjusted tray, where that was asked for.
  let substitutes: [(item: TrayItem, substitutes: [Substitute])]
  /// Where the tray's file and the catalog disagree.
  let notes: [TrayNote]
  /// Who must get a new sheet; `nil` where the scenario shares none.
  var sheets: [ShareChange]?

  var inputs: InputDigests { scenario.inputs }

  var members: [JSONValue.Member] {
    let result = adjustment.result
    let adjusted = adjustment.adjusted
    var fewest = adjustment.limit == nil ? adjusted.map { ($0.count, $0.isFewest ?? false) } : nil
    if case .beyondLimit(let known?) = adjustment.outcome { fewest = (known.count, known.isProven) }
    let value: JSONValue = [
      "scenario": .string(scenario.name),
      "variant": .optional(scenario.variant),
      "status": .string(result.status),
      "within": .optional((result.within?.trays).map(Words.Proof.trays)),
      "change_count": adjusted.map { .integer($0.count) } ?? .null,
      "limit": adjustment.limit.map(JSONValue.integer) ?? .null,
      "fewest": fewest.map { .integer($0.0) } ?? .null,
      "fewest_proven": .bool(fewest?.1 ?? false),
      "changes": .array((adjusted?.changes ?? []).map(Self.value)),
      "value": .optional(adjusted?.value),
      "before": ["value": .number(adjustment.before.value), "cost": .optional(adjustment.costAgainstBefore)],
      "fresh": [
        "status": .string(adjustment.fresh.status), "value": .optional(adjustment.fresh.score?.value),
        "cost": .optional(adjustment.costAgainstFresh),
        "change_count": adjustment.freshCount.map(JSONValue.integer) ?? .null,
      ],
      "substitutes": .array(
        substitutes.map { item, list in
          [
            "spu": .string(item.spu),
            "substitutes": .array(
              list.map { other in
                [
                  "spu": .string(other.spu), "name": .optional(other.name), "pitch": .string(other.pitch),
                  "price": .number(other.price), "cost": .number(other.cost),
                ]
              }),
          ]
        }),
      "warnings": .array(TrayNote.sentences(notes).map(JSONValue.string)),
      "result": ResultDocument(result).value,
    ]
    return value.members + ShareDocument.members(sheets)
  }

  private static func value(_ change: TrayChange) -> JSONValue {
    func option(_ item: TrayItem?) -> JSONValue {
      guard let item else { return .null }
      let plain: JSONValue = ["spu": .string(item.spu), "pitch": .string(item.pitch)]
      // In a show with offers every item of the catalog has a price on air.
      guard item.offerPrice != nil else { return plain }
      return .object(plain.members + [.init("offer", .optional(item.offer))])
    }
    let cause =
      switch change.cause {
      case .misplaced: "misplaced"
      case .wished: "wished"
      case .rules: "rules"
      case .value: "value"
      }
    return [
      "out": option(change.leaving), "in": option(change.joining), "cause": .string(cause),
      "reason": .string(change.reasonInWords), "gain": .number(change.gain),
      "rules": .array(change.needed.map { .string($0.row) }),
    ]
  }
}
