import ArgumentParser
import LineupFiles

/// The argument of every command that takes a tray.
struct TrayArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The tray: a result (.json), or a .csv or .xlsx that may have been edited by hand.", valueName: "file"),
    completion: .file(extensions: ["json", "csv", "xlsx"]))
  var tray: String

  /// The tray as the show knows it.
  func list(in show: Show) throws(LineupError) -> TrayList {
    try TrayFile(path: tray, scenario: show.scenario).list(in: show)
  }

  /// Throws where more items are said to have been on air than there are.
  static func check(shown: Int, of list: TrayList) throws(LineupError) {
    guard shown > list.entries.count else { return }
    let items = FigureText.counted(list.entries.count, "item")
    throw LineupError(
      [Problem(.other("--shown is \(shown), but the tray has \(items)"))], kind: .usage)
  }
}
