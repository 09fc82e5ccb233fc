import Lineup

/// Writes a document as YAML that people can read: a line for each entry of a mapping at the top and
/// below it, everything deeper in braces.
enum NodeYAML {
  static func text(_ document: Node) -> String {
    guard case .mapping(let entries) = document.content else { return flow(document) + "\n" }
    var text = ""
    for entry in entries {
      text += scalar(entry.key) + ":"
      if case .mapping(let inner) = entry.value.content, !inner.isEmpty {
        text += "\n" + inner.map { "  \(scalar($0.key)): \(flow($0.value))\n" }.joined()
      } else {
        text += " " + flow(entry.value) + "\n"
      }
    }
    return text
  }

  private static func flow(_ node: Node) -> String {
    switch node.content {
    case .null: "null"
    case .scalar(let text): scalar(text)
    case .sequence(let nodes): "[" + nodes.map(flow).joined(separator: ", ") + "]"
    case .mapping(let entries):
      entries.isEmpty
        ? "{}" : "{ " + entries.map { "\(scalar($0.key)): \(flow($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  /// A scalar as it is where YAML takes it for itself, else in double quotes.
  private static func scalar(_ text: String) -> String {
    let special = "{}[],&*#?|<>=!%@:`\"'\\\n\r\t"
    let isPlain =
      !text.isEmpty && text != "~" && text.lowercased() != "null" && !text.hasPrefix("-")
      && !text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.hasPrefix("%")
      && !text.unicodeScalars.contains { special.unicodeScalars.contains($0) && $0 != "%" || $0.value < 0x20 }
    // A string of JSON is a double-quoted scalar of YAML.
    return isPlain ? text : JSONValue.string(text).text
  }
}
