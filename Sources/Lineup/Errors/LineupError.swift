/// Bad input or a broken backend. An infeasible show and an ended time limit are no errors but
/// outcomes (see `SolveResult`).
public struct LineupError: Error, Sendable, Equatable {
  /// What the exit code tells (contract, section 5).
  package enum Kind: Sendable, Equatable {
    /// Exit 65: a file, a scenario or a catalog is wrong.
    case data
    /// Exit 64: an argument is wrong.
    case usage
    /// Exit 74: what was to be written could not be.
    case output
    /// Exit 70: Lineup or a library behind it failed.
    case failure
  }

  package var kind: Kind
  /// What is wrong, one by one; never empty.
  public var problems: [Problem]
  /// What could be read all the same, so that more can be told at once.
  package var readable: Readable?

  package indirect enum Readable: Sendable {
    case catalog(Catalog)
    /// A scenario without the rules that are wrong.
    case scenario(Scenario)
  }

  package init(_ problems: [Problem], kind: Kind = .data) {
    self.problems = problems
    self.kind = kind
  }

  package init(_ kind: Problem.Kind, at location: SourceLocation? = nil, rule: String? = nil) {
    self.init([Problem(kind, at: location, rule: rule)])
  }
}

extension LineupError {
  public static func == (first: LineupError, second: LineupError) -> Bool {
    first.kind == second.kind && first.problems == second.problems
  }
}

extension LineupError: CustomStringConvertible {
  /// The problems in words, a line each.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
