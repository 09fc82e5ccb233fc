import Foundation
import LineupSamples
import Testing

/// The catalogs beside the templates are what the generator makes. After a change to the generator, run
/// the tests with `RECORD_SAMPLES=1` in the environment to write them anew.
@Suite struct ShippedCatalogTests {
  private static let models = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Models")

  @Test(arguments: [
    ("sample-catalog.csv", SampleCatalog(count: 4_000, seed: 20_260_901, style: .smooth)),
    ("partner-catalog.csv", SampleCatalog(count: 1_500, seed: 20_260_902, style: .flat)),
  ])
  func `A shipped catalog is the generated one`(file: String, catalog: SampleCatalog) throws {
    let url = Self.models.appending(path: file)
    if ProcessInfo.processInfo.environment["RECORD_SAMPLES"] == "1" {
      try Data(catalog.csv().utf8).write(to: url)
    }
    let shipped = try Data(contentsOf: url)
    #expect(shipped == Data(catalog.csv().utf8), "RECORD_SAMPLES=1 swift test writes it anew")
    #expect(shipped.count < 700_000)
  }
}
