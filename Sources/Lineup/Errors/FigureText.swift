import Optimization

/// Figures as sentences and tables give them.
package enum FigureText {
  /// A number with thousands separators and at most so many decimals, trailing zeros left out unless
  /// the number stands in a column of its like.
  package static func number(
    _ value: Double, decimals: Int = 0, isPadded: Bool = false,
    rounding: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> String {
    guard value.isFinite else { return value > 0 ? "no limit" : value < 0 ? "-no limit" : "?" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    // What the last bits of a sum add or lose is no reason to round the wrong way.
    let product = value * scale
    let nearest = product.rounded()
    let rounded = abs(product - nearest) <= 1e-9 * max(1, abs(product)) ? nearest : product.rounded(rounding)
    let scaled = abs(rounded)
    guard scaled < 9e15 else { return "\(value)" }
    let digitsInAll = Int(saturating: scaled)
    let unit = Int(saturating: scale)
    let whole = digitsInAll / unit
    var fraction = String(digitsInAll % unit)
    fraction = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    while !isPadded, fraction.hasSuffix("0") { fraction.removeLast() }
    var digits = ""
    for (position, digit) in String(whole).reversed().enumerated() {
      if position > 0, position.isMultiple(of: 3) { digits.append(",") }
      digits.append(digit)
    }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + String(digits.reversed()) + (decimals == 0 || fraction.isEmpty ? "" : "." + fraction)
  }

  /// A share in percent.
  package static func percent(
    _ share: Double, decimals: Int = 1, rounding: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> String {
    number(share * 100, decimals: decimals, rounding: rounding) + "%"
  }

  /// A value of a row in the row's own terms.
  package static func value(
    _ value: Double, _ kind: RuleCheck.Kind, rounding: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> String {
    switch kind {
    case .count: number(value, decimals: 2, rounding: rounding)
    case .amount, .average: number(value, decimals: abs(value) < 1000 ? 2 : 0, rounding: rounding)
    case .share: percent(value, rounding: rounding)
    }
  }

  /// A range as a scenario writes it, its ends rounded outward; `all or none` for a rule without one.
  package static func range(_ bounds: Bounds?, _ kind: RuleCheck.Kind) -> String {
    guard let bounds else { return "all or none" }
    if bounds.lower == bounds.upper { return value(bounds.lower, kind) }
    let lower = bounds.lower > -.infinity ? value(bounds.lower, kind, rounding: .down) : ""
    let upper = bounds.upper < .infinity ? value(bounds.upper, kind, rounding: .up) : ""
    return lower == upper ? lower : "\(lower)..\(upper)"
  }

  /// `1 item`, `12,000 items`, `2 categories`.
  /// - Parameter many: the plural, where it is not the word with an s.
  package static func counted(_ number: Int, _ noun: String, _ many: String? = nil) -> String {
    counted(Double(number), noun, many)
  }

  /// The same of a figure that may have decimals, such as minutes.
  package static func counted(
    _ number: Double, _ noun: String, _ many: String? = nil, decimals: Int = 2,
    rounding: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> String {
    let figure = FigureText.number(number, decimals: decimals, rounding: rounding)
    return "\(figure) \(figure == "1" ? noun : many ?? noun + "s")"
  }

  /// Seconds as minutes, never rounded: `5 minutes`, `5.5 minutes`, `3 minutes 20 seconds`, `30 seconds`.
  package static func minutes(ofSeconds seconds: Int) -> String {
    if seconds >= 60 || seconds == 0, seconds.isMultiple(of: 6) || seconds.isMultiple(of: 15) {
      return counted(Double(seconds) / 60, "minute")
    }
    let whole = seconds / 60
    let rest = counted(seconds % 60, "second")
    return whole == 0 ? rest : "\(counted(whole, "minute")) \(rest)"
  }

  /// Words with commas, the last two joined by a conjunction.
  package static func list(_ words: [String], _ conjunction: String = "and") -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
