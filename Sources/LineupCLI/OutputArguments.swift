import ArgumentParser
import LineupFiles

/// In what form an answer is wanted, and in which files.
struct OutputArguments: ParsableArguments {
  @Option(help: "What to print on standard output.")
  var format: AnswerFormat = .table

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file, its kind by its ending: .html, .xlsx, .csv or .json; - for standard output, its kind by --format; may be repeated.",
      valueName: "file"),
    completion: .file(extensions: ["html", "xlsx", "csv", "json"]))
  var output: [String] = []

  /// The files, checked before any search.
  func files() throws(LineupError) -> AnswerFiles {
    try format.check()
    try StandardOutput.check(output, isBinary: format == .xlsx)
    return try AnswerFiles(output.filter { $0 != StandardOutput.path })
  }

  func show(_ report: Answer, _ files: AnswerFiles) throws(LineupError) {
    try files.write(report)
    CommandOutcome.tellWritten(files.paths)
    switch format {
    case .table: try StandardOutput.write(report.text(style: Terminal.style), style: Terminal.style)
    case .json: try StandardOutput.write(report.json)
    case .csv, .html, .xlsx:
      let isFile = output.contains(StandardOutput.path)
      try StandardOutput.write(data: report.bytes(as: format, asFile: isFile))
    }
  }
}

extension AnswerFormat: ExpressibleByArgument {}
