import ArgumentParser
import LineupFiles

/// `lineup solve`
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Finds the best tray that keeps every rule, and proves it.",
    discussion: """
      Prints the tray, the checks and a line of proof. Ctrl-C or the time limit end the search
      with the best tray so far and its gap to the bound.

        lineup solve september.yaml
        lineup solve september.yaml --variant "two hours" -o tray.html -o tray.xlsx
        lineup solve september.yaml --set show.minutes=120 --set 'rules.brands=' --format json
        lineup solve september.yaml --time-limit 30 --gap 0.1%
      """)

  @OptionGroup var arguments: ScenarioArguments

  @Option(
    help: ArgumentHelp(
      "Accept a tray proven within this gap, such as 0.1% or 0.001; at most 100%.", valueName: "share"))
  var gap: ShareArgument = ShareArgument(share: 0)

  @Option(
    help: "How to search: exact with GLPK, heuristic without; auto falls back where exact has no answer.")
  var method: SolveMethod = .auto

  @Option(
    help: ArgumentHelp(
      "End the search with the best tray so far once what it keeps for later takes so much, such as 4GB; half of the machine's unless said.",
      valueName: "size"))
  var memory: MemoryArgument?

  @Option(
    help: ArgumentHelp(
      "How to tell on standard error where the search stands: line, at a terminal; json, a line for each new tray or bound; none."
    ))
  var progress: ProgressFormat = .line

  @OptionGroup var answer: AnswerArguments

  func run() throws {
    try CommandOutcome.run {
      let files = try answer.files()
      let show = try arguments.show()
      try files.keepInputs()
      Interrupt.install()
      let line = ProgressLine(isShown: progress == .line && Terminal.errorIsTerminal)
      let lines = progress == .json ? ProgressLines() : nil
      var settings = SolveSettings(timeLimit: answer.timeLimit?.seconds, gap: gap.share, method: method)
      settings.memoryLimit = memory?.bytes
      let result = try show.solve(
        settings, isCancelled: { Interrupt.isRequested },
        onProgress: { progress in
          line.show(progress)
          lines?.show(progress)
        })
      line.clear()
      let hasReports = answer.hasReports(files)
      let left = hasReports ? show.leftOut(of: result, isCancelled: { Interrupt.isRequested }) : []
      try answer.show(Answer(result, of: show, leftOut: left, listsCandidates: hasReports), files)
      try CommandOutcome.end(result)
    }
  }
}

extension SolveMethod: ExpressibleByArgument {}
extension ProgressFormat: ExpressibleByArgument {}
