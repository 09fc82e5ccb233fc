extension Where: ExpressibleByDictionaryLiteral {
  /// Which styles are meant: all that meet every condition.
  ///
  ///     ["gender": "women", "category": ["coat", "jacket"], "price": .within(.atMost(500)), "role": .not("filler")]
  public init(dictionaryLiteral conditions: (String, Value)...) {
    self.init(
      clauses: conditions.map {
        Clause(attribute: $0, attributeLocation: Node.placeInCode, condition: $1.condition)
      })
  }

  /// What is asked of one attribute: a text in quotes, a list of which one must hold, or one of the functions here.
  public struct Value: Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    let condition: Condition

    /// The attribute has this value.
    public static func equal(_ text: String) -> Value {
      Value(condition: .equals(text, at: Node.placeInCode))
    }

    /// The attribute is a number within a range.
    public static func within(_ range: Bounds) -> Value {
      guard case .scalar(let text) = range.node.content else { return .equal("") }
      return .equal(text)
    }

    /// One of these holds.
    public static func any(_ values: [Value]) -> Value {
      Value(condition: .anyOf(values.map(\.condition)))
    }

    /// The condition does not hold, or the attribute is missing.
    public static func not(_ value: Value) -> Value { Value(condition: .not(value.condition)) }

    public init(stringLiteral text: String) { self = .equal(text) }

    public init(arrayLiteral values: Value...) { self = .any(values) }

    private init(condition: Condition) { self.condition = condition }
  }
}
