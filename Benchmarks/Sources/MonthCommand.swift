import ArgumentParser
import Foundation
import Lineup
import LineupFiles
import LineupSamples

/// `benchmark month`
struct MonthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month",
    abstract: "Plans generated months, jointly and one by one, and says how far each plan is from the bound.",
    discussion: """
        benchmark month --size 10x1000 --seeds 1..3 --time-limit 5
        benchmark month --size 80x5000 --style tight --time-limit 60
        benchmark month --file Models/month.yaml --time-limit 15
      """)

  @Option(
    name: .customLong("size"),
    help: ArgumentHelp("Shows and styles, such as 24x4000; may be given several times.", valueName: "n x m"))
  var sizes: [MonthSize] = []

  @Option(
    name: .customLong("style"),
    help: ArgumentHelp("One of even, tight, loose and ties; may be given several times.", valueName: "style"))
  var styles: [SampleMonth.Style] = []

  @Option(help: ArgumentHelp("A range of seeds, such as 1..3.", valueName: "range"))
  var seeds: SeedRange = SeedRange(seeds: 1...1)

  @Option(
    name: .customLong("file"),
    help: ArgumentHelp("A month's file; may be given several times.", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("Seconds for each joint plan.", valueName: "seconds"))
  var timeLimit: Double = 60

  @Option(help: ArgumentHelp("The gap at which a plan is accepted, as a number.", valueName: "share"))
  var gap: Double = 0

  @Option(
    help: ArgumentHelp("Only write the files into this folder, and print their paths.", valueName: "folder"))
  var write: String?

  @Flag(help: "Leave the plans one by one out.")
  var jointOnly = false

  private var months: [SampleMonth] {
    let styles = styles.isEmpty ? [.even] : styles
    return sizes.flatMap { size in
      styles.flatMap { style in
        seeds.seeds.map { SampleMonth(shows: size.shows, spus: size.spus, style: style, seed: $0) }
      }
    }
  }

  func run() throws {
    if let write {
      let folder = URL(filePath: write, directoryHint: .isDirectory)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for month in months { print(try month.write(to: folder)) }
      return
    }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    print("month                     way             value          bound   gap %  seconds   solves  peak MB")
    for path in paths { try measure(path) }
    for month in months { try measure(month.write(to: folder.url)) }
  }

  private func measure(_ path: String) throws {
    let month = try MonthFile(path: path).bound()
    var joint = MonthSettings(gap: gap, timeLimit: timeLimit)
    joint.way = .jointly
    try show(path, "jointly", month.plan(joint))
    if jointOnly { return }
    for ofSize in [false, true] {
      var settings = MonthSettings(gap: gap, timeLimit: nil)
      settings.way = .oneByOne(ofSize: ofSize)
      try show(path, ofSize ? "largest first" : "by date", month.plan(settings))
    }
  }

  private func show(_ path: String, _ way: String, _ result: MonthResult) {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    let start =
      name.padding(toLength: 26, withPad: " ", startingAt: 0)
      + way.padding(toLength: 14, withPad: " ", startingAt: 0)
    let memory = ProcessUsage.ofThisProcess().peakMemory / 1_000_000
    guard let score = result.score else {
      print(start + "no plan" + String(format: "%29.2f %8d", result.solver.seconds, result.solver.solves))
      return
    }
    let gap = score.bound.map { 100 * ($0 - score.value) / max(1e-9, abs(score.value)) }
    print(
      start
        + String(
          format: "%12.0f %14.0f %7.2f %8.2f %8d %8d", score.value, score.bound ?? .nan, gap ?? .nan,
          result.solver.seconds, result.solver.solves, memory))
  }
}

/// Shows and styles, such as `24x4000`.
struct MonthSize: ExpressibleByArgument {
  var shows: Int
  var spus: Int

  init?(argument: String) {
    let parts = argument.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let shows = parts[0], let spus = parts[1], shows > 0, spus > 0 else { return nil }
    (self.shows, self.spus) = (shows, spus)
  }
}

extension SampleMonth.Style: ExpressibleByArgument {}
