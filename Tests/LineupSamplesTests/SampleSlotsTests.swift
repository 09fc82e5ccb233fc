import Foundation
import LineupSamples
import Testing

/// The tables beside `Models/slots.yaml` are what the generator makes. After a change to the generator, run
/// the tests with `RECORD_SAMPLES=1` in the environment to write them anew.
@Suite struct SampleSlotsTests {
  private static let models = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Models")

  private static let samples = SampleSlots(seed: 20_261_001)

  @Test(arguments: [("partners.csv", samples.partnersCSV()), ("wishes.csv", samples.wishesCSV())])
  func `a shipped table of slots is the generated one`(file: String, text: String) throws {
    let url = Self.models.appending(path: file)
    if ProcessInfo.processInfo.environment["RECORD_SAMPLES"] == "1" { try Data(text.utf8).write(to: url) }
    #expect(
      try String(contentsOf: url, encoding: .utf8) == text, "RECORD_SAMPLES=1 swift test writes it anew")
  }

  @Test func `the tables name twelve partners and wishes of each`() {
    let partners = Self.samples.partnersCSV().split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")[0]
    }
    #expect(partners.count == 12 && Set(partners).count == 12)
    let wishers = Set(
      Self.samples.wishesCSV().split(separator: "\n").dropFirst().map { $0.split(separator: ",")[0] })
    #expect(wishers == Set(partners))
    #expect(SampleSlots.slots.reduce(0) { $0 + $1.days.count } == 40)
  }
}
