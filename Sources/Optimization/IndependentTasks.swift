import Foundation

/// Tasks that touch nothing in common.
package enum IndependentTasks {
  package static let coreCount = ProcessInfo.processInfo.activeProcessorCount

  /// Runs the tasks 0 ..< `count` on every core and waits for them.
  /// - Parameter areSmall: Runs them one after the other on this thread.
  package static func perform(_ count: Int, areSmall: Bool, _ task: (Int) -> Void) {
    if areSmall {
      for index in 0..<count { task(index) }
    } else {
      withoutActuallyEscaping(task) { task in
        // They touch nothing in common, which the compiler cannot know.
        nonisolated(unsafe) let task = task
        DispatchQueue.concurrentPerform(iterations: count) { task($0) }
      }
    }
  }
}
