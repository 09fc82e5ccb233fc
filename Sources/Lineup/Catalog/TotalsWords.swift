/// What people write into the first cell of a row of sums.
enum TotalsWords {
  /// Whether a trimmed cell reads as a total: one of the words, case, width, spaces and hyphens aside, with or
  /// without a colon or a count in brackets behind it. Most ids are told by two bytes.
  static func contains(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = SafeText.unmarked(cell).cell
    guard let first = cell.first, cell.count <= longest, starts[Int(first)] else { return false }
    if first < 0x80, cell.count > 1, cell[1] < 0x80, !seconds[Int(cell[1])] { return false }
    return words.contains(core(of: Spelling.key(CatalogText.string(cell))))
  }

  private static let words: Set<String> = [
    "合计", "合計", "小计", "总计", "共计", "total", "subtotal", "grandtotal", "sum", "합계", "소계", "총계",
  ]

  /// Room for spaces between letters, full-width ones among them, and for a count.
  private static let longest = 96

  private static let starts: [Bool] = {
    var starts = [Bool](repeating: false, count: 256)
    for word in words {
      for form in [word, word.uppercased()] {
        if let first = form.utf8.first { starts[Int(first)] = true }
      }
    }
    // Full-width letters, and what nobody sees.
    for lead: UInt8 in [0xEF, 0xE2] { starts[Int(lead)] = true }
    return starts
  }()

  /// The second letters of words in ASCII, or what may stand between letters.
  private static let seconds: [Bool] = {
    var seconds = [Bool](repeating: false, count: 256)
    for byte in "oOuUrR -".utf8 { seconds[Int(byte)] = true }
    return seconds
  }()

  /// The key of a cell without spaces, hyphens, and what may stand behind the word.
  private static func core(of key: String) -> String {
    var core = key.filter { !$0.isWhitespace && !isHyphen($0) }
    dropColons(&core)
    if let last = core.last, let opening = brackets[last], let start = core.lastIndex(of: opening),
      core[start...].contains(where: \.isNumber)
    {
      core.removeSubrange(start...)
      dropColons(&core)
    }
    return core
  }

  private static func dropColons(_ text: inout String) {
    while text.last == ":" { text.removeLast() }
  }

  private static func isHyphen(_ character: Character) -> Bool {
    "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}_".contains(character)
  }

  /// Closing brackets and what opens them; full-width ones are folded by the key.
  private static let brackets: [Character: Character] = [")": "(", "]": "[", "】": "【", "〕": "〔"]
}
