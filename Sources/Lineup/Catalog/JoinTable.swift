/// The rows of a table beside the catalog, read and chosen, before they add columns to styles.
package struct JoinTable: Sendable {
  let settings: TableSettings
  let source: String
  /// Every key, and the position among them of each row's; -1 where it has none.
  let keys: [String]
  let codes: [Int32]
  let place: PlaceOfRows
  let columns: [CatalogColumn]
  let columnsByName: [String: ColumnLookup]
  /// What was changed or left out on the way from its file.
  package let notes: [CatalogNote]
  var flow: CatalogFlow.Table
}
