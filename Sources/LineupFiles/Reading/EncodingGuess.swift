import Lineup

/// Judges the encoding of text by its bytes.
enum EncodingGuess {
  /// UTF-16 without a mark: every other byte of its ASCII letters, digits and delimiters is 0.
  static func utf16(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (position, byte) in sample.enumerated() where byte == 0 {
      if position.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let pairs = sample.count / 2
    if zeros.odd * 10 > pairs, zeros.even == 0 { return .utf16Little }
    if zeros.even * 10 > pairs, zeros.odd == 0 { return .utf16Big }
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

  /// The Chinese and Korean encodings, the likelier first: the one in which more headers are words
  /// that merchandisers write; where both are alike, by the lead bytes of the characters, which in
  /// Korean text are nearly all those of Hangul (B0 to C8).
  static func legacy(_ bytes: [UInt8], settings: CatalogSettings) -> [TextEncoding] {
    let head = Array(bytes.prefix(1 << 14))
    let chinese = headerScore(head, .gb18030, settings)
    let korean = headerScore(head, .cp949, settings)
    if chinese != korean { return chinese > korean ? [.gb18030, .cp949] : [.cp949, .gb18030] }
    var pairs = 0
    var hangul = 0
    var position = 0
    while position + 1 < bytes.count, pairs < 1 << 20 {
      let lead = bytes[position]
      if lead < 0x81 {
        position += 1
        continue
      }
      pairs += 1
      if (0xB0...0xC8).contains(lead), bytes[position + 1] >= 0xA1 { hangul += 1 }
      position += 2
    }
    return hangul * 20 > pairs * 19 ? [.cp949, .gb18030] : [.gb18030, .cp949]
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
