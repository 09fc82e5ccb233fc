import Lineup

/// The texts that cells of a workbook refer to by number, one after the other in one piece of memory.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Whether each text is a number.
  private(set) var isNumber: [Bool] = []

  init() {}

  init(_ scanner: inout XMLScanner) throws(XMLScanner.Failure) {
    var isInText = false
    var isInItem = false
    var phonetics = 0
    while true {
      switch try scanner.next() {
      case .finished: return
      case .start:
        if scanner.isNamed("si") { isInItem = true }
        if scanner.isNamed("t") { isInText = true }
        if scanner.isNamed("rPh") { phonetics += 1 }
      case .end:
        if scanner.isNamed("t") { isInText = false }
        if scanner.isNamed("rPh") { phonetics = max(0, phonetics - 1) }
        if scanner.isNamed("si"), isInItem {
          isInItem = false
          let start = ends.last ?? 0
          ends.append(bytes.count)
          isNumber.append(
            bytes[start...].withUnsafeBufferPointer { $0.count < 32 && NumberText.number($0) != nil })
        }
      case .text:
        // Readings of Chinese characters (rPh) are no part of the text.
        if isInText, isInItem, phonetics == 0 { scanner.appendText(to: &bytes) }
      }
    }
  }

  /// The bytes of a text; `nil` where the number is none.
  func range(of number: Int) -> Range<Int>? {
    guard ends.indices.contains(number) else { return nil }
    return (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// Adds a text to a buffer.
  func append(_ range: Range<Int>, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: bytes[range])
  }
}
