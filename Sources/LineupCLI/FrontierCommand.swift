import ArgumentParser
import LineupFiles

/// `lineup frontier`
struct FrontierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier",
    abstract: "Draws the exact trade-off as a number moves, or between two measures.",
    discussion: """
      Each point is a tray solved by itself. --vary moves a number of the scenario: a range with
      --steps, a range in braces within a text, or a list of values. --trade maximises the second
      measure over floors under the first.

        lineup frontier september.yaml --vary goal.gmv=600000..1200000 --steps 13
        lineup frontier september.yaml --vary 'rules."hero ratio".range={10%..30%}..' --steps 5
        lineup frontier september.yaml --vary 'rules."hero ratio".range=10%..,15%..,20%..'
        lineup frontier september.yaml --trade gmv,margin -o curve.csv
      """)

  @OptionGroup var arguments: ScenarioArguments

  @Option(help: ArgumentHelp("A number that moves, and from where to where.", valueName: "key=a..b"))
  var vary: String?

  @Option(help: ArgumentHelp("Two measures to trade for each other.", valueName: "first,second"))
  var trade: String?

  @Option(help: "How many points.")
  var steps: Int = 13

  @OptionGroup var answer: AnswerArguments

  func validate() throws {
    guard (vary == nil) != (trade == nil) else { throw ValidationError("Give either --vary or --trade.") }
    try checkCount(steps, "--steps", 2...1000)
  }

  func run() throws {
    try CommandOutcome.run {
      let files = try answer.files()
      let file = try arguments.file()
      let frontier: Frontier
      if let vary {
        let varied = try VariedSetting(
          vary, steps: steps,
          of: try file.scenario(variant: arguments.variant, settings: arguments.settings))
        Interrupt.install()
        frontier = try file.frontier(
          varying: varied, variant: arguments.variant, settings: arguments.settings,
          SolveSettings(timeLimit: answer.timeLimit?.seconds),
          whenRead: files.keepInputs, isCancelled: { Interrupt.isRequested })
      } else {
        let show = try arguments.show(of: file)
        let measures = try TradedMeasures(trade ?? "", in: show)
        try files.keepInputs()
        Interrupt.install()
        frontier = try show.tradeOff(
          between: measures.first, and: measures.second, points: steps,
          timeLimit: answer.timeLimit?.seconds, isCancelled: { Interrupt.isRequested })
      }
      try answer.show(Answer(frontier), files)
      try CommandOutcome.end(frontier.points.map(\.result))
    }
  }
}
