import Lineup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A new file that is on disk, whole, and has not its name yet.
struct StagedFile {
  private let path: String
  private let place: FilePlace
  private let temporary: [CChar]
  private let entry: UnfinishedFiles.Entry
  /// A second name of the file that was replaced, by which it can come back.
  private var old: (name: [CChar], entry: UnfinishedFiles.Entry)?

  /// Writes the bytes beside the place that they will have.
  /// - Throws: where that fails; nothing is left behind then.
  init(_ bytes: [UInt8], for place: FilePlace, named path: String) throws(LineupError) {
    self.path = path
    self.place = place
    temporary = Self.newName(in: place.folder)
    entry = UnfinishedFiles.add(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let code = errno
      entry.forget()
      throw FilePlace.failure(code, path)
    }
    var code = Descriptor.writeAll(bytes, to: descriptor)
    if code == nil, let status = place.status, fchmod(descriptor, status.st_mode & 0o7777) != 0 {
      code = errno
    }
    if code == nil, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == nil { code = errno }
    if let code {
      discard()
      throw FilePlace.failure(code, path)
    }
  }

  /// Gives the file its name.
  /// - Parameter keepingOld: whether the file that it replaces can be brought back, where its file system
  ///   allows that.
  mutating func takeName(keepingOld: Bool) throws(LineupError) {
    if keepingOld, place.status != nil {
      let name = Self.newName(in: place.folder)
      let entry = UnfinishedFiles.add(name)
      if link(place.target, name) == 0 { old = (name, entry) } else { entry.forget() }
    }
    if rename(temporary, place.target) != 0 { throw FilePlace.failure(errno, path) }
  }

  /// Takes the file back after it had its name, and brings back the one that it replaced.
  func restoreOld() {
    if let old {
      rename(old.name, place.target)
    } else if place.status == nil {
      unlink(place.target)
    }
  }

  /// Takes away what is beside the file's own name, whatever has happened before.
  func discard() {
    unlink(temporary)
    entry.forget()
    guard let old else { return }
    unlink(old.name)
    old.entry.forget()
  }

  private static func newName(in folder: [CChar]) -> [CChar] {
    let name = ".lineup-" + String(UInt64.random(in: .min ... .max), radix: 36)
    return folder.dropLast() + name.utf8CString
  }
}
