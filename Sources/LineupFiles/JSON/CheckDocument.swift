import Lineup
import LineupReports

/// What `lineup check` finds.
struct CheckDocument: AnswerDocument {
  static let name = "check"
  let show: Show
  let report: CheckReport

  var inputs: InputDigests { show.scenario.inputs }

  var members: [JSONValue.Member] {
    let out = report.exclusions
    let value: JSONValue = [
      "scenario": .string(show.scenario.name), "variant": .optional(show.scenario.variant),
      "catalog": .string(show.catalog.source),
      "styles": .integer(report.styles), "candidates": .integer(report.candidates),
      "options": .integer(report.options), "forecast": .string(Words.forecast(report.forecast)),
      "moved": .array(report.moved.map(Self.moved)),
      "left_out": [
        "without_price": .integer(out.noPrice), "without_stock": .integer(out.noStock),
        "not_eligible": .integer(out.notEligible), "banned": .integer(out.banned),
        "without_pitch": .integer(out.noPitch),
      ],
      "columns": .array(report.columns.map(column)),
      "unused_headers": .array(
        report.unusedHeaders.map { ["header": .string($0.header), "reason": .string($0.reason)] }),
      "read": .array(report.notes.map { .string($0.description) }),
      "oddities": .array(
        report.oddities.map(Self.oddity)),
      "rules": .array(report.rows.map(Self.row)),
      "impossible": .array(report.impossibilities.map(JSONValue.string)),
      "warnings": .array(report.warnings.map(JSONValue.string)),
      "rows": flow, "tables": .array(report.flow.tables.map(Self.table)),
      "next": .string(Words.Look.nextStep(report, of: show.scenario)),
    ]
    guard let views = show.scenario.viewsAnswer else { return value.members }
    let effects = report.effects.map { effect -> JSONValue in
      [
        "category": .optional(effect.category), "styles": .integer(effect.styles),
        "before": .number(effect.before), "after": .number(effect.after), "factor": .optional(effect.factor),
      ]
    }
    return value.members + [
      .init("views", ViewsValues.views((try? views.explained()) ?? views)),
      .init("audience", .array(effects)),
    ]
  }

  private static func moved(_ style: MovedStyle) -> JSONValue {
    [
      "spu": .string(style.spu), "pitch": .string(style.pitch), "factor": .number(style.factor),
      "before": .number(style.before), "after": .number(style.after),
    ]
  }

  private var flow: JSONValue {
    let flow = report.flow
    return [
      "read": .integer(flow.rows), "styles": .integer(flow.styles), "totals": .integer(flow.totals),
      "titles": .integer(flow.titles),
      "left_out": .array(
        flow.leftOut.map { ["condition": .string($0.name), "rows": .integer($0.rows)] }),
      "equal": .integer(flow.equalRows), "stock_in_files": .optional(flow.stock?.inFiles),
      "stock_used": .optional(flow.stock?.used),
    ]
  }

  private static func oddity(_ oddity: Oddity) -> JSONValue {
    let value: JSONValue = [
      "finding": .string(oddity.finding), "rows": .integer(oddity.count),
      "lines": .array(oddity.lines.map { .integer($0.number) }),
    ]
    let files = oddity.lines.compactMap { $0.piece.map(JSONValue.string) }
    return files.isEmpty ? value : .object(value.members + [.init("files", .array(files))])
  }

  private static func table(_ table: CatalogFlow.Table) -> JSONValue {
    [
      "name": .string(table.name), "file": .string(table.file), "rows": .integer(table.rows),
      "not_chosen": .integer(table.notChosen), "used": .integer(table.used),
      "key_of_no_style": .integer(table.keyOfNoStyle), "styles_without": .integer(table.stylesWithout),
    ]
  }

  private func column(_ column: ColumnSummary) -> JSONValue {
    [
      "header": .optional(column.header), "name": .string(column.name),
      "canonical": .bool(column.isCanonical), "kind": .string(column.kind),
      "filled": .integer(report.styles - column.emptyCells),
      "distinct": column.distinctValues.map(JSONValue.integer) ?? .null,
      "least": .optional(column.range?.lowerBound), "greatest": .optional(column.range?.upperBound),
      "examples": .array(column.examples.map(JSONValue.string)),
    ]
  }

  private static func row(_ row: RowSupply) -> JSONValue {
    [
      "rule": .string(row.rule), "row": .string(row.row),
      "required": TrayValues.range(row.required, row.kind), "soft": .bool(row.isSoft),
      "candidates": .integer(row.candidates), "reach": .optional(row.reach), "short": .bool(row.isShort),
    ]
  }
}
