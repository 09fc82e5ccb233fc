/// Dates of the sample catalog, which is as of 1 September 2026.
enum CalendarDay {
  /// 1 September 2026 in days since 1 January 1970.
  private static let catalogDay = 20_697

  /// The ISO form of the day so many days before the catalog's.
  static func iso(daysBefore days: Int) -> String {
    let (year, month, day) = civil(daysSince1970: catalogDay - days)
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// Year, month and day of the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date
  /// algorithms", 2013), for days from 1 March 0000 on.
  static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
