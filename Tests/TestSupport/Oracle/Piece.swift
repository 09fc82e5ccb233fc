/// A piece of a document to be written as YAML or JSON.
package indirect enum Piece: Sendable {
  case null
  case scalar(String)
  case list([Piece])
  case map([(key: String, value: Piece)])

  /// The text as JSON; numbers and truth values bare.
  package var json: String {
    switch self {
    case .null: "null"
    case .scalar(let text): Self.isBareInJSON(text) ? text : Self.quoted(text)
    case .list(let pieces): "[" + pieces.map(\.json).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { Self.quoted($0.key) + ": " + $0.value.json }.joined(separator: ",\n") + "}"
    }
  }

  /// The text as YAML: mappings in block style while `depth` lasts, in flow style within.
  package func yaml(blockDepth: Int = 3) -> String {
    guard case .map(let entries) = self else { return flow + "\n" }
    return Self.block(entries, indentation: "", depth: blockDepth)
  }

  private static func block(
    _ entries: [(key: String, value: Piece)], indentation: String, depth: Int
  ) -> String {
    var text = ""
    for (key, value) in entries {
      text += indentation + scalar(key) + ":"
      if depth > 1, case .map(let inner) = value, !inner.isEmpty {
        text += "\n" + block(inner, indentation: indentation + "  ", depth: depth - 1)
      } else {
        text += " " + value.flow + "\n"
      }
    }
    return text
  }

  private var flow: String {
    switch self {
    case .null: "~"
    case .scalar(let text): Self.scalar(text)
    case .list(let pieces): "[" + pieces.map(\.flow).joined(separator: ", ") + "]"
    case .map(let entries):
      "{ " + entries.map { Self.scalar($0.key) + ": " + $0.value.flow }.joined(separator: ", ") + " }"
    }
  }

  /// Plain where nothing in the text means anything to YAML, else in single quotes.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text != "null"
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || "0123456789._%".unicodeScalars.contains($0)
      }
      && text.first != "%" && text.first != "-"
    return isPlain ? text : "'" + text.replacing("'", with: "''") + "'"
  }

  private static func isBareInJSON(_ text: String) -> Bool {
    if text == "true" || text == "false" { return true }
    guard let number = Double(text), number.isFinite else { return false }
    return text.allSatisfy { "0123456789.-".contains($0) }
      && (!text.hasPrefix("0") || text == "0" || text.hasPrefix("0."))
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
