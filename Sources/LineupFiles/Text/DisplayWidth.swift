/// How many columns text takes on a terminal.
package enum DisplayWidth {
  /// The columns of `text`: 2 for East Asian wide and full-width characters and for emoji, 0 for
  /// combining marks and controls, 1 for all else. Time O(n).
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// `text` as far as `width` columns hold it, with `…` where something was cut off.
  package static func truncated(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    if width < 1 { return "" }
    var kept = ""
    var used = 0
    for character in text {
      let next = Self.width(of: character)
      if used + next > width - 1 { break }
      kept.append(character)
      used += next
    }
    return kept + "…"
  }

  /// `text` filled up with spaces to `width` columns, or cut off there.
  package static func padded(_ text: String, to width: Int, alignment: TextAlignment = .left) -> String {
    let text = truncated(text, to: width)
    let spaces = String(repeating: " ", count: max(0, width - of(text)))
    return alignment == .left ? text + spaces : spaces + text
  }

  /// `text` as one line that cannot command a terminal: line ends, tabs and controls as spaces, marks that
  /// turn the direction of text by their numbers.
  package static func singleLine(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) || TerminalText.turnsText($0) }) else {
      return text
    }
    // A CRLF is one character and so becomes one space.
    let line = text.reduce(into: "") { line, character in
      if character.unicodeScalars.contains(where: isControl) {
        line.append(" ")
      } else {
        line.append(character)
      }
    }
    return TerminalText.visible(line)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// The columns of one character as a person sees it.
  private static func width(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return width(of: first) }
    // Flags, keycaps, and sequences joined or turned to emoji by a variation selector.
    let isEmoji = scalars.contains { $0 == "\u{FE0F}" || $0 == "\u{20E3}" || $0.properties.isEmojiModifier }
    if isEmoji || (0x1F1E6...0x1F1FF).contains(first.value) { return 2 }
    let widths = scalars.map(width(of:))
    let isJoined = scalars.contains("\u{200D}") && first.properties.isEmoji
    return isJoined ? (widths.max() ?? 0) : widths.reduce(0, +)
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator, .surrogate: return 0
    case .format: return scalar == "\u{AD}" ? 1 : 0
    default: break
    }
    // Vowels and final consonants join the leading consonant of a Hangul syllable.
    if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return 0 }
    return scalar.properties.isEmojiPresentation || WideRanges.contains(scalar.value) ? 2 : 1
  }
}

/// On which side of a column text stands.
package enum TextAlignment: Sendable {
  case left, right
}
