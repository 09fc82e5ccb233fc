import ArgumentParser
import Foundation
import Lineup
import LineupFiles

/// `benchmark read`
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Times the reading of catalogs, each in a process of its own.",
    discussion: """
      Seconds are those from the path to the catalog, the median of the runs; memory is the greatest that
      the process took, in all and as a multiple of the file.

        benchmark read
        benchmark read --rows 1000000 --form amounts
        benchmark read --file autumn.xlsx
      """)

  @Option(help: ArgumentHelp("Styles in the catalog; may be repeated.", valueName: "count"))
  var rows: [Int] = []

  @Option(help: "How the catalog is written; may be repeated. All ways, if none is given.")
  var form: [CatalogForm] = []

  @Option(help: ArgumentHelp("How often each catalog is read.", valueName: "count"))
  var times: Int = 5

  @Option(
    help: ArgumentHelp(
      "Reads this catalog, or that of this scenario, once and prints the seconds.", valueName: "path"))
  var file: String?

  func validate() throws {
    guard times > 0 else { throw ValidationError("a catalog must be read at least once") }
    if let count = rows.first(where: { $0 < 1 }) { throw ValidationError("\(count) is no number of styles") }
  }

  func run() throws {
    if let file { return try Self.read(file) }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    print(ReadingTable.header)
    for rows in rows.isEmpty ? [100_000, 1_000_000] : rows {
      for form in form.isEmpty ? CatalogForm.allCases : form {
        let path = try form.write(rows: rows, to: folder.url)
        defer { try? FileManager.default.removeItem(atPath: path) }
        print(ReadingTable.line("\(form.rawValue)-\(rows)", try measure(path, in: folder)))
      }
    }
  }

  private func measure(_ path: String, in folder: TemporaryFolder) throws -> ReadingMeasurement {
    let output = folder.url.appending(path: "seconds")
    var measurement = ReadingMeasurement(fileSize: try FileManager.default.size(atPath: path))
    for _ in 0..<times {
      let run = try ProcessRun.measure(
        [ProcessInfo.processInfo.arguments[0], "read", "--file", path], output: output)
      let printed = try String(contentsOf: output, encoding: .utf8)
      guard run.exitCode == 0, let seconds = Double(printed.prefix { $0 != " " }) else {
        throw ProcessFailure(command: path, reason: "it cannot be read")
      }
      measurement.seconds.append(seconds)
      measurement.processorSeconds.append(run.processorSeconds)
      measurement.peakMemory = max(measurement.peakMemory, run.peakMemory)
    }
    return measurement
  }

  private static func read(_ path: String) throws {
    let start = ContinuousClock.now
    let catalog = try catalog(path)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print("\(seconds) s, \(catalog.count) styles")
  }
}

extension ReadCommand {
  /// The catalog in a file, or the one that a scenario names.
  fileprivate static func catalog(_ path: String) throws -> Catalog {
    guard path.hasSuffix(".yaml") else { return try Catalog(contentsOf: path) }
    let file = try ShowFile(path: path)
    return try file.catalog(of: file.scenario())
  }
}

extension FileManager {
  /// How many bytes a file has.
  fileprivate func size(atPath path: String) throws -> Int {
    (try attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }
}
