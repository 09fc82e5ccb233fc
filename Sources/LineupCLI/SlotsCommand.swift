import ArgumentParser
import LineupFiles

/// `lineup slots`
struct SlotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slots",
    abstract: "Gives the slots of a period to partners by their scores.",
    discussion: """
      Scores by rules and sales say how many slots each partner is to have; wishes, and days between
      two slots of a partner, say which. The calendar has the greatest value of all that keep the
      counts, proven; where they cannot all be kept, it says who competes for what. The score sheet
      has each term, and for each partner how many points it is from one slot more.

        lineup slots october.yaml
        lineup slots october.yaml -o slots.html -o slots.xlsx
        lineup slots october.yaml --month october-shows.yaml
      """)

  @Argument(
    help: "The file of slots (.yaml, .yml or .json); - for standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Write the shows of a month file, one for each slot that has a partner; a file that is there is left as it is.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var month: String?

  @Option(
    help: "How to search: exact with GLPK, heuristic without; auto falls back where exact has no answer.")
  var method: SolveMethod = .auto

  @OptionGroup var answer: AnswerArguments
  @OptionGroup var problems: ProblemArguments

  func run() throws {
    try CommandOutcome.run {
      let files = try answer.files()
      let stub = try month.map { path throws(LineupError) in try MonthStub(path, beside: files) }
      let search = try InputFile.slots(file).search
      try files.keepInputs()
      try stub?.keepInputs()
      Interrupt.install()
      let result = try search.run(
        method: method, timeLimit: answer.seconds, isCancelled: { Interrupt.isRequested })
      try stub?.write(result)
      if let stub { CommandOutcome.tellWritten([stub.path]) }
      try answer.show(Answer(result), files)
      if answer.output.format != .table {
        for sentence in result.cautionSentences { CommandOutcome.note("note: \(sentence)") }
      }
      switch result.status {
      case .optimal, .feasible: return
      case .infeasible: throw CommandOutcome.infeasible
      case .unknown: throw CommandOutcome.unknown
      }
    }
  }
}
