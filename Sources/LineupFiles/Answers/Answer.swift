import Lineup
import LineupReports

/// An answer as people and programs read it: one report with its renderings, and the answer itself as JSON.
public struct Answer: Sendable {
  package let report: Report
  private let document: any AnswerDocument

  init(_ report: Report, _ document: some AnswerDocument) {
    self.report = report
    self.document = document
  }

  /// For a terminal.
  package func text(style: TextStyle) -> String { ReportText(report, style: style).text }

  /// Pretty-printed JSON with a line end.
  package var json: String { document.json }

  /// UTF-8 with a byte order mark, one table.
  package var csv: [UInt8] { ReportCSV(report, media: .csv).bytes }

  /// What a file of that kind holds: the same unless the answer brings forth a tray, which can then be read
  /// back.
  package var csvFile: [UInt8] { ReportCSV(report, media: .csvFile).bytes }

  /// HTML 5, one file with all it needs.
  package var page: String { ReportPage(report).text }
}
