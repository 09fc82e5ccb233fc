import Lineup

/// What `lineup compare` says: shows side by side, a column each.
public struct ComparisonReport: AnswerReport {
  private let comparison: Comparison

  public init(_ comparison: Comparison) {
    self.comparison = comparison
  }

  private static func status(_ entry: Comparison.Entry) -> String {
    switch entry.result {
    case .success(let result): result.status
    case .failure: "error"
    }
  }

  /// Why a show has no tray.
  private static func reason(_ entry: Comparison.Entry) -> String? {
    switch entry.result {
    case .failure(let error): return error.description
    case .success(let result):
      switch result.outcome {
      case .infeasible(let answer): return answer.conflict?.message ?? "no tray keeps every hard rule"
      case .unknown: return "the search was ended before it found a tray"
      case .optimal, .feasible: return nil
      }
    }
  }

  private static func score(_ entry: Comparison.Entry) -> SolveResult.Score? {
    if case .success(let result) = entry.result { result.score } else { nil }
  }

  private static func goal(_ entry: Comparison.Entry) -> RuleCheck? {
    entry.tray?.rules.first { $0.rule == "sales goal" }
  }

  private static func heroShare(_ entry: Comparison.Entry) -> Double? {
    entry.heroShare
      ?? entry.tray?.rules.first { $0.kind == .share && $0.rule.lowercased().contains("hero") }?.actual
  }

  /// Rows that some show checks, in the order of the first that has them; rows of `each` that stand
  /// alone at 0 are not among them.
  private var rows: [String] {
    var seen: Set<String> = []
    var counts: [String: Int] = [:]
    let checks = comparison.entries.compactMap(\.tray).flatMap(\.rules)
    for check in checks { counts[check.rule, default: 0] += 1 }
    return checks.filter {
      (counts[$0.rule] ?? 0) <= 12 * comparison.entries.count && seen.insert($0.row).inserted
    }
    .map(\.row)
  }

  private static func actual(_ row: String, _ entry: Comparison.Entry) -> String {
    guard let check = entry.tray?.rules.first(where: { $0.row == row }) else { return "-" }
    return (check.actual.map { ReportText.value($0, check.kind) } ?? "-") + (check.holds ? "" : " !")
  }

  // MARK: Text

  /// With more shows than this, a table has a row for each show and leaves the rules to the files.
  private static let mostColumns = 8

  public func text(style: TextStyle) -> String {
    let isLong = comparison.entries.count > Self.mostColumns
    var text = (isLong ? showsByRow : showsByColumn).text(style: style) + "\n"
    for entry in comparison.entries {
      if let reason = Self.reason(entry) { text += style.paint("\(entry.name): ", .yellow) + reason + "\n" }
    }
    func listed(_ spus: [String]) -> String {
      spus.isEmpty ? "" : ": " + spus.prefix(12).joined(separator: ", ") + (spus.count > 12 ? ", …" : "")
    }
    func styles(_ count: Int) -> String { count == 1 ? "1 style is" : "\(count) styles are" }
    text += "Core: \(styles(comparison.core.count)) on every tray\(listed(comparison.core))\n"
    text += "Swing: \(styles(comparison.swing.count)) on some\(listed(comparison.swing.map(\.spu)))\n"
    if isLong { text += "Every rule's actual is in --format csv, or a file by -o.\n" }
    return text
  }

  /// A figure of each show, under a title.
  private typealias Figure = (title: String, cell: (Comparison.Entry) -> String)

  private var figures: [Figure] {
    func total(_ value: @escaping (TrayTotals) -> Double) -> (Comparison.Entry) -> String {
      { $0.tray.map { ReportText.number(value($0.totals)) } ?? "-" }
    }
    var figures: [Figure] = [
      ("status", Self.status), ("items", total { Double($0.items) }), ("minutes", total(\.minutes)),
      ("GMV", total(\.gmv)), ("margin", total(\.margin)),
    ]
    if comparison.entries.contains(where: { Self.goal($0) != nil }) {
      figures.append(("goal reached", { entry in Self.goal(entry).map { $0.holds ? "yes" : "NO" } ?? "-" }))
    }
    if comparison.entries.contains(where: { Self.heroShare($0) != nil }) {
      figures.append(("hero share", { entry in Self.heroShare(entry).map { ReportText.percent($0) } ?? "-" }))
    }
    return figures
  }

