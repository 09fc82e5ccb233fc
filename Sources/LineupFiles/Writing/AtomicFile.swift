import Lineup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes files that are there whole or not at all.
package enum AtomicFile {
  /// Writes `bytes` to the file at `path`, replacing what is there.
  ///
  /// The bytes go to a new file in the same folder, which takes the name of the old one only when all
  /// is on disk. The permissions of a file that is replaced are kept, a symbolic link still points
  /// where it did, and what is no file (a pipe, a device) is written to as it is.
  ///
  /// - Throws: where the folder or the file cannot be written to; the old file is then untouched.
  package static func write(_ bytes: [UInt8], to path: String) throws(LineupError) {
    try check(path)
    let target = resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { return try writeThrough(bytes, to: target, named: path) }

    let temporary = folder(of: target) + ".lineup-" + String(UInt64.random(in: .min ... .max), radix: 36)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw openFailure(errno, path) }
    var code = writeAll(bytes, to: descriptor)
    if code == nil, exists, fchmod(descriptor, status.st_mode & 0o7777) != 0 { code = errno }
    if code == nil, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == nil { code = errno }
    if code == nil, rename(temporary, target) != 0 { code = errno }
    if let code {
      unlink(temporary)
      throw failure(SystemWords.sentence(code), path)
    }
  }

  /// Throws what `write` would throw at once, so that a long search need not end in a file that
  /// cannot be written.
  package static func check(_ path: String) throws(LineupError) {
    let target = resolved(path)
    var status = stat()
    if stat(target, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw failure("it is a folder", path) }
      if access(target, W_OK) != 0 { throw failure(SystemWords.sentence(errno), path) }
      if status.st_mode & S_IFMT != S_IFREG { return }
    }
    let folder = folder(of: target)
    if access(folder.isEmpty ? "." : folder, W_OK) != 0 { throw openFailure(errno, path) }
  }

  /// Writes `text` in UTF-8.
  package static func write(_ text: String, to path: String) throws(LineupError) {
    try write(Array(text.utf8), to: path)
  }

  private static func writeThrough(_ bytes: [UInt8], to target: String, named path: String)
    throws(LineupError)
  {
    let descriptor = open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw openFailure(errno, path) }
    defer { close(descriptor) }
    if let code = writeAll(bytes, to: descriptor) { throw failure(SystemWords.sentence(code), path) }
  }

  /// Writes everything; returns the error number where that fails.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        let count = Self.send(rest, to: descriptor)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        written += count
      }
      return nil
    }
  }

  private static func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Where symbolic links lead; `path` itself where there is nothing yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private static func openFailure(_ code: Int32, _ path: String) -> LineupError {
    if code == ENOENT || code == ENOTDIR {
      let folder = folder(of: path)
      return failure("there is no folder \"\(folder.isEmpty ? "." : folder)\"", path)
    }
    return failure(SystemWords.sentence(code), path)
  }

  private static func failure(_ reason: String, _ path: String) -> LineupError {
    LineupError(.fileUnwritable(reason: reason), at: SourceLocation(source: path))
  }
}
