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

  /// - Parameter empty: Columns without any value.
  package init(of headers: [String], settings: CatalogSettings, empty: Set<Int> = []) {
    let names = headers.map { HeaderName.normalized(CatalogText.normalized($0)) }
    var mapped: [Int: CanonicalColumn?] = [:]
    for mapping in settings.columns {
      guard case .column(let reference) = mapping.form else { continue }
      switch reference {
      case .letter(let letter): mapped[letter] = mapping.column
      case .header(let header):
        let wanted = HeaderName.normalized(header)
        for position in names.indices where names[position] == wanted { mapped[position] = mapping.column }
      case .nth(let position, let header):
        let wanted = HeaderName.normalized(header)
        let found = names.indices.filter { names[$0] == wanted }
        if (1...max(1, found.count)).contains(position), !found.isEmpty {
          mapped[found[position - 1]] = mapping.column
        }
      }
    }
    let settled = Set(settings.columns.compactMap(\.column))
    let own = Dictionary(
      uniqueKeysWithValues: CanonicalColumn.allCases.map { (HeaderName.normalized($0.rawValue), $0) })
    let ranks = headers.indices.map { position -> (column: CanonicalColumn, rank: Int)? in
      if let column = own[names[position]] { return (column, empty.contains(position) ? 4 : 0) }
      guard let meaning = ColumnAliases.meaning(of: headers[position]) else { return nil }
      return (meaning.column, meaning.rank + (empty.contains(position) ? 4 : 0))
    }
    // `columns` beats a canonical header, which beats an alias, which beats one that means other things too.
    columns = headers.indices.map { position in
      if let column = mapped[position] { return column }
      guard let (column, rank) = ranks[position], !settled.contains(column) else { return nil }
      let best = ranks.compactMap { $0?.column == column ? $0?.rank : nil }.min()
      return best == rank ? column : nil
    }
    let found = columns.compactMap(\.self)
    asked = CanonicalColumn.allCases.filter { column in found.count { $0 == column } > 1 }
  }
}
