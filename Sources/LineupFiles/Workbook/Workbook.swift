/// The sheets of an .xlsx workbook (ECMA-376, Office Open XML) and what its cells refer to.
struct Workbook: SheetBook {
  static let kind = "an .xlsx workbook"
  static let endings = ["xlsx", "xlsm", "xltx", "xltm"]

  private(set) var sheets: [SheetName] = []
  /// The part that holds each sheet.
  private var parts: [String] = []
  private(set) var strings = SharedStrings()
  private(set) var styles = CellStyles()
  /// Whether days are counted from 1904.
  private(set) var startsIn1904 = false
  private let archive: ZipArchive

  init(_ archive: ZipArchive) throws(ZipArchive.Failure) {
    self.archive = archive
    let root = try relations(of: "_rels/.rels", folder: "")
    let main = root.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    let file = main.split(separator: "/").last.map(String.init) ?? main
    guard let part = try archive.part(main) else {
      throw ZipArchive.Failure(reason: "it is a zip archive, but no .xlsx workbook")
    }
    let relations = try relations(of: "\(folder)_rels/\(file).rels", folder: folder)
    try readSheets(part, relations)
    for relation in relations {
      if relation.type.hasSuffix("/sharedStrings"), let part = try archive.part(relation.target) {
        strings = try Self.parsed(part, relation.target) { scanner throws(XMLScanner.Failure) in
          try SharedStrings(&scanner)
        }
      }
      if relation.type.hasSuffix("/styles"), let part = try archive.part(relation.target) {
        styles = try Self.parsed(part, relation.target) { scanner throws(XMLScanner.Failure) in
          try CellStyles(&scanner)
        }
      }
    }
  }

  func read<Value>(
    _ sheet: SheetName, isTop: Bool, _ body: (inout any SheetRows) throws -> Value
  ) throws -> Value {
    let part = parts[sheet.index]
    guard let xml = try archive.part(part, first: isTop ? Self.topBytes : nil) else {
      throw ZipArchive.Failure(reason: "the sheet \"\(sheet.name)\" is missing")
    }
    return try UTF8Text.ofXML(xml).withUnsafeBufferPointer { bytes in
      var rows: any SheetRows = SheetScanner(bytes, of: self, isCut: isTop && bytes.count >= Self.topBytes)
      return try body(&rows)
    }
  }

  /// Bytes of a sheet that hold its first rows, however wide.
  private static let topBytes = 1 << 20

  // MARK: Parts

  private struct Relation {
    var id: String
    var type: String
    var target: String
  }

  private func relations(of name: String, folder: String) throws(ZipArchive.Failure) -> [Relation] {
    guard let part = try archive.part(name) else { return [] }
    return try Self.parsed(part, name) { scanner throws(XMLScanner.Failure) in
      var relations: [Relation] = []
      while case let event = try scanner.next(), event != .finished {
        guard event == .start, scanner.isNamed("Relationship"), let id = scanner.attribute("Id"),
          let target = scanner.attribute("Target")
        else { continue }
        relations.append(
          Relation(
            id: id, type: scanner.attribute("Type") ?? "",
            target: target.hasPrefix("/") ? String(target.dropFirst()) : Self.path(folder + target)))
      }
      return relations
    }
  }

  /// A path without `.` and `..`.
  private static func path(_ path: String) -> String {
    var pieces: [Substring] = []
    for piece in path.split(separator: "/") {
      if piece == ".." { _ = pieces.popLast() } else if piece != "." { pieces.append(piece) }
    }
    return pieces.joined(separator: "/")
  }

  private mutating func readSheets(_ part: [UInt8], _ relations: [Relation]) throws(ZipArchive.Failure) {
    let found = try Self.parsed(part, "workbook") { scanner throws(XMLScanner.Failure) in
      var sheets: [(name: String, id: String, isHidden: Bool)] = []
      var startsIn1904 = false
      while case let event = try scanner.next(), event != .finished {
        guard event == .start else { continue }
        if scanner.isNamed("workbookPr") {
          startsIn1904 = ["1", "true"].contains(scanner.attribute("date1904") ?? "")
        }
        if scanner.isNamed("sheet"), sheets.count < 1000 {
          sheets.append(
            (
              scanner.attribute("name") ?? "", scanner.attribute("id") ?? "",
              scanner.attribute("state").map { $0 != "visible" } ?? false
            ))
        }
      }
      return (sheets, startsIn1904)
    }
    startsIn1904 = found.1
    for sheet in found.0 {
      guard let relation = relations.first(where: { $0.id == sheet.id }),
        relation.type.hasSuffix("/worksheet")
      else { continue }
      sheets.append(SheetName(name: sheet.name, index: parts.count, isHidden: sheet.isHidden))
      parts.append(relation.target)
    }
  }

  private static func parsed<Value>(
    _ part: [UInt8], _ name: String, _ body: (inout XMLScanner) throws(XMLScanner.Failure) -> Value
  ) throws(ZipArchive.Failure) -> Value {
    let value: Value? = UTF8Text.ofXML(part).withUnsafeBufferPointer { bytes in
      var scanner = XMLScanner(bytes)
      return try? body(&scanner)
    }
    guard let value else { throw ZipArchive.Failure(reason: "the part \(name) is damaged") }
    return value
  }
}
