import Lineup

/// The sheets of an OpenDocument spreadsheet (.ods; ISO 26300).
struct OpenDocument: SheetBook {
  static let kind = "an OpenDocument spreadsheet (.ods)"
  static let endings = ["ods", "ots"]

  private(set) var sheets: [SheetName] = []
  private var tables: [SheetTable] = []

  init(_ archive: ZipArchive) throws {
    if let manifest = try archive.part("META-INF/manifest.xml"),
      String(decoding: manifest, as: UTF8.self).contains("encryption-data")
    {
      throw ZipArchive.Failure(reason: "it has a password; save it without one")
    }
    guard let content = try archive.part("content.xml") else {
      throw ZipArchive.Failure(reason: "its content is missing")
    }
    try UTF8Text.ofXML(content).withUnsafeBufferPointer { bytes in
      var scanner = XMLScanner(bytes)
      var hiddenStyles: Set<String> = []
      var style: String?
      while case let event = try scanner.next(), event != .finished {
        guard event == .start else { continue }
        if scanner.isNamed("style") { style = scanner.attribute("name") }
        if scanner.isNamed("table-properties"), scanner.attribute("display") == "false", let style {
          hiddenStyles.insert(style)
        }
        guard scanner.isNamed("table") else { continue }
        let name = scanner.attribute("name") ?? "sheet \(tables.count + 1)"
        let isHidden = scanner.attribute("style-name").map(hiddenStyles.contains) ?? false
        var reader = OpenDocumentTable()
        try reader.read(&scanner)
        try reader.table.checkSize()
        sheets.append(SheetName(name: name, index: tables.count, isHidden: isHidden))
        tables.append(reader.table)
      }
    }
  }

  func read<Value>(
    _ sheet: SheetName, isTop: Bool, _ body: (inout any SheetRows) throws -> Value
  ) throws -> Value {
    var rows: any SheetRows = SheetTable.Rows(tables[sheet.index])
    return try body(&rows)
  }
}

/// Reads the rows of one sheet of an OpenDocument spreadsheet.
private struct OpenDocumentTable {
  private(set) var table = SheetTable()
  private var line = 0

  /// A cell of the row that is being read.
  private struct Cell {
    var column: Int
    var text: [UInt8]
    var origin: SheetCell.Origin
    /// In how many columns from that one on it stands.
    var times = 1
  }

  /// Reads up to the end of the table that was begun.
  mutating func read(_ scanner: inout XMLScanner) throws(XMLScanner.Failure) {
    var depth = 1
    while depth > 0 {
      switch try scanner.next() {
      case .finished: throw XMLScanner.Failure()
      case .text: break
      case .end: if scanner.isNamed("table") { depth -= 1 }
      case .start:
        // A table within a cell or a chart is none of the sheet's.
        if scanner.isNamed("table") { depth += 1 }
        if depth == 1, scanner.isNamed("table-row") { try readRow(&scanner) }
      }
    }
  }

  private mutating func readRow(_ scanner: inout XMLScanner) throws(XMLScanner.Failure) {
    let repeated = max(1, scanner.attribute("number-rows-repeated").flatMap { Int($0) } ?? 1)
    let isHidden = scanner.attribute("visibility").map { $0 != "visible" } ?? false
    var cells: [Cell] = []
    var column = 0
    reading: while true {
      switch try scanner.next() {
      case .finished: throw XMLScanner.Failure()
      case .text: break
      case .end: if scanner.isNamed("table-row") { break reading }
      case .start:
        let isCovered = scanner.isNamed("covered-table-cell")
        guard isCovered || scanner.isNamed("table-cell") else { continue }
        let times = max(1, scanner.attribute("number-columns-repeated").flatMap { Int($0) } ?? 1)
        let isMerged = Self.isMerged(scanner)
        if var cell = try readCell(&scanner, column: column, isCovered: isCovered), !isCovered {
          if isMerged { table.mergedRows.append((line + 1)...(line + 1)) }
          cell.times = min(times, SheetScanner.largestColumn - column)
          if cell.times > 0 { cells.append(cell) }
        }
        column = min(column + times, SheetScanner.largestColumn)
      }
    }
    // Empty rows down to the last possible one are stored as one that is repeated.
    if !cells.isEmpty {
      guard line + repeated <= SheetScanner.largestRow else { throw XMLScanner.Failure() }
      table.beginRow(line + 1, isHidden: isHidden)
      for cell in cells { add(cell) }
      for copy in stride(from: 2, through: repeated, by: 1) where !table.isCut {
        table.addRepeatedRow(line + copy, isHidden: isHidden)
      }
    }
    line = min(line + repeated, SheetScanner.largestRow)
  }

