/// A piece of a scenario as it was written: a scalar, a list or a mapping, and where it stands.
///
/// A scalar is its text; the place where it stands decides what it means (contract, preamble).
/// YAML and JSON files and `--set` arguments all become nodes, so that one decoder reads them all.
package struct Node: Sendable {
  /// What stands there.
  package enum Content: Sendable {
    /// Nothing: an empty plain scalar, `~` or `null`.
    case null
    case scalar(String)
    case sequence([Node])
    /// Entries in the order written; no key twice.
    case mapping([Entry])
  }

  /// A key and its value.
  package struct Entry: Sendable {
    package var key: String
    /// Where the key stands.
    package var keyLocation: SourceLocation
    package var value: Node

    package init(key: String, keyLocation: SourceLocation, value: Node) {
      self.key = key
      self.keyLocation = keyLocation
      self.value = value
    }
  }

  package var content: Content
  package var location: SourceLocation
  /// Whether it is a scalar in quotes, which is a text and no number to those who tell them apart.
  package var isQuoted = false

  package init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  /// Whether there is nothing.
  package var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// The value of `key` in a mapping; `nil` where the key is absent or this is no mapping.
  package subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
