import Lineup
import Synchronization

/// Standard input, which `-` names on the command line.
package enum StandardInput {
  /// What messages call it.
  package static let name = "standard input"

  private static let bytes = Mutex<[UInt8]?>(nil)

  /// All of it; what a file that is given there may hold goes for it too.
  /// - Throws: where it cannot be read, or was read already.
  package static func read(limit: FileLimit = .document) throws(LineupError) -> [UInt8] {
    if known != nil {
      throw LineupError([Problem(.inputTwice, at: SourceLocation(source: name))], kind: .usage)
    }
    let read = try FileBytes.contents(of: 0, named: name, limit: limit)
    bytes.withLock { $0 = read }
    return read
  }

  /// What was read; `nil` where nothing was.
  static var known: [UInt8]? { bytes.withLock { $0 } }
}
