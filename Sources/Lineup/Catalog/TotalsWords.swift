/// What people write into the first cell of a row of sums.
enum TotalsWords {
  /// Whether a trimmed cell reads as a total: one of the words, case, width, spaces and hyphens aside, with or
  /// without a colon or a count in brackets behind it. Makes no text; most ids are told by two bytes.
  static func contains(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = SafeText.unmarked(cell).cell
    guard let first = cell.first, starts[Int(first)] else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { word in
      var count = 0
      var position = 0
      while position < cell.count {
        let (sign, length) = sign(cell, at: position)
        position += length
        switch sign {
        case .nothing: continue
        case .colon, .opening:
          guard words.contains(where: { $0.elementsEqual(word[..<count]) }) else { return false }
          return isCountOrColon(cell, from: position - length)
        case .letter(let byte):
          guard count < longest else { return false }
          word[count] = byte
          count += 1
        case .character:
          guard count + length <= longest else { return false }
          for offset in 0..<length { word[count + offset] = cell[position - length + offset] }
          count += length
        case .other: return false
        }
      }
      return words.contains { $0.elementsEqual(word[..<count]) }
    }
  }

  private static let words: [[UInt8]] = [
    "合计", "合計", "小计", "总计", "共计", "total", "subtotal", "grandtotal", "sum", "합계", "소계", "총계",
  ].map { Array($0.utf8) }

  private static let longest = words.map(\.count).max() ?? 0

  private static let starts: [Bool] = {
    var starts = [Bool](repeating: false, count: 256)
    for word in words {
      starts[Int(word[0])] = true
      if word[0] < 0x80 { starts[Int(word[0] & ~0x20)] = true }
    }
    // Full-width letters, and what nobody sees.
    for lead: UInt8 in [0xEF, 0xE2] { starts[Int(lead)] = true }
    return starts
  }()

  /// What a character is to a word.
  private enum Sign {
    /// A space, a hyphen, or nothing that anybody sees.
    case nothing
    /// An ASCII letter in lower case, whatever its width.
    case letter(UInt8)
    /// Another letter.
    case character
    case colon
    case opening
    case other
  }

  private static func sign(
    _ cell: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (sign: Sign, length: Int) {
    let first = cell[position]
    if first < 0x80 { return (sign(ascii: first), 1) }
    let second = position + 1 < cell.count ? cell[position + 1] : 0
    if first == 0xC2 { return (second == 0xA0 || second == 0xAD ? .nothing : .other, 2) }
    guard position + 2 < cell.count, first >= 0xE0, first < 0xF0 else { return (.other, 1) }
    let third = cell[position + 2]
    switch (first, second, third) {
    case (0xEF, 0xBC, 0x81...0xBF): return (sign(ascii: third - 0x60), 3)
    case (0xEF, 0xBD, 0x80...0x9E): return (sign(ascii: third - 0x20), 3)
    case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0x80...0x95), (0xE2, 0x81, 0xA0),
      (0xE2, 0x88, 0x92):
      return (.nothing, 3)
    case (0xE3, 0x80, 0x90), (0xE3, 0x80, 0x94): return (.opening, 3)
    case (0xE4...0xED, _, _): return (.character, 3)
    default: return (.other, 3)
    }
  }

  private static func sign(ascii byte: UInt8) -> Sign {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x09: .nothing
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "("), UInt8(ascii: "["): .opening
    default: (byte | 0x20) &- UInt8(ascii: "a") < 26 ? .letter(byte | 0x20) : .other
    }
  }

  /// Whether nothing but a colon, a count in brackets, or both follow.
  private static func isCountOrColon(_ cell: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var rest = Spelling.key(String(decoding: UnsafeBufferPointer(rebasing: cell[start...]), as: UTF8.self))
      .filter { !$0.isWhitespace }
    func dropColons() {
      while rest.last == ":" { rest.removeLast() }
      while rest.first == ":" { rest.removeFirst() }
    }
    dropColons()
    if rest.isEmpty { return true }
    guard let opening = rest.first, let closing = rest.last, brackets[opening] == closing else {
      return false
    }
    return rest.contains(where: \.isNumber)
      && !rest.dropFirst().dropLast().contains { brackets[$0] != nil || brackets.values.contains($0) }
  }

  /// Opening brackets and what closes them; full-width ones are folded by the key.
  private static let brackets: [Character: Character] = ["(": ")", "[": "]", "【": "】", "〔": "〕"]
}
