import ArgumentParser
import LineupFiles

/// `lineup month`
struct MonthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month",
    abstract: "Plans all shows of a period together, on one stock.",
    discussion: """
      Which style on which show, pitched how, and how many of its units are held for that show, with a bound on
      what any plan could be worth. Ctrl-C or the time limit end the search with the best plan so far and its gap.

        lineup month september.yaml
        lineup month september.yaml --gap 0.5% --time-limit 300 -o plan.json -o plan.xlsx
        lineup month september.yaml --one-by-one
        lineup month september.yaml --keep plan.json --freeze 2026-09-15 --steady 300
      """)

  @Argument(
    help: "The month's file (.yaml, .yml or .json).", completion: .file(extensions: ["yaml", "yml", "json"]))
  var month: String

  @Option(
    help: ArgumentHelp(
      "Accept a plan proven within this gap, such as 0.5% or 0.005; 1% unless said.", valueName: "share"))
  var gap: ShareArgument = ShareArgument(share: 0.01)

  @Option(
    defaultAsFlag: .date,
    help: ArgumentHelp(
      "Plan as planners do without us: show after show with what is left, by date, or by size, what is worth most first.",
      valueName: "date|size"))
  var oneByOne: OneByOneOrder?

  @Option(
    help: ArgumentHelp("Plan again near to this plan, as -o plan.json wrote it.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var keep: String?

  @Option(
    help: ArgumentHelp("With --keep: shows up to this day keep their items and pitches.", valueName: "date"))
  var freeze: String?

  @Option(
    help: ArgumentHelp(
      "With --keep: what a later show pays for each item that it drops.", valueName: "amount"))
  var steady: Double = 0

  @OptionGroup var problems: ProblemArguments
  @OptionGroup var answer: AnswerArguments

  func validate() throws {
    if keep == nil, freeze != nil || steady != 0 {
      throw ValidationError("--freeze and --steady go with --keep.")
    }
    if keep != nil, oneByOne != nil { throw ValidationError("Give either --keep or --one-by-one.") }
    if steady < 0 || !steady.isFinite || steady > 1e15 {
      throw ValidationError("--steady is 0 or more, at most 1e15.")
    }
  }

  func run() throws {
    try CommandOutcome.run {
      let files = try answer.files()
      let file = try MonthFile(path: month)
      let bound = try file.bound()
      var settings = MonthSettings(gap: gap.share, timeLimit: answer.timeLimit?.seconds)
      if let oneByOne { settings.way = .oneByOne(ofSize: oneByOne == .size) }
      if let keep {
        settings.kept = try KeptPlan(contentsOf: keep, of: bound, freeze: freeze, steady: steady)
      }
      try files.keepInputs()
      Interrupt.install()
      let line = ProgressLine(isShown: Terminal.errorIsTerminal)
      let result = try bound.plan(settings, isCancelled: { Interrupt.isRequested }) { progress in
        line.show(SolveProgress(incumbent: progress.value, bound: progress.bound, seconds: progress.seconds))
      }
      line.clear()
      try answer.show(Answer(result, of: bound), files)
      switch result.outcome {
      case .optimal, .feasible: break
      case .infeasible: throw CommandOutcome.infeasible
      case .unknown: throw CommandOutcome.unknown
      }
    }
  }
}

/// In what order shows are planned one by one.
enum OneByOneOrder: String, ExpressibleByArgument, CaseIterable {
  case date, size
}
