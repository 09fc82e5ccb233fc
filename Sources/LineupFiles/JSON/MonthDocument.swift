import Lineup
import LineupReports

/// What `lineup month` finds (contract, month.md).
struct MonthDocument: AnswerDocument {
  static let name = "month"
  let result: MonthResult

  var inputs: InputDigests { result.inputs }

  var members: [JSONValue.Member] {
    let plan = result.plan
    var bound = result.score?.bound
    if case .unknown(let known, _) = result.outcome { bound = known }
    let value: JSONValue = [
      "name": .string(result.name), "status": .string(result.status), "stop": .optional(result.stop?.name),
      "within": result.within.map(Self.within) ?? .null,
      "objective": [
        "measure": result.objective.map(TrayValues.measure) ?? .null,
        "value": .optional(result.score?.value), "bound": .optional(bound), "gap": .optional(gap),
        "penalties": .optional(result.score?.penalties),
      ],
      "solver": [
        "method": .string(result.solver.method), "backend": .string(result.solver.backend),
        "seconds": .number(result.solver.seconds), "shows": .integer(result.solver.shows),
        "spus": .integer(result.solver.spus), "options": .integer(result.solver.options),
        "solves": .integer(result.solver.solves),
      ],
      "totals": TrayValues.totals(plan?.totals), "shows": .array((plan?.shows ?? []).map(Self.show)),
      "rules": .array((plan?.rules ?? []).map(TrayValues.rule)),
      "stock": .array((plan?.stock ?? []).map(Self.stock)),
      "conflicts": .array(conflicts), "conflict": conflict,
      "best_effort": result.bestEffort.map { plan in
        [
          "shows": .array(plan.shows.map(Self.show)), "rules": .array(plan.rules.map(TrayValues.rule)),
        ]
      } ?? .null,
      "warnings": .array(result.warnings.map(JSONValue.string)),
    ]
    return value.members
  }

  /// Of the program with the price of changes, where there is one.
  private var gap: Double? {
    guard let within = result.within, result.score != nil else { return result.score?.gap }
    return within.bound.map { max(0, $0 - within.value) / max(1e-9, abs(within.value)) }
  }

  private static func show(_ show: MonthPlan.PlannedShow) -> JSONValue {
    [
      "show": .string(show.name), "level": .string(show.level), "series": .string(show.series),
      "date": .string(show.day.description), "start": .optional(show.start), "region": .optional(show.region),
      "weight": .number(show.weight), "objective": .number(show.objective),
      "penalties": .number(show.penalties), "totals": TrayValues.totals(show.tray.totals),
      "items": .array(
        zip(show.tray.items, show.demand).map { item, demand in
          .object(TrayValues.item(item).members + [.init("demand", .number(demand))])
        }),
      "rules": .array(show.tray.rules.map(TrayValues.rule)),
    ]
  }

  private static func stock(_ style: MonthPlan.ScarceStyle) -> JSONValue {
    [
      "spu": .string(style.spu), "stock": .number(style.stock), "demand": .number(style.demand),
      "allotted": .number(style.allotted), "shows": .integer(style.shows), "worth": .number(style.worth),
    ]
  }

  // MARK: Infeasible months

  private var conflicts: [JSONValue] {
    guard case .infeasible(.shows(let shows), _) = result.outcome else { return [] }
    return shows.map {
      ["show": .string($0.show), "conflict": InfeasibilityValues.conflict($0.conflict)]
    }
  }

  private var conflict: JSONValue {
    guard case .infeasible(.rows(let rows, let isIrreducible), _) = result.outcome else { return .null }
    return [
      "rows": .array(
        rows.map { ["show": .optional($0.show), "rule": .string($0.rule), "row": .string($0.row)] }),
      "irreducible": .bool(isIrreducible),
      "message": .string(Words.Months.sentence(rows, isIrreducible: isIrreducible).text(.written)),
    ]
  }

  // MARK: A plan made again

  private static func within(_ within: MonthResult.Steadiness) -> JSONValue {
    [
      "steady": .number(within.steady), "freeze": .optional(within.frozen?.description),
      "value": .number(within.value), "bound": .optional(within.bound),
      "changes": .array(
        within.changes.map { change in
          [
            "show": .string(change.show), "in": .array(change.added.map(JSONValue.string)),
            "out": .array(change.removed.map(JSONValue.string)),
            "pitches": .array(
              change.repitched.map {
                ["spu": .string($0.spu), "from": .string($0.from), "to": .string($0.to)]
              }),
          ]
        }),
      "dropped": .array(
        within.dropped.map {
          ["show": .string($0.show), "spu": .string($0.spu), "pitch": .string($0.pitch)]
        }),
    ]
  }
}

extension MonthResult {
  /// What a person should know of the data and the search, in sentences.
  package var warnings: [String] { cautions.map { Words.Cautions.sentence($0).text(.written) } }
}
