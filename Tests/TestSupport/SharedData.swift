import Foundation

/// Files from outside that are no part of the project; tests that need them are skipped without them.
package enum SharedData {
  /// The folder of the package.
  package static let packageFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file of the data folder beside the package, or `nil` where it is absent.
  package static func path(of name: String) -> String? {
    let path = packageFolder.deletingLastPathComponent().appending(path: "shared/data/\(name)")
      .path(percentEncoded: false)
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
