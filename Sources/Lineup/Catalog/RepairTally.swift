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
  func note(_ kind: CatalogNote.Kind, column: String?, _ place: PlaceOfRows) -> CatalogNote? {
    guard count > 0 else { return nil }
    return CatalogNote(
      kind, column: column, count: count, lines: place.lines(of: rows.map(Int.init)), example: example)
  }
}

/// Everything that was repaired in a column.
struct ColumnRepairs: Sendable {
  var missing = RepairTally()
  var mapped = RepairTally()
  var amounts = RepairTally()
  var markedText = RepairTally()
  var spellings = RepairTally()
  var features: AmountText.Features = []
  var mostlyNumbers = RepairTally()
  /// Cells that something else had to settle, and what that was.
  var settled: (tally: RepairTally, mark: DecimalMark, by: CatalogNote.MarkProof)?
  /// Cells of a column that is text because nothing says how to read them.
  var open = RepairTally()
  /// Whether the scenario says how to read open cells where there are none.
  var hasIdleMark = false
  /// The kinds of money met, in order.
  private var currencies: [UInt8] = []

  func notes(column: String, _ place: PlaceOfRows) -> [CatalogNote] {
    var notes = [
      missing.note(.missingWords, column: column, place),
      markedText.note(.markedText, column: column, place),
      mapped.note(.mappedValues, column: column, place),
      spellings.note(.spellings, column: column, place),
      amounts.note(.amounts(.init(features)), column: column, place),
      mostlyNumbers.note(.mostlyNumbers, column: column, place),
      settled.flatMap { $0.tally.note(.settledNumbers($0.mark, $0.by), column: column, place) },
      open.note(.openNumbers, column: column, place),
      hasIdleMark ? CatalogNote(.idleMark, column: column) : nil,
    ].compactMap(\.self)
    if currencies.count > 1 {
      let names = currencies.map(AmountVocabulary.currencyName)
      notes.append(CatalogNote(.severalCurrencies(names), column: column))
    }
    return notes
  }

  /// Remembers the money that a cell is in.
  mutating func note(currency: UInt8) {
    if !currencies.contains(currency) { currencies.append(currency) }
  }
}
