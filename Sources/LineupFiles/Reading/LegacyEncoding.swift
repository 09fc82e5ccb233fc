/// An encoding of before Unicode, and how its bytes look in the texts of the trade: which characters are
/// usual, which are rare. Bytes of one encoding are often characters of another too, but rare ones.
struct LegacyEncoding: Sendable {
  var encoding: TextEncoding
  /// What a first byte of 0x80 and more begins, by it and the byte behind.
  private var character: @Sendable (_ lead: UInt8, _ trail: UInt8) -> Character
  /// The share of its pairs that must be `marked`, where other encodings have the same usual ones.
  private var leastMarked = 0.0

  private struct Character: Sendable {
    var length = 2
    /// From 1, usual, to -2, which hardly any text has.
    var weight: Double
    /// Whether the encoding is known by it.
    var isMarked = false

    static let usual = Character(weight: 1)
    static let unusual = Character(weight: 0)
    static let rare = Character(weight: -2)
  }

  /// Pairs that are looked at; more would say the same.
  private static let sampleSize = 1 << 18

  /// The mean weight of the characters beyond ASCII; `nil` where the bytes cannot be of this encoding.
  func likeness(_ bytes: [UInt8]) -> Double? {
    var total = 0.0
    var count = 0
    var marked = 0
    var position = 0
    while position < bytes.count, count < Self.sampleSize {
      let lead = bytes[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      let found = character(lead, position + 1 < bytes.count ? bytes[position + 1] : 0)
      total += found.weight
      count += 1
      if found.isMarked { marked += 1 }
      position += found.length
    }
    guard count > 0, Double(marked) >= leastMarked * Double(count) else { return nil }
    return total / Double(count)
  }

  static let all = [shiftJIS, gb18030, cp949, big5, eucJP]

  /// Kana have the first bytes 82 and 83, usual kanji 88 to 97; half-width katakana are single bytes.
  private static let shiftJIS = LegacyEncoding(encoding: .shiftJIS) { lead, trail in
    switch lead {
    case 0xA1...0xDF: Character(length: 1, weight: 0.5)
    case 0x81...0x83, 0x87...0x97: trail >= 0x40 ? .usual : .rare
    case 0x84, 0x98...0x9F, 0xE0...0xEA: trail >= 0x40 ? Character(weight: -0.5) : .rare
    default: .rare
    }
  }

  /// The usual characters stand at B0 to D7, as in GB2312; those that GBK and GB18030 added are rare.
  private static let gb18030 = LegacyEncoding(encoding: .gb18030) { lead, trail in
    switch (lead, trail) {
    case (_, 0x30...0x39): Character(length: 4, weight: -2)
    case (0xA1...0xA3, 0xA1...), (0xB0...0xD7, 0xA1...): .usual
    case (0xA4...0xA9, 0xA1...), (0xD8...0xF7, 0xA1...): .unusual
    default: .rare
    }
  }

  /// The usual syllables stand at B0 to C8.
  private static let cp949 = LegacyEncoding(encoding: .cp949) { lead, trail in
    switch (lead, trail) {
    case (0xA1...0xA3, 0xA1...), (0xB0...0xC8, 0xA1...): .usual
    case (0xA4...0xAC, 0xA1...): .unusual
    // Chinese characters, which Korean texts have now and then.
    case (0xCA...0xFD, 0xA1...): Character(weight: -1)
    default: .rare
    }
  }

  /// The usual characters stand at A4 to C6; many of their second bytes are below 7F.
  private static let big5 = LegacyEncoding(
    encoding: .big5,
    character: { lead, trail in
      let isLow = (0x40...0x7E).contains(trail)
      guard isLow || trail >= 0xA1 else { return .rare }
      switch lead {
      case 0xA1...0xC6: return Character(weight: 1, isMarked: isLow)
      case 0xC9...0xF9: return Character(weight: 0, isMarked: isLow)
      default: return .rare
      }
    }, leastMarked: 0.15)

  /// Kana have the first bytes A4 and A5, usual kanji B0 to CF.
  private static let eucJP = LegacyEncoding(
    encoding: .eucJP,
    character: { lead, trail in
      guard trail >= 0xA1 else { return .rare }
      switch lead {
      case 0x8E: return Character(weight: 0.5)
      case 0xA4, 0xA5: return Character(weight: 1, isMarked: true)
      case 0xA1...0xA3, 0xB0...0xCF: return .usual
      case 0xD0...0xF4: return .unusual
      default: return .rare
      }
    }, leastMarked: 0.2)
}
