import LineupFiles

/// Files that the command line names, `-` for standard input.
enum InputFile {
  static let standardInput = "-"

  static func show(_ path: String) throws(LineupError) -> ShowFile {
    guard path == standardInput else { return try ShowFile(path: path) }
    return try ShowFile(bytes: StandardInput.read(), source: StandardInput.name)
  }

  static func slots(_ path: String) throws(LineupError) -> SlotsFile {
    guard path == standardInput else { return try SlotsFile(path: path) }
    return try SlotsFile(bytes: StandardInput.read(), source: StandardInput.name)
  }

  static func tray(_ path: String, scenario: Scenario) throws(LineupError) -> TrayFile {
    guard path == standardInput else { return try TrayFile(path: path, scenario: scenario) }
    return try TrayFile(
      bytes: StandardInput.read(limit: .table), source: StandardInput.name, scenario: scenario)
  }
}
