import Lineup

/// Judges the encoding of text by its bytes.
enum EncodingGuess {
  /// UTF-16 without a mark: every other byte of its ASCII letters, digits and delimiters is 0. Few Chinese
  /// characters, such as 一, have a 0 on the other side.
  static func utf16(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (position, byte) in sample.enumerated() where byte == 0 {
      if position.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let pairs = sample.count / 2
    if zeros.odd * 10 > pairs, zeros.even * 8 <= zeros.odd { return .utf16Little }
    if zeros.even * 10 > pairs, zeros.odd * 8 <= zeros.even { return .utf16Big }
    return nil
  }

  /// Whether the bytes are UTF-8 but for a few, as a program that cuts text in the middle leaves it:
  /// at most one broken sequence for ten whole ones, or a single one in a long text.
  static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      var broken = 0
      while start < buffer.count, broken < 10_000,
        let invalid = UTF8Text.firstInvalid(UnsafeBufferPointer(rebasing: buffer[start...]))
      {
        broken += 1
        start += invalid + 1
      }
      // Lead bytes of sequences; the few broken ones among them do not matter.
      let whole = buffer.count { $0 >= 0xC2 } - broken
      return broken < 10_000 && (whole >= broken * 10 || broken == 1 && buffer.count > 100_000)
    }
  }

  /// The encodings of before Unicode that the bytes may be of, the likelier first: that in which more
  /// headers are words that merchandisers write; where those are alike, that in which the characters are
  /// more usual ones.
  static func legacy(_ bytes: [UInt8], settings: CatalogSettings) -> [TextEncoding] {
    let head = Array(bytes.prefix(1 << 14))
    let found = LegacyEncoding.all.compactMap { legacy in
      legacy.likeness(bytes).map { likeness in
        (
          encoding: legacy.encoding, headers: headerScore(head, legacy.encoding, settings),
          // The usual syllables of Korean are usual characters of Chinese too, which has many more.
          likeness: likeness + (legacy.encoding == .cp949 ? 0.15 : 0)
        )
      }
    }
    return found.sorted { ($1.headers, $1.likeness) < ($0.headers, $0.likeness) }.map(\.encoding)
  }

  /// The most headers that a row near the top has in an encoding.
  private static func headerScore(
    _ head: [UInt8], _ encoding: TextEncoding, _ settings: CatalogSettings
  ) -> Int {
    // The sample may end within a character.
    guard let end = head.lastIndex(of: UInt8(ascii: "\n")) ?? (head.count < 1 << 14 ? head.count : nil)
    else { return 0 }
    return Array(head[..<end]).withUnsafeBufferPointer { bytes in
      guard case .text(let text) = encoding.converted(bytes) else { return 0 }
      return text.withUnsafeBufferPointer { CSVHeader.find($0, from: 0, settings: settings).score }
    }
  }
}
