import Lineup
import Synchronization

/// What a process has read, where it keeps a record of that, as a command does from its start.
///
/// By it no command writes over what it reads, whatever spelling or link names the file; and what can be
/// read once only, a pipe, is read once, however often it is asked for.
package enum InputRecord {
  private struct Contents {
    var paths: [FileIdentity: String] = [:]
    /// What came out of pipes.
    var streams: [FileIdentity: [UInt8]] = [:]
  }

  private static let contents = Mutex<Contents?>(nil)

  /// Keeps a record from here on.
  package static func start() {
    contents.withLock { if $0 == nil { $0 = Contents() } }
  }

  /// The name under which a file was read first; `nil` where it was not read.
  static func path(of identity: FileIdentity) -> String? {
    contents.withLock { $0?.paths[identity] }
  }

  /// What has come out of a pipe already.
  static func stream(_ identity: FileIdentity) -> [UInt8]? {
    contents.withLock { $0?.streams[identity] }
  }

  static func note(_ identity: FileIdentity, at path: String) {
    contents.withLock { if $0?.paths[identity] == nil { $0?.paths[identity] = path } }
  }

  static func keep(_ bytes: [UInt8], of identity: FileIdentity) {
    contents.withLock { $0?.streams[identity] = bytes }
  }
}
