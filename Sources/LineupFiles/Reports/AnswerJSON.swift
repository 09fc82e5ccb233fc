import Lineup
import Optimization

/// The answers to an infeasible show as members of a result's JSON object.
enum AnswerJSON {
  static func conflict(_ conflict: Conflict) -> JSONValue {
    [
      "rows": .array(conflict.rows.map(row)),
      "minimal": .bool(conflict.isMinimal),
      "message": .string(conflict.message),
    ]
  }

  private static func row(_ row: Conflict.Row) -> JSONValue {
    [
      "rule": .string(row.rule),
      "row": .string(row.row),
      "required": range(row.required, row.kind),
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
      "from": range(change.from, change.kind),
      "to": range(change.to, change.kind),
    ]
  }

  static func bestEffort(_ effort: BestEffort) -> JSONValue {
    [
      "total_miss": .number(effort.totalMiss),
      "proven": .bool(effort.isProven),
      "totals": ResultJSON.totals(effort.tray.totals),
      "items": .array(effort.tray.items.map(ResultJSON.item)),
      "rules": .array(effort.tray.rules.map(ResultJSON.rule)),
    ]
  }

  static func range(_ bounds: Bounds?, _ kind: RuleCheck.Kind) -> JSONValue {
    bounds.map { ["min": figure($0.lower, kind), "max": figure($0.upper, kind)] } ?? .null
  }

  /// Counts without a fraction; null where there is no end.
  static func figure(_ value: Double?, _ kind: RuleCheck.Kind) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    return kind == .count && value == value.rounded() && abs(value) < 1e15
      ? .integer(Int(saturating: value)) : .number(value)
  }
}
