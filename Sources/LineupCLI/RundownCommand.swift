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

  @Option(help: ArgumentHelp("End the search after so many seconds.", valueName: "seconds"))
  var timeLimit: PositiveSeconds?

  @Option(help: "What to print on standard output.")
  var format: PrintedFormat = .table

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file, its kind by its ending: .html, .xlsx, .csv or .json; may be repeated.",
      valueName: "file"),
    completion: .file(extensions: ["html", "xlsx", "csv", "json"]))
  var output: [String] = []

  func validate() throws {
    guard shown >= 0 else { throw ValidationError("--shown takes 0 or more.") }
    guard follow == nil || shown > 0 else { throw ValidationError("--follow needs --shown.") }
  }

  func run() throws {
    try CommandOutcome.run {
      let files = try output.map { path throws(LineupError) in try RundownFile(path: path) }
      let show = try arguments.show()
      let list = try tray.list(in: show)
      let earlier = try follow.map { path throws(LineupError) in
        try TrayFile(path: path, scenario: show.scenario).list(in: show)
      }
      let items = try show.audit(list.entries.map { ($0.spu, $0.pitch) })
      Interrupt.install()
      let outcome = try show.rundown(
        of: items,
        RundownSettings(
          shown: Array((earlier ?? list).spus.prefix(shown)), timeLimit: timeLimit?.seconds),
        isCancelled: { Interrupt.isRequested })
      let style = TextStyle(usesColour: Terminal.usesColour, width: Terminal.width)
      switch outcome {
      case .order(let rundown):
        for file in files { try file.write(rundown, of: show.scenario) }
        let report = RundownReport(rundown, of: show.scenario)
        switch format {
        case .table: StandardOutput.write(report.text(style: style))
        case .json: StandardOutput.write(report.json)
        case .csv: StandardOutput.write(String(decoding: report.csv, as: UTF8.self))
        }
      case .clash(let clash):
        StandardOutput.write(
          format == .json
            ? RundownReport.json(clash, of: show.scenario)
            : RundownReport.text(clash, of: show.scenario, style: style))
        throw clash.isProven ? CommandOutcome.infeasible : CommandOutcome.unknown
      }
    }
  }
}
