import ArgumentParser
import LineupFiles

/// `lineup export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the integer program for another solver.",
    discussion: """
      .mps is free MPS (minimise the negated objective), .lp is CPLEX LP, .dat is the data of
      Models/lineup.mod.

        lineup export september.yaml -o september.mps
        lineup export september.yaml -o september.dat && glpsol -m Models/lineup.mod -d september.dat
      """)

  @OptionGroup var arguments: ScenarioArguments

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, its kind by its ending: .mps, .lp or .dat; - for standard output, its kind by --format; may be repeated.",
      valueName: "file"),
    completion: .file(extensions: ["mps", "lp", "dat"]))
  var output: [String]

  @Option(help: "What -o - writes.")
  var format: ExportKind?

  func validate() throws {
    guard output.contains(StandardOutput.path) == (format != nil) else {
      throw ValidationError(
        format == nil ? "-o - needs --format: mps, lp or dat." : "--format says what -o - writes; give both.")
    }
  }

  func run() throws {
    try CommandOutcome.run {
      try StandardOutput.check(output, isBinary: false)
      let files = try ExportFiles(output.filter { $0 != StandardOutput.path })
      let show = try arguments.show()
      try show.requireViews()
      try files.keepInputs()
      try files.write(show)
      CommandOutcome.tellWritten(files.paths)
      if let format { try StandardOutput.write(data: format.bytes(of: show)) }
    }
  }
}

extension ExportKind: ExpressibleByArgument {}
