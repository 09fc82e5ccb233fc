/// Days as people write them in cells: `2026-08-31`, `2026/8/31`, `2026.8.31`, `2026年8月31日`, with or without a
/// time of day behind them, which is dropped.
package enum DayText {
  /// The day as 2026-08-31; `nil` where the text is none. Time O(1).
  package static func day(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { day(bytes: $0) }
  }

  /// The day as 2026-08-31; `nil` where a trimmed cell is none.
  static func day(bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count >= 8, bytes.count <= 40 else { return nil }
    var position = 0
    func number(_ digits: ClosedRange<Int>) -> Int? {
      var value = 0
      var count = 0
      while position < bytes.count, bytes[position] &- 0x30 < 10, count < digits.upperBound {
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
        count += 1
      }
      return digits.contains(count) ? value : nil
    }
    func take(_ mark: StaticString) -> Bool {
      let length = mark.utf8CodeUnitCount
      guard position + length <= bytes.count else { return false }
      for offset in 0..<length where bytes[position + offset] != mark.utf8Start[offset] { return false }
      position += length
      return true
    }
    guard let year = number(4...4) else { return nil }
    var isChinese = false
    let mark: StaticString
    if take("-") {
      mark = "-"
    } else if take("/") {
      mark = "/"
    } else if take(".") {
      mark = "."
    } else if take("年") {
      mark = "月"
      isChinese = true
    } else {
      return nil
    }
    guard let month = number(1...2), take(mark), let day = number(1...2) else { return nil }
    if isChinese { _ = take("日") }
    guard isClock(bytes, from: position) else { return nil }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let zeros = year < 10 ? "000" : year < 100 ? "00" : year < 1000 ? "0" : ""
    let written = "\(zeros)\(year)-\(padded(month))-\(padded(day))"
    return ShowDate(written) == nil ? nil : written
  }

  /// Whether nothing but a time of day follows: ` 20:00`, `T20:00:00.000Z`, ` 8:05 PM`.
  private static func isClock(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    if start == bytes.count { return true }
    guard bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "T"), start + 1 < bytes.count else {
      return false
    }
    let rest = bytes[(start + 1)...]
    guard rest.contains(UInt8(ascii: ":")), let first = rest.first, first &- 0x30 < 10 else { return false }
    return rest.allSatisfy { byte in
      byte &- 0x30 < 10 || ":. +-ZAPMapm".utf8.contains(byte)
    }
  }

  /// A range of days, both of them whole: `2026-08-01..2026-08-31`, `..2025-12-31`, or one day.
  static func range(_ text: String) -> DayRange? {
    let text = ScalarText.halfWidth(text)
    if text.contains("...") { return nil }
    let pieces = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false).map {
      ScalarText.trimmed($0)
    }
    if pieces.count == 1 {
      guard let only = day(String(pieces[0])) else { return nil }
      return DayRange(first: only, last: only)
    }
    let first = pieces[0].isEmpty ? "" : day(String(pieces[0]))
    let last = pieces[1].isEmpty ? "9999-12-31" : day(String(pieces[1]))
    guard let first, let last, first <= last, !(pieces[0].isEmpty && pieces[1].isEmpty) else { return nil }
    return DayRange(first: first, last: last)
  }
}

/// Some days, one after another.
struct DayRange: Sendable, Equatable {
  var first: String
  var last: String

  func contains(_ day: String) -> Bool { first <= day && day <= last }
}
