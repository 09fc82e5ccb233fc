import Lineup

/// A report as a workbook: a sheet for each section, charts that Excel can change, figures as figures.
public struct ReportWorkbook {
  private let report: Report

  public init(_ report: Report) {
    self.report = report
  }

  #if Workbooks
    /// Whether this build can write workbooks (trait `Workbooks`).
    public static let isAvailable = true

    /// Writes the workbook; the file is there whole or not at all.
    public func write(to path: String) throws(LineupError) {
      let bytes = try WorkbookDocument.bytes(namedFor: path) { document throws(LineupError) in
        for section in report.sections {
          try SectionSheet(section, in: report).write(to: &document)
          if !section.charts.isEmpty {
            try ChartSheet(section.charts, title: report.title).write(to: &document)
          }
        }
      }
      try AtomicFile.write(bytes, to: path)
    }
  #else
    public static let isAvailable = false

    public func write(to path: String) throws(LineupError) {
      throw LineupError([Problem(.methodUnavailable(method: "xlsx"))], kind: .usage)
    }
  #endif
}
