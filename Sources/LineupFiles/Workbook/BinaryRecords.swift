/// Walks through the records of an .xls workbook's stream ([MS-XLS], BIFF8).
struct BinaryRecords {
  /// A record: its kind, and where its data stands.
  struct Record {
    var kind: Int
    var data: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// The next record; `nil` at the end of the stream, or where it is cut off.
  mutating func next() -> Record? {
    guard position >= 0, position + 4 <= bytes.count else { return nil }
    let data = (position + 4)..<(position + 4 + number16(position + 2))
    guard data.upperBound <= bytes.count else { return nil }
    let record = Record(kind: number16(position), data: data)
    position = data.upperBound
    return record
  }

  /// The data of records that go on where the one before was full.
  mutating func continuations() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    while position + 4 <= bytes.count, number16(position) == Kind.continuation, let record = next() {
      ranges.append(record.data)
    }
    return ranges
  }

  func number16(_ place: Int) -> Int { Int(CompoundFile.number(bytes, place, 2)) }
  func number32(_ place: Int) -> UInt32 { CompoundFile.number(bytes, place, 4) }

  /// A number of eight bytes (IEEE 754).
  func double(_ place: Int) -> Double {
    Double(bitPattern: UInt64(number32(place)) | UInt64(number32(place + 4)) << 32)
  }

  /// A number packed into four bytes: the upper bits of a double or a whole number, perhaps times 100.
  func packed(_ place: Int) -> Double {
    let bits = number32(place)
    let value =
      bits & 2 != 0
      ? Double(Int32(bitPattern: bits) >> 2) : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    return bits & 1 != 0 ? value / 100 : value
  }

  /// Kinds of records that matter to tables.
  enum Kind {
    static let formula = 0x0006
    static let end = 0x000A
    static let dateMode = 0x0022
    static let password = 0x002F
    static let continuation = 0x003C
    static let sheet = 0x0085
    static let packedNumbers = 0x00BD
    static let formattedText = 0x00D6
    static let style = 0x00E0
    static let mergedCells = 0x00E5
    static let sharedTexts = 0x00FC
    static let sharedText = 0x00FD
    static let number = 0x0203
    static let text = 0x0204
    static let truthOrError = 0x0205
    static let textOfFormula = 0x0207
    static let row = 0x0208
    static let packedNumber = 0x027E
    static let format = 0x041E
    static let begin = 0x0809
  }
}

/// Reads texts of an .xls workbook, which may go on in further records.
struct BinaryTextReader {
  private let bytes: [UInt8]
  private let pieces: [Range<Int>]
  private var piece = 0
  private var position: Int

  init(_ bytes: [UInt8], _ pieces: [Range<Int>]) {
    self.bytes = bytes
    self.pieces = pieces
    position = pieces.first?.lowerBound ?? 0
  }

  private var isAtEnd: Bool { piece >= pieces.count }

  /// Skips bytes, into further records if need be.
  mutating func skip(_ count: Int) {
    var left = count
    while left > 0, !isAtEnd {
      let step = min(left, pieces[piece].upperBound - position)
      position += step
      left -= step
      if left > 0 { nextPiece() }
    }
  }

  /// The next text, in UTF-8; `nil` where the records end.
  ///
  /// - Parameter lengthBytes: How many bytes its length takes.
  mutating func text(lengthBytes: Int = 2) -> [UInt8]? {
    if !isAtEnd, position >= pieces[piece].upperBound { nextPiece() }
    guard let length = number(lengthBytes), let flags = number(1) else { return nil }
    let runs = flags & 8 != 0 ? number(2) ?? 0 : 0
    let extra = flags & 4 != 0 ? number(4) ?? 0 : 0
    guard let units = units(length, isWide: flags & 1 != 0) else { return nil }
    skip(4 * runs + extra)
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Characters; where a record ends among them, the next begins with a byte that says how wide they are.
  private mutating func units(_ count: Int, isWide: Bool) -> [UInt16]? {
    var units: [UInt16] = []
    var isWide = isWide
    while units.count < count {
      guard !isAtEnd else { return nil }
      if position >= pieces[piece].upperBound {
        nextPiece()
        guard !isAtEnd, let flags = number(1) else { return nil }
        isWide = flags & 1 != 0
        continue
      }
      guard let unit = number(isWide ? 2 : 1) else { return nil }
      units.append(UInt16(unit))
    }
    return units
  }

  private mutating func nextPiece() {
    piece += 1
    if !isAtEnd { position = pieces[piece].lowerBound }
  }

  private mutating func number(_ count: Int) -> Int? {
    guard !isAtEnd, position + count <= pieces[piece].upperBound else { return nil }
    let value = CompoundFile.number(bytes, position, count)
    position += count
    return Int(value)
  }
}
