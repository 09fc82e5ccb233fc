/// How the cells of a column of numbers are written, so that it can be read again as text: only those whose
/// number does not say so, as 50 says "50".
struct WrittenNumbers: Sendable {
  private var rows: [Int32] = []
  private var counts: [UInt32] = []
  private var bytes: [UInt8] = []

  /// Keeps the cell of a row, which comes behind all others.
  mutating func append(_ cell: UnsafeBufferPointer<UInt8>, row: Int) {
    if Self.isPlain(cell) { return }
    rows.append(Int32(truncatingIfNeeded: row))
    counts.append(UInt32(truncatingIfNeeded: cell.count))
    bytes.append(contentsOf: cell)
  }

  /// Calls `body` with the text of each row in turn; `nil` where its cell is missing.
  /// - Parameter numbers: What the cells were read as.
  func forEach(_ numbers: PackedNumbers, _ body: (UnsafeBufferPointer<UInt8>?) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var row: Int32 = 0
      var kept = 0
      var start = 0
      numbers.forEach { number in
        if kept < rows.count, rows[kept] == row {
          let end = start + Int(counts[kept])
          body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
          start = end
          kept += 1
        } else if number.isNaN {
          body(nil)
        } else {
          var text = plain(number)
          text.withUTF8 { body($0) }
        }
        row += 1
      }
    }
  }

  /// Whether a cell is the shortest text of a whole number: digits, of which the first is no 0 before others.
  private static func isPlain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first, cell.count < 10 else { return false }
    if first == UInt8(ascii: "0") { return cell.count == 1 }
    return cell.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }
}