  private mutating func add(_ cell: Cell) {
    if cell.origin == .number {
      table.addNumber(cell.text, column: cell.column)
    } else {
      table.add(cell.text, column: cell.column, origin: cell.origin)
    }
    // An empty text is no cell.
    guard let added = table.lastCell, added.column == cell.column, !cell.text.isEmpty || cell.origin == .error
    else { return }
    for copy in stride(from: 1, to: cell.times, by: 1) where !table.isCut {
      table.addRepeated(added, column: cell.column + copy)
    }
  }

  private static func isMerged(_ scanner: XMLScanner) -> Bool {
    let columns = scanner.attribute("number-columns-spanned").flatMap { Int($0) } ?? 1
    let rows = scanner.attribute("number-rows-spanned").flatMap { Int($0) } ?? 1
    return columns > 1 || rows > 1
  }

  /// The cell that begins here, read to its end; `nil` where it is empty.
  private func readCell(
    _ scanner: inout XMLScanner, column: Int, isCovered: Bool
  ) throws(XMLScanner.Failure) -> Cell? {
    let type = scanner.attribute("value-type")
    let value = scanner.attribute("value")
    let date = scanner.attribute("date-value")
    let truth = scanner.attribute("boolean-value")
    var text: [UInt8] = []
    var paragraphs = 0
    var notes = 0
    var isInText = false
    reading: while true {
      switch try scanner.next() {
      case .finished: throw XMLScanner.Failure()
      case .text: if isInText, notes == 0 { scanner.appendText(to: &text) }
      case .start:
        if scanner.isNamed("annotation") { notes += 1 }
        guard notes == 0 else { continue }
        if scanner.isNamed("p") {
          if paragraphs > 0 { text.append(UInt8(ascii: "\n")) }
          paragraphs += 1
          isInText = true
        }
        if scanner.isNamed("s") {
          let count = min(scanner.attribute("c").flatMap { Int($0) } ?? 1, 1000)
          text += [UInt8](repeating: 0x20, count: max(0, count))
        }
        if scanner.isNamed("tab") || scanner.isNamed("line-break") { text.append(0x20) }
      case .end:
        if scanner.isNamed("annotation") { notes = max(0, notes - 1) }
        if scanner.isNamed("p") { isInText = false }
        if scanner.isNamed("table-cell") || scanner.isNamed("covered-table-cell") { break reading }
      }
    }
    switch type {
    case "float", "currency", "percentage":
      guard let value else { break }
      return Cell(column: column, text: Array(value.utf8), origin: .number)
    case "date":
      guard let date else { break }
      let parts = date.split(separator: "T")
      let clock = parts.count > 1 ? parts[1].prefix(5) : "00:00"
      let day = parts.first.map(String.init) ?? ""
      return Cell(
        column: column, text: Array((clock == "00:00" ? day : "\(day) \(clock)").utf8), origin: .date)
    case "boolean":
      guard let truth else { break }
      return Cell(column: column, text: Array(truth.utf8), origin: .text)
    default: break
    }
    if text.isEmpty { return nil }
    if text.starts(with: "#".utf8), Self.errors.contains(String(decoding: text, as: UTF8.self)) {
      return Cell(column: column, text: [], origin: .error)
    }
    let isNumber = text.withUnsafeBufferPointer { $0.count < 32 && NumberText.number($0) != nil }
    return Cell(column: column, text: text, origin: isNumber ? .numberAsText : .text)
  }

  private static let errors: Set<String> = [
    "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!",
  ]
}
