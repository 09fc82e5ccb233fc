/// Walks through XML tag by tag, as far as workbooks need it: elements, attributes, text, entities of
/// characters. Declarations of documents (DTDs), by which entities can explode, are refused.
struct XMLScanner {
  /// What comes next.
  enum Event: Equatable {
    /// `<name …>`; an empty element is followed by its `end`.
    case start
    case end
    case text
    case finished
  }

  /// The XML cannot be read on.
  struct Failure: Error, Equatable {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var isEmptyElement = false
  private var nameRange = 0..<0
  private var attributeRange = 0..<0
  private var textRange = 0..<0
  private var textIsRaw = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The name of the element without its namespace prefix, after `start` and `end`.
  func isNamed(_ name: StaticString) -> Bool {
    guard nameRange.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<nameRange.count where bytes[nameRange.lowerBound + offset] != name.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Steps to the next tag or text.
  mutating func next() throws(Failure) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      return .end
    }
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") { return text() }
      position += 1
      guard position < bytes.count else { throw Failure() }
      if bytes[position] == UInt8(ascii: "?") {
        try skip(past: "?>")
      } else if starts(with: "!--") {
        try skip(past: "-->")
      } else if starts(with: "![CDATA[") {
        let start = position + 8
        try skip(past: "]]>")
        textRange = start..<max(start, position - 3)
        textIsRaw = true
        return .text
      } else if bytes[position] == UInt8(ascii: "!") {
        throw Failure()
      } else {
        return try tag()
      }
    }
    return .finished
  }

  /// The text of a `text` event, entities resolved, added to `content`.
  func appendText(to content: inout [UInt8]) {
    Self.append(bytes, textRange, raw: textIsRaw, to: &content)
  }

  /// The value of an attribute of the element that starts here; prefixes aside.
  func attribute(_ name: StaticString) -> String? {
    var value: [UInt8] = []
    guard let range = attributeBytes(name) else { return nil }
    Self.append(bytes, range, raw: false, to: &value)
    return String(decoding: value, as: UTF8.self)
  }

  /// Where the value of an attribute stands.
  func attributeBytes(_ name: StaticString) -> Range<Int>? {
    var at = attributeRange.lowerBound
    let end = attributeRange.upperBound
    while at < end {
      while at < end, bytes[at] <= 0x20 { at += 1 }
      var start = at
      while at < end, bytes[at] != UInt8(ascii: "="), bytes[at] > 0x20 {
        if bytes[at] == UInt8(ascii: ":") { start = at + 1 }
        at += 1
      }
      let nameEnd = at
      while at < end, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "'") { at += 1 }
      guard at < end else { return nil }
      let quote = bytes[at]
      let valueStart = at + 1
      at = valueStart
      while at < end, bytes[at] != quote { at += 1 }
      if nameEnd - start == name.utf8CodeUnitCount,
        (0..<(nameEnd - start)).allSatisfy({ bytes[start + $0] == name.utf8Start[$0] })
      {
        return valueStart..<at
      }
      at += 1
    }
    return nil
  }

  /// Bytes of the document.
  subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  // MARK: Pieces

  private mutating func text() -> Event {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    textRange = start..<position
    textIsRaw = false
    return .text
  }

  private mutating func tag() throws(Failure) -> Event {
    let isEnd = bytes[position] == UInt8(ascii: "/")
    if isEnd { position += 1 }
    var start = position
    while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ">"),
      bytes[position] != UInt8(ascii: "/")
    {
      if bytes[position] == UInt8(ascii: ":") { start = position + 1 }
      position += 1
    }
    nameRange = start..<position
    let attributesStart = position
    var quote: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      position += 1
    }
    guard position < bytes.count, start < attributesStart else { throw Failure() }
    isEmptyElement = !isEnd && bytes[position - 1] == UInt8(ascii: "/") && position > attributesStart
    attributeRange = attributesStart..<(isEmptyElement ? position - 1 : position)
    position += 1
    return isEnd ? .end : .start
  }

  private func starts(with text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
  }

  private mutating func skip(past text: StaticString) throws(Failure) {
    while position < bytes.count {
      if starts(with: text) {
        position += text.utf8CodeUnitCount
        return
      }
      position += 1
    }
    throw Failure()
  }

  /// Adds text with its entities resolved; what is no entity stays as it is.
  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, raw: Bool, to content: inout [UInt8]
  ) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == UInt8(ascii: "&"), !raw,
        let (scalar, length) = entity(UnsafeBufferPointer(rebasing: bytes[position..<range.upperBound]))
      {
        content.append(contentsOf: String(Character(scalar)).utf8)
        position += length
      } else {
        content.append(byte)
        position += 1
      }
    }
  }

  private static func entity(_ bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, length: Int)? {
    guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[1..<end], as: UTF8.self)
    switch name {
    case "amp": return ("&", end + 1)
    case "lt": return ("<", end + 1)
    case "gt": return (">", end + 1)
    case "quot": return ("\"", end + 1)
    case "apos": return ("'", end + 1)
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
      let digits = name.dropFirst(isHexadecimal ? 2 : 1)
      return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
    }
  }
}
