import ArgumentParser

/// The command `benchmark`.
@main
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Generates shows of every style and size, solves them and says what it took.",
    discussion: """
        benchmark --smoke
        benchmark --style smooth --style tight --spus 5000 --seeds 1..10
        benchmark process --binary .build/release/lineup --spus 5000 --spus 100000
        benchmark read --rows 100000
        benchmark write --style ties --spus 20000 --folder shows
      """,
    subcommands: [
      RunCommand.self, ProcessCommand.self, ReadCommand.self, HeuristicCommand.self, RundownCommand.self,
      MonthCommand.self, ReviewCommand.self, CancelCommand.self,
      WriteCommand.self,
    ],
    defaultSubcommand: RunCommand.self)
}
