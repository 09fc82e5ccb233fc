import Foundation
import Optimization
import Synchronization

/// A request to end a search, set on one thread and read on another.
final class Cancellation: Sendable {
  private let requested = Atomic<Bool>(false)

  var isRequested: Bool { requested.load(ordering: .relaxed) }

  func request() { requested.store(true, ordering: .relaxed) }
}

/// Work on a thread of its own, with a stack deep enough for a search.
enum CancellableWork {
  /// Starts the work; the task waits for it and never fails.
  static func start<Value: Sendable>(
    _ cancellation: Cancellation,
    _ body: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) throws(LineupError) -> Value
  ) -> Task<Result<Value, LineupError>, Never> {
    let time = TimeSource.current
    return Task.detached {
      await withCheckedContinuation { resume in
        let thread = Thread {
          let result = TimeSource.$current.withValue(time) {
            Result { () throws(LineupError) in try body { cancellation.isRequested } }
          }
          resume.resume(returning: result)
        }
        thread.stackSize = 16 << 20
        thread.start()
      }
    }
  }

  /// The value of the work. Cancelling the waiting task asks the work to end with what it has.
  static func value<Value: Sendable>(
    _ body: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) throws(LineupError) -> Value
  ) async throws(LineupError) -> Value {
    let cancellation = Cancellation()
    let task = start(cancellation, body)
    return try await value(of: task, cancellation)
  }

  /// Waits for work that was started; cancelling the waiting task asks it to end.
  static func value<Value: Sendable>(
    of task: Task<Result<Value, LineupError>, Never>, _ cancellation: Cancellation
  ) async throws(LineupError) -> Value {
    let result = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      cancellation.request()
    }
    return try result.get()
  }
}
