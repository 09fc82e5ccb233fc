import ArgumentParser
import Foundation
import LineupFiles

/// `lineup review`
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Compares a show with its plan, and says what follows for the next forecast.",
    discussion: """
      Plan against actual to the last cent: why sales differ, style by style and by views, conversion
      and order value; how good the forecast was beside a naive one; which rules held on air; what the
      best tray would have been worth; and what past shows say of forecasts, with an honest test.
      Sales are read as catalogs are; a .yaml in their place describes how (file, sheet, key, where,
      columns, as an entry of "tables").

        lineup review daily.yaml --tray tray.json --actual sales.csv -o review.json -o review.html
        lineup review daily.yaml --tray tray.json --actual sales.xlsx --views 11200 --orders 1240 \\
          --history reviews/*.json --learn factors.yaml
        lineup review --series reviews --score partners.csv
      """)

  @Argument(
    help: "The scenario file (.yaml, .yml or .json); - for standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var scenario: String?

  @Option(name: .long, help: ArgumentHelp("A variant of the scenario to apply.", valueName: "name"))
  var variant: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A change on top, such as show.minutes=120; may be repeated.", valueName: "key=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp("The tray as it went on air: a result or an adjustment.", valueName: "file"),
    completion: .file(extensions: ["json", "csv", "xlsx"]))
  var tray: String?

  @Option(
    help: ArgumentHelp(
      "What was sold (spu, units, and gmv, returns, sold_out_at where known), or a .yaml that describes such a file.",
      valueName: "file"),
    completion: .file(extensions: ["csv", "xlsx", "yaml"]))
  var actual: String?

  @Option(help: ArgumentHelp("Views that the show had.", valueName: "count"))
  var views: FigureArgument?

  @Option(help: ArgumentHelp("Orders that it had.", valueName: "count"))
  var orders: FigureArgument?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Reviews of shows before it (.json), to learn from too.", valueName: "files"),
    completion: .file(extensions: ["json"]))
  var history: [String] = []

  @Option(
    help: ArgumentHelp("Write what was learned, for demand: { factors: FILE }.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var learn: String?

  @Option(help: ArgumentHelp("How many items a factor of 1 is believed as much as.", valueName: "items"))
  var belief: FigureArgument = FigureArgument(ForecastFactors.usualBelief)

  @Option(
    help: ArgumentHelp(
      "The share of shows that may be outside of the range of the next one.", valueName: "share"))
  var miss: ShareArgument = ShareArgument(share: NextRange.usualMiss)

  @Option(
    help: ArgumentHelp(
      "In place of a show: the reviews (.json) of a folder, one after another.", valueName: "folder"),
    completion: .directory)
  var series: String?

  @Option(
    help: ArgumentHelp("With --series: write the score sheet's columns for lineup slots.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var score: String?

  @OptionGroup var problems: ProblemArguments
  @OptionGroup var answer: AnswerArguments

  func validate() throws {
    guard miss.share > 0, miss.share < 1 else {
      throw ValidationError("--miss takes a share between 0 and 100%.")
    }
    guard belief.number > 0 else { throw ValidationError("--belief takes a number above 0.") }
    if series != nil {
      let others: [(String, Bool)] = [
        ("a scenario", scenario != nil), ("--tray", tray != nil), ("--actual", actual != nil),
        ("--history", !history.isEmpty), ("--views", views != nil), ("--orders", orders != nil),
      ]
      if let other = others.first(where: \.1) {
        throw ValidationError("--series takes the reviews of a folder, without \(other.0).")
      }
      return
    }
    guard score == nil else { throw ValidationError("--score needs --series.") }
    guard scenario != nil else {
      throw ValidationError("Give a scenario, or --series with a folder of reviews.")
    }
    guard tray != nil else { throw ValidationError("--tray is needed: the tray as it went on air.") }
    guard actual != nil else { throw ValidationError("--actual is needed: what was sold.") }
  }

  func run() throws {
    try CommandOutcome.run {
      if let series { return try runSeries(series) }
      guard let scenario, let tray, let actual else { return }
      let files = try answer.files()
      let learned = try learn.map { path throws(LineupError) in try FactorsFile(path, beside: files) }
      let show = try InputFile.show(scenario).show(variant: variant, settings: set)
      let trayFile = try InputFile.tray(tray, scenario: show.scenario)
      let list = try trayFile.list(in: show)
      let sales = try SalesFile.sales(path: actual, of: show.scenario)
      let past = try history.map { path throws(LineupError) in try PastShow(path: path) }
      try files.keepInputs()
      try learned?.keepInputs()
      Interrupt.install()
      let review = try show.review(
        trayFile.planned(list), list, sales: sales,
        ReviewSettings(
          views: views?.number, orders: orders?.number, history: past, belief: belief.number,
          miss: miss.share,
          timeLimit: answer.seconds), isCancelled: { Interrupt.isRequested })
      try learned?.write(review.factors)
      if let learn { CommandOutcome.tellWritten([learn]) }
      try answer.show(Answer(review, of: show), files)
      if answer.output.format != .table {
        for sentence in review.warningSentences { CommandOutcome.note("note: \(sentence)") }
      }
    }
  }

  private func runSeries(_ folder: String) throws {
    let files = try answer.files()
    let learned = try learn.map { path throws(LineupError) in try FactorsFile(path, beside: files) }
    let sheet = try score.map { path throws(LineupError) in try ScoreFile(path, beside: files) }
    let series = try ReviewFolder.series(at: folder, belief: belief.number, miss: miss.share)
    try files.keepInputs()
    try learned?.keepInputs()
    try sheet?.keepInputs()
    try learned?.write(series.factors)
    try sheet?.write(series)
    CommandOutcome.tellWritten([learn, score].compactMap(\.self))
    try answer.show(Answer(series), files)
  }
}

/// A number of things, 0 or more, underscores allowed: `11_200`.
struct FigureArgument: ExpressibleByArgument, CustomStringConvertible {
  var number: Double

  init(_ number: Double) { self.number = number }

  init?(argument: String) {
    guard let number = ScalarText.number(argument), number >= 0, NumberLimits.allow(number) else {
      return nil
    }
    self.number = number
  }

  var description: String { plain(number) }
}
