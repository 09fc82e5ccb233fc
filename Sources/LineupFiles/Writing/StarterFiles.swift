import Foundation
import Lineup

/// The files of `lineup init`.
package struct StarterFiles: Sendable {
  package let folder: String

  package init(folder: String) {
    self.folder = folder
  }

  /// Writes a scenario and its catalog, making the folder where it is missing.
  /// - Returns: the paths written, the scenario first.
  /// - Throws: where a file of that name exists already, or cannot be written. Nothing is overwritten.
  package func write(
    scenario: (name: String, text: String), catalog: (name: String, text: String)
  ) throws(LineupError) -> [String] {
    try write([scenario, catalog].map { ($0.name, Array($0.text.utf8)) })
  }

  /// Writes files, making the folder where it is missing.
  /// - Returns: the paths written.
  /// - Throws: where a file of that name exists already, or cannot be written. Nothing is overwritten.
  package func write(_ files: [(name: String, bytes: [UInt8])]) throws(LineupError) -> [String] {
    let files = files.map { (path: path(of: $0.name), bytes: $0.bytes) }
    for file in files where FileManager.default.fileExists(atPath: file.path) {
      throw LineupError(.fileExists, at: SourceLocation(source: file.path))
    }
    let isNew = !FileManager.default.fileExists(atPath: folder)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw LineupError(
        [Problem(.fileUnwritable(reason: "the folder cannot be made"), at: SourceLocation(source: folder))],
        kind: .output)
    }
    do throws(LineupError) {
      try AtomicFile.write(files.map { ($0.path, $0.bytes) })
    } catch {
      if isNew { rmdir(folder) }
      throw error
    }
    return files.map(\.path)
  }

  private func path(of name: String) -> String {
    folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
