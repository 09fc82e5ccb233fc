import ArgumentParser
import LineupFiles

/// `lineup audit`
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Checks a tray of your own against every rule, and against the best tray.",
    discussion: """
      Reads a tray back, from JSON, CSV or a workbook, edited by hand or not; amounts come from the
      catalog. Tells which rules it misses, what may not be on it, and what was gained or lost. Exit code
      2 where it does not keep every hard rule.

        lineup audit september.yaml --tray tray.csv
        lineup audit september.yaml --tray tray.xlsx --format json
      """)

  @OptionGroup var arguments: ScenarioArguments
  @OptionGroup var tray: TrayArguments
  @OptionGroup var answer: AnswerArguments

  func run() throws {
    try CommandOutcome.run {
      let files = try answer.files()
      let (show, list) = try tray.list(in: arguments.show())
      try files.keepInputs()
      Interrupt.install()
      var settings = SolveSettings(timeLimit: answer.timeLimit?.seconds)
      settings.explainsInfeasibility = false
      let comparison = try show.compareWithBest(list, settings, isCancelled: { Interrupt.isRequested })
      try answer.show(Answer(comparison, of: show, notes: list.notes), files)
      if !comparison.review.keepsRules { throw CommandOutcome.infeasible }
    }
  }
}
