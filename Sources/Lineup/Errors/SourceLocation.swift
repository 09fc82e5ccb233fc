/// Where something was written: a place in a file, or an argument of the command line.
public struct SourceLocation: Sendable, Hashable {
  /// The file as the user named it, or the argument as it was typed.
  public var source: String
  /// Line in the file, from 1; `nil` where there are no lines.
  public var line: Int?

  public init(source: String, line: Int? = nil) {
    self.source = source
    self.line = line
  }

  /// Whether it is an argument of the command line, such as `--set show.minutes=120`.
  var isArgument: Bool { source.hasPrefix("--") }
}

extension SourceLocation: CustomStringConvertible {
  /// `show.yaml:12`, as compilers write it.
  public var description: String {
    line.map { "\(source):\($0)" } ?? source
  }
}
