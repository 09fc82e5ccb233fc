/// Finds the header among the first rows of a file: titles, dates and remarks may stand above it.
package struct HeaderRow {
  /// Rows looked at before the first with text is taken for the header.
  package static let searchLimit = 30

  private let mapped: Set<String>
  private let settings: CatalogSettings

  package init(settings: CatalogSettings) {
    mapped = Set(settings.columns.map { HeaderName.normalized($0.header) })
    self.settings = settings
  }

  /// Where a row names a canonical column: by the scenario's `columns`, by its own name, by an alias.
  package func column(_ canonical: CanonicalColumn, in cells: [String]) -> Int? {
    let names = cells.map { HeaderName.normalized(CatalogText.normalized($0)) }
    let said = settings.columns.filter { $0.column == canonical }.map { HeaderName.normalized($0.header) }
    return names.firstIndex { said.contains($0) } ?? names.firstIndex(of: canonical.rawValue)
      ?? names.firstIndex { ColumnAliases.canonical(for: $0) == canonical }
  }

  package func names(_ canonical: CanonicalColumn, in cells: [String]) -> Bool {
    column(canonical, in: cells) != nil
  }

  /// How many columns a row names: headers of the scenario's `columns`, canonical names and aliases.
  package func score(_ cells: [String]) -> Int {
    var named: Set<String> = []
    for cell in cells where cell.utf8.count <= 80 {
      let name = HeaderName.normalized(CatalogText.normalized(cell))
      if mapped.contains(name) {
        named.insert(name)
      } else if let column = ColumnAliases.canonical(for: name) {
        named.insert(column.rawValue)
      }
    }
    return named.count
  }

  /// The index of the header in `rows`: the first that names two columns, else the first that names
  /// one, else the first with text; `nil` where no row has any.
  package func index(in rows: [[String]]) -> Int? {
    let scores = rows.map(score)
    return scores.firstIndex { $0 >= 2 } ?? scores.firstIndex { $0 == 1 }
      ?? rows.firstIndex { $0.contains { !CatalogText.normalized($0).isEmpty } }
  }
}
