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
    guard let plain = withoutUnderscores(digits), isDecimal(plain), let value = Double(plain),
      value.isFinite
    else { return nil }
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

  /// The text without underscores, or `nil` where one does not stand between two digits.
  private static func withoutUnderscores(_ text: Substring) -> String? {
    guard text.contains("_") else { return String(text) }
    let bytes = Array(text.utf8)
    let underscore = UInt8(ascii: "_")
    func isDigit(_ position: Int) -> Bool {
      bytes.indices.contains(position) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    }
    for position in bytes.indices where bytes[position] == underscore {
      guard isDigit(position - 1), isDigit(position + 1) else { return nil }
    }
    return String(decoding: bytes.filter { $0 != underscore }, as: UTF8.self)
  }

  /// Whether the text is sign, digits, point and exponent only, with a digit before the point:
  /// what `Double` reads beyond that (`inf`, `0x1p3`) is no number of a scenario.
  private static func isDecimal(_ text: String) -> Bool {
    var bytes = text.utf8[...]
    func dropDigits() -> Bool {
      let before = bytes.count
      bytes = bytes.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return bytes.count < before
    }
    func dropSign() {
      if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    }
    dropSign()
    guard dropDigits() else { return false }
    if bytes.first == UInt8(ascii: ".") {
      bytes = bytes.dropFirst()
      guard dropDigits() else { return false }
    }
    if bytes.first == UInt8(ascii: "e") || bytes.first == UInt8(ascii: "E") {
      bytes = bytes.dropFirst()
      dropSign()
      guard dropDigits() else { return false }
    }
    return bytes.isEmpty
  }
}
