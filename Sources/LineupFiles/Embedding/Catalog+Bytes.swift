import Lineup

extension Catalog {
  /// Reads a catalog from bytes: delimited text in any usual encoding, a workbook, or a page with a table.
  ///
  /// - Parameters:
  ///   - name: what messages call it.
  ///   - scenario: what it says of columns, tags, defaults and values goes.
  /// - Throws: everything that is wrong with it, up to a limit.
  public init(
    bytes: [UInt8], name: String = "the catalog", for scenario: Scenario? = nil
  ) throws(LineupError) {
    let digest = Digest.text(of: bytes)
    self = try CatalogFiles.catalog(
      bytes, source: name, settings: scenario?.catalogSettings ?? CatalogSettings())
    self.digest = digest
  }

  /// Reads a catalog from a file, as above.
  /// - Throws: where the file cannot be read, or everything that is wrong with it.
  public init(file path: String, for scenario: Scenario? = nil) throws(LineupError) {
    try self.init(contentsOf: path, settings: scenario?.catalogSettings ?? CatalogSettings())
  }
}
