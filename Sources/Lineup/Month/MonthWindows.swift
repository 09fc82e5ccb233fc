/// The windows of a rule by `appearances`: the shows in each, and the aired items that count in it.
struct MonthWindow: Equatable {
  var first: Day
  /// Positions of shows, ascending.
  var shows: [Int]
  /// Positions of aired items.
  var aired: [Int]
}

extension BoundMonth {
  /// The days of the month: its period, or from the first to the last show.
  package var period: ClosedRange<Day> {
    if let period = month.period { return period }
    let days = shows.map(\.day)
    return (days.min() ?? Day(number: 0))...(days.max() ?? Day(number: 0))
  }

  /// Windows of so many days that begin on the date of a show or of an aired tray which meets `in`, without those that lie
  /// in another or have no show; one window, the period, where no days are given.
  func windows(of rule: Appearances) -> [MonthWindow] {
    let shows = self.shows.indices.filter { self.shows[$0].place.meets(rule.shows) }
    let aired = self.aired.indices.filter { self.aired[$0].place.meets(rule.shows) }
    guard let days = rule.days else {
      let period = period
      let window = MonthWindow(
        first: period.lowerBound, shows: shows.filter { period.contains(self.shows[$0].day) },
        aired: aired.filter { period.contains(self.aired[$0].place.day) })
      return window.shows.isEmpty ? [] : [window]
    }
    let firsts = Set(shows.map { self.shows[$0].day } + aired.map { self.aired[$0].place.day }).sorted()
    let windows = firsts.map { first in
      let end = first.advanced(by: days)
      return MonthWindow(
        first: first, shows: shows.filter { first <= self.shows[$0].day && self.shows[$0].day < end },
        aired: aired.filter { first <= self.aired[$0].place.day && self.aired[$0].place.day < end })
    }
    // Of windows of one length only those that begin before or after can hold another.
    return windows.enumerated().filter { position, window in
      if window.shows.isEmpty { return false }
      return !windows.enumerated().contains { other, wider in
        guard other != position else { return false }
        let isWithin =
          window.shows.allSatisfy(wider.shows.contains) && window.aired.allSatisfy(wider.aired.contains)
        let isSame = window.shows == wider.shows && window.aired == wider.aired
        return isWithin && (!isSame || other < position)
      }
    }.map(\.element)
  }
}
