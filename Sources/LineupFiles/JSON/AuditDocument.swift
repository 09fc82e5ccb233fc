import Lineup
import LineupReports

/// What `lineup audit` finds.
struct AuditDocument: AnswerDocument {
  static let name = "audit"
  let comparison: TrayComparison
  let scenario: Scenario
  /// Where the tray's file and the catalog disagree.
  let notes: [TrayNote]

  private var review: TrayReview { comparison.review }

  var inputs: InputDigests { scenario.inputs }

  var members: [JSONValue.Member] {
    let difference = comparison.difference
    let value: JSONValue = [
      "scenario": .string(scenario.name),
      "variant": .optional(scenario.variant),
      "keeps_rules": .bool(review.keepsRules),
      "misplaced": .array(
        review.misplaced.map {
          ["spu": .string($0.spu), "reason": .string(Words.Reason.off($0.reason).text(.written))]
        }),
      "value": .number(review.value),
      "penalties": .number(review.penalties),
      "totals": TrayValues.totals(review.tray.totals),
      "items": .array(review.tray.items.map(TrayValues.item)),
      "rules": .array(review.tray.rules.map(TrayValues.rule)),
      "best": [
        "status": .string(comparison.best.status),
        "value": .optional(comparison.best.score?.value),
        "loss": .optional(comparison.loss),
        "totals": TrayValues.totals(comparison.best.tray?.totals),
        "in": .array((difference?.joining ?? []).map(JSONValue.string)),
        "out": .array((difference?.leaving ?? []).map(JSONValue.string)),
      ],
      "warnings": .array(TrayNote.sentences(notes).map(JSONValue.string)),
    ]
    return value.members
  }
}
