/// The streams of an OLE compound file that is in memory ([MS-CFB]).
struct CompoundFile {
  private let bytes: [UInt8]
  private let sectorSize: Int
  private var table: [UInt32] = []
  private var smallTable: [UInt32] = []
  private var smallSectors: [UInt8] = []
  private var streams: [String: (start: UInt32, size: Int)] = [:]

  /// Streams below this size stand in small sectors of 64 bytes.
  private static let smallLimit = 4096
  /// Numbers of sectors from here up are marks.
  private static let marks: UInt32 = 0xFFFF_FFFA

  /// - Throws: where the file is cut off or damaged.
  init(_ bytes: [UInt8]) throws(ZipArchive.Failure) {
    self.bytes = bytes
    let shift = Self.number(bytes, 30, 2)
    guard bytes.count >= 512, shift == 9 || shift == 12 else { throw Self.damaged }
    sectorSize = 1 << Int(shift)
    try readTable()
    let directory = try chain(from: Self.number(bytes, 48, 4))
    guard directory.count >= 128 else { throw Self.damaged }
    for entry in stride(from: 0, to: directory.count - 127, by: 128) {
      let length = Int(Self.number(directory, entry + 64, 2))
      let kind = directory[entry + 66]
      guard kind == 2 || kind == 5, length >= 2, length <= 64 else { continue }
      let units = stride(from: entry, to: entry + length - 2, by: 2).map {
        UInt16(Self.number(directory, $0, 2))
      }
      let place = (
        start: Self.number(directory, entry + 116, 4), size: Int(Self.number(directory, entry + 120, 4))
      )
      if kind == 5 {
        smallSectors = try chain(from: place.start)
        smallTable = Self.numbers(try chain(from: Self.number(bytes, 60, 4)))
      } else {
        streams[String(decoding: units, as: UTF16.self).lowercased()] = place
      }
    }
  }

  /// Whether it has a stream of that name, letter case aside.
  func has(_ name: String) -> Bool { streams[name.lowercased()] != nil }

  /// The bytes of a stream; `nil` where there is none of that name.
  func stream(_ name: String) throws(ZipArchive.Failure) -> [UInt8]? {
    guard let stream = streams[name.lowercased()] else { return nil }
    let isSmall = stream.size < Self.smallLimit
    let content =
      isSmall ? try smallChain(from: stream.start, size: stream.size) : try chain(from: stream.start)
    // Some programs cut the last sector short.
    return Array(content.prefix(stream.size))
  }

  private static let damaged = ZipArchive.Failure(reason: "it is damaged or cut off; was it copied in full?")

  /// Reads which sector follows which.
  private mutating func readTable() throws(ZipArchive.Failure) {
    var sectors = (0..<109).map { Self.number(bytes, 76 + 4 * $0, 4) }
    var next = Self.number(bytes, 68, 4)
    var seen = 0
    while next < Self.marks {
      guard let range = range(of: next), seen < bytes.count / sectorSize else { throw Self.damaged }
      let numbers = Self.numbers(bytes[range])
      sectors += numbers.dropLast()
      next = numbers.last ?? Self.marks
      seen += 1
    }
    for sector in sectors where sector < Self.marks {
      guard let range = range(of: sector), table.count <= bytes.count / 128 else { throw Self.damaged }
      table += Self.numbers(bytes[range])
    }
  }

  private func chain(from start: UInt32) throws(ZipArchive.Failure) -> [UInt8] {
    var content: [UInt8] = []
    var next = start
    while next < Self.marks {
      guard let range = range(of: next), Int(next) < table.count, content.count <= bytes.count
      else { throw Self.damaged }
      content += bytes[range]
      next = table[Int(next)]
    }
    return content
  }

  private func smallChain(from start: UInt32, size: Int) throws(ZipArchive.Failure) -> [UInt8] {
    var content: [UInt8] = []
    var next = start
    while next < Self.marks, content.count < size {
      let place = Int(next) * 64
      guard place + 64 <= smallSectors.count, Int(next) < smallTable.count else { throw Self.damaged }
      content += smallSectors[place..<(place + 64)]
      next = smallTable[Int(next)]
    }
    return content
  }

  /// Where a sector stands; the last may be cut short.
  private func range(of sector: UInt32) -> Range<Int>? {
    let start = (Int(sector) + 1) * sectorSize
    return start < bytes.count ? start..<min(start + sectorSize, bytes.count) : nil
  }

  private static func numbers(_ bytes: some Collection<UInt8>) -> [UInt32] {
    let bytes = Array(bytes)
    return stride(from: 0, to: bytes.count - 3, by: 4).map { number(bytes, $0, 4) }
  }

  /// A number of 2 or 4 bytes, the lowest first; 0 beyond the end.
  static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> UInt32 {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
  }
}
