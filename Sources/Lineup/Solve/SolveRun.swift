/// A search that runs on a thread of its own until it ends, is cancelled, or is let go.
///
///     let run = session.start(SolveSettings(timeLimit: 60))
///     for await progress in run.progress { print(progress.incumbent ?? 0) }
///     let result = try await run.result()
///
/// A run that nobody holds any more is a cancelled run: a service whose client has gone need not do anything. Who
/// wants the whole search holds the run until `result()` has come.
public final class SolveRun: Sendable {
  /// Every new tray and bound until the search ends; a slow reader misses old values, never the
  /// last. For one reader.
  public let progress: AsyncStream<SolveProgress>
  private let answer: Task<Result<SolveResult, LineupError>, Never>
  private let cancellation: Cancellation

  convenience init(_ show: Show, _ settings: SolveSettings) {
    self.init { isCancelled, report throws(LineupError) in
      try show.solve(settings, isCancelled: isCancelled, onProgress: report)
    }
  }

  /// - Parameter search: asks often whether it is cancelled, and reports what it finds.
  init(
    _ search:
      @escaping @Sendable (
        _ isCancelled: @escaping @Sendable () -> Bool, _ report: @escaping @Sendable (SolveProgress) -> Void
      ) throws(LineupError) -> SolveResult
  ) {
    let (stream, continuation) = AsyncStream.makeStream(
      of: SolveProgress.self, bufferingPolicy: .bufferingNewest(64))
    progress = stream
    cancellation = Cancellation()
    answer = CancellableWork.start(cancellation) { isCancelled throws(LineupError) in
      defer { continuation.finish() }
      return try search(isCancelled) { continuation.yield($0) }
    }
  }

  deinit {
    cancellation.request()
  }

  /// Ends the search; its result is the best tray so far.
  public func cancel() {
    cancellation.request()
  }

  /// Waits for the end of the search. Cancelling the waiting task cancels the search.
  /// - Throws: `LineupError` where a backend fails.
  public func result() async throws(LineupError) -> SolveResult {
    try await CancellableWork.value(of: answer, cancellation)
  }
}

extension Show {
  /// Starts to solve the show on a thread of its own.
  package func start(_ settings: SolveSettings = SolveSettings()) -> SolveRun {
    SolveRun(self, settings)
  }
}
