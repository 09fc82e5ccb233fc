import Lineup

/// A file for an answer, its kind by its ending: `.json`, `.csv`, `.xlsx` or `.html`.
package struct AnswerFile: Sendable {
  private enum Kind: String, CaseIterable {
    case json, csv, xlsx, html
  }

  package let path: String
  private let kind: Kind

  /// - Throws: where the ending tells no known kind, or the file could not be written.
  package init(path: String) throws(LineupError) {
    self.path = path
    kind = try FileEnding.kind(of: path)
    if kind == .xlsx, !ReportWorkbook.isAvailable {
      throw LineupError([Problem(.methodUnavailable(method: "xlsx"))], kind: .usage)
    }
    try AtomicFile.check(path)
  }

  /// Whether the file is for people, a page or a workbook.
  package var isReport: Bool { kind == .xlsx || kind == .html }

  /// What the file is to hold.
  func bytes(of answer: Answer) throws(LineupError) -> [UInt8] {
    switch kind {
    case .json: Array(answer.json.utf8)
    case .csv: answer.csvFile
    case .html: Array(answer.page.utf8)
    case .xlsx: try ReportWorkbook(answer.report).bytes(namedFor: path)
    }
  }

  /// Writes the answer; the file is there whole or not at all.
  package func write(_ answer: Answer) throws(LineupError) {
    try AtomicFile.write(bytes(of: answer), to: path)
  }
}

/// The files of one answer. Whatever is wrong with them is told before an answer is looked for, and they
/// are written together: all of them or none.
package struct AnswerFiles: Sendable {
  private let files: [AnswerFile]
  private let output: OutputPaths

  /// - Throws: where one of them is none, or two are one file.
  package init(_ paths: [String]) throws(LineupError) {
    files = try paths.map { path throws(LineupError) in try AnswerFile(path: path) }
    output = try OutputPaths(paths)
  }

  package var paths: [String] { output.paths }

  /// Whether some are for people, pages or workbooks.
  package var hasReports: Bool { files.contains(where: \.isReport) }

  /// Throws where one of them is a file that was read; to be asked when everything is read and nothing is
  /// solved yet.
  package func keepInputs() throws(LineupError) { try output.keepInputs() }

  /// Writes the answer; all files are there whole, or none is.
  package func write(_ answer: Answer) throws(LineupError) {
    try AtomicFile.write(files.map { file throws(LineupError) in (file.path, try file.bytes(of: answer)) })
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
