/// What kind of file some bytes are, by how they begin and never by a name.
enum FileKind: Equatable {
  /// A zip archive, as newer workbooks are.
  case zip
  /// An OLE compound file, as workbooks of before 2007 and those with a password are.
  case compound
  /// Text, as far as the first bytes tell.
  case text
  /// Something that holds no table that can be read: what it is, and the way out.
  case foreign(String, advice: String)

  /// - Parameter isText: Whether a person says so, by naming an encoding.
  init(of bytes: [UInt8], isText: Bool = false) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .compound
    } else if let known = Self.signatures.first(where: { $0.matches(bytes) }) {
      self = .foreign(known.kind, advice: known.advice)
    } else if !isText, Self.isBinary(bytes) {
      self = .foreign("a file of no kind that is known here, and no text", advice: Self.saveAsTable)
    } else {
      self = .text
    }
  }

  static let saveAsTable = "save the table as .xlsx or as CSV"
  static let unpack = "unpack it and name the file inside"
  static let askForTable = "ask for the table itself, as .xlsx or CSV"

  /// Bytes that begin a kind of file.
  private struct Signature {
    var kind: String
    var advice: String
    var bytes: [UInt8?]
    var offset = 0

    init(_ kind: String, _ advice: String, _ bytes: [UInt8?], at offset: Int = 0) {
      (self.kind, self.advice, self.bytes, self.offset) = (kind, advice, bytes, offset)
    }

    init(_ kind: String, _ advice: String, _ text: String, at offset: Int = 0) {
      self.init(kind, advice, text.utf8.map { $0 }, at: offset)
    }

    func matches(_ file: [UInt8]) -> Bool {
      guard file.count >= offset + bytes.count else { return false }
      return bytes.indices.allSatisfy { bytes[$0] == nil || bytes[$0] == file[offset + $0] }
    }
  }

  private static let signatures: [Signature] = [
    Signature("a PDF document", askForTable, "%PDF-"),
    Signature("a picture (PNG)", askForTable, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    Signature("a picture (JPEG)", askForTable, [0xFF, 0xD8, 0xFF]),
    Signature("a picture (GIF)", askForTable, "GIF8"),
    Signature(
      "a picture (WebP)", askForTable,
      [0x52, 0x49, 0x46, 0x46, nil, nil, nil, nil, 0x57, 0x45, 0x42, 0x50]),
    Signature("a picture (TIFF)", askForTable, [0x49, 0x49, 0x2A, 0x00]),
    Signature("a picture (TIFF)", askForTable, [0x4D, 0x4D, 0x00, 0x2A]),
    Signature(
      "a picture (BMP)", askForTable, [0x42, 0x4D, nil, nil, nil, nil, 0, 0, 0, 0, nil, nil, 0, 0]),
    Signature(
      "a picture or a film (HEIC, MP4)", askForTable, [0, 0, nil, nil, 0x66, 0x74, 0x79, 0x70]),
    Signature("a text document (RTF)", saveAsTable, "{\\rtf"),
    Signature("a gzip archive", unpack, [0x1F, 0x8B, 0x08]),
    Signature("a bzip2 archive", unpack, [0x42, 0x5A, 0x68, nil, 0x31, 0x41, 0x59, 0x26]),
    Signature("an xz archive", unpack, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    Signature("a 7z archive", unpack, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    Signature("a RAR archive", unpack, "Rar!\u{1A}\u{7}"),
    Signature("a Zstandard archive", unpack, [0x28, 0xB5, 0x2F, 0xFD]),
    Signature("an SQLite database", saveAsTable, "SQLite format 3\u{0}"),
    Signature("an Access database", saveAsTable, "Standard Jet DB", at: 4),
    Signature("an Access database", saveAsTable, "Standard ACE DB", at: 4),
    Signature("a Parquet file", saveAsTable, "PAR1"),
    Signature("a Works spreadsheet", saveAsTable, [0xFF, 0x00, 0x02, 0x00]),
    Signature("a Lotus 1-2-3 or Works spreadsheet", saveAsTable, [0x00, 0x00, 0x02, 0x00]),
    Signature("a Lotus 1-2-3 spreadsheet", saveAsTable, [0x00, 0x00, 0x1A, 0x00]),
    Signature("an Excel workbook of before 1993", saveAsTable, [0x09, 0x00, 0x04, 0x00]),
    Signature("an Excel workbook of before 1993", saveAsTable, [0x09, 0x02, 0x06, 0x00]),
    Signature("an Excel workbook of before 1993", saveAsTable, [0x09, 0x04, 0x06, 0x00]),
    Signature("an Excel workbook of before 1997", saveAsTable, [0x09, 0x08, 0x08, 0x00]),
    Signature("an Excel workbook of before 1997", saveAsTable, [0x09, 0x08, 0x10, 0x00]),
  ]

  /// Whether many of the first bytes are such as no text in any encoding has. UTF-16 without a mark has
  /// zeros, but on one side of its pairs only.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    let sample = bytes.prefix(4096)
    let odd = sample.count {
      ($0 < 0x20 && !(0x07...0x0D).contains($0) && $0 != 0x1A && $0 != 0x1B) || $0 == 0x7F
    }
    return odd * 10 > sample.count && EncodingGuess.utf16(bytes) == nil
  }
}
