import Lineup

/// The sheets of an .xls workbook of Excel 97 to 2003 ([MS-XLS], BIFF8).
struct BinaryWorkbook: SheetBook {
  static let kind = "an .xls workbook"
  static let endings = ["xls", "xlt", "et"]

  private(set) var sheets: [SheetName] = []
  private var starts: [Int] = []
  private var strings: [[UInt8]] = []
  private var styles = CellStyles()
  private var startsIn1904 = false
  private let bytes: [UInt8]

  /// - Parameter bytes: The stream `Workbook` of the compound file.
  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    var records = BinaryRecords(bytes)
    guard let first = records.next(), first.kind == BinaryRecords.Kind.begin else { throw Self.damaged }
    guard records.number16(first.data.lowerBound) == 0x0600 else {
      throw ForeignFile(kind: "an Excel workbook of before 1997", advice: FileKind.saveAsTable)
    }
    var formats: [Int: String] = [:]
    var formatOfStyle: [Int] = []
    reading: while let record = records.next() {
      let start = record.data.lowerBound
      switch record.kind {
      case BinaryRecords.Kind.end: break reading
      case BinaryRecords.Kind.password:
        throw ZipArchive.Failure(reason: "it has a password; save it without one")
      case BinaryRecords.Kind.dateMode: startsIn1904 = records.number16(start) == 1
      case BinaryRecords.Kind.style: formatOfStyle.append(records.number16(start + 2))
      case BinaryRecords.Kind.format:
        var reader = BinaryTextReader(bytes, [(start + 2)..<max(start + 2, record.data.upperBound)])
        formats[records.number16(start)] = reader.text().map { String(decoding: $0, as: UTF8.self) }
      case BinaryRecords.Kind.sheet where record.data.count > 6 && bytes[start + 5] == 0:
        var reader = BinaryTextReader(bytes, [(start + 6)..<record.data.upperBound])
        let name = reader.text(lengthBytes: 1).map { String(decoding: $0, as: UTF8.self) } ?? ""
        sheets.append(SheetName(name: name, index: starts.count, isHidden: bytes[start + 4] & 3 != 0))
        starts.append(Int(records.number32(start)))
      case BinaryRecords.Kind.sharedTexts:
        readStrings([record.data] + records.continuations())
      default: break
      }
    }
    styles = CellStyles(formatOfStyle: formatOfStyle, formats: formats)
  }

  func read<Value>(
    _ sheet: SheetName, isTop: Bool, _ body: (inout any SheetRows) throws -> Value
  ) throws -> Value {
    var reader = BinarySheet(BinaryRecords(bytes, at: starts[sheet.index]), isTop: isTop)
    var rows: any SheetRows = SheetTable.Rows(try table(&reader))
    return try body(&rows)
  }

  private static let damaged = ZipArchive.Failure(reason: "it is damaged or cut off; was it copied in full?")

  private mutating func readStrings(_ pieces: [Range<Int>]) {
    var reader = BinaryTextReader(bytes, pieces)
    reader.skip(8)
    while let text = reader.text() { strings.append(text) }
  }

  /// The rows of a sheet in order, with cells as texts.
  private func table(_ reader: inout BinarySheet) throws -> SheetTable {
    guard reader.readAll() else { throw Self.damaged }
    var table = SheetTable()
    table.mergedRows = reader.mergedRows
    var row = -1
    var column = -1
    // Cells that share a text stand with the bytes of the first of them.
    var places: [Int: SheetCell] = [:]
    for cell in reader.sortedCells {
      if cell.row != row {
        table.beginRow(cell.row + 1, isHidden: reader.hiddenRows.contains(cell.row))
        (row, column) = (cell.row, -1)
      }
      // A cell that is stored twice counts once.
      guard cell.column > column else { continue }
      column = cell.column
      add(cell, to: &table, &places)
    }
    try table.checkSize()
    return table
  }

  private func add(_ cell: BinarySheet.Cell, to table: inout SheetTable, _ places: inout [Int: SheetCell]) {
    switch cell.value {
    case .shared(let index):
      guard strings.indices.contains(index), !strings[index].isEmpty else { return }
      if let known = places[index] {
        return table.add(at: known.range, column: cell.column, origin: known.origin)
      }
      addText(strings[index], column: cell.column, to: &table)
      places[index] = table.lastCell
    case .text(let text): addText(text, column: cell.column, to: &table)
    case .truth(let isTrue):
      table.add((isTrue ? "true" : "false").utf8, column: cell.column, origin: .text)
    case .error: table.add([], column: cell.column, origin: .error)
    case .number(let number):
      guard number.isFinite else { return table.add([], column: cell.column, origin: .error) }
      if styles.isDate(cell.style), let date = SerialDate.text(number, startsIn1904: startsIn1904) {
        table.add(date.utf8, column: cell.column, origin: .date)
      } else {
        let whole = Int64(exactly: number)
        table.addNumber(Array((whole.map(String.init) ?? number.description).utf8), column: cell.column)
      }
    }
  }

  private func addText(_ text: [UInt8], column: Int, to table: inout SheetTable) {
    let isNumber = text.withUnsafeBufferPointer { $0.count < 32 && NumberText.number($0) != nil }
    table.add(text, column: column, origin: isNumber ? .numberAsText : .text)
  }
}

