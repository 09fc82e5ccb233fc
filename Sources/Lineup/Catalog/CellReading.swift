/// How the cells of a numeric column are read, so that a text elsewhere means the same number as in a cell.
struct CellReading: Sendable {
  /// Whether the column is one of the file's own.
  var isOwnColumn: Bool
  /// What stands before decimals where a text can be read in two ways; `nil` where nothing says it.
  var mark: DecimalMark?
  /// Spellings of cells and the value each stands for.
  var spellings: [String: String]

  /// The number that a cell with this text has; `nil` where it has none.
  func number(_ text: String) -> Double? {
    var cell = CatalogText.normalized(text)
    if let value = spellings[cell] { return NumberText.number(value) }
    let reading = cell.withUTF8 { AmountText.read($0, isOwnColumn: isOwnColumn) }
    guard let reading else { return nil }
    if !reading.isOpen { return reading.number }
    return mark.map { $0 == .point ? reading.number : reading.withComma }
  }
}

extension CatalogColumn {
  /// What a condition on a column of numbers asks for: a number, a range, or a text that reads as its
  /// cells do (`10k+ sold recently`).
  package func bounds(reading text: String) throws(Bounds.ReadingError) -> Bounds {
    do throws(Bounds.ReadingError) {
      return try Bounds(reading: text, shares: false)
    } catch .notARange {
      guard let number = reading?.number(text) else { throw .notARange }
      return Bounds(lower: number, upper: number)
    }
  }
}
