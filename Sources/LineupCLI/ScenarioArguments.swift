import ArgumentParser
import LineupFiles

/// The arguments of every command that reads a scenario.
struct ScenarioArguments: ParsableArguments {
  @Argument(
    help: "The scenario file (.yaml, .yml or .json); - for standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var scenario: String

  @Option(name: .long, help: ArgumentHelp("A variant of the scenario to apply.", valueName: "name"))
  var variant: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A change on top, such as show.minutes=120 or 'rules.\"hero ratio\".range=15%..25%'; may be repeated.",
      valueName: "key=value"))
  var set: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The catalog's encoding where it is judged wrong: utf-8, utf-16, gb18030, cp949, ….", valueName: "name")
  )
  var encoding: String?

  @OptionGroup var problems: ProblemArguments

  /// Every change on top of the scenario.
  var settings: [String] { self.set + (encoding.map { ["encoding=\($0)"] } ?? []) }

  /// Reads the scenario, its catalog and its calendar.
  func show() throws(LineupError) -> Show { try show(of: file()) }

  /// The scenario's file.
  func file() throws(LineupError) -> ShowFile { try InputFile.show(scenario) }

  /// Reads the catalog and the calendar of a scenario. The searches of a command share what they find out.
  func show(of file: ShowFile) throws(LineupError) -> Show {
    try file.show(variant: variant, settings: settings).remembering()
  }
}
