import ArgumentParser
import LineupFiles
import LineupReports

/// `lineup share`
struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: "Writes everybody's sheet of a tray, and says who must get a new one.",
    discussion: """
      For each owner of the scenario's section "share", and each value of its "per", a workbook and a page
      with its part of the tray only. Each bears the show, the date and a short mark of the tray. With
      --against, who must get a new sheet, and what is different on it.

        lineup share september.yaml --tray tray.json -o sheets
        lineup share september.yaml --tray tray.json --rundown rundown.json -o sheets
        lineup share september.yaml --tray tray2.json --against tray.json
      """)

  @OptionGroup var arguments: ScenarioArguments

  @Option(
    help: ArgumentHelp("The tray: a result (.json), or a .csv or .xlsx.", valueName: "file"),
    completion: .file(extensions: ["json", "csv", "xlsx"]))
  var tray: String

  @Option(
    help: ArgumentHelp("The running order (.json), for sheets with rundown: true.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var rundown: String?

  @Option(
    help: ArgumentHelp("An earlier tray, to say who must get a new sheet.", valueName: "file"),
    completion: .file(extensions: ["json", "csv", "xlsx"]))
  var against: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder for the sheets; it is made.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(help: "What to print on standard output: table or json.")
  var format: Format = .table

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  func validate() throws {
    guard output != nil || against != nil else {
      throw ValidationError("Give -o with a folder for the sheets, or --against with an earlier tray.")
    }
  }

  func run() throws {
    try CommandOutcome.run {
      let show = try arguments.show()
      let shares = show.scenario.shares
      if shares.isEmpty {
        throw LineupError(
          .missingKey("share", place: "the scenario"), at: SourceLocation(source: arguments.scenario))
      }
      let items = try planned(tray, in: show)
      let slots = try rundown.map { path throws(LineupError) in try RundownFile.slots(path: path) }
      if slots == nil, output != nil, let first = shares.first(where: \.isInOrder) {
        throw LineupError(
          [
            Problem(
              .other("the sheet \"\(first.owner)\" stands in the running order; give it with --rundown"))
          ],
          kind: .usage)
      }
      let sheets = show.shareSheets(items, slots: slots ?? [])
      for sheet in sheets where sheet.withoutValue > 0 && sheet.value != nil {
        CommandOutcome.note(
          "lineup: note: \(FigureText.counted(sheet.withoutValue, "item")) of \(sheet.owner) without a value of \"per\" \(sheet.withoutValue == 1 ? "is" : "are") on no sheet"
        )
        break
      }
      let mark = TrayMark.mark(of: items, in: show)
      var changes: [ShareChange]?
      if let against {
        // A running order of the earlier tray is not known: the sheets are compared without times.
        changes = ShareChange.between(
          show.shareSheets(try planned(against, in: show), slots: slots ?? []), and: sheets)
      }
      var files: [String] = []
      if let output { files = try ShareFiles(output).write(sheets, of: show.scenario, mark: mark) }
      CommandOutcome.tellWritten(files)
      let document = ShareDocument(show.scenario, mark: mark, sheets: sheets, files: files, changes: changes)
      switch format {
      case .json: try StandardOutput.write(document.json)
      case .table:
        var lines = ["tray \(mark): \(FigureText.counted(sheets.count, "sheet"))"]
        lines += sheets.map { "  \($0.title): \(FigureText.counted($0.rows.count, "item"))" }
        if let changes { lines += [""] + Words.Share.summary(changes) }
        try StandardOutput.write(lines.joined(separator: "\n") + "\n")
      }
    }
  }

  private func planned(_ path: String, in show: Show) throws(LineupError) -> [PlannedItem] {
    let file = try InputFile.tray(path, scenario: show.scenario)
    let list = try file.list(in: show)
    return file.planned(list)
  }
}
