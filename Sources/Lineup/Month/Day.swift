/// A day of the calendar by its number, so that days can be counted and compared.
package struct Day: Sendable, Hashable {
  /// Days since 1 January 1970; below 0 before it.
  package var number: Int

  package init(number: Int) { self.number = number }

  /// Reads `2026-10-01`; `nil` where that is no day.
  package init?(_ text: String) {
    guard let date = ShowDate(text) else { return nil }
    self.init(date)
  }

  /// The day of a date (H. Hinnant, "chrono-compatible low-level date algorithms", 2013).
  package init(_ date: ShowDate) {
    let year = date.month <= 2 ? date.year - 1 : date.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let shiftedMonth = date.month > 2 ? date.month - 3 : date.month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + date.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day of it (the same source).
  package var date: ShowDate {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return ShowDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  package var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let sinceMonday = (number % 7 + 7 + 3) % 7
    return Weekday.allCases[sinceMonday]
  }

  /// The day so many days later.
  package func advanced(by days: Int) -> Day { Day(number: number + days) }
}

extension Day: Comparable {
  package static func < (first: Day, second: Day) -> Bool { first.number < second.number }
}

extension Day: CustomStringConvertible {
  /// As it is written: `2026-10-01`.
  package var description: String { date.description }
}

/// A day of the week, from Monday on.
package enum Weekday: String, Sendable, CaseIterable {
  case mon, tue, wed, thu, fri, sat, sun

  /// Reads `fri`, `Fri` or `Friday`; `nil` where that is no weekday.
  package init?(_ text: String) {
    let word = text.lowercased()
    guard let day = Self.allCases.first(where: { word == $0.rawValue || word == $0.name.lowercased() })
    else { return nil }
    self = day
  }

  /// `Friday`
  package var name: String {
    switch self {
    case .mon: "Monday"
    case .tue: "Tuesday"
    case .wed: "Wednesday"
    case .thu: "Thursday"
    case .fri: "Friday"
    case .sat: "Saturday"
    case .sun: "Sunday"
    }
  }
}
