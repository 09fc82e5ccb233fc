import Lineup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes files that are there whole or not at all; of several, all or none.
package enum AtomicFile {
  /// Writes each content to its path, replacing what is there.
  ///
  /// The bytes go to new files in the same folders, which take the names of the old ones only when all are
  /// on disk. The permissions of a file that is replaced are kept, a symbolic link still points where it
  /// did, and what is no file (a pipe, a device) is written to as it is, before any file takes its name.
  ///
  /// - Throws: an error of kind `output` where something cannot be written; every old file is then as it
  ///   was.
  package static func write(_ contents: [(path: String, bytes: [UInt8])]) throws(LineupError) {
    for content in contents { try check(content.path) }
    var staged: [StagedFile] = []
    defer { for file in staged { file.discard() } }
    do throws(LineupError) {
      var devices: [(path: String, bytes: [UInt8])] = []
      for content in contents {
        let place = try FilePlace(content.path)
        if place.isFile {
          staged.append(try StagedFile(content.bytes, for: place, named: content.path))
        } else {
          devices.append(content)
        }
      }
      for device in devices { try writeThrough(device.bytes, to: device.path) }
      for index in staged.indices {
        do throws(LineupError) {
          try staged[index].takeName(keepingOld: staged.count > 1)
        } catch {
          for earlier in staged[..<index].reversed() { earlier.restoreOld() }
          throw error
        }
      }
    } catch {
      throw LineupError(error.problems, kind: .output)
    }
  }

  /// Writes one file.
  package static func write(_ bytes: [UInt8], to path: String) throws(LineupError) {
    try write([(path: path, bytes: bytes)])
  }

  /// Writes one file of text in UTF-8.
  package static func write(_ text: String, to path: String) throws(LineupError) {
    try write(Array(text.utf8), to: path)
  }

  /// Throws what `write` would throw at once, so that a long search need not end in a file that
  /// cannot be written.
  package static func check(_ path: String) throws(LineupError) {
    let place = try FilePlace(path)
    if place.isFolder { throw failure("it is a folder", path) }
    if place.status != nil {
      if access(place.target, W_OK) != 0 { throw FilePlace.failure(errno, path) }
      if !place.isFile { return }
    }
    let folder = place.folder
    if access(folder.count > 1 ? folder : [0x2E, 0], W_OK | X_OK) != 0 {
      guard errno == ENOENT || errno == ENOTDIR else { throw FilePlace.failure(errno, path) }
      let name =
        folder.count > 1 ? folder.withUnsafeBufferPointer { $0.baseAddress.map(String.init(cString:)) } : "."
      throw failure("there is no folder \"\(name ?? ".")\"", path)
    }
  }

  private static func writeThrough(_ bytes: [UInt8], to path: String) throws(LineupError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FilePlace.failure(errno, path) }
    var code = Descriptor.writeAll(bytes, to: descriptor)
    if close(descriptor) != 0, code == nil { code = errno }
    if let code { throw FilePlace.failure(code, path) }
  }

  private static func failure(_ reason: String, _ path: String) -> LineupError {
    LineupError(.fileUnwritable(reason: reason), at: SourceLocation(source: path))
  }
}
