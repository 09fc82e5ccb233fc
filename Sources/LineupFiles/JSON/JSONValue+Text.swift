extension JSONValue {
  /// The columns that a line is to keep within.
  private static let lineWidth = 110

  /// The value as JSON text, without a line end: an object or list stands on one line where it fits,
  /// otherwise each member or item has its own, two spaces further in. The whole is never one line,
  /// unless it is empty or no object or list.
  package var text: String {
    var text = ""
    write(to: &text, indentation: 0)
    return text
  }

  /// The value as JSON text on one line.
  package var line: String {
    var text = ""
    writeLine(to: &text)
    return text
  }

  /// - Parameter prefix: How much stands before the value on its line already.
  private func write(to text: inout String, indentation: Int, prefix: Int = 0) {
    if indentation > 0, let line = shortLine(within: Self.lineWidth - indentation - prefix) {
      text += line
      return
    }
    let inner = String(repeating: " ", count: indentation + 2)
    let outer = String(repeating: " ", count: indentation)
    switch self {
    case .array(let items) where !items.isEmpty:
      text += "["
      for (index, item) in items.enumerated() {
        text += (index == 0 ? "\n" : ",\n") + inner
        item.write(to: &text, indentation: indentation + 2)
      }
      text += "\n" + outer + "]"
    case .object(let members) where !members.isEmpty:
      text += "{"
      for (index, member) in members.enumerated() {
        let key = Self.quoted(member.key) + ": "
        text += (index == 0 ? "\n" : ",\n") + inner + key
        member.value.write(to: &text, indentation: indentation + 2, prefix: key.count)
      }
      text += "\n" + outer + "}"
    default: writeLine(to: &text)
    }
  }

  /// The value on one line, if it has no list of objects or lists in it and fits.
  private func shortLine(within width: Int) -> String? {
    var text = ""
    writeLine(to: &text, isTopList: false)
    switch self {
    case .array(let items) where items.contains(where: \.isContainer): return nil
    case .array, .object: return text.count <= width && !holdsNestedLists ? text : nil
    default: return text
    }
  }

  private var isContainer: Bool {
    switch self {
    case .array(let items): !items.isEmpty
    case .object(let members): !members.isEmpty
    default: false
    }
  }

  /// Whether a list of objects or lists is in it, which reads better an item a line.
  private var holdsNestedLists: Bool {
    switch self {
    case .array(let items): items.contains(where: \.isContainer)
    case .object(let members): members.contains { $0.value.holdsNestedLists }
    default: false
    }
  }

  private func writeLine(to text: inout String, isTopList: Bool = true) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += JSONNumber.text(value)
    case .money(let cents): text += JSONNumber.text(cents)
    case .string(let value): text += Self.quoted(value)
    case .array(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += ", " }
        item.writeLine(to: &text)
      }
      text += "]"
    case .object(let members):
      if members.isEmpty {
        text += "{}"
        return
      }
      for (index, member) in members.enumerated() {
        text += (index == 0 ? "{ " : ", ") + Self.quoted(member.key) + ": "
        member.value.writeLine(to: &text)
      }
      text += " }"
    }
  }

  /// Text in quotes. Controls are escaped, and so are the marks that turn the direction of text and the
  /// line separators that JavaScript before 2019 does not take in strings.
  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
