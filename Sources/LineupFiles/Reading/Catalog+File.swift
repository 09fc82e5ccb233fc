import Lineup

extension Catalog {
  /// Reads a catalog file: delimited text in any usual encoding, a workbook, or a page with a table.
  ///
  /// - Parameters:
  ///   - path: The file; messages name it as it is written here.
  ///   - settings: What the scenario says about columns, tags, defaults and values.
  /// - Throws: where the file cannot be read, or everything that is wrong with it, up to a limit.
  package init(contentsOf path: String, settings: CatalogSettings = .init()) throws(LineupError) {
    let bytes = try FileBytes.contents(of: path)
    let digest = Digest.text(of: bytes)
    self = try CatalogFile.catalog(consume bytes, source: path, settings: settings)
    self.digest = digest
  }
}

/// Reads catalogs of every kind of file.
enum CatalogFile {
  static func catalog(
    _ bytes: consuming [UInt8], source: String, settings: CatalogSettings
  ) throws(LineupError) -> Catalog {
    // The file's own bytes are given back where they were converted.
    let table = try TableSource(consume bytes, source: source, settings: settings)
    let notes = table.notes(source: source)
    switch consume table {
    case .text(let file): return try catalog(consume file, source: source, settings: settings, notes: notes)
    case .book(let book):
      return try TableSource.reading(source) {
        try SheetReader(book, source: source, settings: settings).catalog(notes: notes)
      }
    }
  }

  private static func catalog(
    _ file: consuming TextFile, source: String, settings: CatalogSettings, notes: [CatalogNote]
  ) throws(LineupError) -> Catalog {
    var builder: CatalogBuilder?
    try file.bytes.withUnsafeBufferPointer { (buffer) throws(LineupError) in
      builder = try CSVReader.builder(buffer, source: source, settings: settings, notes: notes)
    }
    // The text is given back before the columns are finished, which takes memory too.
    file.bytes = []
    guard let builder = builder.take() else {
      throw LineupError(.fileEmpty, at: SourceLocation(source: source))
    }
    return try builder.finish()
  }
}
