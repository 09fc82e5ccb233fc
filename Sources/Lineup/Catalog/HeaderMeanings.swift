/// What headers are read as, for those that can be read and those that cannot alike.
package struct HeaderMeanings {
  /// The canonical column that each header answers to, if any: by the scenario's `columns`, its own name
  /// or an alias.
  package let columns: [CanonicalColumn?]
  /// The canonical columns that several headers answer to alike.
  package let asked: [CanonicalColumn]

  package init(of headers: [String], settings: CatalogSettings) {
    let names = headers.map { HeaderName.normalized(CatalogText.normalized($0)) }
    let mapped = Dictionary(
      settings.columns.map { (HeaderName.normalized($0.header), $0.column) },
      uniquingKeysWith: { first, _ in first })
    let settled = Set(settings.columns.map(\.column))
    let own = Dictionary(
      uniqueKeysWithValues: CanonicalColumn.allCases.map { (HeaderName.normalized($0.rawValue), $0) })
    let canonical = Set(names.compactMap { own[$0] })
    columns = zip(names, headers).map { name, header in
      if let column = mapped[name] { return column }
      let column = own[name] ?? ColumnAliases.canonical(for: header)
      // `columns` beats a canonical header, which beats an alias.
      guard let column, !settled.contains(column) else { return nil }
      return own[name] == nil && canonical.contains(column) ? nil : column
    }
    let found = columns.compactMap(\.self)
    asked = CanonicalColumn.allCases.filter { column in found.count { $0 == column } > 1 }
  }
}
