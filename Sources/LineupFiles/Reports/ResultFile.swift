import Lineup

/// A file for a result, its kind by its ending.
public struct ResultFile: Sendable {
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

  /// Whether the file is for people and tells more than the result, such as what was left out.
  public var isReport: Bool { kind == .xlsx || kind == .html }

  /// Writes the result; the file is there whole or not at all.
  /// - Parameter report: What workbooks and pages say; see `Report.init(_:of:leftOut:)`.
  public func write(_ result: SolveResult, report: @autoclosure () -> Report) throws(LineupError) {
    switch kind {
    case .json: try AtomicFile.write(ResultJSON(result).text, to: path)
    case .csv: try AtomicFile.write(TrayCSV(result).bytes, to: path)
    case .html: try AtomicFile.write(ReportPage(report()).text, to: path)
    case .xlsx: try ReportWorkbook(report()).write(to: path)
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
