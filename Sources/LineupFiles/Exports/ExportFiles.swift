import Lineup

/// The files for the integer program of a show, each of the kind that its ending says (contract,
/// section 6). They are written together: all of them or none.
public struct ExportFiles: Sendable {
  private enum Kind: String, CaseIterable {
    case mps, lp, dat
  }

  private let output: OutputPaths
  private let kinds: [Kind]

  /// - Throws: where an ending tells no known kind, a file could not be written, or two are one file.
  public init(_ paths: [String]) throws(LineupError) {
    kinds = try paths.map { path throws(LineupError) in try FileEnding.kind(of: path) }
    output = try OutputPaths(paths)
  }

  public var paths: [String] { output.paths }

  /// Throws where one of them is a file that was read.
  public func keepInputs() throws(LineupError) { try output.keepInputs() }

  /// Writes the program; all files are there whole, or none is.
  public func write(_ show: Show) throws(LineupError) {
    try AtomicFile.write(
      zip(paths, kinds).map { path, kind in
        switch kind {
        case .mps: (path, Array(MPSText(show).text.utf8))
        case .lp: (path, Array(LPText(show).text.utf8))
        case .dat: (path, Array(MathProgData(show).text.utf8))
        }
      })
  }
}
