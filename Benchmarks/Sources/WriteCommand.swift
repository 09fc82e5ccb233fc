import ArgumentParser
import Foundation

/// `benchmark write`
struct WriteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Writes generated scenarios and catalogs, and prints their paths.")

  @OptionGroup var instances: InstanceArguments

  @Option(help: ArgumentHelp("The folder to write to; made if it does not exist.", valueName: "path"))
  var folder: String

  func run() throws {
    let url = URL(filePath: folder, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for instance in instances.instances { print(try instance.write(to: url)) }
  }
}
