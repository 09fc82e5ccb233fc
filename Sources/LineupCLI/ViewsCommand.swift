import ArgumentParser
import LineupFiles

/// `lineup views`
struct ViewsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "views",
    abstract: "Plans which channel brings how many views, at the least cost.",
    discussion: """
      For each channel its views and people told, orders, sales and cost; what the next 1,000 views
      would cost and from whom; what each row of the plan costs; and what views are worth to the
      tray, by solving the show at 80%, 100% and 120% of them. Where the channels cannot bring what
      is asked, the rows that clash, the most that they can bring, and the smallest repairs.

        lineup views autumn.yaml
        lineup views autumn.yaml --short "shop guides=20%"
        lineup views autumn.yaml -o views.xlsx -o views.html
      """)

  @OptionGroup var arguments: ScenarioArguments

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What if a channel brings so much less than planned, such as 'shop guides=20%'; may be repeated.",
      valueName: "channel=share"))
  var short: [ShortArgument] = []

  @Flag(
    name: .long, help: "Leave out what views are worth to the tray, which takes three solves of the show.")
  var planOnly = false

  @OptionGroup var answer: AnswerArguments

  func run() throws {
    try CommandOutcome.run {
      let files = try answer.files()
      let file = try arguments.file()
      let show = try arguments.show(of: file)
      let targets = try file.targets(of: show.scenario)
      try files.keepInputs()
      Interrupt.install()
      let outlook = try show.viewsOutlook(
        shorts: short.map { ($0.channel, $0.share) }, targets: targets, weighs: !planOnly,
        timeLimit: answer.seconds, isCancelled: { Interrupt.isRequested })
      try answer.show(Answer(outlook, of: show), files)
      switch outlook.answer.status {
      case .optimal, .weighed: return
      case .infeasible: throw CommandOutcome.infeasible
      case .unknown: throw CommandOutcome.unknown
      }
    }
  }
}

/// `--short 'shop guides=20%'`
struct ShortArgument: ExpressibleByArgument {
  var channel: String
  var share: Double

  init?(argument: String) {
    guard let mark = argument.lastIndex(of: "="),
      let share = ScalarText.number(
        ScalarText.trimmed(argument[argument.index(after: mark)...]), shares: true),
      share >= 0, share <= 1
    else { return nil }
    channel = ScalarText.trimmed(argument[..<mark])
    self.share = share
  }
}
