import ArgumentParser
import LineupFiles

/// How problems are told; every command takes it.
struct ProblemArguments: ParsableArguments {
  @Option(help: "How to tell on standard error what is wrong: text, or json for programs.")
  var errors: ProblemFormat = .text
}

/// How problems are told on standard error.
enum ProblemFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  /// What the arguments ask for, whether or not they can be read as a whole: what is wrong with them is told
  /// in that form too.
  static let asked: ProblemFormat = {
    var words = CommandLine.arguments.dropFirst().prefix { $0 != "--" }[...]
    var format = ProblemFormat.text
    while let word = words.popFirst() {
      let value =
        word == "--errors" ? words.first : word.hasPrefix("--errors=") ? String(word.dropFirst(9)) : nil
      if let value, let named = ProblemFormat(rawValue: value) { format = named }
    }
    return format
  }()
}
