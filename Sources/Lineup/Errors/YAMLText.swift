/// Texts of a file as they can be copied from a message into a scenario.
package enum YAMLText {
  /// `text` as a scalar within braces or brackets, quoted where it has to be.
  package static func scalar(_ text: String) -> String {
    let special: Set<Character> = [
      ":", "#", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "?", "-",
      "=",
    ]
    let isPlain =
      !text.isEmpty && !text.contains { special.contains($0) || $0.isNewline }
      && text == ScalarText.trimmed(text)
      && !["~", "null"].contains(text.lowercased())
    if isPlain { return text }
    let quoted = text.reduce(into: "") { quoted, character in
      switch character {
      case "\n", "\r\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\"", "\\": quoted += "\\\(character)"
      default: quoted.append(character)
      }
    }
    return "\"\(quoted)\""
  }
}
