extension Catalog {
  /// The catalog with its season tags as the season table names them, and what a person should know of those
  /// that it does not list. Works on distinct cells.
  func matchingSeasons(_ table: SeasonTable) -> (catalog: Catalog, cautions: [Caution]) {
    guard let column = column(.season), case .tags(let codes, let sets) = column.values else {
      return (self, table.row.tags.isEmpty ? [] : [.noSeasonColumn(listed: table.row.tags)])
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
    var cautions: [Caution] = []
    for (value, tag) in index.values.enumerated() where matched[value] == nil && stylesOfTag[value] > 0 {
      cautions.append(
        .unlistedSeason(
          tag, styles: stylesOfTag[value], nearest: table.nearest(to: tag), listed: table.row.tags))
    }
    let isListed = index.values.indices.contains { value in
      stylesOfTag[value] > 0 && matched[value].map { table[$0] != nil } ?? false
    }
    if !isListed, !table.row.tags.isEmpty { cautions.append(.noListedSeason(listed: table.row.tags)) }
    guard var note = renamed.note(.seasonTags, column: column.label, place) else {
      return (self, cautions)
    }
    note.count = changes
    return (replacingSeasons(named, note: note), cautions)
  }
}
