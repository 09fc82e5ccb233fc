import Foundation

extension Nearest {
  /// The known value that `word` was meant to be, where it differs by a slip of the pen: `womens` for
  /// `women`. Values that are alike by nature are no slips of each other: `XL` and `XS`, 童装 and 女装,
  /// `26AW` and `25AW`, `male` and `female`.
  static func slip(of word: String, among known: some Sequence<String>) -> String? {
    let length = word.utf8.count
    let near = known.lazy.filter { abs($0.utf8.count - length) <= max(3, length) && isSlip(word, of: $0) }
    return name(to: word, among: near)
  }

  private static func isSlip(_ word: String, of value: String) -> Bool {
    let first = Array(folded(word))
    let second = Array(folded(value))
    if first == second { return true }
    let longer = max(first.count, second.count)
    // A sign of Chinese or Korean is as much as a syllable or a word.
    let isWide = (first + second).contains { $0.unicodeScalars.contains { $0.value >= 0x1100 } }
    let allowed = isWide ? longer / 4 : longer < 3 ? 0 : max(1, longer / 3)
    let distance = editDistance(first, second)
    if distance > allowed { return false }
    // Numbers of sizes, waves and years.
    if first.filter({ !$0.isNumber }) == second.filter({ !$0.isNumber }) { return false }
    // Something before a word makes another word of it: female, T-shirt.
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    return distance < 2 || !long.reversed().starts(with: short.reversed())
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
  }
}
