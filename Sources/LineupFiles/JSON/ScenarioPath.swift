import Lineup

/// Where in a scenario something stands, as `--set` writes it: `rules."hero ratio".range`, items of lists from
/// 0: `catalog.rows[2]`.
struct ScenarioPath: Equatable {
  enum Step: Equatable {
    case key(String)
    case item(Int)
  }

  var steps: [Step]

  var text: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let key):
        let isPlain = !key.isEmpty && key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        text += (text.isEmpty ? "" : ".") + (isPlain ? key : Self.quoted(key))
      case .item(let place): text += "[\(place)]"
      }
    }
    return text
  }

  private static func quoted(_ key: String) -> String {
    "\"" + key.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// What a line of a document is about: of several things that stand in it, what holds all of them.
  ///
  /// - Parameters:
  ///   - rule: The rule that it is in.
  ///   - key: The key that it is about, which may be one of several in the line.
  /// - Returns: `nil` where the line holds parts of everything.
  init?(ofLine line: Int, in document: Node, rule: String? = nil, key: String? = nil) {
    var found: [[Step]] = []
    Self.collect(document, [], line: line, into: &found)
    if let rule {
      let inRule = found.filter { steps in
        steps.indices.dropFirst().contains { steps[$0] == .key(rule) && steps[$0 - 1] == .key("rules") }
      }
      if !inRule.isEmpty { found = inRule }
    }
    if let key {
      let ofKey = found.filter { $0.last == .key(key) }
      if ofKey.count == 1 { found = ofKey }
    }
    guard var common = found.first else { return nil }
    for steps in found.dropFirst() {
      common = zip(common, steps).prefix { $0 == $1 }.map(\.0)
    }
    if common.isEmpty { return nil }
    steps = common
  }

  init(steps: [Step]) {
    self.steps = steps
  }

  private static func collect(_ node: Node, _ path: [Step], line: Int, into found: inout [[Step]]) {
    switch node.content {
    case .mapping(let entries):
      for entry in entries {
        let inner = path + [.key(entry.key)]
        if entry.keyLocation.line == line || isThere(entry.value, line) { found.append(inner) }
        collect(entry.value, inner, line: line, into: &found)
      }
    case .sequence(let items):
      for (place, item) in items.enumerated() {
        let inner = path + [.item(place)]
        if item.location.line == line { found.append(inner) }
        collect(item, inner, line: line, into: &found)
      }
    case .scalar, .null: break
    }
  }

  /// Whether a value without parts of its own is in the line.
  private static func isThere(_ node: Node, _ line: Int) -> Bool {
    if case .mapping = node.content { return false }
    return node.location.line == line
  }
}
