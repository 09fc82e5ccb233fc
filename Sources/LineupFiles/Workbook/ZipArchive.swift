/// The parts of a zip archive that is in memory (APPNOTE 6.3; no encryption, no splitting, no zip64).
struct ZipArchive {
  /// Why an archive cannot be read, in words.
  struct Failure: Error, Equatable {
    var reason: String
  }

  /// How much an archive may hold, so that a small file cannot fill the memory.
  struct Limits {
    var entries = 20_000
    /// Bytes of one part; a worksheet of a million rows has some 200 MB.
    var partBytes = 1 << 30
    /// Bytes of a part for each byte of it packed; sheets full of equal rows come to some 200.
    var ratio = 500
    /// Below this the ratio does not matter.
    var harmlessBytes = 1 << 24
  }

  private struct Entry {
    var method: Int
    var packedSize: Int
    var size: Int
    var headerOffset: Int
  }

  private let bytes: [UInt8]
  private let limits: Limits
  private var entries: [String: Entry] = [:]

  /// Reads the archive's directory.
  init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Failure) {
    self.bytes = bytes
    self.limits = limits
    guard let end = endOfDirectory() else {
      throw Failure(reason: "its end is missing; was it copied in full?")
    }
    let count = number16(end + 10)
    var position = number32(end + 16)
    guard count <= limits.entries else { throw Failure(reason: "it has \(count) parts") }
    for _ in 0..<count {
      guard position + 46 <= bytes.count, number32(position) == 0x0201_4B50 else {
        throw Failure(reason: "its list of parts is damaged")
      }
      let nameLength = number16(position + 28)
      let nameStart = position + 46
      guard nameStart + nameLength <= bytes.count else {
        throw Failure(reason: "its list of parts is damaged")
      }
      if number16(position + 8) & 1 != 0 { throw Failure(reason: "it has a password; save it without one") }
      let name = String(decoding: bytes[nameStart..<(nameStart + nameLength)], as: UTF8.self)
      entries[Self.key(name)] = Entry(
        method: number16(position + 10), packedSize: number32(position + 20), size: number32(position + 24),
        headerOffset: number32(position + 42))
      position = nameStart + nameLength + number16(position + 30) + number16(position + 32)
    }
  }

  /// The part of that name, letter case aside; `nil` where there is none.
  func part(_ name: String) throws(Failure) -> [UInt8]? {
    guard let entry = entries[Self.key(name)] else { return nil }
    let header = entry.headerOffset
    guard header + 30 <= bytes.count, number32(header) == 0x0403_4B50 else {
      throw Failure(reason: "the part \(name) is damaged")
    }
    let start = header + 30 + number16(header + 26) + number16(header + 28)
    guard start + entry.packedSize <= bytes.count else {
      throw Failure(reason: "the part \(name) is cut off")
    }
    let isTooLarge = entry.size > limits.partBytes
    let isBomb = entry.size > limits.harmlessBytes && entry.size / max(1, entry.packedSize) > limits.ratio
    if isTooLarge || isBomb {
      throw Failure(reason: "the part \(name) would unpack to \(entry.size) bytes, which no catalog needs")
    }
    let packed = bytes[start..<(start + entry.packedSize)]
    switch entry.method {
    case 0: return Array(packed)
    case 8:
      guard let unpacked = packed.withUnsafeBufferPointer({ Inflater.inflate($0, size: entry.size) }) else {
        throw Failure(reason: "the part \(name) is damaged")
      }
      return unpacked
    default: throw Failure(reason: "the part \(name) is packed in an unusual way; save it again with Excel")
    }
  }

  private static func key(_ name: String) -> String {
    (name.hasPrefix("/") ? String(name.dropFirst()) : name).lowercased()
  }

  /// Where the record at the end starts; a comment of up to 64 KB may follow it.
  private func endOfDirectory() -> Int? {
    guard bytes.count >= 22 else { return nil }
    var position = bytes.count - 22
    let lowest = max(0, position - 0xFFFF)
    while position >= lowest {
      if number32(position) == 0x0605_4B50 { return position }
      position -= 1
    }
    return nil
  }

  private func number16(_ position: Int) -> Int {
    position + 2 <= bytes.count ? Int(bytes[position]) | Int(bytes[position + 1]) << 8 : 0
  }

  private func number32(_ position: Int) -> Int {
    number16(position) | number16(position + 2) << 16
  }
}
