/// Text as it may reach a terminal: what people wrote into catalogs, scenarios and file names must not
/// command it.
package enum TerminalText {
  /// `text` with every control made visible: `␛` for an escape, `<U+009B>` for controls above ASCII and for
  /// marks that turn the direction of text. Line ends and tabs stay. Time O(n).
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { picture(of: $0) != nil }) else { return text }
    var visible = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "\r", scalars.first == "\n" {
        visible.append(scalar)
      } else if let picture = picture(of: scalar) {
        visible.append(contentsOf: picture.unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }

  /// The same on one line: line ends and tabs are made visible too.
  package static func visibleLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in visible(text).unicodeScalars {
      if scalar.value < 0x20 {
        line.append(contentsOf: controlPicture(scalar).unicodeScalars)
      } else {
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// Whether a mark embeds, overrides or isolates the direction of the text behind it, so that a line is
  /// not read as it stands.
  static func turnsText(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  /// What stands for a scalar that must not reach a terminal; `nil` for all others.
  private static func picture(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A: nil
    case 0x00..<0x20: controlPicture(scalar)
    case 0x7F: "␡"
    case 0x80...0x9F, 0x2028, 0x2029: name(scalar)
    default: turnsText(scalar) ? name(scalar) : nil
    }
  }

  private static func controlPicture(_ scalar: Unicode.Scalar) -> String {
    Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) } ?? " "
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }
}
