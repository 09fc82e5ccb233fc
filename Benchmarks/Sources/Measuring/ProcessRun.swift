import Foundation

/// One run of a program from start to exit.
struct ProcessRun: Codable {
  var seconds: Double
  /// User and system time.
  var processorSeconds: Double
  var peakMemory: Int
  var exitCode: Int32

  /// Runs `command` with standard output to the file at `output`.
  ///
  /// Through `posix_spawn` and `wait4`, since the memory of a child is only told to who waits for it.
  static func measure(_ command: [String], output: URL) throws -> ProcessRun {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let start = ContinuousClock.now
    let code = posix_spawn(&child, command[0], &actions, nil, &arguments, environ)
    guard code == 0 else {
      throw ProcessFailure(command: command[0], reason: String(cString: strerror(code)))
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let elapsed = ContinuousClock.now - start
    let used = ProcessUsage(usage)
    return ProcessRun(
      seconds: elapsed / .seconds(1), processorSeconds: used.processorSeconds, peakMemory: used.peakMemory,
      exitCode: status & 0x7F == 0 ? status >> 8 & 0xFF : -1)
  }
}

/// A program that could not be started.
struct ProcessFailure: Error, CustomStringConvertible {
  var command: String
  var reason: String

  var description: String { "cannot run \(command): \(reason)" }
}

/// Several runs of one show.
struct ProcessMeasurement: Codable {
  var name: String
  var runs: [ProcessRun]

  /// Wall-clock seconds, ascending.
  var seconds: [Double] { runs.map(\.seconds).sorted() }
  var peakMemory: Int { runs.map(\.peakMemory).max() ?? 0 }
}