/// Gathers the cells of one sheet of an .xls workbook, which stand in blocks of rows.
struct BinarySheet {
  enum Value {
    case shared(Int)
    case text([UInt8])
    case number(Double)
    case truth(Bool)
    case error
  }

  struct Cell {
    /// From 0, as the column.
    var row: Int
    var column: Int
    var style: Int
    var value: Value
  }

  private var records: BinaryRecords
  private let isTop: Bool
  private var cells: [Cell] = []
  private(set) var hiddenRows: Set<Int> = []
  private(set) var mergedRows: [ClosedRange<Int>] = []
  /// The cell of a formula whose text follows.
  private var awaited: (row: Int, column: Int, style: Int)?

  /// Rows that are enough to look for a header.
  private static let topRows = 2000

  init(_ records: BinaryRecords, isTop: Bool) {
    self.records = records
    self.isTop = isTop
  }

  /// From top to bottom and from left to right.
  var sortedCells: [Cell] {
    let isSorted = zip(cells, cells.dropFirst()).allSatisfy { ($0.row, $0.column) < ($1.row, $1.column) }
    return isSorted ? cells : cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  /// Reads to the end of the sheet; `false` where it does not begin here.
  mutating func readAll() -> Bool {
    guard let first = records.next(), first.kind == BinaryRecords.Kind.begin else { return false }
    // A chart within the sheet has records of its own.
    var depth = 1
    while depth > 0, let record = records.next() {
      switch record.kind {
      case BinaryRecords.Kind.begin: depth += 1
      case BinaryRecords.Kind.end: depth -= 1
      default: if depth == 1 { take(record) }
      }
      if isTop, let last = cells.last, last.row > Self.topRows { break }
    }
    return true
  }

  private mutating func take(_ record: BinaryRecords.Record) {
    let start = record.data.lowerBound
    let row = records.number16(start)
    let column = records.number16(start + 2)
    let style = records.number16(start + 4)
    func add(_ value: Value) { cells.append(Cell(row: row, column: column, style: style, value: value)) }
    switch record.kind {
    case BinaryRecords.Kind.sharedText: add(.shared(Int(records.number32(start + 6))))
    case BinaryRecords.Kind.number: add(.number(records.double(start + 6)))
    case BinaryRecords.Kind.packedNumber: add(.number(records.packed(start + 6)))
    case BinaryRecords.Kind.packedNumbers:
      for (offset, place) in stride(from: start + 4, to: record.data.upperBound - 6, by: 6).enumerated() {
        cells.append(
          Cell(
            row: row, column: column + offset, style: records.number16(place),
            value: .number(records.packed(place + 2))))
      }
    case BinaryRecords.Kind.text, BinaryRecords.Kind.formattedText:
      guard start + 6 < record.data.upperBound else { return }
      var reader = BinaryTextReader(records.bytes, [(start + 6)..<record.data.upperBound])
      if let text = reader.text() { add(.text(text)) }
    case BinaryRecords.Kind.truthOrError:
      let isError = records.number16(start + 6) >> 8 != 0
      add(isError ? .error : .truth(records.number16(start + 6) & 0xFF != 0))
    case BinaryRecords.Kind.formula:
      guard records.number16(start + 12) == 0xFFFF else { return add(.number(records.double(start + 6))) }
      switch records.number16(start + 6) & 0xFF {
      case 0: awaited = (row, column, style)
      case 1: add(.truth(records.number16(start + 8) & 0xFF != 0))
      case 2: add(.error)
      default: break
      }
    case BinaryRecords.Kind.textOfFormula:
      guard let place = awaited else { return }
      awaited = nil
      var reader = BinaryTextReader(records.bytes, [record.data] + records.continuations())
      if let text = reader.text() {
        cells.append(Cell(row: place.row, column: place.column, style: place.style, value: .text(text)))
      }
    case BinaryRecords.Kind.row:
      let isZero = records.number32(start + 12) & 0x20 != 0
      if isZero || records.number16(start + 6) & 0x7FFF == 0 { hiddenRows.insert(row) }
    case BinaryRecords.Kind.mergedCells:
      for place in stride(from: start + 2, to: record.data.upperBound - 7, by: 8) {
        let (top, bottom) = (records.number16(place), records.number16(place + 2))
        if top <= bottom { mergedRows.append((top + 1)...(bottom + 1)) }
      }
    default: break
    }
  }
}
