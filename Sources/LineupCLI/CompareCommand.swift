import ArgumentParser
import LineupFiles

/// `lineup compare`
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Solves a scenario and changes of it, side by side.",
    discussion: """
      The first column is the scenario as it is; each --variant and each --set makes a column more.
      Without any, all variants are compared. A show that fails says why and stops no other.

        lineup compare september.yaml
        lineup compare september.yaml --variant "two hours" --variant south
        lineup compare september.yaml --set show.minutes=120 --set 'rules.brands=' -o what-if.csv
      """)

  @Argument(
    help: "The scenario file (.yaml, .yml or .json); - for standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var scenario: String

  @Option(name: .long, help: ArgumentHelp("A variant to compare; may be repeated.", valueName: "name"))
  var variant: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A change to compare, such as show.minutes=120; may be repeated.", valueName: "key=value"))
  var set: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The catalog's encoding where it is judged wrong: utf-8, utf-16, gb18030, cp949, ….", valueName: "name")
  )
  var encoding: String?

  @Option(
    help: ArgumentHelp("Accept trays proven within this gap, such as 0.1% or 0.001.", valueName: "share"))
  var gap: ShareArgument = ShareArgument(share: 0)

  @OptionGroup var answer: AnswerArguments
  @OptionGroup var problems: ProblemArguments

  func run() throws {
    try CommandOutcome.run {
      let files = try answer.files()
      let file = try InputFile.show(scenario)
      let variants = variant.isEmpty && set.isEmpty ? file.variantNames : variant
      let changes =
        [ShowChange(name: "base")] + variants.map { ShowChange(name: $0, variant: $0) }
        + set.map { ShowChange(name: $0, settings: [$0]) }
      let encodings = encoding.map { ["encoding=\($0)"] } ?? []
      let contenders = file.contenders(
        changes.map { ShowChange(name: $0.name, variant: $0.variant, settings: $0.settings + encodings) })
      // A slip on the command line is told at once; what is wrong in the files is told in its column.
      let errors = contenders.compactMap(\.error)
      if let slip = errors.first(where: { $0.kind == .usage }) { throw slip }
      if errors.count == contenders.count, let error = errors.first { throw error }
      try files.keepInputs()
      Interrupt.install()
      let comparison = Comparison(
        of: contenders, SolveSettings(timeLimit: answer.timeLimit?.seconds, gap: gap.share),
        isCancelled: { Interrupt.isRequested })
      try answer.show(Answer(comparison), files)
      try CommandOutcome.end(comparison.entries.map(\.result))
    }
  }
}
