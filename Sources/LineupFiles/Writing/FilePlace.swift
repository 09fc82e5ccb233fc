import Lineup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which file a path means, whatever its spelling and through whichever links.
package enum FileIdentity: Hashable, Sendable {
  /// A file that is there.
  case file(device: UInt64, number: UInt64)
  /// A name in a folder, of a file that is not there yet.
  case place(device: UInt64, number: UInt64, name: [CChar])

  init(_ status: stat) {
    self = .file(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino))
  }
}

/// Where a path for writing leads. Names are kept as bytes, since those of links and folders need not be
/// UTF-8.
struct FilePlace {
  /// The file itself, symbolic links followed; also of a link to a file that is not there yet.
  let target: [CChar]
  /// What is there; `nil` for nothing.
  let status: stat?

  private static let mostLinks = 40

  /// - Throws: where the name holds a NUL, or its links lead nowhere.
  init(_ path: String) throws(LineupError) {
    try Self.checkName(path)
    var status = stat()
    if stat(path, &status) == 0 {
      self.status = status
      if status.st_mode & S_IFMT == S_IFREG, let real = realpath(path, nil) {
        target = Array(UnsafeBufferPointer(start: real, count: strlen(real) + 1))
        free(real)
      } else {
        target = Array(path.utf8CString)
      }
      return
    }
    guard errno != ELOOP else { throw Self.failure(errno, path) }
    self.status = nil
    var name = Array(path.utf8CString)
    for _ in 0..<Self.mostLinks {
      guard let next = Self.destination(of: name) else { break }
      name =
        next.first == CChar(bitPattern: UInt8(ascii: "/")) ? next : Self.folder(of: name).dropLast() + next
    }
    target = name
  }

  var isFile: Bool { status.map { $0.st_mode & S_IFMT == S_IFREG } ?? true }
  var isFolder: Bool { status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

  /// The folder that holds the target, with a slash at its end; empty for the current one.
  var folder: [CChar] { Self.folder(of: target) }

  /// Which file it is; `nil` where its folder is not there, and for devices, which many may write to.
  var identity: FileIdentity? {
    if let status {
      let kind = status.st_mode & S_IFMT
      return kind == S_IFCHR || kind == S_IFBLK ? nil : FileIdentity(status)
    }
    var status = stat()
    let folder = folder
    guard stat(folder.count > 1 ? folder : [0x2E, 0], &status) == 0 else { return nil }
    return .place(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino),
      name: Array(target[(folder.count - 1)...]))
  }

  /// Which file a stream is; `nil` where it is none.
  static func identity(ofDescriptor descriptor: Int32) -> FileIdentity? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileIdentity(status)
  }

  /// Throws where a name holds a NUL, behind which the system would not read.
  static func checkName(_ path: String) throws(LineupError) {
    if path.utf8.contains(0) { throw LineupError(.fileNameWithNUL, at: SourceLocation(source: path)) }
  }

  /// What a symbolic link says, ended by 0; `nil` where the name is none.
  private static func destination(of name: [CChar]) -> [CChar]? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink(name, &buffer, buffer.count - 1)
    return length > 0 ? Array(buffer[..<length]) + [0] : nil
  }

  /// Up to the last slash, ended by 0.
  private static func folder(of name: [CChar]) -> [CChar] {
    let slash = name.lastIndex(of: CChar(bitPattern: UInt8(ascii: "/")))
    return (slash.map { Array(name[...$0]) } ?? []) + [0]
  }

  static func failure(_ code: Int32, _ path: String) -> LineupError {
    LineupError(.fileUnwritable(reason: SystemWords.sentence(code)), at: SourceLocation(source: path))
  }
}
