import Foundation
import TestSupport
import Testing

/// Standard output that cannot be written, and a standard error that is not there.
@Suite struct StreamTests {
  @Test(.enabled(if: Shell.hasFullDevice), arguments: SmallFiles.commands)
  func `an answer that finds no room is an error`(command: String) throws {
    let folder = try SmallFiles.folder()
    let outcome = try Shell.run("\"$LINEUP\" \(command) > /dev/full", in: folder)
    #expect(outcome.code == 74)
    #expect(
      outcome.errorText == "lineup: standard output: it cannot be written to: no space left on device\n")
  }

  @Test(arguments: SmallFiles.commands)
  func `an answer to a closed output is an error`(command: String) throws {
    let folder = try SmallFiles.folder()
    let outcome = try Shell.run("\"$LINEUP\" \(command) >&-", in: folder)
    #expect(outcome.code == 74)
    #expect(outcome.errorText == "lineup: standard output: it cannot be written to: it is closed\n")
  }

  @Test(arguments: SmallFiles.commands)
  func `a reader that goes away ends the writing and is no failure`(command: String) throws {
    let folder = try SmallFiles.folder()
    let usual = try Shell.run("\"$LINEUP\" \(command)", in: folder)
    let script = "{ \"$LINEUP\" \(command.replacing("starter", with: "other")); echo $? > code; } | true"
    let outcome = try Shell.run(script, in: folder)
    #expect(try folder.text(of: "code") == "\(usual.code)\n")
    #expect(outcome.errorText.isEmpty)
  }

  @Test(
    .enabled(if: Shell.hasFullDevice), arguments: SmallFiles.commands + ["solve nope.yaml", "solve --bogus"])
  func `a standard error that takes nothing ends nothing`(command: String) throws {
    let folder = try SmallFiles.folder()
    let usual = try Shell.run("\"$LINEUP\" \(command)", in: folder)
    for (place, name) in [("2>&-", "one"), ("2>/dev/full", "two"), ("<&- 2>&-", "three")] {
      let outcome = try Shell.run(
        "\"$LINEUP\" \(command.replacing("starter", with: name)) \(place)", in: folder)
      #expect(outcome.code == usual.code, "\(place)")
      #expect(outcome.text.isEmpty == usual.text.isEmpty)
    }
  }

  @Test func `nothing that is meant for a closed stream goes into a file`() throws {
    let folder = try SmallFiles.folder()
    let outcome = try Shell.run(
      "\"$LINEUP\" export s.yaml -o a.lp >&- 2>&- <&-; \"$LINEUP\" solve s.yaml -o b.json 2>&- <&-",
      in: folder)
    #expect(outcome.code == 0)
    #expect(try !folder.text(of: "a.lp").contains("wrote"))
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(folder.text(of: "b.json").utf8))
    }
  }

  @Test(.enabled(if: SharedData.hasCases && Shell.hasFullDevice, "\(SharedData.noCases)"))
  func `the case of the full disk`() throws {
    let folder = try SharedData.copy(ofCase: "field/09-full-disk-stdout")
    let outcome = try Shell.run(try folder.text(of: "cmd.sh"), in: folder)
    #expect(outcome.text == "rc 74\n")
    #expect(outcome.errorText.contains("no space left on device"))
  }
}
