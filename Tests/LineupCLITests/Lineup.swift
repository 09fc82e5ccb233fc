import Foundation
import TestSupport

/// The command as a process.
enum Lineup {
  /// The built product beside the test bundle.
  static let path: String = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
      let folder = bundle.bundleURL.deletingLastPathComponent()
    #else
      let folder = Bundle.main.bundleURL
    #endif
    return folder.appending(path: "lineup").path(percentEncoded: false)
  }()

  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    started: (Process) throws -> Void = { _ in }
  ) throws -> ProcessOutcome {
    try Program.run(path, arguments, in: folder, environment: environment, started: started)
  }
}
