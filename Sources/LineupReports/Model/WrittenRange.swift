import Lineup

/// Ranges as scenarios write them, in the names of rows that a scenario gives: `price: ..99.99`.
enum WrittenRange {
  /// The range that a text is, and whether in percent; `nil` where it is none with two dots.
  static func range(_ text: some StringProtocol) -> (bounds: Bounds, kind: RuleCheck.Kind)? {
    let ends = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2, ends.contains(where: { !$0.isEmpty }) else { return nil }
    let isShare = text.contains("%")
    func number(_ end: Substring) -> Double?? {
      let digits = end.filter { !",_ %".contains($0) }
      if digits.isEmpty { return .some(nil) }
      guard let number = Double(digits), number.isFinite else { return nil }
      return isShare ? number / 100 : number
    }
    guard let lower = number(ends[0].asSubstring), let upper = number(ends[1].asSubstring),
      lower != nil || upper != nil
    else { return nil }
    return (
      Bounds(lower: lower ?? -.infinity, upper: upper ?? .infinity), isShare ? .share : .amount
    )
  }
}

extension StringProtocol {
  fileprivate var asSubstring: Substring { Substring(self) }
}
