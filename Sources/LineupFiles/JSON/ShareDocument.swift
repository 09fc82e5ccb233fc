import Lineup

/// What `lineup share` wrote, and who must get a new sheet.
package struct ShareDocument: AnswerDocument {
  package static let name = "share"
  let scenario: Scenario
  let mark: String
  let sheets: [ShareSheet]
  let files: [String]
  /// `nil` where there is no earlier tray to compare with.
  let changes: [ShareChange]?

  package init(
    _ scenario: Scenario, mark: String, sheets: [ShareSheet], files: [String], changes: [ShareChange]?
  ) {
    self.scenario = scenario
    self.mark = mark
    self.sheets = sheets
    self.files = files
    self.changes = changes
  }

  package var inputs: InputDigests { scenario.inputs }

  package var members: [JSONValue.Member] {
    let value: JSONValue = [
      "scenario": .string(scenario.name), "variant": .optional(scenario.variant),
      "date": .optional(scenario.show.date?.description), "mark": .string(mark),
      "sheets": .array(
        sheets.map {
          ["owner": .string($0.owner), "value": .optional($0.value), "items": .integer($0.rows.count)]
        }),
      "files": .array(files.map(JSONValue.string)),
      "changes": changes.map { .array($0.filter(\.isChange).map(Self.change)) } ?? .null,
    ]
    return value.members
  }

  /// Who must get a new sheet, as other documents have it.
  static func members(_ changes: [ShareChange]?) -> [JSONValue.Member] {
    changes.map { [.init("sheets", .array($0.filter(\.isChange).map(change)))] } ?? []
  }

  static func change(_ change: ShareChange) -> JSONValue {
    func cell(_ cell: ShareSheet.Cell) -> JSONValue {
      switch cell {
      case .missing: .null
      case .text(let text): .string(text)
      case .number(let number): .number(number)
      }
    }
    return [
      "owner": .string(change.owner), "value": .optional(change.value),
      "in": .array(change.comesIn.map(JSONValue.string)), "out": .array(change.goesOut.map(JSONValue.string)),
      "cells": .array(
        change.cells.map {
          [
            "spu": .string($0.spu), "column": .string($0.column), "before": cell($0.before),
            "after": cell($0.after),
          ]
        }),
      "reordered": .bool(change.isReordered), "new": .bool(change.isNew), "gone": .bool(change.isGone),
    ]
  }
}
