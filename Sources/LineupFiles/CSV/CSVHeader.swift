import Lineup

/// Where the header of delimited text is and what separates its cells.
struct CSVHeader {
  var delimiter: UInt8
  /// Rows above it, blank ones among them.
  var rowsAbove: Int
  /// How many rows make it; those of them that the scenario does not name are skipped.
  var rowCount = 1
  /// How many columns it names.
  var score: Int
  /// Whether the scenario says where it is.
  var isSaid = false

  /// Looks through the first rows with each delimiter; the one with which a row names the most columns
  /// wins, and among equals the one that `CSVDelimiter` finds.
  static func find(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, settings: CatalogSettings)
    -> CSVHeader
  {
    let rows = HeaderRow(settings: settings)
    let usual = CSVDelimiter.detect(bytes, from: start)
    var best = CSVHeader(delimiter: usual, rowsAbove: 0, score: 0)
    for delimiter in [usual] + CSVDelimiter.known.filter({ $0 != usual }) {
      let table = firstRows(bytes, from: start, delimiter: delimiter, count: rows.depth)
      guard let header = rows.find(in: table) else { continue }
      let found = CSVHeader(
        delimiter: delimiter, rowsAbove: header.rows.lowerBound, rowCount: header.rows.count,
        score: rows.score(header.cells), isSaid: settings.header != nil)
      if found.score > best.score || delimiter == usual { best = found }
    }
    return best
  }

  static func firstRows(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, delimiter: UInt8, count: Int
  ) -> [HeaderRow.TopRow] {
    var scanner = CSVScanner(bytes, delimiter: delimiter, from: start)
    var rows: [HeaderRow.TopRow] = []
    while !scanner.isAtEnd, rows.count < count {
      var cells: [String] = []
      var end: CSVScanner.End? = .delimiter
      while end == .delimiter {
        end = try? scanner.nextCell { cell in
          if cells.count < 16_384 { cells.append(String(decoding: cell.prefix(200), as: UTF8.self)) }
        }
      }
      rows.append(HeaderRow.TopRow(number: rows.count + 1, cells: cells))
      if end == nil { break }
    }
    return rows
  }
}
