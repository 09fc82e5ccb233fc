import Lineup

/// Ranges and the rows that bear one in their name.
extension Words {
  /// What a row asks for: `11..14` as a scenario writes it, `11–14`, `at least 374,400`, `under 100` in words.
  package static func range(_ bounds: Bounds?, _ kind: RuleCheck.Kind, _ reading: Reading) -> String {
    guard reading == .spoken, let bounds else { return FigureText.range(bounds, kind) }
    let (lower, upper) = (bounds.lower, bounds.upper)
    if lower == upper { return FigureText.value(lower, kind) }
    let least = FigureText.value(lower, kind, rounding: .down)
    if !upper.isFinite { return lower.isFinite ? "at least \(least)" : "any" }
    // 99.99 as the end of prices is what people call under 100.
    let limit = (upper + 0.01).rounded()
    let isUnder = kind == .amount && upper != upper.rounded() && abs(limit - upper - 0.01) < 1e-9
    let most = isUnder ? FigureText.number(limit) : FigureText.value(upper, kind, rounding: .up)
    if !lower.isFinite { return isUnder ? "under \(most)" : "at most \(most)" }
    if least == most { return least }
    if isUnder { return "\(least) to under \(most)" }
    return kind == .share ? "\(least.dropLast())–\(most)" : "\(least)–\(most)"
  }

  /// A figure that lies between two, the second of which may be unknown.
  static func range(_ first: String, _ last: String, _ reading: Reading) -> String {
    switch reading {
    case .written: "\(first)..\(last)"
    case .spoken: last.isEmpty ? "\(first) or more" : "\(first) to \(last)"
    }
  }

  /// The name of a rule row, a range in it in words: `price bands: under 100`.
  package static func row(_ name: String, _ reading: Reading) -> String {
    guard reading == .spoken, let colon = name.ranges(of: ": ").last,
      let (bounds, kind) = WrittenRange.range(name[colon.upperBound...])
    else { return name }
    return name[..<colon.upperBound] + range(bounds, kind, reading)
  }

  /// The name of a group of items, in words where it is a range: `under 100`.
  static func group(_ name: String) -> String {
    WrittenRange.range(name).map { range($0.bounds, $0.kind, .spoken) } ?? name
  }

  /// A key of a scenario as people call what it sets: `air time` for `show.minutes`.
  static func setting(_ key: String) -> String {
    let known = [
      "show.minutes": "air time", "show.items": "number of items", "goal.gmv": "sales goal",
      "goal.views": "viewers", "goal.conversion": "conversion", "goal.order_value": "order value",
      "show.reserved_minutes": "reserved minutes", "gmv": "GMV", "stock_value": "stock value",
    ]
    if let word = known[key] { return word }
    var parts = parts(ofKey: key)
    if parts.count > 1, ["rules", "pitches", "show", "goal"].contains(parts[0]) { parts.removeFirst() }
    if parts.count > 1, parts.last == "range" { parts.removeLast() }
    return parts.joined(separator: " – ").replacing("_", with: " ")
  }

  /// The parts of a path of keys, those in quotes whole.
  private static func parts(ofKey key: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in key {
      switch character {
      case "\"", "'": isQuoted.toggle()
      case "." where !isQuoted: parts.append("")
      default: parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
