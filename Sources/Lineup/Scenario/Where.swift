/// A `where` mapping: from attributes to conditions, all of which must hold. An empty one holds for
/// everything.
public struct Where: Sendable {
  /// One attribute and what is asked of it.
  package struct Clause: Sendable {
    /// As written; matched as headers are.
    package var attribute: String
    package var attributeLocation: SourceLocation
    package var condition: Condition
  }

  package var clauses: [Clause] = []

  package init(clauses: [Clause] = []) {
    self.clauses = clauses
  }
}

/// What a `where` asks of one attribute.
package indirect enum Condition: Sendable {
  /// Equal to a text, within a range of numbers, or a truth value: the attribute's kind decides.
  case equals(String, at: SourceLocation)
  case anyOf([Condition])
  /// Holds exactly when the condition does not, also for a missing value.
  case not(Condition)
  /// Whether a cell is filled: `{ has: false }`.
  case has(Bool)
}
