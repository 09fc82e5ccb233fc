import ArgumentParser
import LineupFiles
import LineupSamples

/// `lineup init`
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a commented starter scenario: for files of your own, as a workbook, or with a sample.",
    discussion: """
      For a catalog of your own the files are looked at: which column is what, how rows become
      styles, how a table of sales joins them; what the files do not say is a question in a
      comment.

        lineup init spring
        lineup init --catalog stock.xlsx
        lineup init spring --catalog stock.xlsx --table sales.xlsx
        lineup init spring --workbook
      """)

  @Argument(help: "The folder to write to; made if it does not exist.", completion: .directory)
  var folder: String = "."

  @Option(
    help: ArgumentHelp(
      "A catalog to write the scenario for; may be repeated for files with the same headers.",
      valueName: "file"),
    completion: .file(extensions: ["xlsx", "csv", "xls", "ods"]))
  var catalog: [String] = []

  @Option(
    help: ArgumentHelp(
      "A table beside the catalog, such as past sales, joined by the styles' ids; may be repeated.",
      valueName: "file"),
    completion: .file(extensions: ["xlsx", "csv", "xls", "ods"]))
  var table: [String] = []

  @Flag(help: "Write a workbook to fill in, which is a scenario by itself.")
  var workbook = false

  @OptionGroup var problems: ProblemArguments

  func validate() throws {
    if !table.isEmpty, catalog.isEmpty { throw ValidationError("--table needs --catalog") }
    if workbook, !catalog.isEmpty { throw ValidationError("--workbook and --catalog exclude each other") }
  }

  func run() throws {
    try CommandOutcome.run {
      let files = StarterFiles(folder: folder)
      let written: [String]
      if workbook {
        let name = StarterWorkbook.fileName
        written = try files.write([
          (
            name,
            StarterWorkbook(catalog: SampleCatalog(count: 120, seed: 1, style: .smooth).csv()).bytes(
              namedFor: name)
          )
        ])
      } else if catalog.isEmpty {
        written = try files.write(
          scenario: (StarterShow.scenarioFileName, StarterShow.scenario),
          catalog: (StarterShow.catalogFileName, StarterShow.catalog.csv()))
      } else {
        let text = try CatalogStarter(catalog: catalog, tables: table, folder: folder).text()
        written = try files.write([(StarterShow.scenarioFileName, Array(text.utf8))])
      }
      var lines = written.map { "wrote \($0)" }
      if let scenario = written.first {
        if !catalog.isEmpty { lines.append("next: read its questions, then lineup check \(scenario)") }
        lines.append(
          catalog.isEmpty ? "next: lineup solve \(scenario)" : "      and lineup solve \(scenario)")
      }
      for line in lines { try StandardOutput.write(TerminalText.visibleLine(line) + "\n") }
    }
  }
}
