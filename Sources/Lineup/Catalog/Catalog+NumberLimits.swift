extension Catalog {
  /// The catalog with its canonical columns of numbers within what can be reckoned with: a cell next to 0,
  /// as subtracting leaves it in a spreadsheet, is 0, and that is noted.
  /// - Throws: for each column with cells that are too large, the first of them.
  /// - Complexity: O(styles x canonical columns of numbers).
  consuming func withinLimits() throws(LineupError) -> Catalog {
    var problems: [Problem] = []
    var found: [CatalogNote] = []
    for position in columns.indices where columns[position].canonical != nil {
      guard case .numbers(var numbers) = columns[position].values else { continue }
      let name = columns[position].header ?? columns[position].name
      let huge = numbers.indices.filter { abs(numbers[$0]) > NumberLimits.greatest }
      if let first = huge.first {
        let more =
          huge.count > 1
          ? " (so \(huge.count == 2 ? "is" : "are") \(FigureText.counted(huge.count - 1, "cell")) more)" : ""
        problems.append(
          Problem(
            .outOfRange(key: name, text: plain(numbers[first]), expected: "1e15 or less in size\(more)"),
            at: location(ofRow: first)))
      }
      let tiny = numbers.indices.filter { numbers[$0] != 0 && abs(numbers[$0]) < NumberLimits.least }
      guard let first = tiny.first else { continue }
      found.append(
        CatalogNote(
          .nextToZero, column: name, count: tiny.count, lines: place.lines(of: tiny.prefix(3)),
          example: .init(written: plain(numbers[first]), read: "0")))
      for row in tiny { numbers[row] = 0 }
      columns[position].values = .numbers(numbers)
    }
    if !problems.isEmpty { throw LineupError(problems) }
    return found.isEmpty ? self : adding(found)
  }
}
