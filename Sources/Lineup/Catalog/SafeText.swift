/// Text that was marked so that a spreadsheet keeps it as text: `="00123"` and `'00123`. The marks are no
/// part of it.
package enum SafeText {
  /// What a trimmed cell holds without its marks, and whether it had any.
  static func unmarked(_ cell: UnsafeBufferPointer<UInt8>) -> (
    cell: UnsafeBufferPointer<UInt8>, isMarked: Bool
  ) {
    guard let first = cell.first, first == equals || first == apostrophe else { return (cell, false) }
    if first == equals {
      guard cell.count >= 3, cell[1] == quote, cell[cell.count - 1] == quote,
        !cell[2..<(cell.count - 1)].contains(quote)
      else { return (cell, false) }
      return (CatalogText.trimmed(UnsafeBufferPointer(rebasing: cell[2..<(cell.count - 1)])), true)
    }
    // 'so' is quoted, not marked.
    guard cell.count >= 2, cell[cell.count - 1] != apostrophe else { return (cell, false) }
    return (CatalogText.trimmed(UnsafeBufferPointer(rebasing: cell[1...])), true)
  }

  /// A trimmed text without its marks.
  package static func unmarked(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      String(decoding: unmarked(bytes).cell, as: UTF8.self)
    }
  }

  private static let equals = UInt8(ascii: "=")
  private static let apostrophe = UInt8(ascii: "'")
  private static let quote = UInt8(ascii: "\"")
}

/// Ids of which a spreadsheet kept some digits only: `6.90123E+12`.
enum ScientificID {
  /// Whether a trimmed cell has the form `d.dE+dd`, as spreadsheets show and save long numbers.
  static func matches(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    // One digit, then E, +, and two digits: the shortest has five bytes.
    guard cell.count >= 5, isDigit(cell[0]),
      cell[1] == UInt8(ascii: ".") || cell[1] | 0x20 == UInt8(ascii: "e")
    else { return false }
    let exponent = cell.count - 4
    guard cell[exponent] | 0x20 == UInt8(ascii: "e"), cell[exponent + 1] == UInt8(ascii: "+"),
      isDigit(cell[exponent + 2]), isDigit(cell[exponent + 3])
    else { return false }
    if exponent == 1 { return true }
    return exponent > 2 && cell[1] == UInt8(ascii: ".") && cell[2..<exponent].allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
