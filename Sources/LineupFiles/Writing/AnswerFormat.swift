import Lineup

/// The forms in which an answer can be written to a stream.
public enum AnswerFormat: String, Sendable, CaseIterable {
  /// Text for a terminal.
  case table
  /// The document that `lineup schema` describes.
  case json
  /// UTF-8 with a byte order mark; what holds a tray can be read back as one.
  case csv
  /// A page: one file with all that it needs.
  case html
  /// A workbook, where the package was built with the trait `Workbooks`.
  case xlsx

  /// Whether it is for people, a page or a workbook.
  package var isReport: Bool { self == .html || self == .xlsx }

  /// Throws where this build cannot write it.
  package func check() throws(LineupError) {
    if self == .xlsx, !ReportWorkbook.isAvailable {
      throw LineupError([Problem(.methodUnavailable(method: rawValue))], kind: .usage)
    }
  }
}

extension Answer {
  /// The answer as a stream gets it; of a table its text without colours.
  /// - Parameter asFile: whether what a file of that kind holds is wanted, which can be read back as a tray.
  package func bytes(as format: AnswerFormat, asFile: Bool) throws(LineupError) -> [UInt8] {
    switch format {
    case .table: Array(text(style: TextStyle()).utf8)
    case .json: Array(json.utf8)
    case .csv: asFile ? csvFile : csv
    case .html: Array(page.utf8)
    case .xlsx: try ReportWorkbook(report).bytes(namedFor: "standard output")
    }
  }
}
