/// A `where` mapping: from attributes to conditions, all of which must hold. An empty one holds for
/// everything.
public struct Where: Sendable {
  /// One attribute and what is asked of it.
  public struct Clause: Sendable {
    /// As written; matched as headers are.
    public var attribute: String
    public var attributeLocation: SourceLocation
    public var condition: Condition
  }

  public var clauses: [Clause] = []

  public init(clauses: [Clause] = []) {
    self.clauses = clauses
  }
}

/// What a `where` asks of one attribute.
public indirect enum Condition: Sendable {
  /// Equal to a text, within a range of numbers, or a truth value: the attribute's kind decides.
  case equals(String, at: SourceLocation)
  case anyOf([Condition])
  /// Holds exactly when the condition does not, also for a missing value.
  case not(Condition)
}
