import Lineup

/// A file of sales, read as catalogs are: encodings, workbooks, totals, several rows of a style.
///
/// A YAML file in its place describes it in the form of an entry of `tables`:
///
///     file: orders.xlsx
///     sheet: 明细
///     key: { before: "-", of: SKU }
///     where: { 日期: 2026-09-09 }
///     columns: { units: { sum: 件数 }, gmv: { sum: 实付 } }
package enum SalesFile {
  /// - Parameter scenario: what it says of ids, numbers and values goes for the sales too.
  /// - Throws: where it cannot be read, and everything that is wrong with it.
  package static func sales(path: String, of scenario: Scenario) throws(LineupError) -> Sales {
    try sales(bytes: FileBytes.contents(of: path), source: path, of: scenario)
  }

  /// Reads sales from bytes.
  /// - Parameter source: what messages call it; files that a description names are relative to its folder.
  package static func sales(
    bytes: [UInt8], source: String, of scenario: Scenario
  ) throws(LineupError) -> Sales {
    let ending = source.split(separator: ".").last.map { $0.lowercased() }
    if ending == "yaml" || ending == "yml" {
      var table = try SalesColumn.table(Node(bytes: bytes, source: source))
      let path = FileReference.path(of: table.file.name, in: source)
      let contents: [UInt8]
      do throws(LineupError) {
        contents = try FileBytes.contents(of: path)
      } catch {
        throw error.referred(from: table.file.location, key: "file")
      }
      table.file.name = path
      return try sales(contents, table, of: scenario)
    }
    var finding = SalesColumn.finding(of: scenario)
    finding.encoding = scenario.catalogSettings.encoding
    let headers = try opening(bytes, source, finding).headerNames
    let table = try SalesColumn.table(headers, file: source, of: scenario)
    return try sales(bytes, table, of: scenario)
  }

  /// An encoding that the scenario gives its catalog need not be that of the sales.
  private static func opening(
    _ bytes: [UInt8], _ source: String, _ settings: CatalogSettings
  ) throws(LineupError) -> TableOpening {
    var settings = settings
    settings.encoding = nil
    return try TableOpening([(source, bytes)], settings: settings)
  }

  private static func sales(
    _ bytes: [UInt8], _ table: TableSettings, of scenario: Scenario
  ) throws(LineupError) -> Sales {
    let settings = table.readingSettings(of: scenario.catalogSettings)
    let builder = try TableOpening([(table.file.name, bytes)], settings: settings).builder()
    return try Sales(builder.finishTable())
  }
}
