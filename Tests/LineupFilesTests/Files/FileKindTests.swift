import Foundation
import TestSupport
import Testing

@testable import Lineup
@testable import LineupFiles

/// Files that hold no table are named as what they are, whatever their names, with a way out.
@Suite struct FileKindTests {
  private static let foreign: [(name: String, bytes: [UInt8], words: String)] = [
    ("PDF", Array("%PDF-1.7\n%âãÏÓ".utf8), "this is a PDF document, not a table; ask for the table itself"),
    ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D], "a picture (PNG)"),
    ("JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "a picture (JPEG)"),
    ("GIF", Array("GIF89a".utf8) + [1, 0, 1, 0], "a picture (GIF)"),
    ("WebP", Array("RIFF".utf8) + [8, 0, 0, 0] + Array("WEBPVP8 ".utf8), "a picture (WebP)"),
    ("HEIC", [0, 0, 0, 24] + Array("ftypheic".utf8), "a picture or a film"),
    ("gzip", [0x1F, 0x8B, 8, 0, 0, 0], "a gzip archive, not a table; unpack it and name the file inside"),
    ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "a 7z archive"),
    ("RAR", Array("Rar!\u{1A}\u{7}\u{1}".utf8), "a RAR archive"),
    ("SQLite", Array("SQLite format 3\u{0}".utf8), "an SQLite database"),
    ("Parquet", Array("PAR1".utf8) + [0x15, 4], "a Parquet file"),
    ("RTF", Array("{\\rtf1\\ansi a}".utf8), "a text document (RTF)"),
    ("Works", [0xFF, 0, 2, 0, 4, 4, 5, 0x54, 2, 0], "a Works spreadsheet"),
    ("Lotus", [0, 0, 2, 0, 6, 4, 6, 0, 8, 0], "a Lotus 1-2-3 or Works spreadsheet"),
    ("BIFF4", [9, 4, 6, 0, 0, 4, 16, 0], "an Excel workbook of before 1993"),
    ("BIFF5", [9, 8, 8, 0, 0, 5, 5, 0], "an Excel workbook of before 1997"),
    ("zeros", [UInt8](repeating: 0, count: 4000), "a file of no kind that is known here"),
    ("JSON", Array("[\n {\"spu\": \"A\"}]".utf8), "this is JSON, not a table"),
    ("XML", Array("<?xml version=\"1.0\"?><styles><style/></styles>".utf8), "an XML file"),
    (
      "MHTML", Array("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x".utf8),
      "a web archive (MHTML)"
    ),
    (
      "a page without a table", Array("<!DOCTYPE html><p>Please log in</p>".utf8),
      "a web page (HTML) without a table"
    ),
    ("an empty archive", [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), "an empty zip archive"),
    (
      "a zipped file", StoredZip.bytes([("导出/catalog.csv", "spu")]),
      "a zip archive (导出/catalog.csv), not a table; unpack it"
    ),
    (
      "Numbers", StoredZip.bytes([("Index/Document.iwa", "x"), ("preview.jpg", "x")]),
      "export it as Excel (.xlsx) or CSV"
    ),
    (
      "xlsb", StoredZip.bytes([("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")]),
      "a binary Excel workbook (.xlsb), not a table; open it and save it as .xlsx"
    ),
    (
      "Word", StoredZip.bytes([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "x")]),
      "a Word document"
    ),
    (
      "an OpenDocument text", StoredZip.bytes([("mimetype", "application/vnd.oasis.opendocument.text")]),
      "an OpenDocument text"
    ),
    (
      "a workbook with a password", CompoundBytes.file(["EncryptionInfo": [1], "EncryptedPackage": [2]]),
      "it has a password; save it without one"
    ),
    ("an old Word document", CompoundBytes.file(["WordDocument": [1]]), "a Word document"),
    ("a message", CompoundBytes.file(["__properties_version1.0": [1]]), "a message of Outlook"),
    ("an old Works document", CompoundBytes.file(["MatOST": [1]]), "a Works document"),
    (
      "an old workbook of another kind", CompoundBytes.file(["Book": [1]]), "an Excel workbook of before 1997"
    ),
  ]

  @Test(arguments: foreign.indices) func `what holds no table is named`(index: Int) throws {
    let (name, bytes, words) = Self.foreign[index]
    let error = #expect(throws: LineupError.self) { try readCSV(bytes) }
    #expect(error?.description.contains(words) == true, "\(name): \(error?.description ?? "")")
    #expect(error?.problems.first?.location?.source == "c.csv")
    // A tray is read with the same eyes.
    let tray = #expect(throws: LineupError.self) { try TableFile(bytes, source: "t", settings: .init()) }
    #expect(tray?.problems.map(\.kind) == error?.problems.map(\.kind), "\(name)")
  }

  @Test(arguments: [
    ("c.xls", "spu\tprice\tstock\nA\t1\t1\n", "the file is delimited text, though its name ends in .xls"),
    ("c.xlsx", "spu,price,stock\nA,1,1\n", "the file is delimited text, though its name ends in .xlsx"),
    ("c.csv", "spu;price;stock\nA;1;1\n", nil), ("c", "spu;price;stock\nA;1;1\n", nil),
    (
      "c.xls", "<table><tr><td>spu<td>price<td>stock<tr><td>A<td>1<td>1</table>",
      "the file is a web page (HTML)"
    ),
    ("c.html", "<table><tr><td>spu<td>price<td>stock<tr><td>A<td>1<td>1</table>", nil),
  ])
  func `a name that misleads is said`(name: String, text: String, words: String?) throws {
    let catalog = try CatalogFiles.catalog(Array(text.utf8), source: "some.folder/\(name)", settings: .init())
    #expect(catalog.spus == ["A"])
    let notes = catalog.notes.map(\.description).filter { $0.contains("though its name") }
    #expect(notes.count == (words == nil ? 0 : 1))
    if let words { #expect(notes.first?.contains(words) == true) }
  }

  @Test func `a workbook named .xls or .csv is read as what it is`() throws {
    for name in ["c.xls", "c.csv", "c.ods"] {
      let catalog = try CatalogFiles.catalog(
        StoredZip.workbook(StoredZip.rows), source: name, settings: .init())
      #expect(catalog.count == 3)
      #expect(catalog.notes.first?.description.hasPrefix("the file is an .xlsx workbook, though") == true)
    }
  }

  @Test func `files that are larger than a limit are refused before they fill the memory`() throws {
    let folder = try TemporaryFolder()
    let large = try folder.write("spu,price,stock\n", to: "large.csv")
    // Sparse: it takes no room on the disk.
    #expect(truncate(large, (1 << 30) + 1) == 0)
    let catalog = #expect(throws: LineupError.self) { try Catalog(contentsOf: large) }
    #expect(catalog?.description.contains("larger than 1 GiB") == true)
    let endless = #expect(throws: LineupError.self) { try Node(contentsOf: "/dev/zero") }
    #expect(endless?.description.hasPrefix("/dev/zero: the file is larger than 16 MiB") == true)
    let exact = try folder.write("", to: "exact.yaml")
    #expect(truncate(exact, 1 << 24) == 0)
    #expect(try FileBytes.contents(of: exact, limit: .document).count == 1 << 24)
  }
}
