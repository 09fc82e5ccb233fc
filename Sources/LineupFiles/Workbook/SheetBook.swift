import Lineup

/// A file of one or several tables: the sheets of a workbook, the tables of a page.
protocol SheetBook {
  /// In the order of the file; of a page the largest table first.
  var sheets: [SheetName] { get }
  /// What kind of file it is, in words: `an .xlsx workbook`.
  static var kind: String { get }
  /// The endings of names that such files usually have.
  static var endings: [String] { get }
  /// Calls `body` with the rows of a sheet.
  ///
  /// - Parameter isTop: Whether only some rows at the top are wanted; what follows them may be missing.
  func read<Value>(
    _ sheet: SheetName, isTop: Bool, _ body: (inout any SheetRows) throws -> Value
  ) throws -> Value
}

/// A sheet of a workbook, or a table of a page.
struct SheetName: Equatable {
  var name: String
  /// Its place in the file.
  var index: Int
  var isHidden = false
}

/// Walks through the rows of a sheet.
protocol SheetRows {
  /// The current row: its number from 1, its cells from left to right, and their bytes.
  var line: Int { get }
  var cells: [SheetCell] { get }
  var bytes: [UInt8] { get }
  /// Whether a filter or a person hides the current row.
  var isHidden: Bool { get }
  /// Areas of merged cells, as the rows they begin and end in, once all rows are read.
  var mergedRows: [ClosedRange<Int>] { get }
  /// Steps to the next row that has cells; `false` after the last.
  mutating func nextRow() throws -> Bool
}

/// A cell of a row of a sheet.
struct SheetCell {
  /// What a cell's text was in the file.
  enum Origin: UInt8 {
    case text, numberAsText, number, date, error
    /// A whole number of more than 15 digits.
    case longNumber
    /// A formula that no program has computed yet.
    case openFormula
  }

  /// From 0.
  var column: Int
  /// Its text among the row's bytes.
  var range: Range<Int>
  var origin: Origin
}

extension SheetBook {
  /// The first rows of a sheet, as far as a header is looked for.
  func top(of sheet: SheetName, settings: CatalogSettings) throws -> [HeaderRow.TopRow] {
    let header = HeaderRow(settings: settings)
    return try read(sheet, isTop: true) { rows in
      var top: [HeaderRow.TopRow] = []
      while top.count < header.depth, try rows.nextRow() { top.append(rows.topRow) }
      return top
    }
  }
}

extension SheetRows {
  /// The current row as texts.
  var topRow: HeaderRow.TopRow {
    var cells = [String](repeating: "", count: (self.cells.last?.column ?? -1) + 1)
    for cell in self.cells { cells[cell.column] = String(decoding: bytes[cell.range], as: UTF8.self) }
    return HeaderRow.TopRow(number: line, cells: cells)
  }
}

/// A sheet in memory, for kinds of files whose rows do not stand one after the other.
struct SheetTable {
  private var bytes: [UInt8] = []
  private var cells: [SheetCell] = []
  private var lines: [(line: Int, firstCell: Int, isHidden: Bool)] = []
  /// Why cells were left out, where there were too many for the memory.
  private var cut: Cut?
  /// How many cells the file does not hold itself, but says that they repeat others.
  private var repeatedCells = 0
  var mergedRows: [ClosedRange<Int>] = []

  private enum Cut {
    case tooManyCells
    case tooManyRepeated
  }

  private static let largestCount = 20_000_000
  /// A few bytes of a file can say that a cell is repeated through a whole sheet: so many more than it holds are not
  /// believed.
  private static let largestRepeatedCount = 1_000_000
  private static let largestShare = 16

  /// Whether cells were left out because there were too many for the memory.
  var isCut: Bool { cut != nil }

  /// - Throws: where there are more cells than a catalog can have.
  func checkSize() throws(ZipArchive.Failure) {
    switch cut {
    case nil: return
    case .tooManyCells:
      throw ZipArchive.Failure(reason: "a sheet has more than 20 million cells; save it as CSV")
    case .tooManyRepeated:
      throw ZipArchive.Failure(
        reason:
          "a sheet repeats filled cells more than a million times; take out the rows below the table, or save it as CSV"
      )
    }
  }

  /// How many rows it has.
  var count: Int { lines.count }

  /// Begins a row; its number must be above those before it.
  mutating func beginRow(_ line: Int, isHidden: Bool = false) {
    lines.append((line, cells.count, isHidden))
  }

  /// Adds a cell to the row that was begun last; its column must be right of those before it.
  mutating func add(_ text: some Sequence<UInt8>, column: Int, origin: SheetCell.Origin) {
    guard cells.count < Self.largestCount, bytes.count < Int(Int32.max) else {
      cut = .tooManyCells
      return
    }
    let start = bytes.count
    bytes.append(contentsOf: text)
    if bytes.count == start, origin != .error, origin != .openFormula { return }
    cells.append(SheetCell(column: column, range: start..<bytes.count, origin: origin))
  }

  /// Adds a cell with the text of another.
  /// - Parameter text: Where that stands among the bytes.
  mutating func add(at text: Range<Int>, column: Int, origin: SheetCell.Origin) {
    guard cells.count < Self.largestCount else {
      cut = .tooManyCells
      return
    }
    cells.append(SheetCell(column: column, range: text, origin: origin))
  }

  /// The cell that was added last.
  var lastCell: SheetCell? { cells.last }

  /// Adds a cell that the file says is as another.
  mutating func addRepeated(_ cell: SheetCell, column: Int) {
    let own = cells.count - repeatedCells
    guard repeatedCells < max(Self.largestRepeatedCount, own * Self.largestShare)
    else {
      cut = .tooManyRepeated
      return
    }
    repeatedCells += 1
    add(at: cell.range, column: column, origin: cell.origin)
  }

  /// Adds a row that the file says is as the last.
  mutating func addRepeatedRow(_ line: Int, isHidden: Bool) {
    guard let last = lines.last else { return }
    let range = last.firstCell..<cells.count
    beginRow(line, isHidden: isHidden)
    for place in range where !isCut { addRepeated(cells[place], column: cells[place].column) }
  }

  /// Adds a number as it is written, or as a spreadsheet shows it.
  mutating func addNumber(_ text: [UInt8], column: Int) {
    let number = text.withUnsafeBufferPointer { NumberText.number($0) }
    if let long = number.flatMap(LongNumber.text) {
      add(long.utf8, column: column, origin: .longNumber)
    } else {
      add(text, column: column, origin: .number)
    }
  }

  /// Its rows, one after the other.
  struct Rows: SheetRows {
    private let table: SheetTable
    private var next = 0

    init(_ table: SheetTable) { self.table = table }

    private(set) var line = 0
    private(set) var isHidden = false
    private(set) var cells: [SheetCell] = []
    var bytes: [UInt8] { table.bytes }
    var mergedRows: [ClosedRange<Int>] { table.mergedRows }

    mutating func nextRow() -> Bool {
      guard next < table.lines.count else { return false }
      let row = table.lines[next]
      next += 1
      let end = next < table.lines.count ? table.lines[next].firstCell : table.cells.count
      cells.removeAll(keepingCapacity: true)
      cells.append(contentsOf: table.cells[row.firstCell..<end])
      (line, isHidden) = (row.line, row.isHidden)
      return true
    }
  }
}
