import ArgumentParser
import LineupFiles

/// `lineup rundown`
struct RundownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rundown",
    abstract: "Puts a tray in the best running order, with clock times.",
    discussion: """
      The order in which the items earn most at the audience of their minutes, by the scenario's section
      "rundown": blocks, spacing, opening, closing, fixed places, breaks, encores, offers. Hard rules hold,
      or those that clash are named. The page follows the clock during the show.

        lineup rundown september.yaml --tray tray.json -o rundown.html -o rundown.xlsx
        lineup rundown september.yaml --tray tray2.json --follow rundown.json --shown 12
      """)

  @OptionGroup var arguments: ScenarioArguments
  @OptionGroup var tray: TrayArguments

  @Option(
    name: .long,
    help: ArgumentHelp("An earlier rundown, the first items of which have been on air.", valueName: "file"),
    completion: .file(extensions: ["json", "csv", "xlsx"]))
  var follow: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many items of --follow (or of the tray file) have been on air; they stay first.",
      valueName: "items"))
  var shown: Int = 0

  @OptionGroup var answer: AnswerArguments

  func validate() throws {
    try checkCount(shown, "--shown", 0...NumberLimits.count)
    guard follow == nil || shown > 0 else { throw ValidationError("--follow needs --shown.") }
  }

  func run() throws {
    try CommandOutcome.run {
      let files = try answer.files()
      let (show, list) = try tray.list(in: arguments.show())
      let earlier = try follow.map { path throws(LineupError) in
        try InputFile.tray(path, scenario: show.scenario).list(in: show)
      }
      try TrayArguments.check(shown: shown, of: earlier ?? list)
      let shownSPUs = Array((earlier ?? list).spus.prefix(shown))
      try refuseWithdrawn(in: list, earlier, shown: shownSPUs)
      let items = try show.audit(list.entries, wideOffers: list.wideOffers ?? show.alwaysWideOffers)
      try files.keepInputs()
      Interrupt.install()
      let outcome = try show.rundown(
        of: items,
        RundownSettings(
          shown: shownSPUs, timeLimit: answer.timeLimit?.seconds),
        isCancelled: { Interrupt.isRequested })
      switch outcome {
      case .order(let rundown):
        let slots = rundown.slots.compactMap { slot in
          slot.kind == .item ? slot.item.map { ShareSlot(spu: $0.spu, time: rundown.clock(slot.start)) } : nil
        }
        let earlierSlots = try follow.map { path throws(LineupError) in
          path.lowercased().hasSuffix(".json") ? try RundownFile.slots(path: path) : []
        }
        let sheets = ShareChange.between(
          (earlier ?? TrayList.none).entries.map { ($0.spu, $0.pitch) },
          and: list.entries.map { ($0.spu, $0.pitch) }, in: show, slots: (earlierSlots ?? [], slots))
        try answer.show(
          Answer(
            rundown, of: show.scenario, catalog: show.catalog, notes: list.notes, sheets: sheets), files)
      case .clash(let clash):
        try answer.show(Answer(clash, of: show.scenario), files)
        throw clash.isProven ? CommandOutcome.infeasible : CommandOutcome.unknown
      }
    }
  }
  /// A style that the catalog has no longer has no place in a running order; says what to do instead.
  private func refuseWithdrawn(
    in list: TrayList, _ earlier: TrayList?, shown: [String]
  ) throws(LineupError) {
    var problems = list.withdrawn.filter { !shown.contains($0.spu) }.map {
      Problem(.withdrawnStyle($0.spu), at: $0.location)
    }
    for style in (earlier ?? list).withdrawn where shown.contains(style.spu) {
      problems.append(
        Problem(
          .other(
            "\(style.spu) has been on air, but the catalog has it no longer; put its row back, with its stock of then"
          ), at: style.location))
    }
    if !problems.isEmpty { throw LineupError(problems) }
  }
}
