import Foundation
import Synchronization

/// Ctrl-C (and a polite kill) as a wish to end the search; a second one ends the program at once.
enum Interrupt {
  private static let count = Atomic<Int>(0)

  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }

  /// From here on the signals are counted instead of ending the program.
  static func install() {
    _ = isRequested  // made before a signal handler needs it
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if Interrupt.count.add(1, ordering: .relaxed).newValue > 1 { _exit(128 + number) }
      }
    }
  }
}
