import Lineup

/// A workbook as one XML file (SpreadsheetML 2003), as programs export it under the name .xls.
struct SpreadsheetML: TextBook {
  static let kind = "an XML workbook (SpreadsheetML 2003)"
  static let endings = ["xml"]

  let notes: [CatalogNote]
  private(set) var sheets: [SheetName] = []
  private var tables: [SheetTable] = []

  init(_ file: TextFile) throws {
    notes = file.notes
    try file.bytes.withUnsafeBufferPointer { bytes in
      var scanner = XMLScanner(bytes)
      while case let event = try scanner.next(), event != .finished {
        guard event == .start, scanner.isNamed("Worksheet") else { continue }
        let name = scanner.attribute("Name") ?? "sheet \(tables.count + 1)"
        let table = try Self.table(&scanner)
        try table.rows.checkSize()
        sheets.append(SheetName(name: name, index: tables.count, isHidden: table.isHidden))
        tables.append(table.rows)
      }
    }
  }

  func read<Value>(
    _ sheet: SheetName, isTop: Bool, _ body: (inout any SheetRows) throws -> Value
  ) throws -> Value {
    var rows: any SheetRows = SheetTable.Rows(tables[sheet.index])
    return try body(&rows)
  }

  private static func table(_ scanner: inout XMLScanner) throws -> (rows: SheetTable, isHidden: Bool) {
    var table = SheetTable()
    var line = 0
    var isHidden = false
    var isVisibility = false
    while true {
      switch try scanner.next() {
      case .finished: throw XMLScanner.Failure()
      case .end:
        if scanner.isNamed("Worksheet") { return (table, isHidden) }
        isVisibility = false
      case .text:
        if isVisibility {
          var text: [UInt8] = []
          scanner.appendText(to: &text)
          isHidden = text.starts(with: "SheetHidden".utf8) || text.starts(with: "SheetVeryHidden".utf8)
        }
      case .start:
        isVisibility = scanner.isNamed("Visible")
        guard scanner.isNamed("Row") else { continue }
        let said = scanner.attribute("Index").flatMap { Int($0) } ?? line + 1
        guard said > line, said <= SheetScanner.largestRow else { throw XMLScanner.Failure() }
        line = said
        let isHidden =
          scanner.attribute("Hidden") == "1" || scanner.attribute("Height").flatMap { Double($0) } == 0
        table.beginRow(line, isHidden: isHidden)
        // A row may stand for several without cells.
        let span = scanner.attribute("Span").flatMap { Int($0) } ?? 0
        try readRow(&scanner, line: line, into: &table)
        line = min(line + max(0, span), SheetScanner.largestRow)
      }
    }
  }

  private static func readRow(_ scanner: inout XMLScanner, line: Int, into table: inout SheetTable) throws {
    var column = 0
    var content: [UInt8] = []
    var type = ""
    var isInData = false
    var width = 1
    while true {
      switch try scanner.next() {
      case .finished: throw XMLScanner.Failure()
      case .start:
        if scanner.isNamed("Cell") {
          let said = scanner.attribute("Index").flatMap { Int($0) }.map { $0 - 1 } ?? column
          guard said >= column, said < SheetScanner.largestColumn else { throw XMLScanner.Failure() }
          column = said
          let across = scanner.attribute("MergeAcross").flatMap { Int($0) } ?? 0
          let down = scanner.attribute("MergeDown").flatMap { Int($0) } ?? 0
          width = 1 + min(max(0, across), SheetScanner.largestColumn)
          if across > 0 || down > 0 {
            table.mergedRows.append(line...(line + min(max(0, down), SheetScanner.largestRow)))
          }
          content.removeAll(keepingCapacity: true)
        } else if scanner.isNamed("Data") {
          isInData = true
          type = scanner.attribute("Type") ?? "String"
        }
      case .text: if isInData { scanner.appendText(to: &content) }
      case .end:
        if scanner.isNamed("Row") { return }
        if scanner.isNamed("Data") { isInData = false }
        if scanner.isNamed("Cell") {
          add(content, type: type, column: column, to: &table)
          column += width
        }
      }
    }
  }

  private static func add(_ content: [UInt8], type: String, column: Int, to table: inout SheetTable) {
    switch type {
    case "Number": table.addNumber(content, column: column)
    case "Error": table.add([], column: column, origin: content.isEmpty ? .text : .error)
    case "Boolean":
      table.add((content == [UInt8(ascii: "1")] ? "true" : "false").utf8, column: column, origin: .text)
    case "DateTime":
      // 2026-09-09T20:00:00.000
      let text = String(decoding: content, as: UTF8.self).split(separator: "T")
      let clock = text.count > 1 ? text[1].prefix(5) : "00:00"
      let date = text.first.map(String.init) ?? ""
      table.add((clock == "00:00" ? date : "\(date) \(clock)").utf8, column: column, origin: .date)
    default:
      let isNumber = content.withUnsafeBufferPointer { $0.count < 32 && NumberText.number($0) != nil }
      table.add(content, column: column, origin: isNumber ? .numberAsText : .text)
    }
  }
}
