import Lineup

/// The tables of a web page (HTML), as programs export them under the name .xls.
///
/// Read as browsers do: end tags may be missing, a cell that spans several columns or rows stands in the
/// first of them, a table within a cell is a table of its own.
struct PageTables: TextBook {
  static let kind = "a web page (HTML)"
  static let endings = ["html", "htm"]

  let notes: [CatalogNote]
  /// The largest table first.
  private(set) var sheets: [SheetName] = []
  private var tables: [SheetTable] = []

  init(_ file: TextFile) throws {
    notes = file.notes
    var builder = PageTableBuilder()
    file.bytes.withUnsafeBufferPointer { bytes in
      var scanner = PageScanner(bytes)
      while let event = scanner.next() { builder.take(event) }
    }
    let found = builder.finish()
    tables = found.map(\.table)
    for table in tables { try table.checkSize() }
    sheets = found.enumerated()
      .sorted { ($1.element.table.count, $0.offset) < ($0.element.table.count, $1.offset) }
      .map { SheetName(name: $0.element.caption ?? "table \($0.offset + 1)", index: $0.offset) }
    if tables.isEmpty {
      throw ForeignFile(kind: "a web page (HTML) without a table", advice: FileKind.saveAsTable)
    }
  }

  func read<Value>(
    _ sheet: SheetName, isTop: Bool, _ body: (inout any SheetRows) throws -> Value
  ) throws -> Value {
    var rows: any SheetRows = SheetTable.Rows(tables[sheet.index])
    return try body(&rows)
  }
}

/// Builds tables from the tags and texts of a page.
private struct PageTableBuilder {
  /// A table that is open.
  private struct Open {
    var table = SheetTable()
    var caption: String?
    var isInCaption = false
    var line = 0
    var isHidden = false
    /// The cell that is being read.
    var cell: Cell?
    /// The cells of the row that is being read.
    var cells: [(column: Int, text: [UInt8], isNumber: Bool)] = []
    var nextColumn = 0
    /// Of cells that reach down from rows above: the last row of each, by column.
    var reaching: [Int: Int] = [:]
    var isInRow = false
  }

  private struct Cell {
    var column: Int
    var columns: Int
    var rows: Int
    var text: [UInt8] = []
    /// The number that the page notes beside the text.
    var number: String?

    /// That number, where the text is the same rounded; beside a date or a share stands another one.
    var exactNumber: String? {
      guard let number, let exact = NumberText.number(number) else { return nil }
      let shown = String(decoding: text, as: UTF8.self).filter { $0 != "," && $0 != " " }
      guard let rounded = NumberText.number(shown) else { return nil }
      var unit = 1.0
      for _ in shown.drop(while: { $0 != "." }).dropFirst() { unit /= 10 }
      return abs(rounded - exact) <= 0.500_001 * unit ? number : nil
    }
  }

  private var open: [Open] = []
  private var finished: [(table: SheetTable, caption: String?, place: Int)] = []
  private var places: [Int] = []
  private var count = 0

  mutating func take(_ event: PageScanner.Event) {
    switch event {
    case .text(let text): add(text)
    case .start(let tag): start(tag)
    case .end(let name): end(name)
    }
  }

  /// All tables that have rows, in the order in which they begin.
  mutating func finish() -> [(table: SheetTable, caption: String?)] {
    while !open.isEmpty { closeTable() }
    return finished.filter { $0.table.count > 0 }.sorted { $0.place < $1.place }.map {
      ($0.table, $0.caption)
    }
  }

  private mutating func add(_ text: [UInt8]) {
    guard let last = open.indices.last else { return }
    if open[last].isInCaption {
      open[last].caption = (open[last].caption ?? "") + String(decoding: text, as: UTF8.self)
    } else {
      // Runs of white space are one space across tags too.
      let isRun = text.first == 0x20 && open[last].cell?.text.last == 0x20
      open[last].cell?.text.append(contentsOf: isRun ? text.dropFirst() : text[...])
    }
  }

  private mutating func start(_ tag: PageScanner.Tag) {
    if tag.name == "table" {
      open.append(Open())
      places.append(count)
      count += 1
      return
    }
    guard let last = open.indices.last else { return }
    switch tag.name {
    case "caption": open[last].isInCaption = true
    case "tr":
      closeRow()
      open[last].line += 1
      open[last].isInRow = true
      open[last].isHidden = tag.isHidden
    case "td", "th":
      if !open[last].isInRow { start(PageScanner.Tag(name: "tr")) }
      closeCell()
      beginCell(tag, in: last)
    case "br", "p", "div", "li": add([0x20])
    default: break
    }
  }

  private mutating func end(_ name: String) {
    guard let last = open.indices.last else { return }
    switch name {
    case "table": closeTable()
    case "caption": open[last].isInCaption = false
    case "tr": closeRow()
    case "td", "th": closeCell()
    case "p", "div", "li": add([0x20])
    default: break
    }
  }

  private mutating func beginCell(_ tag: PageScanner.Tag, in table: Int) {
    var column = open[table].nextColumn
    while let reach = open[table].reaching[column], reach >= open[table].line { column += 1 }
    let columns = min(max(1, tag.columns), SheetScanner.largestColumn)
    let rows = min(max(1, tag.rows), SheetScanner.largestRow)
    open[table].cell = Cell(column: column, columns: columns, rows: rows, number: tag.number)
    open[table].nextColumn = column + columns
    let end = min(column + columns, SheetScanner.largestColumn)
    if rows > 1, column < end {
      for covered in column..<end { open[table].reaching[covered] = open[table].line + rows - 1 }
    }
  }

  private mutating func closeCell() {
    guard let last = open.indices.last, let cell = open[last].cell else { return }
    open[last].cell = nil
    guard cell.column < SheetScanner.largestColumn else { return }
    let isFilled = cell.text.contains { $0 != 0x20 }
    if isFilled, cell.columns > 1 || cell.rows > 1 {
      let line = open[last].line
      open[last].table.mergedRows.append(line...(line + cell.rows - 1))
    }
    if let number = cell.exactNumber {
      open[last].cells.append((cell.column, Array(number.utf8), true))
    } else if isFilled {
      open[last].cells.append((cell.column, cell.text, false))
    }
  }

  private mutating func closeRow() {
    guard let last = open.indices.last, open[last].isInRow else { return }
    closeCell()
    open[last].isInRow = false
    open[last].nextColumn = 0
    let cells = open[last].cells
    open[last].cells = []
    if cells.isEmpty { return }
    open[last].table.beginRow(open[last].line, isHidden: open[last].isHidden)
    for cell in cells {
      open[last].table.add(cell.text, column: cell.column, origin: cell.isNumber ? .number : .text)
    }
  }

  private mutating func closeTable() {
    closeRow()
    guard let table = open.popLast(), let place = places.popLast() else { return }
    let caption = table.caption.map { CatalogText.normalized($0) }
    finished.append((table.table, caption?.isEmpty == false ? caption : nil, place))
  }
}
