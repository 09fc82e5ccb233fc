import ArgumentParser
import Foundation

/// `benchmark process`
struct ProcessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "process",
    abstract: "Times the whole process `lineup solve`, CSV in, JSON out, several times.",
    discussion: "Build it first: swift build -c release --product lineup")

  @OptionGroup var instances: InstanceArguments

  @Option(help: ArgumentHelp("The release build of lineup.", valueName: "path"))
  var binary: String = ".build/release/lineup"

  @Option(help: ArgumentHelp("How often each show is solved.", valueName: "count"))
  var times: Int = 5

  @Flag(help: "Print an array of JSON objects instead of a table.")
  var json = false

  func validate() throws {
    guard times > 0 else { throw ValidationError("a show must be solved at least once") }
    guard FileManager.default.isExecutableFile(atPath: binary) else {
      throw ValidationError("there is no program at \(binary); build it with swift build -c release")
    }
  }

  func run() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    if !json { print(ProcessTable.header) }
    var measurements: [ProcessMeasurement] = []
    for instance in instances.instances {
      let path = try instance.write(to: folder.url)
      let output = folder.url.appending(path: "result.json")
      let runs = try (0..<times).map { _ in
        try ProcessRun.measure([binary, "solve", path, "--format", "json"], output: output)
      }
      let measurement = ProcessMeasurement(name: instance.name, runs: runs)
      measurements.append(measurement)
      if !json { print(ProcessTable.line(measurement)) }
    }
    if json { print(try JSONReport.text(measurements)) }
  }
}
