import Lineup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Walks through delimited text cell by cell (RFC 4180): quoted cells may hold delimiters, line ends
/// and doubled quotes; LF, CRLF and CR end rows. Makes no copies but of cells with doubled quotes.
struct CSVScanner {
  /// What follows a cell.
  enum End {
    case delimiter
    case row
    case text
  }

  /// Why the text cannot be read on.
  enum Failure: Error, Equatable {
    case unterminatedQuote(line: Int)
    case strayQuote(line: Int)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  /// The delimiter in each byte of a word.
  private let delimiters: UInt64
  private(set) var position: Int
  /// Holds a cell with its doubled quotes made single.
  private var scratch: [UInt8] = []

  /// The line, from 1, in which the next cell begins.
  private(set) var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from position: Int = 0) {
    self.bytes = bytes
    self.delimiter = delimiter
    delimiters = Self.ones * UInt64(delimiter)
    self.position = position
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { position >= bytes.count }

  /// How many rows seem to come behind the first of them.
  /// - Parameter first: Some rows that were found from `start` on.
  func rows(behind first: CellBlock, from start: Int) -> Int {
    guard position > start else { return 0 }
    return Int(Double(bytes.count - position) / Double(position - start) * Double(first.rowCount) * 1.02)
  }

  /// Adds the next rows to a block until it is full or the text ends; why it cannot be read on, if so.
  mutating func findRows(into block: inout CellBlock) -> Failure? {
    do throws(Failure) {
      while !isAtEnd, !block.isFull {
        let line = line
        while try nextCell({ block.append($0) }) == .delimiter {}
        block.endRow(line: line)
      }
      return nil
    } catch {
      return error
    }
  }

  /// Calls `body` with the next cell and returns what follows it.
  mutating func nextCell(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(Failure) -> End {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return try quotedCell(body) }
    let start = position
    position = endOfPlainCell(from: start)
    body(UnsafeBufferPointer(rebasing: bytes[start..<position]))
    return endOfCell()
  }

  /// Where the next delimiter or line end stands, or the end of the text; eight bytes at a time.
  private func endOfPlainCell(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = raw.count
    var position = start
    while position + 8 <= count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let found =
        Self.zeroBytes(word ^ delimiters) | Self.zeroBytes(word ^ Self.lineFeeds)
        | Self.zeroBytes(word ^ Self.carriageReturns)
      if found != 0 { return position + found.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < count {
      let byte = raw[position]
      if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      position += 1
    }
    return position
  }

  /// The high bit of the first zero byte of a word, of none before it, and of some behind it (Mycroft 1987).
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & (ones << 7)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lineFeeds = ones * UInt64(UInt8(ascii: "\n"))
  private static let carriageReturns = ones * UInt64(UInt8(ascii: "\r"))

  /// Steps over the delimiter or line end that stands here.
  private mutating func endOfCell() -> End {
    guard position < bytes.count else { return .text }
    if bytes[position] == delimiter {
      position += 1
      return .delimiter
    }
    if bytes[position] == UInt8(ascii: "\r"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "\n")
    {
      position += 1
    }
    position += 1
    line += 1
    return .row
  }

  private mutating func quotedCell(_ body: (UnsafeBufferPointer<UInt8>) -> Void) throws(Failure) -> End {
    let opening = line
    position += 1
    var start = position
    var isCopied = false
    while let quote = nextQuote(from: position) {
      position = quote + 1
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        try closeQuote()
        if isCopied {
          scratch.append(contentsOf: bytes[start..<quote])
          countLines(in: start..<quote)
          scratch.withUnsafeBufferPointer(body)
        } else {
          countLines(in: start..<quote)
          body(UnsafeBufferPointer(rebasing: bytes[start..<quote]))
        }
        return endOfCell()
      }
      if !isCopied { scratch.removeAll(keepingCapacity: true) }
      isCopied = true
      scratch.append(contentsOf: bytes[start..<position])
      countLines(in: start..<position)
      position += 1
      start = position
    }
    throw .unterminatedQuote(line: opening)
  }

  /// Steps over spaces after a closing quote, to the delimiter or line end that must follow.
  private mutating func closeQuote() throws(Failure) {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    guard position < bytes.count else { return }
    let byte = bytes[position]
    if byte != delimiter, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
      throw .strayQuote(line: line)
    }
  }

  private func nextQuote(from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(UInt8(ascii: "\"")), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  private mutating func countLines(in range: Range<Int>) {
    for position in range {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") {
        line += 1
      } else if byte == UInt8(ascii: "\r"), bytes[position + 1] != UInt8(ascii: "\n") {
        // A quoted cell is followed by its quote, so there is a next byte.
        line += 1
      }
    }
  }
}
