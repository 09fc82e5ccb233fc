/// Some rows of cells as a reader finds them: places in its bytes, so that columns can take them one
/// after the other or all at once. Rows without text are left out.
package struct CellBlock {
  /// The bytes that most cells stand in; they must outlive the block.
  private let source: UnsafeBufferPointer<UInt8>
  /// The bytes of cells that stand elsewhere, such as those with doubled quotes.
  private var copies: [UInt8] = []
  /// Where each cell begins in `source`, or from -1 down in `copies`.
  private var starts: [Int] = []
  private var counts: [Int32] = []
  /// Which cells a workbook holds as numbers; empty where the text of all was written by someone.
  private var areStored: [Bool] = []
  /// The first cell of each row, and the end of the last.
  private var rowStarts: [Int32] = [0]
  private var rowHasText = false
  /// Which rows have fewer cells than headers; empty where none has.
  private var areShort: [Bool] = []
  /// The line of each row in the file.
  private(set) var lines: [Int32] = []

  /// What stands beside the table.
  private(set) var cellsBesideTable = CellsBesideTable()
  /// Which columns make a row; cells of others are beside the table.
  private let columns: TableColumns

  private static let usualCells = 1 << 16

  /// - Parameters:
  ///   - source: Bytes that cells may stand in; empty where all are to be copied.
  ///   - columns: Which columns have a header.
  package init(
    over source: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
    columns: TableColumns = TableColumns()
  ) {
    self.source = source
    self.columns = columns
  }

  /// How many rows have text.
  package var rowCount: Int { lines.count }
  /// Whether it is time to hand the rows on.
  package var isFull: Bool { starts.count >= Self.usualCells || copies.count >= 1 << 22 }
  /// Whether the rows are so few that they are not worth another thread.
  var isSmall: Bool { starts.count < Self.usualCells / 8 }

  /// Forgets all rows.
  package mutating func removeAll() {
    copies.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    areStored.removeAll(keepingCapacity: true)
    rowStarts.removeAll(keepingCapacity: true)
    rowStarts.append(0)
    areShort.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    cellsBesideTable = CellsBesideTable()
  }

  /// Adds the next cell of the row that is being read: UTF-8, with or without white space around it.
  package mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    let cell = CatalogText.trimmed(cell)
    guard let begin = cell.baseAddress, !cell.isEmpty else {
      starts.append(0)
      counts.append(0)
      return
    }
    if !rowHasText { rowHasText = columns.contains(starts.count - Int(rowStarts[lines.count])) }
    if let base = source.baseAddress, begin >= base, begin < base + source.count {
      starts.append(begin - base)
    } else {
      starts.append(~copies.count)
      copies.append(contentsOf: cell)
    }
    counts.append(Int32(truncatingIfNeeded: cell.count))
  }

  /// Adds a cell of a row that has gaps; `column` counts from 0 and rises from cell to cell. White space
  /// alone is no cell.
  /// - Parameter isStored: Whether the file holds a number and not a text that is to be read as one, so
  ///   that `1.234` can be nothing else.
  package mutating func append(
    _ cell: UnsafeBufferPointer<UInt8>, column: Int, isStored: Bool = false
  ) {
    if CatalogText.trimmed(cell).isEmpty { return }
    while starts.count - Int(rowStarts[lines.count]) < column {
      starts.append(0)
      counts.append(0)
    }
    append(cell)
    guard isStored else { return }
    areStored.append(contentsOf: repeatElement(false, count: counts.count - areStored.count))
    areStored[counts.count - 1] = true
  }

  /// Ends the row that is being read, which began in `line` of the file.
  package mutating func endRow(line: Int) {
    if !columns.haveAllHeaders { noteCellsBesideTable(line: line) }
    guard rowHasText else {
      let first = Int(rowStarts[lines.count])
      starts.removeLast(starts.count - first)
      counts.removeLast(counts.count - first)
      areStored.removeLast(max(0, areStored.count - first))
      return
    }
    lines.append(Int32(truncatingIfNeeded: line))
    rowStarts.append(Int32(starts.count))
    rowHasText = false
  }

  /// Counts what the row that is being read has beside the table.
  private mutating func noteCellsBesideTable(line: Int) {
    let first = Int(rowStarts[lines.count])
    for place in first..<starts.count where counts[place] > 0 && !columns.contains(place - first) {
      let example =
        cellsBesideTable.count == 0
        ? copies.withUnsafeBufferPointer { CatalogText.string(cell(place, $0)) } : ""
      cellsBesideTable.add(line: line, example: example)
    }
  }

  /// How many cells a row has, empty ones among them.
  func cellCount(ofRow row: Int) -> Int { Int(rowStarts[row + 1] - rowStarts[row]) }

  /// Whether a row has fewer cells than its file has headers.
  func isShort(_ row: Int) -> Bool { row < areShort.count && areShort[row] }

  /// Looks which rows have fewer cells than there are headers, those at the end without a name aside.
  package mutating func noteShortRows(below headers: [String]) {
    areShort.removeAll(keepingCapacity: true)
    let cells = (headers.lastIndex { !CatalogText.normalized($0).isEmpty } ?? -1) + 1
    guard lines.indices.contains(where: { cellCount(ofRow: $0) < cells }) else { return }
    areShort = lines.indices.map { cellCount(ofRow: $0) < cells }
  }

  /// Calls `body` with each cell of a column that is not empty, its row, and whether the file holds it as
  /// a number.
  func forEachCell(
    ofColumn column: Int,
    _ body: (_ row: Int, _ cell: UnsafeBufferPointer<UInt8>, _ isStored: Bool) -> Void
  ) {
    copies.withUnsafeBufferPointer { copies in
      for row in lines.indices {
        let place = Int(rowStarts[row]) + column
        guard place < rowStarts[row + 1], counts[place] > 0 else { continue }
        body(row, cell(place, copies), isStored(place))
      }
    }
  }

  /// The text of a cell.
  func text(row: Int, column: Int) -> String {
    copies.withUnsafeBufferPointer { CatalogText.string(cell(Int(rowStarts[row]) + column, $0)) }
  }

  /// Whether the file holds a cell as a number.
  private func isStored(_ place: Int) -> Bool { place < areStored.count && areStored[place] }

  private func cell(_ place: Int, _ copies: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let start = starts[place]
    return start >= 0
      ? UnsafeBufferPointer(rebasing: source[start..<(start + Int(counts[place]))])
      : UnsafeBufferPointer(rebasing: copies[~start..<(~start + Int(counts[place]))])
  }
}

