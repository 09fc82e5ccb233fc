import Lineup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whole files as bytes.
enum FileBytes {
  /// The bytes of the file at `path`, which may be a pipe; a pipe is read once where `InputRecord` is kept.
  ///
  /// The file is read and not mapped: a catalog that is being replaced while it is read must not
  /// crash the reader.
  ///
  /// - Parameter limit: How large it may be; a pipe is read no further.
  static func contents(of path: String, limit: FileLimit = .table) throws(LineupError) -> [UInt8] {
    let location = SourceLocation(source: path)
    try FilePlace.checkName(path)
    // Before it is opened, since a pipe without a writer would be waited for.
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG,
      let known = InputRecord.stream(FileIdentity(status))
    {
      return known
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno, at: location) }
    defer { close(descriptor) }
    return try contents(of: descriptor, named: path, limit: limit)
  }

  /// What can be read of an open file from where it stands.
  static func contents(
    of descriptor: Int32, named name: String, limit: FileLimit
  ) throws(LineupError) -> [UInt8] {
    let location = SourceLocation(source: name)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(errno, at: location) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw LineupError(.fileUnreadable(reason: "it is a folder"), at: location)
    }
    let identity = FileIdentity(status)
    InputRecord.note(identity, at: name)

    if status.st_size > limit.bytes { throw LineupError(limit.problem, at: location) }

    // One byte more than the file holds lets the loop see its end without growing.
    var bytes: [UInt8] = []
    var capacity = max(Int(status.st_size) + 1, 1 << 16)
    while true {
      let old = bytes
      var problem: Int32?
      var isComplete = false
      bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        count = old.withUnsafeBufferPointer { buffer.update(fromContentsOf: $0) }
        while count < capacity {
          let received = Self.receive(descriptor, into: buffer, from: count)
          if received < 0, errno == EINTR { continue }
          if received < 0 { problem = errno }
          if received <= 0 {
            isComplete = true
            return
          }
          count += received
        }
      }
      if let problem { throw failure(problem, at: location) }
      if bytes.count > limit.bytes { throw LineupError(limit.problem, at: location) }
      if isComplete {
        if status.st_mode & S_IFMT != S_IFREG { InputRecord.keep(bytes, of: identity) }
        return bytes
      }
      capacity = min(capacity * 2, limit.bytes + 1)
    }
  }

  private static func receive(
    _ descriptor: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[start...]))
    return read(descriptor, rest.baseAddress, rest.count)
  }

  private static func failure(_ code: Int32, at location: SourceLocation) -> LineupError {
    code == ENOENT || code == ENOTDIR
      ? LineupError(.fileNotFound, at: location)
      : LineupError(.fileUnreadable(reason: SystemWords.sentence(code)), at: location)
  }
}
