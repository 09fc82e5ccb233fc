import Lineup

/// Writes rows as CSV (RFC 4180): commas, CRLF, quotes where needed, UTF-8 with a byte order mark so
/// that Excel shows Chinese and Korean as they are.
///
/// **Formulas.** A spreadsheet takes a text that starts with `=`, `+`, `-` or `@` for a formula: at
/// best it shows `#NAME?`, at worst it runs what a catalog smuggled in. Such a text gets an apostrophe
/// in front, which a person can see, unless it is a plain number (`-5`), which does no harm. Numbers
/// that are written as numbers never change. Programs should read the JSON, which is exact.
package struct CSVWriter {
  /// What a cell holds.
  package enum Cell: Sendable, Equatable {
    case empty
    case text(String)
    /// A count.
    case integer(Int)
    /// An amount with the shortest digits that read back the same; whole ones without a fraction.
    case number(Double)
  }

  /// Who reads the file.
  package enum Reader: Sendable {
    /// A spreadsheet: lines end with CRLF, and no text becomes a formula.
    case spreadsheet
    /// A program: lines end with LF, and texts stand as they are.
    case program
  }

  /// The file so far.
  package private(set) var bytes: [UInt8]
  private let reader: Reader

  /// - Parameter marksEncoding: Whether the file starts with a byte order mark.
  package init(marksEncoding: Bool = true, for reader: Reader = .spreadsheet) {
    bytes = marksEncoding ? [0xEF, 0xBB, 0xBF] : []
    self.reader = reader
  }

  /// Adds a row.
  package mutating func addRow(_ cells: [Cell]) {
    // A single empty cell would be a blank line, which readers skip.
    if cells == [.empty] || cells == [.text("")] {
      bytes.append(contentsOf: "\"\"".utf8)
      return endRow()
    }
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .empty: break
      case .integer(let value): bytes.append(contentsOf: String(value).utf8)
      case .number(let value): bytes.append(contentsOf: Self.digits(value).utf8)
      case .text(let value): append(reader == .spreadsheet ? Self.defused(value) : value)
      }
    }
    endRow()
  }

  private mutating func endRow() {
    bytes.append(contentsOf: (reader == .spreadsheet ? "\r\n" : "\n").utf8)
  }

  private mutating func append(_ text: String) {
    let special: [UInt8] = [0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x09]
    let hasSpaceAround = text.first == " " || text.last == " "
    guard hasSpaceAround || text.utf8.contains(where: special.contains) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// `text` so that no spreadsheet takes it for a formula, however wide its first character and
  /// whatever white space stands before it.
  private static func defused(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      "=+-@＝＋－＠".unicodeScalars.contains(first), NumberText.number(text) == nil
    else { return text }
    return "'" + text
  }

  private static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    return plain(value)
  }
}
