/// Takes rows that are no styles out of a table by themselves: rows of sums, and titles of sections, which
/// have one filled cell where the table has several columns.
///
/// They are taken out before any column sees them, so that a title does not make text of a column of numbers.
struct RowSieve {
  /// Rows left out, told by their lines.
  struct Tally {
    private(set) var count = 0
    private(set) var lines: [FileLine] = []
    private(set) var example: String?

    fileprivate mutating func add(line: FileLine, _ text: @autoclosure () -> String) {
      count += 1
      if lines.count < 3 { lines.append(line) }
      if example == nil { example = text() }
    }

    fileprivate func note(_ kind: CatalogNote.Kind) -> CatalogNote? {
      guard count > 0 else { return nil }
      return CatalogNote(
        kind, count: count, lines: lines, example: example.map { .init(written: $0, read: nil) })
    }
  }

  private let isOn: Bool
  /// `nil` where no header could be told to be that of the ids.
  private let id: ColumnSource?
  /// Whether the table has several columns.
  private let hasSeveralColumns: Bool
  /// Which headers have a name: cells under others are no part of the table.
  private let isNamed: [Bool]

  private var totals = Tally()
  private var titles = Tally()
  /// The titles themselves, should most rows turn out to be so.
  private var titleRows = CellBlock()
  /// How many rows that stay came before each title.
  private var titlePlaces: [Int] = []

  init(headers: [String], id: ColumnSource?, keepsTotals: Bool) {
    isOn = !keepsTotals
    self.id = id
    isNamed = headers.map { !CatalogText.normalized($0).isEmpty }
    hasSeveralColumns = isNamed.count(where: \.self) > 1
  }

  /// The rows of a block that stay.
  /// - Parameters:
  ///   - rowsBefore: How many rows stayed of the blocks before.
  ///   - piece: The file or sheet that they are of, where there are several.
  mutating func sift(_ block: CellBlock, rowsBefore: Int, of piece: String? = nil) -> CellBlock {
    guard isOn else { return block }
    var isOut: [Bool] = []
    var kept = rowsBefore
    for row in 0..<block.rowCount {
      guard let isTitle = reasonOut(row, of: block) else {
        kept += 1
        if !isOut.isEmpty { isOut.append(false) }
        continue
      }
      if isOut.isEmpty { isOut = [Bool](repeating: false, count: row) }
      isOut.append(true)
      let line = FileLine(Int(block.lines[row]), of: piece)
      if isTitle {
        titles.add(line: line, block.firstText(ofRow: row))
        block.copyRow(row, to: &titleRows)
        titlePlaces.append(kept)
      } else {
        totals.add(line: line, block.firstText(ofRow: row))
      }
    }
    return isOut.isEmpty ? block : block.without(isOut)
  }

  /// Why a row is no style: whether it is a title, or else a row of sums; `nil` where it may be one.
  private func reasonOut(_ row: Int, of block: CellBlock) -> Bool? {
    var isTotal = false
    var hasID = false
    id?.withCell(of: block, row: row) { cell, _ in
      hasID = true
      isTotal = TotalsWords.contains(cell)
    }
    if !hasID {
      for column in 0..<block.cellCount(ofRow: row) where !isTotal {
        block.withCell(row: row, column: column) { cell, _ in isTotal = TotalsWords.contains(cell) }
      }
    }
    if isTotal { return false }
    return hasSeveralColumns && block.filledCells(ofRow: row, under: isNamed, upTo: 2) == 1 ? true : nil
  }

  // MARK: At the end

  /// The titles and their places among `rowCount` rows that stayed, where most rows are so that they are
  /// none; they then count as rows.
  mutating func takeRows(rowCount: Int) -> (rows: CellBlock, places: [Int])? {
    guard titles.count > rowCount else { return nil }
    defer {
      titleRows = CellBlock()
      titlePlaces = []
      titles = Tally()
    }
    return (titleRows, titlePlaces)
  }

  /// How many rows of sums, and titles of sections, were left out.
  var counts: (totals: Int, titles: Int) { (totals.count, titles.count) }

  var notes: [CatalogNote] {
    [totals.note(.totals), titles.note(.sectionTitles)].compactMap(\.self)
  }
}
