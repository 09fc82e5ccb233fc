import Lineup

/// Walks through the rows of a sheet of an .xlsx workbook.
struct SheetScanner: SheetRows {
  private let workbook: Workbook
  private var scanner: XMLScanner
  private var isInData = false

  /// The current row: its number from 1, its cells from left to right, and their bytes.
  private(set) var line = 0
  private(set) var cells: [SheetCell] = []
  private(set) var bytes: [UInt8] = []
  /// Whether a filter or a person hides the current row, or its height is 0.
  private(set) var isHidden = false
  /// Areas of merged cells, as the rows they begin and end in, once all rows are read.
  private(set) var mergedRows: [ClosedRange<Int>] = []

  static let largestRow = 1 << 20
  static let largestColumn = 1 << 14

  /// Whether the sheet goes on behind its bytes.
  private let isCut: Bool

  init(_ sheet: UnsafeBufferPointer<UInt8>, of workbook: Workbook, isCut: Bool = false) {
    self.workbook = workbook
    self.isCut = isCut
    scanner = XMLScanner(sheet)
  }

  mutating func nextRow() throws -> Bool {
    do throws(XMLScanner.Failure) {
      return try findRow()
    } catch {
      if isCut { return false }
      throw error
    }
  }

  private mutating func findRow() throws(XMLScanner.Failure) -> Bool {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    while true {
      switch try scanner.next() {
      case .finished: return false
      case .text: break
      case .end: if scanner.isNamed("sheetData") { isInData = false }
      case .start:
        if scanner.isNamed("sheetData") { isInData = true }
        if scanner.isNamed("mergeCell"), let area = scanner.attribute("ref") { addMerged(area) }
        if isInData, scanner.isNamed("row") {
          let said = scanner.attribute("r").flatMap { Int($0) } ?? line + 1
          guard said > line, said <= Self.largestRow else { throw XMLScanner.Failure() }
          line = said
          isHidden = isTrue("hidden") || scanner.attribute("ht").flatMap { Double($0) } == 0
          try readRow()
          return true
        }
      }
    }
  }

  private mutating func readRow() throws(XMLScanner.Failure) {
    var column = -1
    while true {
      switch try scanner.next() {
      case .finished: throw XMLScanner.Failure()
      case .text: break
      case .end: if scanner.isNamed("row") { return }
      case .start:
        guard scanner.isNamed("c") else { continue }
        let said = scanner.attributeBytes("r").flatMap { Self.column(scanner[$0]) } ?? column + 1
        guard said < Self.largestColumn else { throw XMLScanner.Failure() }
        let isNext = said > column
        column = max(column, said)
        try readCell(column: said, isKept: isNext)
      }
    }
  }

  private mutating func readCell(column: Int, isKept: Bool) throws(XMLScanner.Failure) {
    let type = scanner.attribute("t") ?? "n"
    let style = type == "n" ? scanner.attribute("s").flatMap { Int($0) } ?? 0 : 0
    let start = bytes.count
    var isInValue = false
    var hasFormula = false
    var phonetics = 0
    reading: while true {
      switch try scanner.next() {
      case .finished: throw XMLScanner.Failure()
      case .start:
        if scanner.isNamed("v") || scanner.isNamed("t") { isInValue = true }
        if scanner.isNamed("rPh") { phonetics += 1 }
        if scanner.isNamed("f") { hasFormula = true }
      case .text: if isInValue, phonetics == 0 { scanner.appendText(to: &bytes) }
      case .end:
        if scanner.isNamed("c") { break reading }
        if scanner.isNamed("v") || scanner.isNamed("t") { isInValue = false }
        if scanner.isNamed("rPh") { phonetics = max(0, phonetics - 1) }
      }
    }
    guard isKept, bytes.count > start else {
      bytes.removeLast(bytes.count - start)
      if isKept, hasFormula {
        cells.append(SheetCell(column: column, range: start..<start, origin: .openFormula))
      }
      return
    }
    let origin = resolve(type, style: style, from: start)
    if bytes.count > start || origin == .error {
      cells.append(SheetCell(column: column, range: start..<bytes.count, origin: origin))
    }
  }

  /// Puts the text of the cell in place of its stored value.
  private mutating func resolve(_ type: String, style: Int, from start: Int) -> SheetCell.Origin {
    let stored = bytes[start...].withUnsafeBufferPointer { NumberText.number($0) }
    switch type {
    case "s":
      let range = stored.flatMap { Int(exactly: $0) }.flatMap { workbook.strings.range(of: $0) }
      let isNumber = stored.flatMap { Int(exactly: $0) }.map { number in
        range != nil && workbook.strings.isNumber[number]
      }
      bytes.removeLast(bytes.count - start)
      if let range { workbook.strings.append(range, to: &bytes) }
      return isNumber == true ? .numberAsText : .text
    case "e":
      bytes.removeLast(bytes.count - start)
      return .error
    case "b":
      let isTrue = stored == 1
      bytes.removeLast(bytes.count - start)
      bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
      return .text
    case "str", "inlineStr": return stored == nil ? .text : .numberAsText
    case "d": return .date
    default:
      guard let stored else { return .text }
      if workbook.styles.isDate(style),
        let date = SerialDate.text(stored, startsIn1904: workbook.startsIn1904)
      {
        bytes.removeLast(bytes.count - start)
        bytes.append(contentsOf: date.utf8)
        return .date
      }
      if let long = LongNumber.text(stored) {
        bytes.removeLast(bytes.count - start)
        bytes.append(contentsOf: long.utf8)
        return .longNumber
      }
      // 10017413 may be stored as 1.0017413E7, which would be another id.
      if bytes[start...].contains(where: { $0 | 0x20 == UInt8(ascii: "e") }),
        let whole = Int64(exactly: stored)
      {
        bytes.removeLast(bytes.count - start)
        bytes.append(contentsOf: String(whole).utf8)
      }
      return .number
    }
  }

  private func isTrue(_ attribute: StaticString) -> Bool {
    guard let range = scanner.attributeBytes(attribute) else { return false }
    return scanner[range].elementsEqual("1".utf8) || scanner[range].elementsEqual("true".utf8)
  }

  private mutating func addMerged(_ area: String) {
    let rows = area.split(separator: ":").compactMap { Int($0.drop { !$0.isNumber }) }
    if let first = rows.first, let last = rows.last, first <= last { mergedRows.append(first...last) }
  }

  /// The column of a reference such as `AB12`, from 0.
  private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in reference {
      let letter = byte | 0x20
      guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { break }
      column = column * 26 + Int(letter - UInt8(ascii: "a")) + 1
      if column > largestColumn { return largestColumn }
    }
    return column > 0 ? column - 1 : nil
  }
}
