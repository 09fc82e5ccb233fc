import Foundation
import LineupFiles
import Synchronization

/// Ctrl-C (and a polite kill) as a wish to end the search; a second one ends the program at once. Whenever a
/// signal ends it, no temporary file stays behind.
enum Interrupt {
  private static let count = Atomic<Int>(0)
  private static let isHeeded = Atomic<Bool>(false)

  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }

  /// From here on a signal that ends the program takes its unfinished files away. Signals that the parent
  /// had ignored (`nohup`) stay ignored.
  static func watch() {
    // Made before a signal's handler needs it.
    _ = isRequested
    _ = isHeeded.load(ordering: .relaxed)
    UnfinishedFiles.prepare()
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let former = signal(number, SIG_IGN)
      let isIgnored = unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
      if !isIgnored { handle(number) }
    }
  }

  /// From here on the first signal is a wish that a search heeds.
  static func install() {
    isHeeded.store(true, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] { handle(number) }
  }

  private static func handle(_ number: Int32) {
    signal(number) { Interrupt.receive($0) }
    // A parent may have blocked it (a thread of Dispatch does), and a child inherits that.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  private static func receive(_ number: Int32) {
    if number != SIGHUP, isHeeded.load(ordering: .relaxed),
      count.add(1, ordering: .relaxed).newValue == 1
    {
      return
    }
    UnfinishedFiles.removeAll()
    _exit(128 + number)
  }
}
