import Lineup

extension Catalog {
  /// Reads a catalog file: delimited text in any usual encoding, or a workbook (.xlsx).
  ///
  /// - Parameters:
  ///   - path: The file; messages name it as it is written here.
  ///   - settings: What the scenario says about columns, tags, defaults and values.
  /// - Throws: where the file cannot be read, or everything that is wrong with it, up to a limit.
  public init(contentsOf path: String, settings: CatalogSettings = .init()) throws(LineupError) {
    self = try CatalogFile.catalog(FileBytes.contents(of: path), source: path, settings: settings)
  }
}

/// Tells kinds of catalog files by their first bytes, whatever their names.
enum CatalogFile {
  /// Whether the bytes are those of a zip archive, as workbooks are.
  static func isWorkbook(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  static func catalog(
    _ bytes: consuming [UInt8], source: String, settings: CatalogSettings
  ) throws(LineupError) -> Catalog {
    if isWorkbook(bytes) {
      return try XLSXReader.catalog(bytes, source: source, settings: settings)
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw LineupError(
        .brokenWorkbook("it is an old .xls file or has a password; save it as .xlsx without one"),
        at: SourceLocation(source: source))
    }
    // The file's own bytes are given back where they were converted.
    var file = try TextFile(bytes, source: source, settings: settings)
    var builder: CatalogBuilder?
    try file.bytes.withUnsafeBufferPointer { (buffer) throws(LineupError) in
      builder = try CSVReader.builder(buffer, source: source, settings: settings, notes: file.notes)
    }
    // The text is given back before the columns are finished, which takes memory too.
    file.bytes = []
    guard let builder = builder.take() else {
      throw LineupError(.fileEmpty, at: SourceLocation(source: source))
    }
    return try builder.finish()
  }
}