  private static var differences: [Figure] {
    func signed(_ value: @escaping (Comparison.Difference) -> Double) -> (Comparison.Entry) -> String {
      { entry in
        entry.difference.map { (value($0) > 0 ? "+" : "") + ReportText.number(value($0)) } ?? "-"
      }
    }
    return [
      ("items", signed { Double($0.items) }), ("minutes", signed(\.minutes)), ("GMV", signed(\.gmv)),
      ("margin", signed(\.margin)), ("styles in", signed { Double($0.joining.count) }),
      ("styles out", signed { -Double($0.leaving.count) }),
      ("styles kept", { $0.difference.map { "\($0.kept.count)" } ?? "-" }),
    ]
  }

  private var showsByColumn: TextTable {
    var table = TextTable(
      columns: [.init("", maximumWidth: 36, minimumWidth: 14)]
        + comparison.entries.map { .init($0.name, alignment: .right, maximumWidth: 22) })
    func add(_ title: String, _ cell: (Comparison.Entry) -> String) {
      table.addRow([title] + comparison.entries.map(cell))
    }
    for figure in figures { add(figure.title, figure.cell) }
    table.addGroup("against \(comparison.entries.first?.name ?? "the first")")
    for figure in Self.differences { add(figure.title, figure.cell) }
    let rows = rows
    if !rows.isEmpty { table.addGroup("rules") }
    for row in rows { add(row) { Self.actual(row, $0) } }
    return table
  }

  private var showsByRow: TextTable {
    let differences = Self.differences.filter { !["items", "minutes", "styles kept"].contains($0.title) }
    let columns =
      figures + differences.map { ($0.title.hasPrefix("styles") ? $0.title : "± \($0.title)", $0.cell) }
    var table = TextTable(
      columns: [.init("", maximumWidth: 36, minimumWidth: 8)]
        + columns.map { .init($0.title, alignment: $0.title == "status" ? .left : .right) })
    for entry in comparison.entries { table.addRow([entry.name] + columns.map { $0.cell(entry) }) }
    return table
  }

  // MARK: JSON and CSV

  public var json: String {
    let value: JSONValue = [
      "shows": .array(
        comparison.entries.map { entry in
          [
            "name": .string(entry.name), "status": .string(Self.status(entry)),
            "reason": .optional(Self.reason(entry)),
            "value": .optional(Self.score(entry)?.value), "bound": .optional(Self.score(entry)?.bound),
            "totals": ResultJSON.totals(entry.tray?.totals),
            "goal_reached": Self.goal(entry).map { .bool($0.holds) } ?? .null,
            "hero_share": .optional(Self.heroShare(entry)),
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
    let rows = rows
    let heads = [
      "name", "status", "reason", "value", "items", "minutes", "units", "gmv", "margin", "goal_reached",
      "hero_share", "in", "out", "kept",
    ]
    // A rule may bear the name of a figure.
    writer.addRow((heads + rows.map { "rule: \($0)" }).map(CSVWriter.Cell.text))
    for entry in comparison.entries {
      let totals = entry.tray?.totals
      func number(_ value: Double?) -> CSVWriter.Cell { value.map(CSVWriter.Cell.number) ?? .empty }
      func joined(_ spus: [String]?) -> CSVWriter.Cell { .text((spus ?? []).joined(separator: "|")) }
      var cells: [CSVWriter.Cell] = [
        .text(entry.name), .text(Self.status(entry)), .text(Self.reason(entry) ?? ""),
        number(Self.score(entry)?.value), totals.map { .integer($0.items) } ?? .empty,
      ]
      cells += [number(totals?.minutes), number(totals?.units), number(totals?.gmv), number(totals?.margin)]
      cells += [
        Self.goal(entry).map { .text($0.holds ? "true" : "false") } ?? .empty, number(Self.heroShare(entry)),
      ]
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
