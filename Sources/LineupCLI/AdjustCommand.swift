import ArgumentParser
import LineupFiles

/// `lineup adjust`
struct AdjustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjust",
    abstract: "Makes a tray keep the rules again with the fewest changes.",
    discussion: """
      After a stock-out, a withdrawal, a late wish or a change of rule: first the fewest changes that make
      every hard rule hold again, then the best value among those, both proven. A swap, an item more, an
      item less and another pitch each count as one change. With --max-swaps: the best value within so
      many changes.

        lineup adjust september.yaml --tray tray.json --stock A1044=0 -o tray2.json
        lineup adjust september.yaml --tray tray.csv --out B77 --in C12:full --substitutes 3
        lineup adjust september.yaml --tray tray.json --set show.minutes=150 --max-swaps 5
        lineup adjust september.yaml --tray rundown.json --shown 12 --out B77

      A file by -o ending in .json holds what --format json prints; .csv, .xlsx and .html hold the adjusted tray,
      and all but .html can be given to --tray.
      """)

  @OptionGroup var arguments: ScenarioArguments
  @OptionGroup var tray: TrayArguments

  @Option(name: .long, help: ArgumentHelp("A style that is withdrawn; may be repeated.", valueName: "spu"))
  var out: [String] = []

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "A style that must come in, with its pitch if one is wished.", valueName: "spu[:pitch]"))
  var wishes: [String] = []

  @Option(name: .long, help: ArgumentHelp("Units that can be sold now.", valueName: "spu=units"))
  var stock: [StockArgument] = []

  @Option(
    name: .long,
    help: ArgumentHelp("A style that stays as it is, such as one that has been on air.", valueName: "spu"))
  var keep: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The first so many items of the tray file have been on air and stay.", valueName: "items"))
  var shown: Int = 0

  @Option(
    name: .long,
    help: ArgumentHelp("At most so many changes, for the best value within them.", valueName: "changes"))
  var maxSwaps: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("For each item, so many styles that could take its place.", valueName: "count"))
  var substitutes: Int = 0

  @OptionGroup var answer: AnswerArguments

  func validate() throws {
    try checkCount(maxSwaps ?? 0, "--max-swaps", 0...NumberLimits.count)
    try checkCount(shown, "--shown", 0...NumberLimits.count)
    try checkCount(substitutes, "--substitutes", 0...50)
  }

  func run() throws {
    try CommandOutcome.run {
      let files = try answer.files()
      let (show, list) = try tray.list(in: arguments.show())
      try TrayArguments.check(shown: shown, of: list)
      let changes = LateChanges(
        withdrawn: out,
        wishes: wishes.map { text in
          let known = show.catalog.row(ofSPU: text) != nil
          let parts = known ? [text[...]] : text.split(separator: ":", maxSplits: 1)
          return .init(spu: String(parts.first ?? ""), pitch: parts.count > 1 ? String(parts[1]) : nil)
        }, stock: stock.map { ($0.spu, $0.units) }, kept: keep + list.spus.prefix(shown))
      try files.keepInputs()
      Interrupt.install()
      let adjustment = try show.adjust(
        list, after: changes, AdjustSettings(limit: maxSwaps, timeLimit: answer.timeLimit?.seconds),
        isCancelled: { Interrupt.isRequested })
      let changed = try show.applying(changes, to: list)
      let others = try adjustment.adjusted.map { adjusted in
        substitutes > 0 ? try changed.substitutes(for: adjusted.tray, limit: substitutes) : []
      }
      let sheets = adjustment.adjusted.flatMap { adjusted in
        ShareChange.between(
          list.entries.map { ($0.spu, $0.pitch) }, and: adjusted.tray.items.map { ($0.spu, $0.pitch) },
          in: changed)
      }
      try answer.show(
        Answer(adjustment, of: changed, substitutes: others ?? [], notes: list.notes, sheets: sheets), files)
      switch adjustment.outcome {
      case .tray: break
      case .beyondLimit, .infeasible: throw CommandOutcome.infeasible
      case .unknown: throw CommandOutcome.unknown
      }
    }
  }
}
