import Foundation

/// How text in catalogs and scenarios is compared: without white space around it, in Unicode NFC.
package enum CatalogText {
  /// The form under which two texts are the same.
  package static func normalized(_ text: some StringProtocol) -> String {
    var copy = String(text)
    return copy.withUTF8 { string($0) }
  }

  /// UTF-8 bytes as text, trimmed and in NFC.
  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let trimmed = trimmed(bytes)
    let text = String(decoding: trimmed, as: UTF8.self)
    return isNormalized(trimmed) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// `bytes` without white space at either end: Unicode white space (no-break and full-width spaces
  /// among it), zero-width spaces and byte order marks.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = bytes.first, let last = bytes.last else { return bytes }
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return bytes }
    var start = 0
    var end = bytes.count
    while start < end, let length = spaceLength(bytes, at: start, end: end) { start += length }
    trimmingEnd: while end > start {
      for length in 1...min(3, end - start)
      where spaceLength(bytes, at: end - length, end: end) == length {
        end -= length
        continue trimmingEnd
      }
      break
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// How many bytes of white space start at `start`; `nil` where none does.
  static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int) -> Int? {
    let first = bytes[start]
    if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) ? 1 : nil }
    guard start + 1 < end else { return nil }
    let second = bytes[start + 1]
    if first == 0xC2 { return second == 0xA0 || second == 0x85 ? 2 : nil }
    guard start + 2 < end else { return nil }
    let third = bytes[start + 2]
    switch (first, second, third) {
    case (0xE3, 0x80, 0x80),  // full-width space
      (0xE2, 0x80, 0x80...0x8B),  // en quad to zero-width space
      (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE1, 0x9A, 0x80),
      (0xEF, 0xBB, 0xBF):  // byte order mark
      return 3
    default: return nil
    }
  }

  /// Whether the bytes are in NFC at first sight: ASCII, Latin without combining marks, Chinese
  /// characters, whole Hangul syllables, full-width forms and common punctuation. Other text may be
  /// in NFC too, but takes the long way to know.
  static func isNormalized(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < bytes.count {
      let first = bytes[position]
      let second = position + 1 < bytes.count ? bytes[position + 1] : 0
      let third = position + 2 < bytes.count ? bytes[position + 2] : 0
      switch first {
      case 0..<0x80: position += 1
      case 0xC2..<0xCC: position += 2
      case 0xE4...0xE9: position += 3
      case 0xEB, 0xEC: position += 3
      case 0xEA where second >= 0xB0: position += 3
      case 0xED where second < 0x9E: position += 3
      case 0xE3 where second == 0x80 && third <= 0xA0: position += 3
      case 0xE2 where second == 0x80 && third >= 0x90: position += 3
      case 0xEF where second == 0xBC || second == 0xBD: position += 3
      default: return false
      }
    }
    return true
  }
}
