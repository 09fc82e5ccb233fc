import Lineup
import LineupReports

/// A report as a workbook: a sheet for each section, charts that Excel can change, figures as figures.
package struct ReportWorkbook {
  private let report: Report

  package init(_ report: Report) {
    self.report = report
  }

  #if Workbooks
    /// Whether this build can write workbooks (trait `Workbooks`).
    package static let isAvailable = true

    /// The workbook as a file's bytes.
    /// - Parameter path: Where they will go, for messages.
    package func bytes(namedFor path: String) throws(LineupError) -> [UInt8] {
      try WorkbookDocument.bytes(namedFor: path) { document throws(LineupError) in
        var isFirst = true
        for section in report.sections where section.media.contains(.workbook) {
          try SectionSheet(section, in: report, isFirst: isFirst).write(to: &document)
          isFirst = false
          let charts = section.charts.filter { $0.media.contains(.workbook) }
          if !charts.isEmpty { try ChartSheet(charts, title: report.title).write(to: &document) }
        }
      }
    }
  #else
    package static let isAvailable = false

    package func bytes(namedFor path: String) throws(LineupError) -> [UInt8] {
      throw LineupError([Problem(.methodUnavailable(method: "xlsx"))], kind: .usage)
    }
  #endif

  /// Writes the workbook; the file is there whole or not at all.
  package func write(to path: String) throws(LineupError) {
    try AtomicFile.write(bytes(namedFor: path), to: path)
  }
}
