import Lineup

/// A file for the integer program of a show, its kind by its ending (contract, section 6).
public struct ExportFile: Sendable {
  private enum Kind: String, CaseIterable {
    case mps, lp, dat
  }

  public let path: String
  private let kind: Kind

  /// - Throws: where the ending tells no known kind, or the file could not be written.
  public init(path: String) throws(LineupError) {
    self.path = path
    kind = try FileEnding.kind(of: path)
    try AtomicFile.check(path)
  }

  /// Writes the program; the file is there whole or not at all.
  public func write(_ show: Show) throws(LineupError) {
    switch kind {
    case .mps: try AtomicFile.write(MPSText(show).text, to: path)
    case .lp: try AtomicFile.write(LPText(show).text, to: path)
    case .dat: try AtomicFile.write(MathProgData(show).text, to: path)
    }
  }
}