// MARK: - Single rows

extension CellBlock {
  /// Whether a cell has a value: something else than `-` and its like.
  package static func isFilled(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    ColumnSource.isFilled(CatalogText.trimmed(cell))
  }

  /// Those of some columns in which some row has a value.
  /// - Parameter columns: The column of the catalog that each is; `nil` where they are the same.
  package func filledColumns(among wanted: Set<Int>, columns: [Int]?) -> Set<Int> {
    var found: Set<Int> = []
    for column in 0..<(lines.indices.map { cellCount(ofRow: $0) }.max() ?? 0) {
      let place = columns.map { column < $0.count ? $0[column] : -1 } ?? column
      guard wanted.contains(place), !found.contains(place) else { continue }
      for row in lines.indices where !found.contains(place) {
        withCell(row: row, column: column) { cell, _ in
          if ColumnSource.isFilled(cell) { found.insert(place) }
        }
      }
    }
    return found
  }

  /// Calls `body` with a cell, unless it is empty.
  func withCell(
    row: Int, column: Int, _ body: (_ cell: UnsafeBufferPointer<UInt8>, _ isStored: Bool) -> Void
  ) {
    let place = Int(rowStarts[row]) + column
    guard column >= 0, place < rowStarts[row + 1], counts[place] > 0 else { return }
    copies.withUnsafeBufferPointer { body(cell(place, $0), isStored(place)) }
  }

