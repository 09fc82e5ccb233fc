import Foundation
import LineupSamples
import Testing

/// The table beside `Models/regional.yaml` is what the generator makes. After a change to the generator, run the tests with
/// `RECORD_SAMPLES=1` in the environment to write it anew.
@Suite struct SampleGuidesTests {
  private static let models = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Models")

  @Test func `the shipped table of guides is the generated one, with all guides of the scenario`() throws {
    let text = SampleGuides(seed: 20_260_912).csv()
    let url = Self.models.appending(path: "guides.csv")
    if ProcessInfo.processInfo.environment["RECORD_SAMPLES"] == "1" { try Data(text.utf8).write(to: url) }
    #expect(
      try String(contentsOf: url, encoding: .utf8) == text, "RECORD_SAMPLES=1 swift test writes it anew")
    let people = text.split(separator: "\n").dropFirst().compactMap { Int($0.split(separator: ",")[1]) }
    #expect(people.allSatisfy { $0 > 0 } && people.reduce(0, +) == SampleGuides.people)
    let scenario = try String(contentsOf: Self.models.appending(path: "regional.yaml"), encoding: .utf8)
    #expect(scenario.contains("people: 1_240"))
  }
}
