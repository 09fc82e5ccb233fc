/// Where the cells of a column come from: a column of the file, or several that a form makes one of.
struct ColumnSource: Sendable {
  enum Making: Sendable, Equatable {
    case cell
    case first
    /// Added up by the builders of its columns.
    case sum
    case part(Int, by: String)
    case before(String)
    case after(String)
    case join(String)
  }

  var making: Making
  /// The columns of the file that it reads.
  var columns: [Int]
  /// For each of them the spellings of its cells and the value each stands for, as `values` says by header.
  var spellings: [[String: String]]

  init(_ making: Making, _ columns: [Int]) {
    self.making = making
    self.columns = columns
    spellings = [[String: String]](repeating: [:], count: columns.count)
  }

  /// Whether cells are those of one column as they are.
  var isPlain: Bool { making == .cell && spellings[0].isEmpty }

  /// The column by which it stands in the order of the file.
  var place: Int { columns.first ?? Int.max }

  /// Calls `body` with each cell that is not empty, its row, and whether the file holds it as a number.
  func forEachCell(
    of block: CellBlock,
    _ body: (_ row: Int, _ cell: UnsafeBufferPointer<UInt8>, _ isStored: Bool) -> Void
  ) {
    if isPlain { return block.forEachCell(ofColumn: columns[0], body) }
    for row in 0..<block.rowCount { withCell(of: block, row: row) { body(row, $0, $1) } }
  }

  /// Calls `body` with the cell of a row, unless it is empty.
  func withCell(
    of block: CellBlock, row: Int,
    _ body: (_ cell: UnsafeBufferPointer<UInt8>, _ isStored: Bool) -> Void
  ) {
    switch making {
    case .cell, .first:
      for position in columns.indices {
        var isFound = false
        block.withCell(row: row, column: columns[position]) { cell, isStored in
          let spelling = spellings[position].isEmpty ? nil : spelling(of: cell, at: position)
          // What says that there is nothing is no value, unless `values` gives it one.
          if spelling == nil, making == .first, !Self.isFilled(cell) { return }
          isFound = true
          guard var spelling else { return body(cell, isStored) }
          spelling.withUTF8 { body($0, false) }
        }
        if isFound { return }
      }
    case .sum: return
    case .part(let position, let by):
      guard let text = text(of: block, row: row, at: 0) else { return }
      let parts = text.split(separator: by, omittingEmptySubsequences: false)
      let index = position > 0 ? position - 1 : parts.count + position
      if parts.indices.contains(index) { call(body, String(parts[index])) }
    case .before(let mark):
      guard let text = text(of: block, row: row, at: 0) else { return }
      call(body, text.firstRange(of: mark).map { String(text[..<$0.lowerBound]) } ?? text)
    case .after(let mark):
      guard let text = text(of: block, row: row, at: 0), let range = text.firstRange(of: mark) else { return }
      call(body, String(text[range.upperBound...]))
    case .join(let between):
      let texts = columns.indices.compactMap { text(of: block, row: row, at: $0) }
      if !texts.isEmpty { call(body, texts.joined(separator: between)) }
    }
  }

  private func call(_ body: (UnsafeBufferPointer<UInt8>, Bool) -> Void, _ text: String) {
    var text = CatalogText.normalized(text)
    if text.isEmpty { return }
    text.withUTF8 { body($0, false) }
  }

  /// The text of one of its columns; `nil` where it is missing.
  private func text(of block: CellBlock, row: Int, at position: Int) -> String? {
    var text: String?
    block.withCell(row: row, column: columns[position]) { cell, _ in
      if !spellings[position].isEmpty, let spelling = spelling(of: cell, at: position) {
        text = spelling
      } else if Self.isFilled(cell) {
        text = CatalogText.string(SafeText.unmarked(cell).cell)
      }
    }
    return text
  }

  private func spelling(of cell: UnsafeBufferPointer<UInt8>, at position: Int) -> String? {
    spellings[position][CatalogText.string(SafeText.unmarked(cell).cell)]
  }

  static func isFilled(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = SafeText.unmarked(cell).cell
    return !cell.isEmpty && !MissingWords.contains(cell)
  }
}
