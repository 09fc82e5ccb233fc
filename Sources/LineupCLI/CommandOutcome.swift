import ArgumentParser
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
      tell(error)
      throw exitCode(of: error)
    }
  }

  /// Says what is wrong, in the form that was asked for.
  private static func tell(_ error: LineupError) {
    switch ProblemFormat.asked {
    case .text: for problem in error.problems { StandardError.say("lineup: \(problem)") }
    case .json: StandardError.write(ProblemsDocument(error.problems).line)
    }
  }

  /// Names the files that were written; a program knows them.
  static func tellWritten(_ paths: [String]) {
    for path in paths { note("wrote \(path)") }
  }

  /// A line for people on standard error, which is left to JSON where programs read it.
  static func note(_ line: String) {
    if ProblemFormat.asked == .text { StandardError.say(line) }
  }

  /// Ends a command that solved a show with the code of what that came to.
  static func end(_ result: SolveResult) throws {
    switch result.outcome {
    case .optimal, .feasible: break
    case .infeasible: throw infeasible
    case .unknown: throw unknown
    }
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
    case .output: ExitCode(74)
    }
  }
}
