/// What the text of a scalar says where a number or a truth value stands.
enum ScalarText {
  /// The text without white space around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// A finite number in digits, with a sign, a decimal point, an exponent and underscores between
  /// digits where they are wanted; with `shares`, `15%` is 0.15.
  static func number(_ text: String, shares: Bool = false) -> Double? {
    var digits = Substring(text)
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
  static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    default: nil
    }
  }
}
