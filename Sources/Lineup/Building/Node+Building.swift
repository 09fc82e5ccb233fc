/// Pieces of a scenario that is built in code. They are read as those of a file are, so that the same things are wrong
/// with both and are told in the same words.
extension Node {
  /// What messages call a scenario that was built in code.
  static let placeInCode = SourceLocation(source: "the scenario")

  static func text(_ text: String) -> Node { Node(.scalar(text), at: placeInCode) }

  static func list(_ texts: [String]) -> Node { Node(.sequence(texts.map(text)), at: placeInCode) }

  static func mapping(_ entries: [(key: String, value: Node)]) -> Node {
    Node(
      .mapping(entries.map { Entry(key: $0.key, keyLocation: placeInCode, value: $0.value) }),
      at: placeInCode)
  }
}

extension Bounds {
  /// The range as a scenario writes it.
  var node: Node {
    if lower == upper { return .text(plain(lower)) }
    return .text(
      (lower > -.infinity ? plain(lower) : "") + ".." + (upper < .infinity ? plain(upper) : ""))
  }
}

extension Where {
  /// The condition as a scenario writes it.
  var node: Node { .mapping(clauses.map { ($0.attribute, $0.condition.node) }) }
}

extension Condition {
  /// What is asked of an attribute, as a scenario writes it.
  fileprivate var node: Node {
    switch self {
    case .equals(let text, _): .text(text)
    case .anyOf(let conditions): Node(.sequence(conditions.map(\.node)), at: Node.placeInCode)
    case .not(let condition): .mapping([("not", condition.node)])
    case .has(let isFilled): .mapping([("has", .text(isFilled ? "true" : "false"))])
    }
  }
}
