import Foundation

/// How values are spelt: two spellings that differ in case, width, spaces at the ends or invisible
/// characters only are one value (contract, catalogs).
package enum Spelling {
  /// The form under which two spellings are the same.
  package static func key(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    var narrow = String.UnicodeScalarView()
    var needsComposing = false
    func endNarrow() {
      if narrow.isEmpty { return }
      // Half-width kana and jamo: a voiced mark joins the letter before it.
      key.append(contentsOf: String(narrow).precomposedStringWithCompatibilityMapping.unicodeScalars)
      narrow = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if (0xFF61...0xFFDC).contains(scalar.value) {
        narrow.append(scalar)
        needsComposing = true
        continue
      }
      endNarrow()
      switch scalar.value {
      case 0x21...0x7E, 0xC0...0x24F, 0x370...0x52F, 0x3041...0x9FFF, 0xAC00...0xD7A3:
        // Nothing here is a space, wide or invisible.
        key.append(scalar)
      case 0xFF01...0xFF5E:
        if let plain = Unicode.Scalar(scalar.value - 0xFEE0) { key.append(plain) }
      case 0xFFE0...0xFFEE:
        key.append(contentsOf: String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
      default:
        if scalar.properties.isWhitespace {
          key.append(" ")
        } else if InvisibleText.contains(scalar) {
          needsComposing = true
        } else {
          key.append(scalar)
        }
      }
    }
    endNarrow()
    while key.first == " " { key.removeFirst() }
    while key.last == " " { key.removeLast() }
    let lowercased = String(key).lowercased()
    // A mark may have come next to its letter.
    return needsComposing ? lowercased.precomposedStringWithCanonicalMapping : lowercased
  }

  /// Whether two texts are spellings of one value. Links are not: the case of their letters tells.
  package static func areAlike(_ one: String, _ other: String) -> Bool {
    one == other || !isLink(one) && !isLink(other) && key(one) == key(other)
  }

  private static func isLink(_ text: String) -> Bool {
    guard let colon = text.utf8.prefix(8).firstIndex(of: UInt8(ascii: ":")) else { return false }
    return text[colon...].hasPrefix("://")
  }

  /// For each of some distinct values the first that is another spelling of it, or itself; `nil` where no
  /// two are alike. Time O(n) in the bytes; memory 16 to 32 bytes a value while it lasts.
  static func leaders(of values: [String]) -> [Int32]? {
    guard values.count > 1 else { return nil }
    var capacity = 16
    while capacity < values.count * 2 { capacity *= 2 }
    // The upper half of the hash and the code plus one; 0 where the slot is free.
    var slots = [UInt64](repeating: 0, count: capacity)
    var leaders: [Int32]?
    var room: [UInt8] = []
    for code in values.indices {
      let hash = hash(of: values[code], &room)
      let upper = hash & 0xFFFF_FFFF_0000_0000
      var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while slots[slot] != 0 {
        let known = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if slots[slot] & 0xFFFF_FFFF_0000_0000 == upper, areAlike(values[known], values[code]) {
          if leaders == nil { leaders = values.indices.map { Int32($0) } }
          leaders?[code] = Int32(known)
          break
        }
        slot = (slot + 1) & (capacity - 1)
      }
      if slots[slot] == 0 { slots[slot] = upper | UInt64(code + 1) }
    }
    return leaders
  }

  // MARK: Hashes

  /// The hash of a value's key; most values need no key for it.
  private static func hash(of value: String, _ room: inout [UInt8]) -> UInt64 {
    value.utf8.withContiguousStorageIfAvailable { hash(ofBytes: $0, &room) } ?? hash(ofKey: value)
  }

  private static func hash(ofBytes bytes: UnsafeBufferPointer<UInt8>, _ room: inout [UInt8]) -> UInt64 {
    switch kind(of: bytes) {
    case .plain: return hash(bytes)
    case .folded:
      room.removeAll(keepingCapacity: true)
      fold(bytes, into: &room)
      return room.withUnsafeBufferPointer(hash)
    case .other: return hash(ofKey: String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func hash(ofKey value: String) -> UInt64 {
    var key = key(value)
    return key.withUTF8(hash)
  }

  private enum Kind {
    /// Nothing but the case of ASCII letters can differ: ASCII, Chinese, Hangul, kana, usual punctuation.
    case plain
    /// Western European letters or full-width forms among them.
    case folded
    case other
  }

  private static func kind(of bytes: UnsafeBufferPointer<UInt8>) -> Kind {
    let raw = UnsafeRawBufferPointer(bytes)
    var kind = Kind.plain
    var position = 0
    while position < bytes.count {
      if position + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        // Eight bytes of printable ASCII at once.
        if (word | ((word &- (0x20 * ones)) & ~word)) & (0x80 * ones) == 0 {
          position += 8
          continue
        }
      }
      let first = bytes[position]
      if first < 0x80 {
        if first < 0x20 || first == 0x7F { return .other }
        position += 1
        continue
      }
      let second = position + 1 < bytes.count ? bytes[position + 1] : 0
      let third = position + 2 < bytes.count ? bytes[position + 2] : 0
      switch (first, second, third) {
      case (0xC3, _, _):
        kind = .folded
        position += 2
        continue
      case (0xEF, 0xBC, 0x81...0xBF), (0xEF, 0xBD, 0x80...0x9E): kind = .folded
      case (0xE4...0xE9, _, _), (0xEB...0xEC, _, _), (0xEA, 0xB0..., _), (0xED, ..<0x9E, _): break
      // All but the full-width space; dashes, quotation marks and dots.
      case (0xE3, 0x81..., _), (0xE3, 0x80, 0x81...), (0xE2, 0x80, 0x90...0xA7): break
      default: return .other
      }
      position += 3
    }
    return kind
  }

  /// Copies bytes with À to Þ as à to þ, and full-width forms as their plain ones.
  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into room: inout [UInt8]) {
    var position = 0
    while position < bytes.count {
      let first = bytes[position]
      if first == 0xC3, position + 1 < bytes.count {
        let second = bytes[position + 1]
        room.append(first)
        room.append(second < 0x9F && second != 0x97 ? second + 0x20 : second)
        position += 2
      } else if first == 0xEF, position + 2 < bytes.count {
        let third = bytes[position + 2]
        room.append(bytes[position + 1] == 0xBC ? third - 0x60 : third - 0x20)
        position += 3
      } else {
        room.append(first)
        position += 1
      }
    }
  }

  /// Eight bytes at a time, ASCII letters in lower case.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(raw.count)
    var position = 0
    while position + 8 <= raw.count {
      hash = mixed(hash ^ lowercased(raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
      position += 8
    }
    var rest: UInt64 = 0
    while position < raw.count {
      rest = rest << 8 | UInt64(raw[position])
      position += 1
    }
    return mixed(mixed(hash ^ lowercased(rest)))
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  private static func lowercased(_ word: UInt64) -> UInt64 {
    let low = word & (0x7F * ones)
    let isAboveZ = low + (0x7F - UInt64(UInt8(ascii: "Z"))) * ones
    let isFromA = low + (0x80 - UInt64(UInt8(ascii: "A"))) * ones
    let isCapital = ~word & (isFromA ^ isAboveZ) & (0x80 * ones)
    return word | (isCapital >> 2)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
