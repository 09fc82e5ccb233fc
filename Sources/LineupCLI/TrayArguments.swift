import ArgumentParser
import LineupFiles

/// The arguments of every command that takes a tray.
struct TrayArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The tray: a result (.json), or a .csv or .xlsx that may have been edited by hand; - for standard input.",
      valueName: "file"),
    completion: .file(extensions: ["json", "csv", "xlsx"]))
  var tray: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Take the tray's price (or stock) where it differs from the catalog's; may be repeated.",
      valueName: "price|stock"))
  var take: [TakenColumn] = []

  /// The tray, and the show with what is taken from it; where the two disagree is said.
  func list(in show: Show) throws(LineupError) -> (show: Show, list: TrayList) {
    var show = show
    var list = try InputFile.tray(tray, scenario: show.scenario).list(in: show)
    if !take.isEmpty {
      let columns = take.map(\.column)
      show = try show.taking(columns, from: list)
      list = try list.taken(columns, in: show)
    }
    for sentence in TrayNote.sentences(list.notes) { CommandOutcome.note("lineup: note: \(sentence)") }
    return (show, list)
  }

  /// Throws where more items are said to have been on air than there are.
  static func check(shown: Int, of list: TrayList) throws(LineupError) {
    guard shown > list.entries.count else { return }
    let items = FigureText.counted(list.entries.count, "item")
    throw LineupError(
      [Problem(.other("--shown is \(shown), but the tray has \(items)"))], kind: .usage)
  }
}

/// `price` or `stock`
struct TakenColumn: ExpressibleByArgument {
  var column: TrayAmount.Column

  init?(argument: String) {
    guard let column = TrayAmount.Column(rawValue: argument), TrayAmount.Column.takeable.contains(column)
    else { return nil }
    self.column = column
  }

  static var allValueStrings: [String] { TrayAmount.Column.takeable.map(\.rawValue) }
}
