import ArgumentParser
import Foundation
import LineupFiles

/// How commands end: what is wrong on standard error, and the exit codes of the contract.
enum CommandOutcome {
  static let infeasible = ExitCode(2)
  static let unknown = ExitCode(3)

  /// Runs a command's body; a `LineupError` is told in words and becomes an exit code.
  static func run(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as LineupError {
      for problem in error.problems {
        StandardError.write("lineup: \(problem)\n")
      }
      throw exitCode(of: error)
    }
  }

  /// Tells why there is no tray to explain, and ends with the exit code of that.
  static func showFailure(of show: Show, timeLimit: Double?) throws {
    let result = try show.solve(SolveSettings(timeLimit: timeLimit), isCancelled: { Interrupt.isRequested })
    let style = TextStyle(usesColour: Terminal.usesColour, width: Terminal.width)
    StandardOutput.write(TrayText(result).text(style: style))
    if case .infeasible = result.outcome { throw infeasible }
    throw unknown
  }

  /// Ends a command that solved several shows: well where one has a tray, else with the code of what the
  /// others came to.
  static func end(_ results: [Result<SolveResult, LineupError>]) throws {
    let outcomes = results.compactMap { try? $0.get() }
    if outcomes.contains(where: { $0.tray != nil }) { return }
    if outcomes.contains(where: { $0.status == "unknown" }) { throw unknown }
    if outcomes.isEmpty, case .failure(let error)? = results.first { throw exitCode(of: error) }
    throw infeasible
  }

  private static func exitCode(of error: LineupError) -> ExitCode {
    switch error.kind {
    case .usage: ExitCode(64)
    case .data: ExitCode(65)
    case .failure: ExitCode(70)
    }
  }
}

/// Standard error, unbuffered.
enum StandardError {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}

/// Standard output; a reader that has gone (`| head`) ends the writing, not the program.
enum StandardOutput {
  /// Without this the signal would end the program before the failed call tells of it.
  private static let ignoresClosedPipes: Void = { signal(SIGPIPE, SIG_IGN) }()

  static func write(_ text: String) {
    _ = ignoresClosedPipes
    try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }
}
