/// Which character separates the cells of a file.
enum CSVDelimiter {
  static let known: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// The one of comma, semicolon and tab that stands most often outside quotes in the first row with
  /// text; the comma where there is none.
  static func detect(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8 {
    var counts = [Int](repeating: 0, count: known.count)
    var isQuoted = false
    var hasText = false
    for byte in bytes[start...] {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
        hasText = true
      } else if isQuoted {
        continue
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if hasText { break }
        counts = [Int](repeating: 0, count: known.count)
      } else if let index = known.firstIndex(of: byte) {
        counts[index] += 1
      } else if byte != UInt8(ascii: " ") {
        hasText = true
      }
    }
    let most = counts.max() ?? 0
    let index = counts.firstIndex(of: most) ?? 0
    return known[index]
  }

  /// A delimiter in words; `nil` for the comma, which needs none.
  static func title(of delimiter: UInt8) -> String? {
    switch delimiter {
    case UInt8(ascii: ";"): "semicolons"
    case UInt8(ascii: "\t"): "tabs"
    default: nil
    }
  }
}
