/// Counts what was repaired in the cells of a column, with the first few places.
struct RepairTally: Sendable {
  private(set) var count = 0
  private(set) var rows: [Int32] = []
  private(set) var example: CatalogNote.Example?

  private static let placeLimit = 3

  /// Notes a cell; the example is asked for once.
  mutating func add(row: Int, example: () -> CatalogNote.Example) {
    add(row: row)
    if self.example == nil { self.example = example() }
  }

  /// Notes a row.
  mutating func add(row: Int) {
    count += 1
    if rows.count < Self.placeLimit { rows.append(Int32(row)) }
  }

  /// The note of it; `nil` where there was nothing.
  func note(_ kind: CatalogNote.Kind, column: String?, lines: [Int32]) -> CatalogNote? {
    guard count > 0 else { return nil }
    let places = rows.compactMap { $0 < lines.count ? Int(lines[Int($0)]) : nil }
    return CatalogNote(kind, column: column, count: count, lines: places, example: example)
  }
}

/// Everything that was repaired in a column.
struct ColumnRepairs: Sendable {
  var missing = RepairTally()
  var mapped = RepairTally()
  var amounts = RepairTally()
  var features: AmountText.Features = []
  var mostlyNumbers = RepairTally()
  /// Signs of money met, in order.
  var currencies: [String] = []

  func notes(column: String, lines: [Int32]) -> [CatalogNote] {
    var notes = [
      missing.note(.missingWords, column: column, lines: lines),
      mapped.note(.mappedValues, column: column, lines: lines),
      amounts.note(.amounts(.init(features)), column: column, lines: lines),
      mostlyNumbers.note(.mostlyNumbers, column: column, lines: lines),
    ].compactMap(\.self)
    if currencies.count > 1 { notes.append(CatalogNote(.severalCurrencies(currencies), column: column)) }
    return notes
  }

  /// Remembers the sign or code of money in a cell.
  mutating func noteCurrency(in cell: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: cell, as: UTF8.self)
    let sign = text.filter { !$0.isNumber && !$0.isWhitespace && !"+-.,'’%万萬만千천亿億억".contains($0) }
    let known = sign == "￥" ? "¥" : sign == "￦" ? "₩" : sign
    if currencies.count < 4, !sign.isEmpty, sign.count <= 4, !currencies.contains(known) {
      currencies.append(known)
    }
  }
}
