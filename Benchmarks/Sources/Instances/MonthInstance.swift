import Foundation
import LineupSamples

extension SampleMonth {
  /// Writes the month, its levels and its catalog into `folder`; returns the month's path.
  func write(to folder: URL) throws -> String {
    let catalogURL = folder.appending(path: "\(name).csv")
    try Data().write(to: catalogURL)
    let handle = try FileHandle(forWritingTo: catalogURL)
    defer { try? handle.close() }
    try catalog.forEachChunk { try handle.write(contentsOf: Data($0)) }
    for file in files() { try Data(file.text.utf8).write(to: folder.appending(path: file.name)) }
    return folder.appending(path: "\(name).yaml").path
  }
}
