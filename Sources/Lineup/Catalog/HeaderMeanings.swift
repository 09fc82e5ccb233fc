/// What headers are read as, for those that can be read and those that cannot alike.
package struct HeaderMeanings {
  /// The canonical column that each header answers to, if any: by the scenario's `columns`, its own name
  /// or an alias.
  package let columns: [CanonicalColumn?]
  /// The canonical columns that several headers answer to alike.
  package let asked: [CanonicalColumn]

  /// What `columns` of a scenario says to mean a column: its header, or which of several of that header.
  package static func form(ofColumn column: Int, in headers: [String]) -> String {
    let names = headers.map { HeaderName.normalized(CatalogText.normalized($0)) }
    let alike = names.indices.filter { names[$0] == names[column] }
    let header = YAMLText.scalar(CatalogText.normalized(headers[column]))
    guard alike.count > 1, let place = alike.firstIndex(of: column) else { return header }
    return "{ nth: \(place + 1), of: \(header) }"
  }

  package init(of headers: [String], settings: CatalogSettings) {
    let names = headers.map { HeaderName.normalized(CatalogText.normalized($0)) }
    var mapped: [Int: CanonicalColumn?] = [:]
    for mapping in settings.columns {
      let wanted = HeaderName.normalized(mapping.header)
      let found = names.indices.filter { names[$0] == wanted }
      switch mapping.form {
      case .header: for header in found { mapped[header] = mapping.column }
      case .nth(let position, _):
        if (1...max(1, found.count)).contains(position), !found.isEmpty {
          mapped[found[position - 1]] = mapping.column
        }
      }
    }
    let settled = Set(mapped.values.compactMap(\.self))
    let own = Dictionary(
      uniqueKeysWithValues: CanonicalColumn.allCases.map { (HeaderName.normalized($0.rawValue), $0) })
    let canonical = Set(names.compactMap { own[$0] })
    columns = headers.enumerated().map { position, header in
      let name = names[position]
      if let column = mapped[position] { return column }
      let column = own[name] ?? ColumnAliases.canonical(for: header)
      // `columns` beats a canonical header, which beats an alias.
      guard let column, !settled.contains(column) else { return nil }
      return own[name] == nil && canonical.contains(column) ? nil : column
    }
    let found = columns.compactMap(\.self)
    asked = CanonicalColumn.allCases.filter { column in found.count { $0 == column } > 1 }
  }
}
