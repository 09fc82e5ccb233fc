/// The sheets of a workbook (ECMA-376, Office Open XML) and what its cells refer to.
struct Workbook {
  /// A sheet and the part that holds it.
  struct Sheet: Equatable {
    var name: String
    var part: String
    var isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var strings = SharedStrings()
  private(set) var styles = CellStyles()
  /// Whether days are counted from 1904.
  private(set) var startsIn1904 = false
  private let archive: ZipArchive

  init(_ bytes: [UInt8]) throws(ZipArchive.Failure) {
    archive = try ZipArchive(bytes)
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

  /// The XML of a sheet.
  func bytes(of sheet: Sheet) throws(ZipArchive.Failure) -> [UInt8] {
    guard let part = try archive.part(sheet.part) else {
      throw ZipArchive.Failure(reason: "the sheet \"\(sheet.name)\" is missing")
    }
    return part
  }

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
    sheets = found.0.compactMap { sheet in
      guard let relation = relations.first(where: { $0.id == sheet.id }),
        relation.type.hasSuffix("/worksheet")
      else { return nil }
      return Sheet(name: sheet.name, part: relation.target, isHidden: sheet.isHidden)
    }
  }

  private static func parsed<Value>(
    _ part: [UInt8], _ name: String, _ body: (inout XMLScanner) throws(XMLScanner.Failure) -> Value
  ) throws(ZipArchive.Failure) -> Value {
    let value: Value? = part.withUnsafeBufferPointer { bytes in
      var scanner = XMLScanner(bytes)
      return try? body(&scanner)
    }
    guard let value else { throw ZipArchive.Failure(reason: "the part \(name) is damaged") }
    return value
  }
}
