/// Characters that nobody sees: two texts that look alike may differ in them.
package enum InvisibleText {
  /// Whether a character shows nothing and takes no room: zero-width spaces and joiners, marks of
  /// direction, soft hyphens, byte order marks, control characters.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    if scalar.value < 0xAD { return scalar.value < 0xA0 }
    return scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
  }

  /// The invisible characters of a text by their numbers, each once: `U+200B`.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    for scalar in text.unicodeScalars where contains(scalar) {
      let name = name(of: scalar)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The text with its invisible characters written out: `Z<U+200B>1`.
  package static func shown(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if contains(scalar) { shown += "<\(name(of: scalar))>" } else { shown.unicodeScalars.append(scalar) }
    }
    return shown
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
