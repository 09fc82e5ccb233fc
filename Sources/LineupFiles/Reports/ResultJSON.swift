import Lineup
import Optimization

/// A result as the JSON object of the contract (section 5).
public struct ResultJSON: Sendable {
  /// Pretty-printed, with a line end.
  public let text: String

  public init(_ result: SolveResult) {
    text = Self.value(result).text + "\n"
  }

  static func value(_ result: SolveResult) -> JSONValue {
    let answer: Infeasibility? = if case .infeasible(let answer) = result.outcome { answer } else { nil }
    var members: [JSONValue.Member] = [
      .init("scenario", .string(result.scenario)), .init("variant", .optional(result.variant)),
      .init("status", .string(result.status)),
    ]
    if let within = result.within { members.append(.init("within", .string(within.words))) }
    let rest: JSONValue = [
      "objective": [
        "measure": measure(result.objective),
        "value": .optional(result.score?.value),
        "bound": .optional(result.bound),
        "gap": .optional(result.score?.gap),
        "penalties": .optional(result.score?.penalties),
      ],
      "solver": [
        "method": .string(result.solver.method),
        "backend": .string(result.solver.backend),
        "seconds": .number(result.solver.seconds),
        "spus": .integer(result.solver.spus),
        "candidates": .integer(result.solver.candidates),
        "options": .integer(result.solver.options),
      ],
      "totals": totals(result.tray?.totals),
      "items": .array((result.tray?.items ?? []).map(item)),
      "rules": .array((result.tray?.rules ?? []).map(rule)),
      "conflict": answer?.conflict.map(AnswerJSON.conflict) ?? .null,
      "repairs": .array((answer?.repairs ?? []).map(AnswerJSON.repair)),
      "best_effort": answer?.bestEffort.map(AnswerJSON.bestEffort) ?? .null,
      "warnings": .array(result.warnings.map(JSONValue.string)),
    ]
    if case .object(let others) = rest { members += others }
    return .document("result", .object(members))
  }

  static func measure(_ objective: Objective) -> JSONValue {
    guard objective.isWeighted else { return .string(objective.parts.first?.measure.name ?? "") }
    return .object(objective.parts.map { .init($0.measure.name, .number($0.weight)) })
  }

  static func totals(_ totals: TrayTotals?) -> JSONValue {
    [
      "items": totals.map { .integer($0.items) } ?? .null,
      "minutes": .optional(totals?.minutes),
      "units": .optional(totals?.units),
      "gmv": .optional(totals?.gmv),
      "margin": .optional(totals?.margin),
      "stock_value": .optional(totals?.stockValue),
    ]
  }

  static func item(_ item: TrayItem) -> JSONValue {
    [
      "spu": .string(item.spu),
      "name": .optional(item.name),
      "brand": .optional(item.brand),
      "gender": .optional(item.gender),
      "category": .optional(item.category),
      "pitch": .string(item.pitch),
      "minutes": .number(item.minutes),
      "price": .number(item.price),
      "units": .number(item.units),
      "gmv": .number(item.gmv),
      "margin": .number(item.margin),
      "season_index": .number(item.seasonIndex),
      "locked": .bool(item.isLocked),
    ]
  }

  static func rule(_ check: RuleCheck) -> JSONValue {
    func figure(_ value: Double?) -> JSONValue {
      guard let value, value.isFinite else { return .null }
      return check.kind == .count && value == value.rounded() && abs(value) < 1e15
        ? .integer(Int(saturating: value)) : .number(value)
    }
    return [
      "rule": .string(check.rule),
      "row": .string(check.row),
      "required": check.required.map { ["min": figure($0.lower), "max": figure($0.upper)] } ?? .null,
      "actual": figure(check.actual),
      "holds": .bool(check.holds),
      "soft": .bool(check.isSoft),
    ]
  }
}
