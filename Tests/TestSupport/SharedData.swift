import Foundation

/// Files from outside that are no part of the project; tests that need them are skipped without them.
package enum SharedData {
  /// The folder of the package.
  package static let packageFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a file of the data folder beside the package, or `nil` where it is absent.
  package static func path(of name: String) -> String? { path(inShared: "data/\(name)") }

  /// Why a test of cases is skipped.
  package static let noCases = "the cases are not beside the package (../shared/cases)"

  /// Whether the cases are beside the package.
  package static var hasCases: Bool { path(inShared: "cases/README.md") != nil }

  /// A copy of a folder of cases, such as `field/04-dong`, in which a command may write.
  package static func copy(ofCase name: String) throws -> TemporaryFolder {
    guard let path = path(inShared: "cases/\(name)") else { throw CocoaError(.fileNoSuchFile) }
    let folder = try TemporaryFolder()
    for file in try FileManager.default.contentsOfDirectory(atPath: path) {
      try folder.write(Data(contentsOf: URL(filePath: path + "/" + file)), to: file)
    }
    return folder
  }

  private static func path(inShared name: String) -> String? {
    let path = packageFolder.deletingLastPathComponent().appending(path: "shared/\(name)")
      .path(percentEncoded: false)
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
