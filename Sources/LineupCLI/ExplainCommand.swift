import ArgumentParser
import LineupFiles

/// `lineup explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells what each rule costs, or why a style is on the tray or not.",
    discussion: """
      Without --spu: for every rule row that binds, the gain from dropping it and from one unit more,
      most expensive first. With --spu: what the best tray with (or without) the style comes to, what
      it displaces, and the forecast at which it would come in. Every figure is found by solving again.

        lineup explain september.yaml
        lineup explain september.yaml --spu A1044 B77
        lineup explain september.yaml --spu A1044 --offer "flash price"
        lineup explain september.yaml --variant "two hours" --format json
      """)

  @OptionGroup var arguments: ScenarioArguments

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Styles to explain.", valueName: "id"))
  var spu: [String] = []

  @Option(
    help: ArgumentHelp(
      "The offer that the styles of --spu would have; none for no offer.", valueName: "name"))
  var offer: String?

  @Option(
    help: ArgumentHelp(
      "Accept trays proven within this gap, such as 0.1% or 0.001; figures then are ranges.",
      valueName: "share"))
  var gap: ShareArgument = ShareArgument(share: 0)

  @OptionGroup var answer: AnswerArguments

  func validate() throws {
    guard offer == nil || !spu.isEmpty else { throw ValidationError("--offer needs --spu.") }
  }

  func run() throws {
    try CommandOutcome.run {
      let files = try answer.files()
      let show = try arguments.show()
      try files.keepInputs()
      Interrupt.install()
      let report: Answer?
      if spu.isEmpty {
        report = try show.rulePrices(
          timeLimit: answer.timeLimit?.seconds, gap: gap.share, isCancelled: { Interrupt.isRequested }
        ).map { Answer($0, of: show.scenario, catalog: show.catalog) }
      } else {
        report = try show.regrets(
          of: spu, offer: offer, timeLimit: answer.timeLimit?.seconds, gap: gap.share,
          isCancelled: { Interrupt.isRequested }
        ).map { Answer($0, of: show.scenario, catalog: show.catalog) }
      }
      if let report {
        try answer.show(report, files)
      } else {
        try answer.showFailure(of: show, gap: gap.share, files)
      }
    }
  }
}
