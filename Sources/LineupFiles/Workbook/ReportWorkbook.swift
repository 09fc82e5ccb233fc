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

    /// The workbook as a file's bytes.
    /// - Parameter path: Where they will go, for messages.
    package func bytes(namedFor path: String) throws(LineupError) -> [UInt8] {
      try WorkbookDocument.bytes(namedFor: path) { document throws(LineupError) in
        for section in report.sections {
          try SectionSheet(section, in: report).write(to: &document)
          if !section.charts.isEmpty {
            try ChartSheet(section.charts, title: report.title).write(to: &document)
          }
        }
      }
    }
  #else
    public static let isAvailable = false

    package func bytes(namedFor path: String) throws(LineupError) -> [UInt8] {
      throw LineupError([Problem(.methodUnavailable(method: "xlsx"))], kind: .usage)
    }
  #endif

  /// Writes the workbook; the file is there whole or not at all.
  public func write(to path: String) throws(LineupError) {
    try AtomicFile.write(bytes(namedFor: path), to: path)
  }
}
