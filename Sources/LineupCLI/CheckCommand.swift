import ArgumentParser
import LineupFiles

/// `lineup check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads scenario and catalog and tells what is in them, without solving.",
    discussion: """
      Columns recognised and not, missing and suspicious values, and for each rule how many
      candidates there are against what it asks. Every variant is read too. Where a header may
      mean two things, or a column is missing, the headers are shown and the question is asked.

        lineup check september.yaml
        lineup check september.yaml --variant "two hours"
        lineup check september.yaml --format json -o check.html
        lineup check september.yaml --styles styles.csv
      """)

  @OptionGroup var arguments: ScenarioArguments
  @OptionGroup var output: OutputArguments

  @Option(
    help: ArgumentHelp(
      "Write the catalog as it is used: a row for each style, every column that rules can name (CSV).",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var styles: String?

  func run() throws {
    try CommandOutcome.run {
      let files = try output.files()
      let stylesFile = try styles.map { path throws(LineupError) in try StylesFile(path, beside: files) }
      let file = try arguments.file()
      let show: Show
      do throws(LineupError) {
        show = try file.show(variant: arguments.variant, settings: arguments.settings)
      } catch {
        // Programs are told by the error alone.
        if output.format == .table,
          let headers = file.headers(after: error, variant: arguments.variant, settings: arguments.settings)
        {
          try StandardOutput.write(headers.text(style: Terminal.style), style: Terminal.style)
        }
        throw error
      }
      for variant in file.variantNames where variant != arguments.variant {
        _ = try file.scenario(variant: variant, settings: arguments.settings)
      }
      try files.keepInputs()
      try stylesFile?.keepInputs()
      try stylesFile?.write(show)
      if let styles { CommandOutcome.tellWritten([styles]) }
      try output.show(Answer(check: show), files)
    }
  }
}
