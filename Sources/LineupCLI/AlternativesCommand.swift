import ArgumentParser
import LineupFiles

/// `lineup alternatives`
struct AlternativesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alternatives",
    abstract: "Gives other good trays, or tells how a tray stands up to errors of the forecast.",
    discussion: """
      Without --jitter: -k trays, each proven the best of those that lack at least --differ styles of every
      one before. With --jitter: solves the show again for seeded errors of each forecast and tells how
      often each style is picked and the sales goal met; --goal-confidence chooses the best tray that meets
      the goal in at least that share of the samples.

        lineup alternatives september.yaml -k 5 --differ 10
        lineup alternatives september.yaml --jitter 10% --samples 100
        lineup alternatives september.yaml --jitter 10% --goal-confidence 90%
      """)

  @OptionGroup var arguments: ScenarioArguments

  @Option(
    name: [.customShort("k"), .customLong("trays")], help: ArgumentHelp("How many trays.", valueName: "count")
  )
  var count: Int = 3

  @Option(help: ArgumentHelp("In how many styles they differ at least.", valueName: "styles"))
  var differ: Int = 5

  @Option(
    help: ArgumentHelp(
      "Standard deviation of each forecast's error, such as 10%; at most 100%. learned: the spread that past shows had, of the scenario's factors.",
      valueName: "share"))
  var jitter: JitterArgument?

  @Option(help: "How many samples of the forecast.")
  var samples: Int = 100

  @Option(help: "Where the samples start; the same seed gives the same samples.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "The share of the samples in which the goal must be met, such as 90%.", valueName: "share"))
  var goalConfidence: ShareArgument?

  @OptionGroup var answer: AnswerArguments

  func validate() throws {
    try checkCount(count, "-k", 1...1000)
    try checkCount(differ, "--differ", 1...NumberLimits.count)
    try checkCount(samples, "--samples", 1...100_000)
    guard goalConfidence == nil || jitter != nil else {
      throw ValidationError("--goal-confidence needs --jitter.")
    }
  }

  func run() throws {
    try CommandOutcome.run {
      let files = try answer.files()
      let show = try arguments.show()
      try files.keepInputs()
      Interrupt.install()
      if let jitter {
        let settings = StabilitySettings(
          jitter: try jitter.share(in: show), samples: samples, seed: seed,
          goalConfidence: goalConfidence?.share,
          timeLimit: answer.timeLimit?.seconds)
        let stability = try show.stability(settings, isCancelled: { Interrupt.isRequested })
        guard stability.first.tray != nil else {
          return try answer.showFailure(of: show, files)
        }
        try answer.show(Answer(stability, of: show), files)
        if stability.confident?.proof == .impossible { throw CommandOutcome.infeasible }
        if stability.confident?.proof == .unknown { throw CommandOutcome.unknown }
        return
      }
      let alternatives = try show.alternatives(
        count: count, differ: differ, timeLimit: answer.timeLimit?.seconds,
        isCancelled: { Interrupt.isRequested })
      guard alternatives.ending != .none else {
        return try answer.showFailure(of: show, files)
      }
      try answer.show(Answer(alternatives), files)
    }
  }
}
