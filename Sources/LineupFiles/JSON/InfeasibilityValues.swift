import Lineup
import LineupReports

/// The answers to an infeasible show as members of a result's JSON object.
enum InfeasibilityValues {
  static func conflict(_ conflict: Conflict) -> JSONValue {
    [
      "rows": .array(conflict.rows.map(row)),
      "minimal": .bool(conflict.isMinimal),
      "message": .string(Words.Clash.sentence(conflict).text(.written)),
    ]
  }

  private static func row(_ row: Conflict.Row) -> JSONValue {
    [
      "rule": .string(row.rule),
      "row": .string(row.row),
      "required": TrayValues.range(row.required, row.kind),
    ]
  }

  static func repair(_ repair: Repair) -> JSONValue {
    [
      "changes": .array(repair.changes.map(change)),
      "relative_size": .number(repair.relativeSize),
      "value": .number(repair.value),
      "proven": .bool(repair.isProven),
      "smallest": .bool(repair.isSmallest),
    ]
  }

  /// `to` is null where the rule is dropped.
  static func change(_ change: RuleChange) -> JSONValue {
    [
      "rule": .string(change.rule),
      "row": .string(change.row),
      "from": TrayValues.range(change.from, change.kind),
      "to": TrayValues.range(change.to, change.kind),
    ]
  }

  static func bestEffort(_ effort: BestEffort) -> JSONValue {
    [
      "total_miss": .number(effort.totalMiss),
      "proven": .bool(effort.isProven),
      "totals": TrayValues.totals(effort.tray.totals),
      "items": .array(effort.tray.items.map(TrayValues.item)),
      "rules": .array(effort.tray.rules.map(TrayValues.rule)),
    ]
  }
}
