import Lineup

/// What `lineup check` says, for people and for programs.
public struct CheckAnswer: AnswerReport {
  private let show: Show
  private let report: CheckReport

  public init(_ show: Show) {
    self.show = show
    report = show.check()
  }

  public func text(style: TextStyle) -> String { CheckText(show).text(style: style) }

  // MARK: JSON

  public var json: String {
    let out = report.exclusions
    let value: JSONValue = [
      "format": "lineup/check@1",
      "scenario": .string(show.scenario.name), "variant": .optional(show.scenario.variant),
      "catalog": .string(show.catalog.source),
      "styles": .integer(report.styles), "candidates": .integer(report.candidates),
      "options": .integer(report.options), "forecast": .string(report.forecast),
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
        report.oddities.map {
          [
            "finding": .string($0.finding), "rows": .integer($0.count),
            "lines": .array($0.lines.map(JSONValue.integer)),
          ]
        }),
      "rules": .array(report.rows.map(Self.row)),
      "impossible": .array(report.impossibilities.map(JSONValue.string)),
      "warnings": .array(report.warnings.map(JSONValue.string)),
    ]
    return value.text + "\n"
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
      "required": AnswerJSON.range(row.required, row.kind), "soft": .bool(row.isSoft),
      "candidates": .integer(row.candidates), "reach": .optional(row.reach), "short": .bool(row.isShort),
    ]
  }

  // MARK: CSV

  /// A line for each thing found: what it is about, its name, what there is to say of it.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    func add(_ part: String, _ name: String, _ finding: String, lines: [Int] = []) {
      writer.addRow(
        [part, name, finding, lines.map(String.init).joined(separator: " ")].map(CSVWriter.Cell.text))
    }
    writer.addRow(["part", "name", "finding", "lines"].map(CSVWriter.Cell.text))
    for column in report.columns {
      let range = column.range.map { "\($0.lowerBound)..\($0.upperBound)" }
      let finding = [
        "read as \(column.isCanonical ? column.name : "a column of its own")", column.kind,
        "\(report.styles - column.emptyCells) of \(report.styles) filled",
        "\(column.distinctValues ?? 0) distinct", range ?? column.examples.joined(separator: " | "),
      ]
      add("column", column.header ?? column.name, finding.filter { !$0.isEmpty }.joined(separator: "; "))
    }
    for unused in report.unusedHeaders { add("unused header", unused.header, unused.reason) }
    for note in report.notes { add("read", "", note.description) }
    for oddity in report.oddities {
      add("look at", "", "\(oddity.finding) in \(oddity.count) rows", lines: oddity.lines)
    }
    add("candidates", "", "\(report.candidates) of \(report.styles) styles, \(report.options) options")
    add("forecast", "", report.forecast)
    for row in report.rows {
      let reach = row.reach.map { "; all together reach \($0)" } ?? ""
      add(
        row.isShort ? "cannot hold" : "rule", row.row,
        "asks \(ReportText.range(row.required, row.kind)); \(row.candidates) candidates\(reach)")
    }
    for sentence in report.impossibilities { add("cannot hold", "", sentence) }
    for warning in report.warnings { add("note", "", warning) }
    return writer.bytes
  }
}
