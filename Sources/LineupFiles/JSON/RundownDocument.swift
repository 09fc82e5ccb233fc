import Lineup
import LineupReports

/// What `lineup rundown` finds where an order keeps the rules.
struct RundownDocument: AnswerDocument {
  static let name = "rundown"
  let rundown: Rundown
  let scenario: Scenario
  /// Where the tray's file and the catalog disagree.
  let notes: [TrayNote]
  /// Who must get a new sheet; `nil` where the scenario shares none.
  var sheets: [ShareChange]?

  var inputs: InputDigests { scenario.inputs }

  var members: [JSONValue.Member] {
    func slot(_ slot: Rundown.Slot) -> JSONValue {
      [
        "kind": .string(slot.kind.rawValue), "place": slot.place.map(JSONValue.integer) ?? .null,
        "time": .string(rundown.clock(slot.start)), "minute": .number(Double(slot.start) / 60),
        "minutes": .number(Double(slot.seconds) / 60), "spu": .optional(slot.item?.spu),
        "name": .string(slot.title), "brand": .optional(slot.item?.brand),
        "pitch": .optional(slot.item?.pitch),
        "roles": .array(slot.roles.map(JSONValue.string)), "price": .optional(slot.price),
        "list_price": .optional(slot.listPrice), "stock": .optional(slot.stock),
        "units": .optional(slot.kind == .item ? slot.item?.units : nil), "gmv": .number(slot.gmv),
        "audience": .number(slot.audience), "cues": .array(slot.cues.map(JSONValue.string)),
        "shown": .bool(slot.isShown),
      ]
    }
    let value: JSONValue = [
      "scenario": .string(scenario.name), "variant": .optional(scenario.variant),
      "status": .string(rundown.isOptimal ? "optimal" : "feasible"),
      "objective": [
        "value": .number(rundown.value), "bound": .number(rundown.bound), "gap": .number(rundown.gap),
        "penalties": .number(rundown.misses.reduce(0) { $0 + $1.cost }),
      ],
      "misses": .array(
        rundown.misses.map {
          ["rule": .string($0.rule), "count": .integer($0.count), "cost": .number($0.cost)]
        }),
      "missing_encores": rundown.missingEncores.map {
        [
          "asked": .integer($0.asked), "placed": .integer($0.placed),
          "reason": .string(Words.Order.reason($0.reason).text(.written)),
        ]
      } ?? .null,
      "solver": [
        "method": .string(rundown.method), "backend": .string(rundown.solver),
        "seconds": .number(rundown.seconds),
      ],
      "spare_minutes": .number(Double(rundown.spare) / 60),
      "warnings": .array(TrayNote.sentences(notes).map(JSONValue.string)),
      "slots": .array(rundown.slots.map(slot)),
    ]
    return value.members + ShareDocument.members(sheets)
  }
}
