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

/// In what form an answer is wanted, and in which files.
struct OutputArguments: ParsableArguments {
  @Option(help: "What to print on standard output.")
  var format: PrintedFormat = .table

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file, its kind by its ending: .html, .xlsx, .csv or .json; may be repeated.",
      valueName: "file"),
    completion: .file(extensions: ["html", "xlsx", "csv", "json"]))
  var output: [String] = []

  func files() throws(LineupError) -> AnswerFiles { try AnswerFiles(output) }

  func show(_ report: Answer, _ files: AnswerFiles) throws(LineupError) {
    try files.write(report)
    CommandOutcome.tellWritten(files.paths)
    switch format {
    case .table: try StandardOutput.write(report.text(style: Terminal.style), style: Terminal.style)
    case .json: try StandardOutput.write(report.json)
    case .csv: try StandardOutput.write(data: report.csv)
    }
  }
}

/// What a command can print.
enum PrintedFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv
}
