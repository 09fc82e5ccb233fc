import Foundation
import LineupFiles

/// The three streams that a process starts with.
enum StandardStreams {
  /// Makes every failed write a failed call, and every stream one that is there. To be called before
  /// anything is opened.
  static func prepare() {
    // A reader that has gone, and a file at its limit of size, are told by the call that writes.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // The number of a closed stream would go to the next file that is opened, which would then get what is
    // meant for the stream. Opened against its direction, a stream fails as a closed one does.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}

/// Standard error, unbuffered. Where it cannot be written to, nobody can be told, and nothing else changes.
enum StandardError {
  /// One line, in which nothing commands the terminal.
  static func say(_ line: String) {
    write(TerminalText.visibleLine(line) + "\n")
  }

  /// Text as it is.
  static func write(_ text: String) {
    _ = Descriptor.writeAll(Array(text.utf8), to: STDERR_FILENO)
  }
}

/// Standard output.
enum StandardOutput {
  /// How `-o` names it.
  static let path = "-"

  /// Throws where it is named twice, or is a terminal and what is to be written is no text.
  static func check(_ outputs: [String], isBinary: Bool) throws(LineupError) {
    if outputs.count(where: { $0 == path }) > 1 {
      let problem = Problem(.outputTwice(first: "standard output"), at: SourceLocation(source: path))
      throw LineupError([problem], kind: .usage)
    }
    if isBinary, Terminal.outputIsTerminal {
      let problem = Problem(.workbookToTerminal, at: SourceLocation(source: "standard output"))
      throw LineupError([problem], kind: .usage)
    }
  }

  /// Writes a report's text, its colours as escape sequences.
  static func write(_ text: String, style: TextStyle) throws(LineupError) {
    try write(style.terminal(text))
  }

  /// Writes what programs read: to them as it is, to a terminal so that it does not command it.
  static func write(data: [UInt8]) throws(LineupError) {
    if Terminal.outputIsTerminal {
      try write(TerminalText.visible(String(decoding: data, as: UTF8.self)))
    } else {
      try send(data)
    }
  }

  static func write(_ text: String) throws(LineupError) {
    try send(Array(text.utf8))
  }

  /// A reader that has gone (`| head`) has had what it wanted: that ends the writing and is no failure.
  private static func send(_ bytes: [UInt8]) throws(LineupError) {
    guard let code = Descriptor.writeAll(bytes, to: STDOUT_FILENO), code != EPIPE else { return }
    let reason = code == EBADF ? "it is closed" : SystemWords.sentence(code)
    throw LineupError(
      [Problem(.streamUnwritable(reason: reason), at: SourceLocation(source: "standard output"))],
      kind: .output)
  }
}
