/// What people write into a cell that has no value.
package enum MissingWords {
  /// Whether a trimmed cell says that there is nothing. Time O(1).
  package static func contains(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count <= longest, let first = cell.first, starts[Int(first)] else { return false }
    return words.contains(String(decoding: cell, as: UTF8.self).lowercased())
  }

  /// Whether a cell has a value.
  static func isFilled(_ cell: String) -> Bool {
    var cell = cell
    return cell.withUTF8(CellBlock.isFilled)
  }

  /// In lower case. `none` and `no` are not among them: they may be answers.
  static let words: Set<String> = [
    "-", "--", "---", "—", "——", "–", "/", "\\", "n/a", "#n/a", "na", "n.a.", "unknown",
    "tbd", "?", "not stocked", "无", "無", "暂无", "没有", "未知", "待定", "空", "없음", "미정", "미상", "해당없음",
  ]

  private static let longest = words.map(\.utf8.count).max() ?? 0
  private static let starts: [Bool] = {
    var starts = [Bool](repeating: false, count: 256)
    for word in words {
      for form in [word, word.uppercased()] {
        if let first = form.utf8.first { starts[Int(first)] = true }
      }
    }
    return starts
  }()
}
