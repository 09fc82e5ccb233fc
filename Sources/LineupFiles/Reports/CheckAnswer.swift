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

  public var json: String { CheckDocument(show: show, report: report).json }

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
