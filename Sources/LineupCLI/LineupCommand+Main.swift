import ArgumentParser
import Foundation
import LineupFiles

extension LineupCommand {
  /// Runs the command that the arguments name, and ends the process with its exit code.
  static func main() {
    StandardStreams.prepare()
    Interrupt.watch()
    InputRecord.start()
    do {
      try CommandOutcome.run {
        try checkArguments()
        do {
          var command = try parseAsRoot()
          try command.run()
        } catch  where Self.exitCode(for: error) == .success {
          // Help, the version and completions are answers like any other.
          try StandardOutput.write(TerminalText.visible(fullMessage(for: error) + "\n"))
        }
      }
    } catch {
      tell(error)
      Foundation.exit(Self.exitCode(for: error).rawValue)
    }
    Foundation.exit(ExitCode.success.rawValue)
  }

  /// Says what is wrong with the arguments.
  private static func tell(_ error: any Error) {
    let whole = fullMessage(for: error)
    if whole.isEmpty { return }
    switch ProblemFormat.asked {
    case .text: StandardError.write(TerminalText.visible(whole + "\n"))
    case .json: StandardError.write(ProblemsDocument(argument: message(for: error)).line)
    }
  }

  /// Throws where an argument is not UTF-8: read as if it were, it would name another file.
  private static func checkArguments() throws(LineupError) {
    for position in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = CommandLine.unsafeArgv[position] else { continue }
      if String(validatingCString: bytes) != nil { continue }
      throw LineupError(
        [
          Problem(
            .other("the argument is not UTF-8; give the file, or the text, a name in UTF-8"),
            at: SourceLocation(source: String(cString: bytes)))
        ], kind: .usage)
    }
  }
}
