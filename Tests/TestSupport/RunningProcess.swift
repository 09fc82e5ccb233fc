import Foundation

/// A program run to its end, as a person would run it.
package struct ProcessOutcome: Sendable {
  /// Exit code; 128 plus the signal where a signal ended it.
  package var code: Int32
  package var output: Data
  package var error: Data

  package var text: String { String(decoding: output, as: UTF8.self) }
  package var errorText: String { String(decoding: error, as: UTF8.self) }
}

package enum Program {
  /// The path of a program on PATH, or `nil`.
  package static func path(of name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program and waits for its end.
  /// - Parameters:
  ///   - folder: where it runs.
  ///   - environment: what differs from the test's own environment; an empty value takes a name away.
  ///   - started: called once it runs, for signals and the like.
  package static func run(
    _ path: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:],
    started: (Process) throws -> Void = { _ in }
  ) throws -> ProcessOutcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    var own = ProcessInfo.processInfo.environment
    for (name, value) in environment { own[name] = value.isEmpty ? nil : value }
    process.environment = own
    // Files and not pipes, so that no full pipe can hold the program up.
    let output = try Spool()
    let error = try Spool()
    process.standardOutput = output.handle
    process.standardError = error.handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    try started(process)
    process.waitUntilExit()
    let code =
      process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
    return ProcessOutcome(code: code, output: try output.contents(), error: try error.contents())
  }

  /// A file that takes what a program writes.
  private final class Spool {
    let handle: FileHandle
    private let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appending(path: "lineup-spool-\(UUID().uuidString)")
      guard FileManager.default.createFile(atPath: url.path(percentEncoded: false), contents: nil) else {
        throw CocoaError(.fileWriteUnknown)
      }
      handle = try FileHandle(forWritingTo: url)
    }

    func contents() throws -> Data { try Data(contentsOf: url) }

    deinit {
      try? handle.close()
      try? FileManager.default.removeItem(at: url)
    }
  }
}
