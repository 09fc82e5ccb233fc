import Lineup

/// The paths that a command is to write, checked before anything is solved.
struct OutputPaths: Sendable {
  let paths: [String]

  /// - Throws: where one cannot be written to, or two mean one file.
  init(_ paths: [String]) throws(LineupError) {
    self.paths = paths
    for path in paths { try AtomicFile.check(path) }
    var seen: [FileIdentity: String] = [:]
    if let identity = FilePlace.identity(ofDescriptor: 1) { seen[identity] = "standard output" }
    for path in paths {
      guard let identity = try FilePlace(path).identity else { continue }
      if let first = seen.updateValue(path, forKey: identity) {
        throw LineupError(
          [Problem(.outputTwice(first: first), at: SourceLocation(source: path))], kind: .usage)
      }
    }
  }

  /// Throws where one of them, or the file that standard output goes to, is a file that was read.
  func keepInputs() throws(LineupError) {
    var outputs: [(name: String, identity: FileIdentity)] = []
    for path in paths {
      if let identity = try FilePlace(path).identity { outputs.append((path, identity)) }
    }
    if let identity = FilePlace.identity(ofDescriptor: 1) { outputs.append(("standard output", identity)) }
    for output in outputs {
      guard let input = InputRecord.path(of: output.identity) else { continue }
      throw LineupError(
        [Problem(.outputIsInput(input), at: SourceLocation(source: output.name))], kind: .usage)
    }
  }
}
