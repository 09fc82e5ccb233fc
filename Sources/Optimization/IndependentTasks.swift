import Foundation
import Synchronization

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

  /// Runs searches 0 ..< `count`, as many at once as there are cores, each on a thread with a stack deep enough for it, and
  /// waits for them.
  static func search(_ count: Int, _ task: @escaping @Sendable (Int) -> Void) {
    let workers = min(count, coreCount)
    if workers <= 1 {
      for index in 0..<count { task(index) }
      return
    }
    let time = TimeSource.current
    let next = TaskCounter()
    let done = DispatchSemaphore(value: 0)
    for _ in 0..<workers {
      let thread = Thread {
        TimeSource.$current.withValue(time) {
          while let index = next.take(below: count) { task(index) }
        }
        done.signal()
      }
      thread.stackSize = 16 << 20
      thread.start()
    }
    for _ in 0..<workers { done.wait() }
  }
}

/// Hands out numbers to threads.
private final class TaskCounter: Sendable {
  private let next = Mutex(0)

  func take(below count: Int) -> Int? {
    next.withLock { next in
      guard next < count else { return nil }
      next += 1
      return next - 1
    }
  }
}
