import Lineup

/// An answer as people and programs read it.
public protocol AnswerReport: Sendable {
  /// For a terminal.
  func text(style: TextStyle) -> String
  /// Pretty-printed JSON with a line end.
  var json: String { get }
  /// UTF-8 with a byte order mark, one table.
  var csv: [UInt8] { get }
  /// What a file of that kind holds: the same unless the answer brings forth a tray, which can then be read back.
  var csvFile: [UInt8] { get }
  /// For a page or a workbook; the text for a terminal unless the answer has more to show.
  var report: Report { get }
  /// HTML 5, one file with all it needs; the report's unless the answer has a page of its own.
  var page: String { get }
}

extension AnswerReport {
  public var csvFile: [UInt8] { csv }
  public var report: Report { Report(text: text(style: TextStyle())) }
  public var page: String { ReportPage(report).text }
}

/// A file for an answer, its kind by its ending: `.json`, `.csv`, `.xlsx` or `.html`.
public struct AnswerFile: Sendable {
  private enum Kind: String, CaseIterable {
    case json, csv, xlsx, html
  }

  public let path: String
  private let kind: Kind

  /// - Throws: where the ending tells no known kind, or the file could not be written.
  public init(path: String) throws(LineupError) {
    self.path = path
    kind = try FileEnding.kind(of: path)
    if kind == .xlsx, !ReportWorkbook.isAvailable {
      throw LineupError([Problem(.methodUnavailable(method: "xlsx"))], kind: .usage)
    }
    try AtomicFile.check(path)
  }

  /// Whether the file is for people, a page or a workbook.
  public var isReport: Bool { kind == .xlsx || kind == .html }

  /// Writes the answer; the file is there whole or not at all.
  public func write(_ answer: some AnswerReport) throws(LineupError) {
    switch kind {
    case .json: try AtomicFile.write(answer.json, to: path)
    case .csv: try AtomicFile.write(answer.csvFile, to: path)
    case .html: try AtomicFile.write(answer.page, to: path)
    case .xlsx: try ReportWorkbook(answer.report).write(to: path)
    }
  }
}

/// Kinds of files by the ending of their names.
enum FileEnding {
  /// The kind whose raw value the path ends with, letter case aside.
  static func kind<Kind>(of path: String) throws(LineupError) -> Kind
  where Kind: RawRepresentable<String>, Kind: CaseIterable {
    let file = path.split(separator: "/").last ?? ""
    let ending = file.contains(".") ? file.split(separator: ".").last.map { $0.lowercased() } : nil
    guard let ending, let kind = Kind(rawValue: ending) else {
      throw LineupError(
        [Problem(.unknownFileType(given: path, known: Kind.allCases.map { ".\($0.rawValue)" }))],
        kind: .usage)
    }
    return kind
  }
}

extension TextTable {
  /// The table with its headings bold and its rules dim.
  func text(style: TextStyle) -> String {
    text(width: style.width) { part, text in
      switch part {
      case .header, .group: style.paint(text, .bold)
      case .rule: style.paint(text, .dim)
      case .cell: text
      }
    }
  }
}
