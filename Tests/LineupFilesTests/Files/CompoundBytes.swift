/// OLE compound files for tests, with streams of any length.
enum CompoundBytes {
  static func file(_ streams: [String: [UInt8]]) -> [UInt8] {
    let sector = 512
    let end: UInt32 = 0xFFFF_FFFE
    var table: [UInt32] = []
    var body: [UInt8] = []
    /// Adds bytes as a chain of sectors; the first of them.
    func add(_ bytes: [UInt8]) -> UInt32 {
      let first = UInt32(table.count)
      let count = max(1, (bytes.count + sector - 1) / sector)
      for index in 0..<count { table.append(index == count - 1 ? end : first + UInt32(index) + 1) }
      body += bytes + [UInt8](repeating: 0, count: count * sector - bytes.count)
      return first
    }
    // Small streams stand in sectors of 64 bytes within a stream of their own.
    var small: [UInt8] = []
    var smallTable: [UInt32] = []
    var entries: [UInt8] = []
    func entry(_ name: String, kind: UInt8, start: UInt32, size: Int) -> [UInt8] {
      let units = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return units + [UInt8](repeating: 0, count: 64 - units.count) + number(UInt32(units.count + 2), 2)
        + [kind, 1] + [UInt8](repeating: 0xFF, count: 12) + [UInt8](repeating: 0, count: 36)
        + number(start, 4)
        + number(UInt32(size), 4) + number(0, 4)
    }
    for (name, bytes) in streams.sorted(by: { $0.key < $1.key }) {
      if bytes.count >= 4096 {
        entries += entry(name, kind: 2, start: add(bytes), size: bytes.count)
      } else {
        let first = UInt32(smallTable.count)
        let count = max(1, (bytes.count + 63) / 64)
        for index in 0..<count { smallTable.append(index == count - 1 ? end : first + UInt32(index) + 1) }
        small += bytes + [UInt8](repeating: 0, count: count * 64 - bytes.count)
        entries += entry(name, kind: 2, start: first, size: bytes.count)
      }
    }
    let root = small.isEmpty ? end : add(small)
    let smallStart =
      smallTable.isEmpty
      ? end
      : add(
        smallTable.flatMap { number($0, 4) }
          + [UInt8](repeating: 0xFF, count: (128 - smallTable.count % 128) % 128 * 4))
    let directory = add(entry("Root Entry", kind: 5, start: root, size: small.count) + entries)
    // The table tells of its own sectors too.
    var own = 1
    while (table.count + own) * 4 > own * sector { own += 1 }
    let tableStart = UInt32(table.count)
    table += [UInt32](repeating: 0xFFFF_FFFD, count: own)
    body += table.flatMap { number($0, 4) } + [UInt8](repeating: 0xFF, count: own * sector - table.count * 4)
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    header += number(0x3E, 2) + number(3, 2) + number(0xFFFE, 2) + number(9, 2) + number(6, 2)
    header += [UInt8](repeating: 0, count: 10) + number(UInt32(own), 4) + number(directory, 4) + number(0, 4)
    header += number(4096, 4) + number(smallStart, 4) + number(1, 4) + number(end, 4) + number(0, 4)
    for index in 0..<109 { header += number(index < own ? tableStart + UInt32(index) : 0xFFFF_FFFF, 4) }
    return header + body
  }

  private static func number(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }
}
