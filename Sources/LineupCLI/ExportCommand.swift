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
      "The file to write, its kind by its ending: .mps, .lp or .dat; may be repeated.", valueName: "file"),
    completion: .file(extensions: ["mps", "lp", "dat"]))
  var output: [String]

  func run() throws {
    try CommandOutcome.run {
      let files = try ExportFiles(output)
      let show = try arguments.show()
      try files.keepInputs()
      try files.write(show)
      CommandOutcome.tellWritten(files.paths)
    }
  }
}
