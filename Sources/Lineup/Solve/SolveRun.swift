import Foundation
import Optimization
import Synchronization

/// A search that runs on a thread of its own.
///
///     let run = show.start(SolveSettings(timeLimit: 60))
///     for await progress in run.progress { print(progress.incumbent ?? 0) }
///     let result = try await run.result()
package struct SolveRun: Sendable {
  /// Every new tray and bound until the search ends; a slow reader misses old values, never the
  /// last. For one reader.
  package let progress: AsyncStream<SolveProgress>
  private let answer: Task<Result<SolveResult, LineupError>, Never>
  private let cancellation: Cancellation

  init(_ show: Show, _ settings: SolveSettings) {
    let (stream, continuation) = AsyncStream.makeStream(
      of: SolveProgress.self, bufferingPolicy: .bufferingNewest(64))
    let cancellation = Cancellation()
    progress = stream
    self.cancellation = cancellation
    let time = TimeSource.current
    answer = Task.detached {
      await withCheckedContinuation { resume in
        let thread = Thread {
          let result = TimeSource.$current.withValue(time) {
            Result { () throws(LineupError) in
              try show.solve(settings, isCancelled: { cancellation.isRequested }) {
                continuation.yield($0)
              }
            }
          }
          continuation.finish()
          resume.resume(returning: result)
        }
        thread.stackSize = 16 << 20
        thread.start()
      }
    }
  }

  /// Ends the search; its result is the best tray so far.
  package func cancel() {
    cancellation.request()
  }

  /// Waits for the end of the search. Cancelling the waiting task cancels the search.
  /// - Throws: `LineupError` where a backend fails.
  package func result() async throws(LineupError) -> SolveResult {
    let result = await withTaskCancellationHandler {
      await answer.value
    } onCancel: {
      cancellation.request()
    }
    return try result.get()
  }
}

extension Show {
  /// Starts to solve the show on a thread of its own.
  package func start(_ settings: SolveSettings = SolveSettings()) -> SolveRun {
    SolveRun(self, settings)
  }
}

/// A request to end a search, set on one thread and read on another.
final class Cancellation: Sendable {
  private let requested = Atomic<Bool>(false)

  var isRequested: Bool { requested.load(ordering: .relaxed) }

  func request() { requested.store(true, ordering: .relaxed) }
}
