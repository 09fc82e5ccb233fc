/// A file beside the catalog whose rows add columns to the styles: `sales: { file: sales.xlsx, key: 款号, … }`.
package struct TableSettings: Sendable {
  /// What the scenario calls it.
  package var name: String
  package var location: SourceLocation
  /// The file as written, and once resolved, as it is read.
  package var file: CatalogSettings.NamedPlace
  package var sheets: [CatalogSettings.NamedPlace] = []
  package var header: CatalogSettings.HeaderPlace?
  package var encoding: CatalogSettings.NamedPlace?
  /// What is matched with the id of a style.
  package var key: ColumnForm
  package var keyLocation: SourceLocation
  /// Which rows count.
  package var condition = Where()
  package var columns: [Column] = []
  /// Whether its values win over those of the catalog.
  package var replaces = false
  package var keepsTotals = false
  /// Whether it is a file of sales, whose columns may be called units and gmv: no rule names them.
  package var isSales = false

  /// `sales_30d: { sum: 数量, else: 0 }`
  package struct Column: Sendable {
    package var name: String
    package var way: DuplicateWay
    package var form: ColumnForm
    /// The value of styles without one.
    package var fallback: String?
    package var location: SourceLocation

    package init(
      name: String, way: DuplicateWay, form: ColumnForm, fallback: String?, location: SourceLocation
    ) {
      self.name = name
      self.way = way
      self.form = form
      self.fallback = fallback
      self.location = location
    }
  }

  package init(
    name: String, location: SourceLocation, file: CatalogSettings.NamedPlace, key: ColumnForm,
    keyLocation: SourceLocation
  ) {
    self.name = name
    self.location = location
    self.file = file
    self.key = key
    self.keyLocation = keyLocation
  }

  /// How its file is read: the key is the id, the columns are those that it makes.
  package func readingSettings(of catalog: CatalogSettings) -> CatalogSettings {
    var settings = CatalogSettings()
    settings.columns =
      [.init(name: CanonicalColumn.spu.rawValue, form: key, location: keyLocation)]
      + columns.map { .init(name: $0.name, form: $0.form, location: $0.location) }
    settings.sheets = sheets
    settings.header = header
    settings.encoding = encoding
    settings.keepsTotals = keepsTotals
    settings.leavesOutHidden = catalog.leavesOutHidden
    settings.values = catalog.values
    settings.numbers = catalog.numbers
    settings.tags = catalog.tags
    settings.table = self
    return settings
  }
}
