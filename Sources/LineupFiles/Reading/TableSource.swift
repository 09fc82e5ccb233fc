import Lineup

/// A file that holds tables, opened: whatever its name, it is read as what its bytes are.
enum TableSource {
  case text(TextFile)
  case book(any SheetBook)

  /// - Parameter source: The file as the user named it.
  /// - Throws: where the bytes hold no table, with what they are and the way out.
  init(_ bytes: [UInt8], source: String, settings: CatalogSettings) throws(LineupError) {
    let place = SourceLocation(source: source)
    switch FileKind(of: bytes, isText: settings.encoding != nil) {
    case .foreign(let kind, let advice):
      throw LineupError(.foreignFile(kind, advice: advice), at: place)
    case .zip:
      self = .book(try Self.reading(source) { try ZippedBook.open(bytes) })
    case .compound:
      self = .book(try Self.reading(source) { try CompoundBook.open(bytes) })
    case .text:
      let markup = MarkupKind(of: bytes)
      let file = try TextFile(
        bytes, source: source, settings: settings,
        declared: markup == nil ? nil : MarkupKind.charset(in: bytes))
      // Text in UTF-16 shows only now what it is.
      switch markup ?? MarkupKind(of: file.bytes) {
      case nil: self = .text(file)
      case .page: self = .book(try Self.reading(source) { try PageTables(file) })
      case .spreadsheet: self = .book(try Self.reading(source) { try SpreadsheetML(file) })
      case .foreign(let kind, let advice):
        throw LineupError(.foreignFile(kind, advice: advice), at: place)
      }
    }
  }

  /// What was done to open it.
  func notes(source: String) -> [CatalogNote] {
    let name = source.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return encodingNotes }
    let ending = name[name.index(after: dot)...].lowercased()
    let isWorkbookName = ["xls", "xlsx", "xlsm", "xlsb", "ods", "et", "numbers"].contains(ending)
    switch self {
    case .text where isWorkbookName:
      return [CatalogNote(.kind("delimited text", named: ending))] + encodingNotes
    case .book(let book) where !type(of: book).endings.contains(ending):
      let isKnownName = isWorkbookName || ["csv", "tsv", "txt"].contains(ending)
      return (isKnownName ? [CatalogNote(.kind(type(of: book).kind, named: ending))] : []) + encodingNotes
    default: return encodingNotes
    }
  }

  private var encodingNotes: [CatalogNote] {
    switch self {
    case .text(let file): file.notes
    case .book(let book): (book as? any TextBook)?.notes ?? []
    }
  }

  /// Runs what reads a workbook; failures of its format as errors of the file.
  static func reading<Value>(_ source: String, _ body: () throws -> Value) throws(LineupError) -> Value {
    do {
      return try body()
    } catch let error as LineupError {
      throw error
    } catch let failure as ZipArchive.Failure {
      throw LineupError(.brokenWorkbook(failure.reason), at: SourceLocation(source: source))
    } catch let failure as ForeignFile {
      throw LineupError(
        .foreignFile(failure.kind, advice: failure.advice), at: SourceLocation(source: source))
    } catch {
      throw LineupError(.brokenWorkbook("its XML is damaged"), at: SourceLocation(source: source))
    }
  }
}

/// A container holds something else than a workbook that can be read.
struct ForeignFile: Error {
  var kind: String
  var advice: String
}

/// A book that is a text file.
protocol TextBook: SheetBook {
  /// What was done to read its text.
  var notes: [CatalogNote] { get }
}
