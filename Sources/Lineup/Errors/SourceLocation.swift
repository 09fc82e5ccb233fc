/// Where something was written: a place in a file, or an argument of the command line.
package struct SourceLocation: Sendable, Hashable {
  /// The file as the user named it, or the argument as it was typed.
  package var source: String
  /// Line in the file, from 1; `nil` where there are no lines.
  package var line: Int?

  package init(source: String, line: Int? = nil) {
    self.source = source
    self.line = line
  }

  /// What messages call the rows of a catalog that stand in a scenario; their lines are rows, from 1.
  package static func rows(of scenario: String) -> String { scenario + rowsMark }

  /// The scenario whose rows of a catalog it is in; `nil` where it is no such row.
  package var scenarioOfRows: String? {
    source.hasSuffix(Self.rowsMark) ? String(source.dropLast(Self.rowsMark.count)) : nil
  }

  private static let rowsMark = ", catalog.rows"

  /// Whether it is an argument of the command line, such as `--set show.minutes=120`.
  var isArgument: Bool { source.hasPrefix("--") }
}

extension SourceLocation: CustomStringConvertible {
  /// `show.yaml:12`, as compilers write it.
  package var description: String {
    line.map { "\(source):\($0)" } ?? source
  }
}
