/// What the text of a scalar says where a number or a truth value stands.
package enum ScalarText {
  /// The text without white space around it.
  package static func trimmed(_ text: some StringProtocol) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// The ASCII characters that full-width ones stand for, as Chinese, Japanese and Korean keyboards write
  /// them: `１５％～２５％` is `15%~25%`; a minus sign is a hyphen, two dots in one character are two.
  package static func halfWidth(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000: result.append(" ")
      case 0x301C: result.append("~")
      case 0x2212: result.append("-")
      case 0x2025: result.append(contentsOf: "..".unicodeScalars)
      case 0xFE6A: result.append("%")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A finite number in digits, with a sign, a decimal point, an exponent and underscores between
  /// digits where they are wanted; with `shares`, `15%` is 0.15.
  package static func number(_ text: String, shares: Bool = false) -> Double? {
    var digits = Substring(halfWidth(text))
    var isPercent = false
    if shares, digits.last == "%" {
      isPercent = true
      digits = digits.dropLast()
      while digits.last == " " { digits = digits.dropLast() }
    }
    guard let value = NumberText.number(digits, underscores: true) else { return nil }
    return isPercent ? value / 100 : value
  }

  /// `true`, `yes` and `on`, or `false`, `no` and `off`, in any letter case.
  package static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }
}
