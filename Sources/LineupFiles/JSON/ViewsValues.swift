import Lineup
import LineupReports

/// A plan of views as JSON values.
enum ViewsValues {
  static func views(_ answer: ViewsAnswer) -> JSONValue {
    [
      "status": .string(answer.status.rawValue), "channels": .array(answer.channels.map(channel)),
      "net": .optional(answer.net), "cost": .optional(answer.cost),
      "rows": .array(answer.rows.map(TrayValues.rule)),
      "conflict": answer.clash.map { InfeasibilityValues.conflict($0.conflict) } ?? .null,
    ]
  }

  private static func channel(_ channel: ViewsAnswer.Channel) -> JSONValue {
    [
      "channel": .string(channel.name), "views": TrayValues.figure(channel.views, .count),
      "told": channel.told.map { told in
        .object(told.map { .init($0.segment, .integer($0.people)) })
      } ?? .null, "orders": .optional(channel.orders), "gmv": .optional(channel.gmv),
      "cost": .number(channel.cost),
    ]
  }
}

/// What `lineup views` says.
struct ViewsDocument: AnswerDocument {
  static let name = "views"
  let outlook: ViewsOutlook

  var inputs: InputDigests { outlook.scenario.inputs }

  var members: [JSONValue.Member] {
    let answer = outlook.answer
    let value: JSONValue = [
      "scenario": .string(outlook.scenario.name), "variant": .optional(outlook.scenario.variant),
    ]
    let rest: JSONValue = [
      "most": answer.clash?.most.map(Self.most) ?? .null,
      "repairs": .array((answer.clash?.changes.prefix(3) ?? []).map(InfeasibilityValues.change)),
      "next": outlook.next.map(Self.next) ?? .null,
      "prices": .array(
        outlook.prices.map {
          [
            "row": .string($0.row), "required": TrayValues.range($0.required, $0.kind),
            "saving": .number($0.saving),
          ]
        }),
      "short": .array(
        outlook.shorts.map { short in
          [
            "channel": .string(short.channel), "share": .number(short.share),
            "views": ViewsValues.views(short.answer), "most": short.most.map(Self.most) ?? .null,
          ]
        }),
      "worth": .array(
        outlook.worth.map { point in
          [
            "part": .number(point.part), "views": .number(point.views), "value": .optional(point.value),
            "proven": .bool(point.isProven), "cost": .optional(point.cost),
          ]
        }),
      "targets": .array(outlook.targets.map(Self.targets)), "complete": .bool(!outlook.isCut),
      "warnings": .array(outlook.warnings.map(JSONValue.string)),
    ]
    return value.members + ViewsValues.views(answer).members + rest.members
  }

  private static func most(_ most: ViewsClash.Most) -> JSONValue {
    ["row": .string(most.row), "amount": .number(most.amount)]
  }

  private static func next(_ next: ViewsOutlook.Next) -> JSONValue {
    [
      "views": .number(next.views), "cost": .optional(next.cost), "whole": .bool(next.isWhole),
      "channels": .array(
        next.channels.map { ["channel": .string($0.channel), "views": TrayValues.figure($0.views, .count)] }),
    ]
  }

  private static func targets(_ targets: ViewsTargets) -> JSONValue {
    [
      "channel": .string(targets.channel), "per": .string(targets.column),
      "parts": .array(
        targets.parts.map {
          ["name": .string($0.name), "people": .number($0.people), "views": .integer($0.views)]
        }),
    ]
  }
}

extension ViewsOutlook {
  /// What a person should know of data and plan, in sentences.
  package var warnings: [String] {
    cautions.map { Words.Cautions.sentence($0).text(.written) }
      + targets.compactMap { targets in
        targets.peopleOfScenario.map { Words.Views.otherPeople(targets, $0).text(.written) }
      }
  }
}
