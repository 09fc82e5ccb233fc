import ArgumentParser
import LineupFiles

/// `lineup check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads scenario and catalog and tells what is in them, without solving.",
    discussion: """
      Columns recognised and not, missing and suspicious values, and for each rule how many
      candidates there are against what it asks. Every variant is read too.

        lineup check september.yaml
        lineup check september.yaml --variant "two hours"
      """)

  @OptionGroup var arguments: ScenarioArguments

  func run() throws {
    try CommandOutcome.run {
      let file = try ShowFile(path: arguments.scenario)
      let show = try file.show(variant: arguments.variant, settings: arguments.settings)
      for variant in file.variantNames where variant != arguments.variant {
        _ = try file.scenario(variant: variant, settings: arguments.settings)
      }
      StandardOutput.write(CheckText(show).text(style: TextStyle(usesColour: Terminal.usesColour)))
    }
  }
}
