import Lineup

extension Catalog {
  /// Reads a catalog file: CSV in UTF-8, separated by comma, semicolon or tab (contract, section 1).
  ///
  /// - Parameters:
  ///   - path: The file; messages name it as it is written here.
  ///   - settings: What the scenario says about columns, tags and defaults.
  /// - Throws: where the file cannot be read, or everything that is wrong with it, up to a limit.
  public init(contentsOf path: String, settings: CatalogSettings = .init()) throws(LineupError) {
    let bytes = try FileBytes.contents(of: path)
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(LineupError) in
      try CSVReader.catalog(buffer, source: path, settings: settings)
    }
  }
}
