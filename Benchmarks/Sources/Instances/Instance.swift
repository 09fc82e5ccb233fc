import Foundation
import LineupSamples

/// A generated show: a scenario and its catalog, as a user would write them.
struct Instance: Codable, Equatable {
  var style: InstanceStyle
  /// Styles in the catalog.
  var spus: Int
  var seed: UInt64

  /// `tight-5000-1`
  var name: String { "\(style.rawValue)-\(spus)-\(seed)" }

  /// The scenario in YAML.
  var scenario: String { ScenarioText(self).text }

  /// Writes the scenario and its catalog into `folder`; returns the scenario's path.
  func write(to folder: URL) throws -> String {
    let catalogURL = folder.appending(path: "\(name).csv")
    try Data().write(to: catalogURL)
    let handle = try FileHandle(forWritingTo: catalogURL)
    defer { try? handle.close() }
    try style.catalog(count: spus, seed: seed).forEachChunk { try handle.write(contentsOf: Data($0)) }
    let scenarioURL = folder.appending(path: "\(name).yaml")
    try Data(scenario.utf8).write(to: scenarioURL)
    return scenarioURL.path
  }
}
