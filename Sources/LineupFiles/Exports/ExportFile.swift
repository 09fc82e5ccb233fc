import Lineup

/// The forms in which the integer program of a show is written (contract, section 6).
public enum ExportKind: String, Sendable, CaseIterable {
  /// Free MPS.
  case mps
  /// CPLEX LP.
  case lp
  /// Data for the MathProg model `Models/lineup.mod`.
  case dat

  /// The program as text in UTF-8.
  package func bytes(of show: Show) -> [UInt8] {
    switch self {
    case .mps: Array(MPSText(show).text.utf8)
    case .lp: Array(LPText(show).text.utf8)
    case .dat: Array(MathProgData(show).text.utf8)
    }
  }
}

/// A file for the integer program of a show, its kind by its ending.
package struct ExportFile: Sendable {
  package let path: String
  private let kind: ExportKind

  /// - Throws: where the ending tells no known kind, or the file could not be written.
  package init(path: String) throws(LineupError) {
    self.path = path
    kind = try FileEnding.kind(of: path)
    try AtomicFile.check(path)
  }

  /// What the file is to hold.
  func bytes(of show: Show) -> [UInt8] { kind.bytes(of: show) }

  /// Writes the program; the file is there whole or not at all.
  package func write(_ show: Show) throws(LineupError) {
    try AtomicFile.write(bytes(of: show), to: path)
  }
}

/// Several such files, written together: all of them or none.
package struct ExportFiles: Sendable {
  private let files: [ExportFile]
  private let output: OutputPaths

  /// - Throws: where one of them is none, or two are one file.
  package init(_ paths: [String]) throws(LineupError) {
    files = try paths.map { path throws(LineupError) in try ExportFile(path: path) }
    output = try OutputPaths(paths)
  }

  package var paths: [String] { output.paths }

  /// Throws where one of them is a file that was read.
  package func keepInputs() throws(LineupError) { try output.keepInputs() }

  /// Writes the program; all files are there whole, or none is.
  package func write(_ show: Show) throws(LineupError) {
    try AtomicFile.write(files.map { ($0.path, $0.bytes(of: show)) })
  }
}
