import ArgumentParser
import Lineup

/// The command `lineup`.
@main
struct LineupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineup",
    abstract: "Chooses the tray (货盘) of a livestream: the best products under your rules, proven.",
    discussion: """
      A scenario file (YAML or JSON) names the catalog, the show and the rules.

        lineup init spring            a starter scenario and a sample catalog
        lineup check spring/show.yaml what is in them, before any solving
        lineup solve spring/show.yaml the best tray, the checks and the proof

      Exit codes: 0 a tray, 2 proven infeasible, 3 nothing found in time, 64 wrong arguments,
      65 wrong data, 70 a defect or a broken library, 74 an answer that could not be written.
      """,
    version: LineupVersion.text,
    subcommands: [
      InitCommand.self, CheckCommand.self, SolveCommand.self, ExplainCommand.self, CompareCommand.self,
      FrontierCommand.self, AuditCommand.self, AdjustCommand.self, AlternativesCommand.self,
      RundownCommand.self, MonthCommand.self, SlotsCommand.self, ViewsCommand.self, ReviewCommand.self,
      ShareCommand.self, ExportCommand.self, SchemaCommand.self,
    ])

  @OptionGroup var problems: ProblemArguments
}
