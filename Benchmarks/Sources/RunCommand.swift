import ArgumentParser
import Foundation
import Lineup
import LineupFiles

extension SolveMethod: ExpressibleByArgument {}

/// `benchmark run`, the default.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Solves shows in this process and times each stage.",
    discussion: """
      Peak memory is that of the process: it never falls from one line to the next. Counts (nodes, LP
      iterations, options priced, options left after fixing) are the same on every machine.
      """)

  @OptionGroup var instances: InstanceArguments

  @Option(
    help: ArgumentHelp(
      "A scenario file to run too, with all its variants; may be repeated.", valueName: "file"))
  var scenario: [String] = []

  @Option(
    help: ArgumentHelp(
      "A change of each scenario file and variant, to be run too, as for 'lineup solve --set'; may be repeated.",
      valueName: "key=value"))
  var change: [String] = []

  @Option(help: ArgumentHelp("End each search after so many seconds.", valueName: "seconds"))
  var timeLimit: Double = 60

  @Option(help: "Which method looks for the tray.")
  var method: SolveMethod = .auto

  @Option(help: "Accept a tray proven within this share.")
  var gap: Double = 0

  @Flag(help: "A small show of every style, 30 seconds each at most; fails if one is answered wrongly.")
  var smoke = false

  @Flag(help: "Print an array of JSON objects instead of a table.")
  var json = false

  func run() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    if !json { print(MeasurementTable.header) }
    var measurements: [Measurement] = []
    for run in try runs(in: folder) {
      let measurement = try run().measure()
      measurements.append(measurement)
      if !json { print(MeasurementTable.line(measurement)) }
    }
    if json { print(try JSONReport.text(measurements)) }
    if measurements.contains(where: { !$0.faults.isEmpty }) { throw ExitCode.failure }
  }

  /// What to measure, in order; the files of a show are written just before its turn.
  private func runs(in folder: TemporaryFolder) throws -> [() throws -> ShowRun] {
    var settings = SolveSettings(timeLimit: smoke ? min(timeLimit, 30) : timeLimit, gap: gap, method: method)
    settings.explainsInfeasibility = false
    let asked = !instances.style.isEmpty || !instances.spus.isEmpty
    let generated = smoke ? Self.smokeInstances : scenario.isEmpty || asked ? instances.instances : []
    let synthetic = generated.map { instance in
      {
        ShowRun(
          path: try instance.write(to: folder.url), name: instance.name, settings: settings,
          isInfeasible: instance.style == .infeasible, output: folder.url.appending(path: "result.json"))
      }
    }
    let given = try scenario.flatMap { path in
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      let variants: [String?] = [nil] + (try ShowFile(path: path).variantNames)
      return ([nil] + change).flatMap { change in
        variants.map { variant in
          {
            ShowRun(
              path: path,
              name: (variant.map { "\(name): \($0)" } ?? name) + (change.map { ", \($0)" } ?? ""),
              variant: variant, changes: change.map { [$0] } ?? [], settings: settings,
              isInfeasible: change == nil ? false : nil)
          }
        }
      }
    }
    return synthetic + given
  }

  private static let smokeInstances = InstanceStyle.allCases.map { style in
    Instance(style: style, spus: style == .twelveHours ? 4_000 : 1_000, seed: 1)
  }
}
