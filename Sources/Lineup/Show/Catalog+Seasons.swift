extension Catalog {
  /// The catalog with its season tags as the season table names them, and what a person should know of those
  /// that it does not list. Works on distinct cells.
  func matchingSeasons(_ table: SeasonTable) -> (catalog: Catalog, warnings: [String]) {
    guard let column = column(.season), case .tags(let codes, let sets) = column.values else {
      return (self, Self.noneListed(table, reason: "the catalog has no season column"))
    }
    var styles = [Int](repeating: 0, count: sets.count)
    var firstRows = [Int](repeating: 0, count: sets.count)
    for (row, code) in codes.enumerated() where code >= 0 {
      if styles[Int(code)] == 0 { firstRows[Int(code)] = row }
      styles[Int(code)] += 1
    }
    let index = ValueIndex(sets: sets)
    let matched = index.values.map(table.tag(for:))
    var stylesOfTag = [Int](repeating: 0, count: matched.count)
    var renamed = RepairTally()
    var named: [[String]] = []
    var changes = 0
    for (code, set) in index.valuesOfCode.enumerated() {
      for value in set { stylesOfTag[Int(value)] += styles[code] }
      let tags = set.reduce(into: [String]()) { tags, value in
        let tag = matched[Int(value)] ?? index.values[Int(value)]
        if !tags.contains(tag) { tags.append(tag) }
      }
      if tags != sets[code], styles[code] > 0 {
        changes += styles[code]
        renamed.add(row: firstRows[code]) {
          .init(written: sets[code].joined(separator: "|"), read: tags.joined(separator: "|"))
        }
      }
      named.append(tags)
    }
    var warnings: [String] = []
    for (value, tag) in index.values.enumerated() where matched[value] == nil && stylesOfTag[value] > 0 {
      warnings.append(Self.unknown(tag, styles: stylesOfTag[value], table))
    }
    let isListed = index.values.indices.contains { value in
      stylesOfTag[value] > 0 && matched[value].map { table[$0] != nil } ?? false
    }
    if !isListed { warnings += Self.noneListed(table, reason: "no style has one of them") }
    guard var note = renamed.note(.seasonTags, column: column.label, lines: lines) else {
      return (self, warnings)
    }
    note.count = changes
    return (replacingSeasons(named, note: note), warnings)
  }

  private static func unknown(_ tag: String, styles: Int, _ table: SeasonTable) -> String {
    let who = styles == 1 ? "1 style has" : "\(styles) styles have"
    var words = "\(who) the season tag \"\(tag)\", which the season table does not list, and it counts as 1"
    if let near = table.nearest(to: tag) {
      words += "; the nearest that it lists is \"\(near)\""
    } else if !table.row.tags.isEmpty {
      words += "; it lists \(table.row.tags.joined(separator: ", "))"
    }
    return words
  }

  private static func noneListed(_ table: SeasonTable, reason: String) -> [String] {
    guard !table.row.tags.isEmpty else { return [] }
    let tags = table.row.tags.map { "\"\($0)\"" }.joined(separator: ", ")
    return ["the season table lists \(tags), but \(reason): every style's season index is 1"]
  }
}
