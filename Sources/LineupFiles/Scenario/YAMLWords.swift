/// Says in a planner's words what libyaml says in its own.
enum YAMLWords {
  /// What is wrong, at the line where a person would look for it.
  ///
  /// - Parameters:
  ///   - problemMark: Line and column where libyaml stopped, from 0.
  ///   - contextLine: The line where the part that cannot be finished began, from 1.
  static func failure(
    problem: String, context: String?, problemMark: (line: Int, column: Int), contextLine: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> YAMLFailure {
    let line = problemMark.line + 1
    let character = character(line: problemMark.line, column: problemMark.column, in: bytes)
    switch problem {
    case "found character that cannot start any token":
      guard let character else { break }
      if character == "\t" {
        return YAMLFailure(sentence: "the line is indented with a tab; indent with spaces", line: line)
      }
      return YAMLFailure(
        sentence: "a value cannot start with \"\(character)\"; put the value in quotes", line: line)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return YAMLFailure(sentence: "the line is indented with a tab; indent with spaces", line: line)
    case "mapping values are not allowed in this context":
      return YAMLFailure(
        sentence: "a \":\" stands where no key can be; "
          + "check the indentation, or put text that holds \": \" in quotes",
        line: line)
    case "could not find expected ':'":
      return YAMLFailure(
        sentence: "a \":\" is missing after the key, or a quote or bracket is not closed", line: contextLine)
    case "did not find expected key":
      return YAMLFailure(
        sentence: "the line does not fit the lines above it; "
          + "check the indentation, the brackets and the quotes",
        line: line)
    case "did not find expected '-' indicator":
      return YAMLFailure(
        sentence: "the line does not fit the list above it; start it with \"- \" in the same column",
        line: line)
    case "did not find expected ',' or ']'":
      return YAMLFailure(
        sentence: "the list opened with \"[\" in line \(contextLine) lacks a \",\" or its \"]\"", line: line)
    case "did not find expected ',' or '}'":
      return YAMLFailure(
        sentence: "the mapping opened with \"{\" in line \(contextLine) lacks a \",\" or its \"}\"",
        line: line)
    case "found unexpected end of stream":
      return YAMLFailure(sentence: "a quote opens here and is never closed", line: contextLine)
    case "found unknown escape character":
      return YAMLFailure(
        sentence: "unknown escape after \"\\\" in double quotes; "
          + "write \"\\\\\" for a backslash, or use single quotes",
        line: line)
    case "block sequence entries are not allowed in this context",
      "mapping keys are not allowed in this context":
      return YAMLFailure(
        sentence: "a list or mapping cannot start here; put it on a line of its own, indented",
        line: line)
    case "did not find expected node content":
      return YAMLFailure(
        sentence: "a key or value is missing here; check the commas, colons and brackets", line: line)
    case "did not find expected <document start>":
      return YAMLFailure(
        sentence: "text follows the end of the document; check the indentation and the brackets",
        line: line)
    default: break
    }
    let sentence = ["the text is not YAML here:", context, problem].compactMap { $0 }.joined(separator: " ")
    return YAMLFailure(sentence: sentence, line: line)
  }

  /// What is wrong with a character that YAML does not take at all.
  static func sentence(unreadable value: Int) -> String {
    let digits = String(max(0, value), radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "the character U+\(code) is not allowed in YAML; remove it"
  }

  /// The character at a line and column, both from 0.
  private static func character(
    line: Int, column: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard line < lines.count else { return nil }
    return String(decoding: lines[line], as: UTF8.self).unicodeScalars.dropFirst(column).first
  }
}
