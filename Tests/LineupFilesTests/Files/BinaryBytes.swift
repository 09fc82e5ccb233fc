import Foundation

@testable import LineupFiles

/// An .xls workbook (BIFF8) for tests, written record by record.
enum BinaryBytes {
  /// - Parameter cut: How many bytes of the shared texts stand in each record; at a cut within characters the
  ///   next record begins with how wide they are.
  static func workbook(cuttingTextsAt cut: Int? = nil, hasPassword: Bool = false) -> [UInt8] {
    let texts = ["秋季货盘", "款号", "品名", "直播价", "库存", "上市", "A1", "羊毛 大衣 & Co", "A3", "样衣", "5", "W1"]
    func shared(_ row: Int, _ column: Int, _ text: String) -> [UInt8] {
      let index = texts.firstIndex(of: text) ?? 0
      return record(0xFD, number(row, 2) + number(column, 2) + number(0, 2) + number(index, 4))
    }
    func double(_ row: Int, _ column: Int, _ value: Double, style: Int = 0) -> [UInt8] {
      record(0x0203, number(row, 2) + number(column, 2) + number(style, 2) + bytes(of: value))
    }
    var first = begin(0x10)
    first += record(0x0208, number(3, 2) + number(0, 4) + number(255, 2) + number(0, 4) + number(0x120, 4))
    first += shared(0, 0, "秋季货盘")
    for (column, name) in ["款号", "品名", "直播价", "库存", "上市"].enumerated() { first += shared(1, column, name) }
    first += shared(2, 0, "A1") + shared(2, 1, "羊毛 大衣 & Co") + double(2, 2, 1299.5)
    // 30 as a whole number packed into four bytes; the date in a style of its own.
    first += record(0x027E, number(2, 2) + number(3, 2) + number(0, 2) + number(30 << 2 | 2, 4))
    first += double(2, 4, 46274, style: 1)
    // 10017413 and, times 100, 299; then a text of a formula.
    first += record(0x027E, number(3, 2) + number(0, 2) + number(0, 2) + number(10_017_413 << 2 | 2, 4))
    first += record(0x027E, number(3, 2) + number(2, 2) + number(0, 2) + number(29_900 << 2 | 3, 4))
    first += record(
      0x0006, number(3, 2) + number(3, 2) + number(0, 2) + [0, 0, 0, 0, 0, 0, 0xFF, 0xFF] + number(0, 8))
    first += record(0x0207, number(1, 2) + [0] + Array("5".utf8))
    first += double(3, 4, 46274 + 20.5 / 24, style: 2)
    // Several packed numbers in one record.
    first += shared(5, 0, "A3")
    first += record(
      0x00BD,
      number(5, 2) + number(2, 2) + number(0, 2) + number(15 << 2 | 2, 4) + number(0, 2)
        + number(7 << 2 | 2, 4) + number(3, 2))
    first += shared(5, 6, "样衣") + record(0x000A, [])
    var second = begin(0x10) + shared(0, 0, "款号") + shared(0, 1, "直播价") + shared(0, 2, "库存")
    second += shared(1, 0, "W1") + double(1, 1, 1) + double(1, 2, 1) + record(0x000A, [])

    func globals(_ starts: [Int]) -> [UInt8] {
      var globals = begin(0x05)
      if hasPassword {
        globals += record(0x002F, number(1, 2) + number(1, 2) + [UInt8](repeating: 7, count: 48))
      }
      globals += record(0x041E, number(170, 2) + text("yyyy\"年\"m"))
      for format in [0, 14, 170] {
        globals += record(0x00E0, number(0, 2) + number(format, 2) + [UInt8](repeating: 0, count: 16))
      }
      for (index, name) in ["货盘", "女装"].enumerated() {
        let units = Array(name.utf16)
        globals += record(
          0x0085,
          number(starts[index], 4) + [UInt8(index), 0, UInt8(units.count), 1]
            + units.flatMap { number(Int($0), 2) })
      }
      return globals + sharedTexts(texts, cut) + record(0x000A, [])
    }
    let length = globals([0, 0]).count
    return CompoundBytes.file(["Workbook": globals([length, length + first.count]) + first + second])
  }

  private static func sharedTexts(_ texts: [String], _ cut: Int?) -> [UInt8] {
    var records: [[UInt8]] = [number(texts.count, 4) + number(texts.count, 4)]
    func isFull() -> Bool { cut.map { records[records.count - 1].count >= max($0, 8) } ?? false }
    for text in texts {
      let units = Array(text.utf16)
      if isFull() { records.append([]) }
      // With a run of formatting, which stands behind the characters.
      records[records.count - 1] += number(units.count, 2) + [9] + number(1, 2)
      for unit in units {
        if isFull() { records.append([1]) }
        records[records.count - 1] += number(Int(unit), 2)
      }
      if isFull() { records.append([]) }
      records[records.count - 1] += number(0, 4)
    }
    return records.enumerated().flatMap { record($0.offset == 0 ? 0xFC : 0x3C, $0.element) }
  }

  private static func begin(_ kind: Int) -> [UInt8] {
    record(0x0809, number(0x0600, 2) + number(kind, 2) + number(0, 12))
  }

  private static func text(_ text: String) -> [UInt8] {
    let units = Array(text.utf16)
    return number(units.count, 2) + [1] + units.flatMap { number(Int($0), 2) }
  }

  private static func record(_ kind: Int, _ data: [UInt8]) -> [UInt8] {
    number(kind, 2) + number(data.count, 2) + data
  }

  private static func bytes(of value: Double) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * UInt64($0))) }
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }
}
