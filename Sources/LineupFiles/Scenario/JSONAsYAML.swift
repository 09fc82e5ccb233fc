/// JSON is YAML but for two things, which this mends: tabs may stand anywhere between values, and
/// characters beyond U+FFFF may be escaped as a surrogate pair.
enum JSONAsYAML {
  /// Whether the text is a JSON object or list by its first character.
  static func looksLikeJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// The text with tabs outside double quotes as spaces, and `\ud83d\ude00` in double quotes as
  /// `\U0001F600`. Lines stay as they are.
  static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count)
    var isQuoted = false
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if isQuoted, byte == UInt8(ascii: "\\"), position + 1 < bytes.count {
        if let scalar = surrogatePair(bytes, at: position) {
          let digits = String(scalar, radix: 16, uppercase: true)
          mended.append(contentsOf: "\\U".utf8)
          mended.append(contentsOf: String(repeating: "0", count: 8 - digits.count).utf8)
          mended.append(contentsOf: digits.utf8)
          position += 12
        } else {
          mended.append(byte)
          mended.append(bytes[position + 1])
          position += 2
        }
        continue
      }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      mended.append(byte == UInt8(ascii: "\t") && !isQuoted ? UInt8(ascii: " ") : byte)
      position += 1
    }
    return mended
  }

  /// The character that twelve bytes like `\ud83d\ude00` stand for.
  private static func surrogatePair(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt32? {
    guard let high = escape(bytes, at: position), (0xD800...0xDBFF).contains(high),
      let low = escape(bytes, at: position + 6), (0xDC00...0xDFFF).contains(low)
    else { return nil }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  /// The value of `\uXXXX`.
  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt32? {
    guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u"),
      bytes[position + 2] != UInt8(ascii: "+"), bytes[position + 2] != UInt8(ascii: "-")
    else { return nil }
    let digits = bytes[(position + 2)..<(position + 6)]
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
