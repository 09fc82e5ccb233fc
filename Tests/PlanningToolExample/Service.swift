import LineupFiles
import Synchronization

/// Answers for many clients, each show kept warm while it is asked about.
final class TrayService: Sendable {
  private let sessions = Mutex<[String: ShowSession]>([:])

  /// - Parameters:
  ///   - scenario: YAML or JSON, as the client sent it.
  ///   - files: what the scenario names, by the names that it writes.
  func open(_ id: String, scenario: [UInt8], files: [String: [UInt8]]) throws(LineupError) {
    let scenario = try Scenario(bytes: scenario, name: "\(id).yaml")
    let show = try Show(scenario, from: ScenarioSource { files[$0] })
    sessions.withLock { $0[id] = ShowSession(show) }
  }

  /// The best tray as JSON; ends with the best so far when the client's task is cancelled.
  func tray(_ id: String) async throws(LineupError) -> [UInt8]? {
    guard let session = sessions.withLock({ $0[id] }) else { return nil }
    let result = try await session.solve(SolveSettings(timeLimit: 30, memoryLimit: 1 << 30))
    return try Answer(result, of: session.show).encoded(as: .json)
  }

  /// What is wrong with a request, for a program.
  func refusal(_ error: LineupError) -> (status: Int, body: String) { (422, error.json) }
}
