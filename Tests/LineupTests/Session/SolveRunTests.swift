import Synchronization
import Testing

@testable import Lineup

@Suite("runs")
struct SolveRunTests {
  @Test("a run that nobody holds any more is a cancelled run", .timeLimit(.minutes(1)))
  func dropped() async throws {
    let seen = AsyncStream.makeStream(of: Bool.self)
    var run: SolveRun? = SolveRun { isCancelled, _ throws(LineupError) in
      while !isCancelled() {}
      seen.continuation.yield(true)
      seen.continuation.finish()
      throw LineupError(.other("it was let go"))
    }
    #expect(run != nil)
    run = nil
    var isCancelled = false
    for await value in seen.stream { isCancelled = value }
    #expect(isCancelled)
  }

  @Test("a run that is waited for is not let go", .timeLimit(.minutes(1)))
  func held() async throws {
    let run = SolveRun { isCancelled, _ throws(LineupError) in
      throw LineupError(.other(isCancelled() ? "it was let go" : "it ended"))
    }
    let error = await #expect(throws: LineupError.self) { try await run.result() }
    #expect(error?.problems.first?.kind == .other("it ended"))
  }
}
