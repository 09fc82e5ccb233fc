extension NodeReader {
  /// The section `columns`: from columns to what each is made of. Forms are read here and carried out by
  /// `HeaderPlan`.
  func columns(_ node: Node) -> [CatalogSettings.ColumnMapping] {
    let canonical = CanonicalColumn.allCases.map(\.rawValue)
    let entries = mapping(node, key: "columns", expected: "columns to headers") ?? []
    return entries.filter { !$0.value.isNull }.compactMap { entry in
      let name = CatalogText.normalized(entry.key)
      if name.isEmpty {
        report(.emptyName("a column"), at: entry.keyLocation)
        return nil
      }
      guard let form = columnForm(entry.value, key: entry.key) else { return nil }
      // A header alone makes a canonical column; a name of one's own tells columns of one header apart.
      if case .header = form, CanonicalColumn(rawValue: name) == nil {
        report(.unknownKey(entry.key, place: "\"columns\"", known: canonical), at: entry.keyLocation)
        return nil
      }
      return CatalogSettings.ColumnMapping(name: name, form: form, location: entry.value.location)
    }
  }

  private func columnForm(_ node: Node, key: String) -> CatalogSettings.ColumnForm? {
    switch node.content {
    case .scalar: return text(node, key: key).map { .header($0) }
    case .mapping:
      let place = "the column \"\(key)\""
      guard let part = section(node, key: key, place: place, known: ScenarioKeys.nthColumn) else {
        return nil
      }
      guard let position = part["nth"] else {
        report(.missingKey("nth", place: place), at: node.location)
        return nil
      }
      guard let header = part["of"] else {
        report(.missingKey("of", place: place), at: node.location)
        return nil
      }
      let most = Bounds(lower: 1, upper: 16_384)
      let number = number(position, key: "nth", allowed: most, expected: "1 or more, and at most 16384")
      guard let number, let text = text(header, key: "of") else { return nil }
      guard let whole = Int(exactly: number) else {
        report(
          .outOfRange(key: "nth", text: plain(number), expected: "a whole number"), at: position.location)
        return nil
      }
      return .nth(whole, of: text)
    default:
      report(
        .wrongShape(key: key, expected: "a header, or { nth: 2, of: HEADER }", found: node.shape),
        at: node.location)
      return nil
    }
  }
}
