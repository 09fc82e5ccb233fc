import ArgumentParser
import LineupFiles

/// What every command that answers a question takes: a time limit, a format, files to write.
struct AnswerArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("End each search after so many seconds; above 0, at most 1e9.", valueName: "seconds"))
  var timeLimit: PositiveSeconds?

  @Option(help: "What to print on standard output.")
  var format: PrintedFormat = .table

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file, its kind by its ending: .html, .xlsx, .csv or .json; may be repeated.",
      valueName: "file"),
    completion: .file(extensions: ["html", "xlsx", "csv", "json"]))
  var output: [String] = []

  /// The files, checked before any search.
  func files() throws(LineupError) -> [AnswerFile] {
    try output.map { path throws(LineupError) in try AnswerFile(path: path) }
  }

  /// Writes the files and prints the answer.
  func show(_ report: some AnswerReport, _ files: [AnswerFile]) throws(LineupError) {
    for file in files { try file.write(report) }
    switch format {
    case .table:
      StandardOutput.write(
        report.text(style: TextStyle(usesColour: Terminal.usesColour, width: Terminal.width)))
    case .json: StandardOutput.write(report.json)
    case .csv: StandardOutput.write(String(decoding: report.csv, as: UTF8.self))
    }
  }
}

/// What a command can print.
enum PrintedFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv
}
