import Lineup

/// What `lineup compare` says: shows side by side, a column each.
public struct ComparisonReport: AnswerReport {
  private let comparison: Comparison

  public init(_ comparison: Comparison) {
    self.comparison = comparison
  }

  // MARK: Text

  public func text(style: TextStyle) -> String {
    var table = TextTable(
      columns: [.init("", maximumWidth: 36, minimumWidth: 14)]
        + comparison.entries.map { .init($0.name, alignment: .right, maximumWidth: 22) })
    let lines = ComparisonTable(comparison).table
    for group in lines.groups {
      if let name = group.name { table.addGroup(name) }
      for row in group.rows { table.addRow(row.cells.indices.map { lines.text($0, in: row) }) }
    }
    var text = table.text(style: style) + "\n"
    for entry in comparison.entries {
      if let reason = ComparisonTable.reason(entry) {
        text += style.paint("\(entry.name): ", .yellow) + reason + "\n"
      }
    }
    func listed(_ spus: [String]) -> String {
      spus.prefix(12).joined(separator: ", ") + (spus.count > 12 ? ", …" : "")
    }
    text += "Core: \(comparison.core.count) styles are on every tray: \(listed(comparison.core))\n"
    text += "Swing: \(comparison.swing.count) styles are on some: \(listed(comparison.swing.map(\.spu)))\n"
    return text
  }

  public var report: Report { Report(comparison) }

  // MARK: JSON and CSV

  public var json: String {
    let value: JSONValue = [
      "shows": .array(
        comparison.entries.map { entry in
          [
            "name": .string(entry.name), "status": .string(ComparisonTable.status(entry)),
            "reason": .optional(ComparisonTable.reason(entry)),
            "totals": ResultJSON.totals(entry.tray?.totals),
            "goal_reached": ComparisonTable.goal(entry).map { .bool($0.holds) } ?? .null,
            "items": .array((entry.tray?.items ?? []).map { .string($0.spu) }),
            "rules": .array((entry.tray?.rules ?? []).map(ResultJSON.rule)),
            "difference": entry.difference.map(Self.value) ?? .null,
          ]
        }),
      "core": .array(comparison.core.map(JSONValue.string)),
      "swing": .array(comparison.swing.map { ["spu": .string($0.spu), "trays": .integer($0.trays)] }),
    ]
    return value.text + "\n"
  }

  private static func value(_ difference: Comparison.Difference) -> JSONValue {
    [
      "items": .integer(difference.items), "minutes": .number(difference.minutes),
      "units": .number(difference.units), "gmv": .number(difference.gmv),
      "margin": .number(difference.margin),
      "in": .array(difference.joining.map(JSONValue.string)),
      "out": .array(difference.leaving.map(JSONValue.string)),
      "kept": .array(difference.kept.map(JSONValue.string)),
    ]
  }

  public var csv: [UInt8] {
    var writer = CSVWriter()
    let rows = ComparisonTable.ruleRows(comparison)
    writer.addRow(
      (["name", "status", "reason", "items", "minutes", "units", "gmv", "margin", "in", "out", "kept"] + rows)
        .map(CSVWriter.Cell.text))
    for entry in comparison.entries {
      let totals = entry.tray?.totals
      func number(_ value: Double?) -> CSVWriter.Cell { value.map(CSVWriter.Cell.number) ?? .empty }
      func joined(_ spus: [String]?) -> CSVWriter.Cell { .text((spus ?? []).joined(separator: "|")) }
      var cells: [CSVWriter.Cell] = [
        .text(entry.name), .text(ComparisonTable.status(entry)), .text(ComparisonTable.reason(entry) ?? ""),
        totals.map { .integer($0.items) } ?? .empty,
      ]
      cells += [number(totals?.minutes), number(totals?.units), number(totals?.gmv), number(totals?.margin)]
      cells += [
        joined(entry.difference?.joining), joined(entry.difference?.leaving), joined(entry.difference?.kept),
      ]
      for row in rows {
        cells.append(number(entry.tray?.rules.first { $0.row == row }?.actual))
      }
      writer.addRow(cells)
    }
    return writer.bytes
  }
}
