import Lineup

/// Walks through a web page (HTML) tag by tag and text by text, leniently: whatever the bytes, it goes on.
struct PageScanner {
  enum Event {
    case start(Tag)
    /// The name in lower case.
    case end(String)
    /// With entities resolved and runs of white space as one space.
    case text([UInt8])
  }

  /// A start tag, and what of its attributes matters to tables.
  struct Tag {
    /// In lower case.
    var name: String
    var columns = 1
    var rows = 1
    var isHidden = false
    /// What Excel notes as the number of a cell, where its text is rounded.
    var number: String?
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// The element whose content is no text: `script`, `style`.
  private var skipped: String?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = UTF8Text.markLength(bytes)
  }

  mutating func next() -> Event? {
    while position < bytes.count {
      if let element = skipped {
        skipped = nil
        skip(toEndOf: element)
      } else if bytes[position] != UInt8(ascii: "<") || !isTag(position + 1) {
        return .text(text())
      } else if starts(with: "<!--") {
        position += 4
        skip(past: "-->")
      } else if bytes[position + 1] == UInt8(ascii: "!") || bytes[position + 1] == UInt8(ascii: "?") {
        skip(past: ">")
      } else {
        return tag()
      }
    }
    return nil
  }

  /// Whether what follows a `<` makes it a tag and no sign of comparison.
  private func isTag(_ place: Int) -> Bool {
    guard place < bytes.count else { return false }
    let byte = bytes[place]
    return Self.isLetter(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  // MARK: Tags

  private mutating func tag() -> Event {
    position += 1
    let isEnd = bytes[position] == UInt8(ascii: "/")
    if isEnd { position += 1 }
    let name = word()
    var tag = Tag(name: name)
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      let attribute = word()
      if attribute.isEmpty {
        position += 1
        continue
      }
      let value = self.value()
      switch attribute {
      case "colspan": tag.columns = value.flatMap { Int($0) } ?? 1
      case "rowspan": tag.rows = value.flatMap { Int($0) } ?? 1
      case "hidden": tag.isHidden = true
      case "x:num": tag.number = value
      case "style":
        let style = (value ?? "").lowercased().filter { !$0.isWhitespace }
        if style.contains("display:none") || style.contains("visibility:collapse") { tag.isHidden = true }
      default: break
      }
    }
    position += 1
    if isEnd { return .end(name) }
    if name == "script" || name == "style" { skipped = name }
    return .start(tag)
  }

  /// The letters of a name that stands here, in lower case.
  private mutating func word() -> String {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      guard Self.isLetter(byte) || (0x30...0x3A).contains(byte) || byte == UInt8(ascii: "-") || byte >= 0x80
      else { break }
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
  }

  /// The value behind an attribute's name; `nil` where it has none.
  private mutating func value() -> String? {
    var place = position
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return nil }
    place += 1
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    guard place < bytes.count else { return nil }
    let quote = bytes[place]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { place += 1 }
    let start = place
    while place < bytes.count,
      isQuoted ? bytes[place] != quote : bytes[place] > 0x20 && bytes[place] != UInt8(ascii: ">")
    {
      place += 1
    }
    position = min(bytes.count, isQuoted ? place + 1 : place)
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  // MARK: Text

  private mutating func text() -> [UInt8] {
    var text: [UInt8] = []
    let start = position
    while position < bytes.count,
      bytes[position] != UInt8(ascii: "<") || position == start || !isTag(position + 1)
    {
      let byte = bytes[position]
      if byte <= 0x20 {
        if text.last != 0x20 { text.append(0x20) }
        position += 1
      } else if byte == UInt8(ascii: "&"), let (scalar, length) = PageEntities.scalar(bytes, at: position) {
        text.append(contentsOf: String(Character(scalar)).utf8)
        position += length
      } else {
        text.append(byte)
        position += 1
      }
    }
    return text
  }

  // MARK: Skipping

  private func starts(with text: StaticString, at place: Int? = nil) -> Bool {
    let place = place ?? position
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
  }

  private mutating func skip(past text: StaticString) {
    while position < bytes.count, !starts(with: text) { position += 1 }
    position = min(bytes.count, position + text.utf8CodeUnitCount)
  }

  private mutating func skip(toEndOf element: String) {
    let name = Array(element.utf8)
    while position < bytes.count {
      if starts(with: "</"), position + 2 + name.count <= bytes.count,
        name.indices.allSatisfy({ bytes[position + 2 + $0] | 0x20 == name[$0] })
      {
        return
      }
      position += 1
    }
  }
}
