/// How much the season lifts or damps the demand of an SPU, by its season tags.
package struct Season: Sendable {
  /// Where the indices are.
  package enum Table: Sendable {
    /// `season.index`, tag to index.
    case flat(SeasonRow)
    /// `season.index`, region to tag to index, in the order written.
    case byRegion([(region: String, index: SeasonRow)])
    /// `season.calendar`, a file by region and month, relative to the scenario's file.
    case calendar(path: String)
  }

  package var table: Table
  package var location: SourceLocation
}

/// A season calendar file: region, month, tag, index.
package struct SeasonCalendar: Sendable {
  /// Region to month (1-12) to tag to index, in the order written.
  package var regions: [(region: String, months: [Int: SeasonRow])]

  /// Decodes a calendar file.
  /// - Throws: every wrong key or number, with its line.
  package init(_ node: Node) throws(LineupError) {
    let reader = NodeReader()
    var regions: [(region: String, months: [Int: SeasonRow])] = []
    for region in reader.mapping(node, key: "the calendar", expected: "regions") ?? [] {
      let name = CatalogText.normalized(region.key)
      if regions.contains(where: { $0.region == name }) {
        reader.report(.duplicateKey(name, firstLine: nil), at: region.keyLocation)
      }
      var months: [Int: SeasonRow] = [:]
      for month in reader.mapping(region.value, key: region.key, expected: "months 1 to 12") ?? [] {
        guard let number = Int(month.key), (1...12).contains(number) else {
          reader.report(
            .invalidScalar(key: region.key, text: month.key, expected: "months 1 to 12"),
            at: month.keyLocation)
          continue
        }
        if months[number] != nil {
          reader.report(.duplicateKey("month \(number)", firstLine: nil), at: month.keyLocation)
          continue
        }
        months[number] = reader.seasonIndex(month.value, key: month.key)
      }
      regions.append((name, months))
    }
    try reader.finish()
    self.regions = regions
  }
}

extension Scenario {
  /// The season table for this show; `nil` where the scenario has no season.
  /// - Parameter calendar: what the file of `season.calendar` holds, where the scenario names one.
  /// - Throws: a missing region or date, a region that the table lacks.
  func seasonTable(calendar: SeasonCalendar?) throws(LineupError) -> SeasonTable? {
    guard let season else { return nil }
    switch season.table {
    case .flat(let index):
      return SeasonTable(index)
    case .byRegion(let regions):
      let region = try seasonRegion(among: regions.map(\.region), of: season)
      return regions.first { $0.region == region }.map { SeasonTable($0.index, among: regions.map(\.index)) }
    case .calendar(let path):
      guard let calendar else {
        throw LineupError(.referredFileNotFound(path, key: "calendar"), at: season.location)
      }
      guard let date = show.date else {
        throw LineupError(
          .missingKey("show.date", place: "a season table by month"), at: season.location)
      }
      let region = try seasonRegion(among: calendar.regions.map(\.region), of: season)
      let rows = calendar.regions.flatMap { region in
        region.months.sorted { $0.key < $1.key }.map(\.value)
      }
      let row = calendar.regions.first { $0.region == region }?.months[date.month]
      return SeasonTable(row ?? SeasonRow(), among: rows)
    }
  }

  private func seasonRegion(among known: [String], of season: Season) throws(LineupError) -> String {
    guard let region = show.region else {
      throw LineupError(
        .missingKey("show.region", place: "a season table by region"), at: season.location)
    }
    guard known.contains(region) else {
      throw LineupError(.unknownRegion(region, known: known), at: show.regionLocation ?? season.location)
    }
    return region
  }
}
