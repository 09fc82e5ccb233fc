/// A code for each row in as few bytes as the greatest of them needs: 1, 2 or 4.
///
/// Most columns of text have few distinct values, and rows are many while a file is read.
struct PackedCodes: Sendable {
  /// Each code plus one, so that 0 is a missing cell; all but one of the three are empty.
  private var bytes: [UInt8] = []
  private var halves: [UInt16] = []
  private var words: [UInt32] = []
  private var width = Width.byte
  /// How many rows are expected; room for them is made at once.
  private var expectedRows = 0

  private enum Width {
    case byte
    case half
    case word
  }

  /// The greatest code that there is room for.
  static let greatest = Int32.max - 1

  var count: Int {
    switch width {
    case .byte: bytes.count
    case .half: halves.count
    case .word: words.count
    }
  }

  /// Makes room for rows that are expected.
  mutating func reserve(rows: Int) {
    expectedRows = rows
    switch width {
    case .byte: bytes.reserveCapacity(rows)
    case .half: halves.reserveCapacity(rows)
    case .word: words.reserveCapacity(rows)
    }
  }

  /// Adds the code of the next row; -1 where its cell is missing.
  mutating func append(_ code: Int32) {
    let stored = UInt32(bitPattern: code &+ 1)
    switch width {
    case .byte where stored <= UInt8.max: bytes.append(UInt8(truncatingIfNeeded: stored))
    case .half where stored <= UInt16.max: halves.append(UInt16(truncatingIfNeeded: stored))
    case .word: words.append(stored)
    default:
      widen()
      append(code)
    }
  }

  /// Adds rows whose cells are missing.
  mutating func append(missing count: Int) {
    switch width {
    case .byte: bytes.append(contentsOf: repeatElement(0, count: count))
    case .half: halves.append(contentsOf: repeatElement(0, count: count))
    case .word: words.append(contentsOf: repeatElement(0, count: count))
    }
  }

  private mutating func widen() {
    if width == .byte {
      halves.reserveCapacity(max(expectedRows, bytes.count + 1))
      for byte in bytes { halves.append(UInt16(byte)) }
      bytes = []
      width = .half
    } else {
      words.reserveCapacity(max(expectedRows, halves.count + 1))
      for half in halves { words.append(UInt32(half)) }
      halves = []
      width = .word
    }
  }

  /// The code of a row; -1 where its cell is missing.
  subscript(row: Int) -> Int32 {
    switch width {
    case .byte: Int32(bytes[row]) - 1
    case .half: Int32(halves[row]) - 1
    case .word: Int32(bitPattern: words[row]) &- 1
    }
  }

  /// Calls `body` with the code of each row.
  func forEach(_ body: (Int32) -> Void) {
    switch width {
    case .byte: for byte in bytes { body(Int32(byte) - 1) }
    case .half: for half in halves { body(Int32(half) - 1) }
    case .word: for word in words { body(Int32(bitPattern: word) &- 1) }
    }
  }

  /// The code of each row in four bytes.
  func unpacked() -> [Int32] {
    var codes: [Int32] = []
    codes.reserveCapacity(count)
    forEach { codes.append($0) }
    return codes
  }
}
