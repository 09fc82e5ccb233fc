/// Tells what an OLE compound file holds and opens it where that is a workbook.
enum CompoundBook {
  static func open(_ bytes: [UInt8]) throws -> any SheetBook {
    let file = try CompoundFile(bytes)
    if file.has("EncryptedPackage") {
      throw ZipArchive.Failure(reason: "it has a password; save it without one")
    }
    if let stream = try file.stream("Workbook") { return try BinaryWorkbook(stream) }
    for (stream, kind) in foreign where file.has(stream) {
      throw ForeignFile(kind: kind, advice: FileKind.saveAsTable)
    }
    throw ForeignFile(kind: "an Office file of an old kind", advice: FileKind.saveAsTable)
  }

  private static let foreign = [
    ("Book", "an Excel workbook of before 1997"), ("WordDocument", "a Word document"),
    ("PowerPoint Document", "a PowerPoint document"), ("VisioDocument", "a Visio drawing"),
    ("__properties_version1.0", "a message of Outlook"), ("MatOST", "a Works document"),
    ("CONTENTS", "a Works or Publisher document"),
  ]
}
