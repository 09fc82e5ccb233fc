/// Tells what a zip archive holds and opens it where that is a workbook.
enum ZippedBook {
  static func open(_ bytes: [UInt8]) throws -> any SheetBook {
    let archive = try ZipArchive(bytes)
    let names = archive.names
    if let mimetype = try archive.part("mimetype", first: 200) {
      let type = String(decoding: mimetype, as: UTF8.self)
      if type.contains("opendocument.spreadsheet") { return try OpenDocument(archive) }
      if type.contains("opendocument") {
        throw ForeignFile(kind: "an OpenDocument text, drawing or talk", advice: FileKind.saveAsTable)
      }
    }
    for (part, kind, advice) in foreign where names.contains(where: { $0.hasPrefix(part) }) {
      throw ForeignFile(kind: kind, advice: advice)
    }
    guard archive.has("[Content_Types].xml") || archive.has("_rels/.rels") || archive.has("xl/workbook.xml")
    else {
      let shown = names.filter { !$0.hasSuffix("/") }
      if shown.isEmpty { throw ForeignFile(kind: "an empty zip archive", advice: FileKind.unpack) }
      let rest = shown.count > 3 ? " and \(shown.count - 3) more" : ""
      throw ForeignFile(
        kind: "a zip archive (\(shown.prefix(3).joined(separator: ", "))\(rest))", advice: FileKind.unpack)
    }
    return try Workbook(archive)
  }

  /// Parts that only other kinds of files have.
  private static let foreign = [
    ("xl/workbook.bin", "a binary Excel workbook (.xlsb)", "open it and save it as .xlsx"),
    ("word/document.xml", "a Word document", FileKind.saveAsTable),
    ("ppt/presentation.xml", "a PowerPoint document", FileKind.saveAsTable),
    ("index/document.iwa", "a document of Numbers, Pages or Keynote", exportFromNumbers),
    ("index.zip", "a document of Numbers, Pages or Keynote", exportFromNumbers),
    ("index.apxl", "a document of Numbers, Pages or Keynote", exportFromNumbers),
    ("index.xml", "a document of Numbers, Pages or Keynote", exportFromNumbers),
  ]

  private static let exportFromNumbers = "open it in Numbers and export it as Excel (.xlsx) or CSV"
}
