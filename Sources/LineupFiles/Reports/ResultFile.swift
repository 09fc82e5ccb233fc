import Lineup

/// A file for a result, its kind by its ending.
public struct ResultFile: Sendable {
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

  /// Writes the result; the file is there whole or not at all.
  public func write(_ result: SolveResult) throws(LineupError) {
    switch kind {
    case .json: try AtomicFile.write(ResultJSON(result).text, to: path)
    case .csv: try AtomicFile.write(TrayCSV(result).bytes, to: path)
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
