import ArgumentParser
import LineupFiles
import LineupSamples

/// `lineup init`
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a commented starter scenario and a generated sample catalog.",
    discussion: """
        lineup init spring
        lineup solve spring/show.yaml
      """)

  @Argument(help: "The folder to write to; made if it does not exist.", completion: .directory)
  var folder: String = "."

  @OptionGroup var problems: ProblemArguments

  func run() throws {
    try CommandOutcome.run {
      let written = try StarterFiles(folder: folder).write(
        scenario: (StarterShow.scenarioFileName, StarterShow.scenario),
        catalog: (StarterShow.catalogFileName, StarterShow.catalog.csv()))
      var lines = written.map { "wrote \($0)" }
      if let scenario = written.first { lines.append("next: lineup solve \(scenario)") }
      for line in lines { try StandardOutput.write(TerminalText.visibleLine(line) + "\n") }
    }
  }
}
