import Lineup

/// Checks that bytes are UTF-8.
enum UTF8Text {
  /// How many bytes a byte order mark takes at the start: 3 or 0.
  static func markLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Throws with the line of the first byte that is not UTF-8. Time O(n).
  static func check(_ bytes: UnsafeBufferPointer<UInt8>, source: String) throws(LineupError) {
    guard let offset = firstInvalid(bytes) else { return }
    // UTF-16 is not UTF-8 anywhere; a line would lead astray.
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let line = isUTF16 ? nil : lineNumber(of: offset, in: bytes)
    throw LineupError(.notUTF8, at: SourceLocation(source: source, line: line))
  }

  /// XML in UTF-8, which it is unless its mark says UTF-16.
  static func ofXML(_ bytes: [UInt8]) -> [UInt8] {
    let encoding: TextEncoding
    if bytes.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16Little
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16Big
    } else {
      return bytes
    }
    guard case .text(let text) = bytes.withUnsafeBufferPointer(encoding.converted) else { return bytes }
    return text
  }

  /// The line, from 1, in which a byte stands. LF, CRLF and CR end lines.
  static func lineNumber(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var line = 1
    var position = 0
    while position < offset {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") {
        line += 1
      } else if byte == UInt8(ascii: "\r"),
        position + 1 >= bytes.count || bytes[position + 1] != UInt8(ascii: "\n")
      {
        line += 1
      }
      position += 1
    }
    return line
  }

  /// Where the first ill-formed sequence starts (Unicode 15, table 3-7); `nil` where there is none.
  static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = raw.count
    var position = 0
    while position < count {
      while position + 8 <= count,
        raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        position += 8
      }
      if position == count { return nil }
      guard let length = sequenceLength(raw, at: position) else { return position }
      position += length
    }
    return nil
  }

  private static func sequenceLength(_ raw: UnsafeRawBufferPointer, at position: Int) -> Int? {
    let first = raw[position]
    if first < 0x80 { return 1 }
    let length: Int
    let second: ClosedRange<UInt8>
    switch first {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard position + length <= raw.count, second.contains(raw[position + 1]) else { return nil }
    if length > 2, raw[position + 2] & 0xC0 != 0x80 { return nil }
    if length > 3, raw[position + 3] & 0xC0 != 0x80 { return nil }
    return length
  }
}
