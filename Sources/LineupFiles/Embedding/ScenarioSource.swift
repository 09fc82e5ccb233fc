import Lineup

/// Where a scenario's catalog and calendar come from: a folder, or whatever a service keeps them in.
public struct ScenarioSource: Sendable {
  package let bytes: @Sendable (_ name: String) throws(LineupError) -> [UInt8]

  /// The files of a folder; names in a scenario are relative to it.
  public init(folder: String) {
    bytes = { name throws(LineupError) in
      try FileBytes.contents(of: name.hasPrefix("/") ? name : folder + "/" + name)
    }
  }

  /// What a function gives for the names as the scenario writes them.
  /// - Parameter bytes: `nil` where there is no such thing, which is told as a missing file.
  public init(_ bytes: @escaping @Sendable (_ name: String) -> [UInt8]?) {
    self.bytes = { name throws(LineupError) in
      guard let found = bytes(name) else {
        throw LineupError(.fileNotFound, at: SourceLocation(source: name))
      }
      return found
    }
  }
}
