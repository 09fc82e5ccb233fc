/// Where the rows of a file are.
struct PlaceOfRows: Sendable {
  var source: String
  var lines: [Int32]
  var pieces: RowPieces
  /// The number that each row had when it was read; `nil` where that is its place.
  var origins: [Int32]?

  private func origin(_ row: Int) -> Int { origins.map { Int($0[row]) } ?? row }

  /// The line of a row; `nil` where there is no such row.
  func line(of row: Int) -> FileLine? {
    guard lines.indices.contains(row) else { return nil }
    return FileLine(Int(lines[row]), of: pieces.name(ofRow: origin(row)))
  }

  func lines(of rows: some Sequence<Int>) -> [FileLine] { rows.compactMap(line) }

  func location(of row: Int) -> SourceLocation {
    guard lines.indices.contains(row) else { return SourceLocation(source: source) }
    return pieces.location(ofRow: origin(row), line: Int(lines[row]), source: source)
  }
}
