import Lineup
import LineupReports

/// A result as the JSON object of the contract (section 5).
package struct ResultDocument: AnswerDocument {
  package static let name = "result"
  private let result: SolveResult

  package init(_ result: SolveResult) {
    self.result = result
  }

  /// Pretty-printed, with a line end.
  package var json: String { value.text + "\n" }

  package var inputs: InputDigests { result.inputs }

  package var members: [JSONValue.Member] {
    let answer: Infeasibility? = if case .infeasible(let answer) = result.outcome { answer } else { nil }
    var members: [JSONValue.Member] = [
      .init("scenario", .string(result.scenario)), .init("variant", .optional(result.variant)),
      .init("status", .string(result.status)), .init("stop", .optional(result.stop?.name)),
    ]
    if let within = result.within {
      members.append(.init("within", .string(Words.Proof.trays(within.trays))))
    }
    var objective: JSONValue = [
      "measure": TrayValues.measure(result.objective),
      "value": .optional(result.score?.value),
      "bound": .optional(result.bound),
      "gap": .optional(result.score?.gap),
      "penalties": .optional(result.score?.penalties),
    ]
    if result.hasOffers {
      objective = .object(objective.members + [.init("offer_cost", .optional(result.tray?.offerCost))])
    }
    if let views = result.views { members.append(.init("views", ViewsValues.views(views))) }
    let rest: JSONValue = [
      "objective": objective,
      "solver": [
        "method": .string(result.solver.method),
        "backend": .string(result.solver.backend),
        "seconds": .number(result.solver.seconds),
        "spus": .integer(result.solver.spus),
        "candidates": .integer(result.solver.candidates),
        "options": .integer(result.solver.options),
      ],
      "totals": TrayValues.totals(result.tray?.totals, hasOffers: result.hasOffers),
      "items": .array((result.tray?.items ?? []).map(TrayValues.item)),
      "rules": .array((result.tray?.rules ?? []).map(TrayValues.rule)),
      "conflict": answer?.conflict.map(InfeasibilityValues.conflict) ?? .null,
      "repairs": .array((answer?.repairs ?? []).map(InfeasibilityValues.repair)),
      "best_effort": answer?.bestEffort.map(InfeasibilityValues.bestEffort) ?? .null,
      "warnings": .array(result.warnings.map(JSONValue.string)),
    ]
    var own = rest.members
    if result.hasOffers, let place = own.firstIndex(where: { $0.key == "rules" }) {
      own.insert(.init("offers", .array((result.tray?.offers ?? []).map(TrayValues.offer))), at: place)
    }
    return members + own
  }
}
