/// The parts of a zip archive that is in memory (APPNOTE 6.3, ZIP64 among it; no encryption, no splitting).
struct ZipArchive {
  /// Why an archive cannot be read, in words.
  struct Failure: Error, Equatable {
    var reason: String
  }

  /// How much an archive may hold, so that a small file cannot fill the memory.
  struct Limits {
    var entries = 20_000
    /// Bytes of one part; a worksheet of a million rows has some 200 MB.
    var partBytes = 1 << 29
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
    guard let directory = directory() else {
      throw Failure(reason: "its end is missing; was it copied in full?")
    }
    guard directory.count <= limits.entries else { throw Failure(reason: "it has \(directory.count) parts") }
    var position = directory.start
    for _ in 0..<directory.count {
      position = try readEntry(at: position)
    }
  }

  /// The names of all parts, in lower case, sorted.
  var names: [String] { entries.keys.sorted() }

  /// Whether there is a part of that name, letter case aside.
  func has(_ name: String) -> Bool { entries[Self.key(name)] != nil }

  /// The part of that name, letter case aside; `nil` where there is none.
  ///
  /// - Parameter count: How many of its first bytes are wanted, if not all.
  func part(_ name: String, first count: Int? = nil) throws(Failure) -> [UInt8]? {
    guard let entry = entries[Self.key(name)] else { return nil }
    let header = entry.headerOffset
    guard let signature = number(header, 4), signature == 0x0403_4B50,
      let nameLength = number(header + 26, 2), let extraLength = number(header + 28, 2)
    else { throw Failure(reason: "the part \(name) is damaged") }
    let start = header + 30 + nameLength + extraLength
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else {
      throw Failure(reason: "the part \(name) is cut off")
    }
    let isTooLarge = entry.size > limits.partBytes
    let isBomb = entry.size > limits.harmlessBytes && entry.size / max(1, entry.packedSize) > limits.ratio
    if isTooLarge || isBomb {
      throw Failure(reason: "the part \(name) would unpack to \(entry.size) bytes, which no catalog needs")
    }
    let packed = bytes[start..<(start + entry.packedSize)]
    switch entry.method {
    case 0: return Array(packed.prefix(count ?? packed.count))
    case 8:
      let unpacked = packed.withUnsafeBufferPointer { Inflater.inflate($0, size: entry.size, first: count) }
      guard let unpacked else { throw Failure(reason: "the part \(name) is damaged") }
      return unpacked
    default: throw Failure(reason: "the part \(name) is packed in an unusual way; save it again with Excel")
    }
  }

  // MARK: The directory

  /// Reads the entry of the directory that starts at a place; where the next one starts.
  private mutating func readEntry(at position: Int) throws(Failure) -> Int {
    guard number(position, 4) == 0x0201_4B50, let flags = number(position + 8, 2),
      let method = number(position + 10, 2), var packedSize = number(position + 20, 4),
      var size = number(position + 24, 4), let nameLength = number(position + 28, 2),
      let extraLength = number(position + 30, 2), let commentLength = number(position + 32, 2),
      var headerOffset = number(position + 42, 4),
      position + 46 + nameLength + extraLength <= bytes.count
    else { throw Failure(reason: "its list of parts is damaged") }
    if flags & 1 != 0 { throw Failure(reason: "it has a password; save it without one") }

    // What does not fit into four bytes stands, in this order, in the field of extras.
    let nameEnd = position + 46 + nameLength
    var wide = wideField(in: nameEnd..<(nameEnd + extraLength))
    func widen(_ value: inout Int) {
      guard value == 0xFFFF_FFFF, wide.count >= 8, let number = number(wide.lowerBound, 8) else { return }
      value = number
      wide.removeFirst(8)
    }
    widen(&size)
    widen(&packedSize)
    widen(&headerOffset)
    let name = String(decoding: bytes[(position + 46)..<nameEnd], as: UTF8.self)
    entries[Self.key(name)] = Entry(
      method: method, packedSize: packedSize, size: size, headerOffset: headerOffset)
    return nameEnd + extraLength + commentLength
  }

  /// Where the numbers of eight bytes stand among the extra fields of an entry.
  private func wideField(in extras: Range<Int>) -> Range<Int> {
    var position = extras.lowerBound
    while let kind = number(position, 2), let length = number(position + 2, 2),
      position + 4 + length <= extras.upperBound
    {
      if kind == 1 { return (position + 4)..<(position + 4 + length) }
      position += 4 + length
    }
    return 0..<0
  }

  private static func key(_ name: String) -> String {
    let path = name.contains("\\") ? String(name.map { $0 == "\\" ? "/" : $0 }) : name
    return (path.hasPrefix("/") ? String(path.dropFirst()) : path).lowercased()
  }

  /// How many entries the directory has and where it starts, as the record at the end says, or that of
  /// ZIP64 before it where there is one.
  private func directory() -> (count: Int, start: Int)? {
    guard let end = endOfDirectory(), let count = number(end + 10, 2), let start = number(end + 16, 4)
    else { return nil }
    let locator = end - 20
    guard locator >= 0, number(locator, 4) == 0x0706_4B50, let record = number(locator + 8, 8),
      number(record, 4) == 0x0606_4B50, let wideCount = number(record + 32, 8),
      let wideStart = number(record + 48, 8)
    else { return (count, start) }
    return (wideCount, wideStart)
  }

  /// Where the record at the end starts; a comment of up to 64 KB may follow it.
  private func endOfDirectory() -> Int? {
    guard bytes.count >= 22 else { return nil }
    var position = bytes.count - 22
    let lowest = max(0, position - 0xFFFF)
    while position >= lowest {
      if bytes[position] == 0x50, number(position, 4) == 0x0605_4B50 { return position }
      position -= 1
    }
    return nil
  }

  /// A number of 2, 4 or 8 bytes, the lowest first; `nil` beyond the end, or where it is no size that
  /// memory can have.
  private func number(_ position: Int, _ count: Int) -> Int? {
    guard position >= 0, position <= bytes.count - count else { return nil }
    var value: UInt64 = 0
    for offset in 0..<count { value |= UInt64(bytes[position + offset]) << (8 * UInt64(offset)) }
    return value < 1 << 48 ? Int(value) : nil
  }
}
