/// A show of a month: its scenario bound to the month's catalog, and where it stands in the month.
package struct MonthShow: Sendable {
  package var name: String
  package var level: String
  package var series: String
  package var day: Day
  package var start: String?
  package var weight: Double
  package let show: Show

  package init(
    name: String, level: String, series: String, day: Day, start: String?, weight: Double, show: Show
  ) {
    self.name = name
    self.level = level
    self.series = series
    self.day = day
    self.start = start
    self.weight = weight
    self.show = show
  }

  package var region: String? { show.scenario.show.region }

  /// What rules of the month may ask of a show.
  var place: MonthPlace {
    MonthPlace(show: name, level: level, series: series, region: region, day: day)
  }
}

/// The six names that rules of a month may ask for beside attributes.
package struct MonthPlace: Sendable, Equatable {
  /// `nil` for an aired tray.
  package var show: String?
  package var level: String
  package var series: String?
  package var region: String?
  package var day: Day

  package init(show: String? = nil, level: String, series: String? = nil, region: String? = nil, day: Day) {
    self.show = show
    self.level = level
    self.series = series
    self.region = region
    self.day = day
  }

  /// The value of a name; `nil` where there is none.
  func value(of name: String) -> String? {
    switch name {
    case "show": show
    case "level": level
    case "series": series
    case "region": region
    case "date": day.description
    case "weekday": day.weekday.rawValue
    default: nil
    }
  }

  /// Whether conditions on the six hold.
  func meets(_ condition: Where) -> Bool {
    condition.clauses.allSatisfy {
      holds($0.condition, value(of: HeaderName.normalized($0.attribute)), HeaderName.normalized($0.attribute))
    }
  }

  private func holds(_ condition: Condition, _ value: String?, _ name: String) -> Bool {
    switch condition {
    case .equals(let text, _):
      guard let value else { return false }
      if name == "date", let days = DayText.range(text) { return days.first <= value && value <= days.last }
      if name == "weekday", let weekday = Weekday(text) { return weekday.rawValue == value }
      return CatalogText.normalized(text) == value
    case .anyOf(let conditions): return conditions.contains { holds($0, value, name) }
    case .not(let inner): return !holds(inner, value, name)
    case .has(let isFilled): return isFilled == (value != nil)
    }
  }
}

/// An item that was on air before the month is planned.
package struct AiredItem: Sendable {
  package var spu: String
  package var pitch: String
  package var place: MonthPlace
  /// Whether its season index was 1 or more on that show.
  package var isInSeason: Bool

  package init(spu: String, pitch: String, place: MonthPlace, isInSeason: Bool) {
    self.spu = spu
    self.pitch = pitch
    self.place = place
    self.isInSeason = isInSeason
  }
}

/// A month whose shows are bound to their catalog: what is planned.
package struct BoundMonth: Sendable {
  package let month: Month
  package let catalog: Catalog
  /// By date and start, as on the calendar.
  package let shows: [MonthShow]
  package let aired: [AiredItem]
  package var cautions: [Caution] = []
  package var inputs = InputDigests()

  package init(_ month: Month, catalog: Catalog, shows: [MonthShow], aired: [AiredItem]) throws(LineupError) {
    self.month = month
    self.catalog = catalog
    self.shows = shows.enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      if first.day != second.day { return first.day < second.day }
      if first.start ?? "" != second.start ?? "" { return first.start ?? "" < second.start ?? "" }
      return one.offset < other.offset
    }.map(\.element)
    self.aired = aired
  }
}

extension AiredItem {
  /// The items of an aired tray that the month's catalog still has.
  package static func items(_ entries: [(spu: String, pitch: String)], on show: Show, at place: MonthPlace)
    -> [AiredItem]
  {
    entries.compactMap { entry in
      guard let row = show.catalog.row(ofSPU: entry.spu) else { return nil }
      return AiredItem(
        spu: show.catalog.spus[row], pitch: entry.pitch, place: place, isInSeason: show.seasonIndex[row] >= 1)
    }
  }
}
