import Foundation
import Synchronization

/// Ctrl-C (and a polite kill) as a wish to end the search; a second one ends the program at once.
enum Interrupt {
  private static let count = Atomic<Int>(0)

  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }

  /// From here on the signals are counted instead of ending the program.
  static func install() {
    _ = isRequested  // made before a signal handler needs it
    // A parent may have blocked them (a thread of Dispatch does), and a child inherits that.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Interrupt.count.add(1, ordering: .relaxed).newValue > 1 { _exit(128 + number) }
      }
    }
  }
}
