import Foundation
import TestSupport
import Testing

/// Whether what was recorded is to be recorded anew.
let recordsAnew = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

/// Expects a text to be as it was recorded. After a change that is meant, run the tests with
/// `RECORD_SNAPSHOTS=1` in the environment to record it anew, and read the difference.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectRecorded(text, in: "Tests/LineupCLITests/Snapshots/\(name)", sourceLocation: sourceLocation)
}

/// Expects a text to be that of a file of the package, which it makes, as `expectSnapshot` does.
func expectRecorded(
  _ text: String, in path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = SharedData.packageFolder.appending(path: path)
  if recordsAnew { try Data(text.utf8).write(to: url) }
  let recorded = String(decoding: try Data(contentsOf: url), as: UTF8.self)
  #expect(text == recorded, "RECORD_SNAPSHOTS=1 swift test records it anew", sourceLocation: sourceLocation)
}

/// The text without what differs from run to run and from machine to machine.
func withoutTimes(_ text: String) -> String {
  text.replacing(/"seconds": [0-9.e-]+/, with: "\"seconds\": 0.1")
    .replacing(/GLPK \d+\.\d+/, with: "GLPK 5.0")
    .replacing(/, [0-9.]+ s;/, with: ", 0.1 s;")
}
