extension NodeReader {
  /// The section `season`.
  func season(_ node: Node) -> Season? {
    guard let part = section(node, key: "season", place: "\"season\"", known: ScenarioKeys.season) else {
      return nil
    }
    if let index = part.entry("index"), part.entry("calendar") != nil {
      report(
        .keysExclude("index", "calendar", advice: "give the season's table by one of them"),
        at: index.keyLocation)
      return nil
    }
    if let node = part["calendar"] {
      return text(node, key: "calendar").map { Season(table: .calendar(path: $0), location: node.location) }
    }
    guard let index = part["index"] else {
      report(.missingKey("index", place: "\"season\""), at: node.location)
      return nil
    }
    guard let entries = mapping(index, key: "index", expected: "season tags to indices") else { return nil }
    let areMappings = entries.map { entry in
      if case .mapping = entry.value.content { true } else { false }
    }
    guard areMappings.contains(true) else {
      return seasonIndex(index, key: "index").map { Season(table: .flat($0), location: index.location) }
    }
    if let odd = zip(entries, areMappings).first(where: { !$0.1 })?.0 {
      report(
        .wrongShape(
          key: odd.key, expected: "a mapping of season tags to indices, as the other regions do",
          found: odd.value.shape), at: odd.value.location)
      return nil
    }
    let regions = entries.compactMap { entry in
      seasonIndex(entry.value, key: entry.key).map {
        (region: CatalogText.normalized(entry.key), index: $0)
      }
    }
    return Season(table: .byRegion(regions), location: index.location)
  }

  /// A row of a season table: tag to index.
  func seasonIndex(_ node: Node, key: String) -> SeasonRow? {
    guard let entries = mapping(node, key: key, expected: "season tags to indices") else { return nil }
    var index = SeasonRow()
    for entry in entries {
      let tag = CatalogText.normalized(entry.key)
      if index[tag] != nil { report(.duplicateKey(tag, firstLine: nil), at: entry.keyLocation) }
      index[tag] = number(entry.value, key: entry.key, allowed: Bounds(lower: 0), expected: "0 or more")
    }
    return index
  }
}
