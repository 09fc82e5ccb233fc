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

  @Option(help: ArgumentHelp("End the search after so many seconds.", valueName: "seconds"))
  var timeLimit: PositiveSeconds?

  @Option(
    help: ArgumentHelp("Accept a tray proven within this gap, such as 0.1% or 0.001.", valueName: "share"))
  var gap: GapArgument = GapArgument(share: 0)

  @Option(
    help: "How to search: exact with GLPK, heuristic without; auto falls back where exact has no answer.")
  var method: SolveMethod = .auto

  @Option(help: "What to print on standard output.")
  var format: PrintedFormat = .table

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file, its kind by its ending: .html, .xlsx, .csv or .json; may be repeated.",
      valueName: "file"),
    completion: .file(extensions: ["html", "xlsx", "csv", "json"]))
  var output: [String] = []

  func run() throws {
    try CommandOutcome.run {
      let writers = try output.map { path throws(LineupError) in try ResultFile(path: path) }
      let show = try arguments.show()
      Interrupt.install()
      let line = ProgressLine()
      let result = try show.solve(
        SolveSettings(timeLimit: timeLimit?.seconds, gap: gap.share, method: method),
        isCancelled: { Interrupt.isRequested }, onProgress: { line.show($0) })
      line.clear()
      let wantsReport = writers.contains(where: \.isReport)
      let left = wantsReport ? show.leftOut(of: result, isCancelled: { Interrupt.isRequested }) : []
      let report = wantsReport ? Report(result, of: show, leftOut: left) : nil
      for writer in writers { try writer.write(result, report: report ?? Report(result, of: show)) }
      switch format {
      case .table:
        let style = TextStyle(usesColour: Terminal.usesColour, width: Terminal.width)
        StandardOutput.write(TrayText(result).text(style: style))
      case .json: StandardOutput.write(ResultJSON(result).text)
      case .csv: StandardOutput.write(TrayCSV(result).text)
      }
      switch result.outcome {
      case .optimal, .feasible: break
      case .infeasible: throw CommandOutcome.infeasible
      case .unknown: throw CommandOutcome.unknown
      }
    }
  }
}

extension SolveMethod: ExpressibleByArgument {}

/// What `solve` can print.
enum PrintedFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv
}

/// A number of seconds above 0.
struct PositiveSeconds: ExpressibleByArgument {
  var seconds: Double

  init?(argument: String) {
    guard let seconds = Double(argument), seconds > 0, seconds.isFinite else { return nil }
    self.seconds = seconds
  }
}

/// A gap as a share: `0.1%` or `0.001`.
struct GapArgument: ExpressibleByArgument, CustomStringConvertible {
  var share: Double

  init(share: Double) { self.share = share }

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let number = Double(isPercent ? String(argument.dropLast()) : argument), number >= 0,
      number.isFinite
    else { return nil }
    share = isPercent ? number / 100 : number
  }

  var description: String { "\(share)" }
}