  /// The hash of each row: rows that are equal in every cell have the same, and others of one style another.
  func rowHashes() -> [RowHash] {
    copies.withUnsafeBufferPointer { copies in
      lines.indices.map { row in
        var hash = RowHash()
        let first = Int(rowStarts[row])
        for place in first..<Int(rowStarts[row + 1]) where counts[place] > 0 {
          hash.add(cell(place, copies), column: place - first)
        }
        return hash
      }
    }
  }

  /// The block with its cells in other columns.
  /// - Parameter columns: The column that each of its columns becomes; those behind them move by `beside`.
  package func rearranged(_ columns: [Int], beside: Int, table: TableColumns) -> CellBlock {
    var block = CellBlock(over: source, columns: table)
    block.copies = copies
    for row in lines.indices {
      let cells = Int(rowStarts[row])..<Int(rowStarts[row + 1])
      let first = block.starts.count
      for place in cells where counts[place] > 0 {
        let old = place - cells.lowerBound
        let column = old < columns.count ? columns[old] : beside + old
        while block.starts.count - first <= column {
          block.starts.append(0)
          block.counts.append(0)
        }
        if table.contains(column) { block.rowHasText = true }
        block.starts[first + column] = starts[place]
        block.counts[first + column] = counts[place]
        if isStored(place) {
          block.areStored.append(
            contentsOf: repeatElement(false, count: max(0, first + column + 1 - block.areStored.count)))
          block.areStored[first + column] = true
        }
      }
      let rowsBefore = block.lines.count
      block.endRow(line: Int(lines[row]))
      if !areShort.isEmpty, block.lines.count > rowsBefore { block.areShort.append(isShort(row)) }
    }
    return block
  }

  /// How many cells of a row are filled under headers that `isNamed`, counted up to a limit.
  func filledCells(ofRow row: Int, under isNamed: [Bool], upTo limit: Int) -> Int {
    let first = Int(rowStarts[row])
    var filled = 0
    for column in 0..<min(cellCount(ofRow: row), isNamed.count)
    where counts[first + column] > 0 && isNamed[column] {
      filled += 1
      if filled == limit { break }
    }
    return filled
  }

  /// The text of the first cell of a row that is filled.
  func firstText(ofRow row: Int) -> String {
    let first = Int(rowStarts[row])
    let column = (0..<cellCount(ofRow: row)).first { counts[first + $0] > 0 }
    return column.map { text(row: row, column: $0) } ?? ""
  }

  /// Adds a row to a block that outlives the bytes of this one.
  func copyRow(_ row: Int, to other: inout CellBlock) {
    for column in 0..<cellCount(ofRow: row) {
      let isStored = isStored(Int(rowStarts[row]) + column)
      withCell(row: row, column: column) { cell, _ in
        other.append(cell, column: column, isStored: isStored)
      }
    }
    other.endRow(line: Int(lines[row]))
  }

  /// The block without some rows.
  func without(_ isOut: [Bool]) -> CellBlock {
    var block = self
    block.starts.removeAll(keepingCapacity: true)
    block.counts.removeAll(keepingCapacity: true)
    block.areStored.removeAll(keepingCapacity: true)
    block.rowStarts = [0]
    block.areShort.removeAll(keepingCapacity: true)
    block.lines.removeAll(keepingCapacity: true)
    for row in lines.indices where !isOut[row] {
      let cells = Int(rowStarts[row])..<Int(rowStarts[row + 1])
      block.starts.append(contentsOf: starts[cells])
      block.counts.append(contentsOf: counts[cells])
      if !areStored.isEmpty { block.areStored.append(contentsOf: cells.map(isStored)) }
      block.rowStarts.append(Int32(block.starts.count))
      block.lines.append(lines[row])
      if !areShort.isEmpty { block.areShort.append(areShort[row]) }
    }
    return block
  }
}
