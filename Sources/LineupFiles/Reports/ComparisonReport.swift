import Lineup

/// What `lineup compare` says: shows side by side, a column each.
public struct ComparisonReport: AnswerReport {
  private let comparison: Comparison

  public init(_ comparison: Comparison) {
    self.comparison = comparison
  }

  // MARK: Text

  /// With more shows than this, a table has a row for each show and leaves the rules to the files.
  private static let mostColumns = 8

  public func text(style: TextStyle) -> String {
    let isLong = comparison.entries.count > Self.mostColumns
    var text = (isLong ? showsByRow : showsByColumn).text(style: style) + "\n"
    for entry in comparison.entries {
      if let reason = ComparisonTable.reason(entry) {
        text +=
          style.paint(DisplayWidth.singleLine("\(entry.name): "), .yellow) + DisplayWidth.singleLine(reason)
          + "\n"
      }
    }
    func listed(_ spus: [String]) -> String {
      spus.isEmpty ? "" : ": " + ReportText.names(spus, atMost: 12) + (spus.count > 12 ? ", …" : "")
    }
    func styles(_ count: Int) -> String { count == 1 ? "1 style is" : "\(count) styles are" }
    text += "Core: \(styles(comparison.core.count)) on every tray\(listed(comparison.core))\n"
    text += "Swing: \(styles(comparison.swing.count)) on some\(listed(comparison.swing.map(\.spu)))\n"
    if isLong { text += "Every rule's actual is in --format csv, or a file by -o.\n" }
    return text
  }

  private var showsByColumn: TextTable {
    let lines = ComparisonTable(comparison).table
    var table = TextTable(
      columns: [.init("", maximumWidth: 36, minimumWidth: 14)]
        + comparison.entries.map { .init($0.name, alignment: .right, maximumWidth: 22) })
    for group in lines.groups {
      if let name = group.name { table.addGroup(name) }
      for row in group.rows { table.addRow(row.cells.indices.map { lines.text($0, in: row) }) }
    }
    return table
  }

  private var showsByRow: TextTable {
    let lines = ComparisonTable(comparison).table
    let groups = lines.groups
    let figures = (groups.first?.rows ?? []).filter { lines.text(0, in: $0) != ComparisonTable.clashTitle }
    let differences = (groups.count > 1 ? groups[1].rows : []).filter { row in
      !["items", "minutes", "styles kept"].contains(lines.text(0, in: row))
    }
    var table = TextTable(
      columns: [.init("", maximumWidth: 36, minimumWidth: 8)]
        + figures.map { row in
          let title = lines.text(0, in: row)
          return .init(title, alignment: title == "status" ? .left : .right)
        }
        + differences.map { row in
          let title = lines.text(0, in: row)
          return .init(title.hasPrefix("styles") ? title : "± \(title)", alignment: .right)
        })
    for (position, entry) in comparison.entries.enumerated() {
      table.addRow([entry.name] + (figures + differences).map { lines.text(position + 1, in: $0) })
    }
    return table
  }

  public var report: Report { Report(comparison) }

  // MARK: JSON and CSV

  public var json: String { ComparisonDocument(comparison: comparison).json }

  public var csv: [UInt8] {
    var writer = CSVWriter()
    let rows = ComparisonTable.ruleRows(comparison)
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
        .text(entry.name), .text(ComparisonTable.status(entry)), .text(ComparisonTable.reason(entry) ?? ""),
        number(entry.score?.value), totals.map { .integer($0.items) } ?? .empty,
      ]
      cells += [number(totals?.minutes), number(totals?.units), number(totals?.gmv), number(totals?.margin)]
      cells += [
        ComparisonTable.goal(entry).map { .text($0.holds ? "true" : "false") } ?? .empty,
        number(ComparisonTable.heroShare(entry)),
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
