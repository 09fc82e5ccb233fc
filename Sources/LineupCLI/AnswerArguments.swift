import ArgumentParser
import LineupFiles

/// What every command that searches for an answer takes: a time limit, a format, files to write.
struct AnswerArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("End each search after so many seconds; above 0, at most 1e9.", valueName: "seconds"))
  var timeLimit: PositiveSeconds?

  @OptionGroup var output: OutputArguments

  /// Seconds for each search.
  var seconds: Double? { timeLimit?.seconds }

  /// The files, checked before any search.
  func files() throws(LineupError) -> AnswerFiles { try output.files() }

  /// Whether a page or a workbook is wanted.
  func hasReports(_ files: AnswerFiles) -> Bool { files.hasReports || output.format.isReport }

  /// Writes the files and prints the answer.
  func show(_ report: Answer, _ files: AnswerFiles) throws(LineupError) {
    try output.show(report, files)
  }

  /// Answers for a show that has no tray to tell anything of: with why, in the same formats and files, and
  /// with the exit code of that.
  func showFailure(of show: Show, gap: Double = 0, _ files: AnswerFiles) throws {
    let result = try show.solve(
      SolveSettings(timeLimit: seconds, gap: gap), isCancelled: { Interrupt.isRequested })
    try self.show(Answer(result, of: show), files)
    // A search that finds a tray where the one before ended without has not answered what was asked.
    guard case .infeasible = result.outcome else { throw CommandOutcome.unknown }
    throw CommandOutcome.infeasible
  }
}
