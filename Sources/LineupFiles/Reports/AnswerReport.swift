import Lineup

/// An answer as people and programs read it.
public protocol AnswerReport: Sendable {
  /// For a terminal.
  func text(style: TextStyle) -> String
  /// Pretty-printed JSON with a line end.
  var json: String { get }
  /// UTF-8 with a byte order mark, one table.
  var csv: [UInt8] { get }
}

/// A file for an answer, its kind by its ending: `.json` or `.csv`.
public struct AnswerFile: Sendable {
  private enum Kind: String, CaseIterable {
    case json, csv
  }

  public let path: String
  private let kind: Kind

  /// - Throws: where the ending tells no known kind, or the file could not be written.
  public init(path: String) throws(LineupError) {
    self.path = path
    kind = try FileEnding.kind(of: path)
    try AtomicFile.check(path)
  }

  /// Writes the answer; the file is there whole or not at all.
  public func write(_ report: some AnswerReport) throws(LineupError) {
    switch kind {
    case .json: try AtomicFile.write(report.json, to: path)
    case .csv: try AtomicFile.write(report.csv, to: path)
    }
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
