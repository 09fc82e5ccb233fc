import Optimization

/// Days as workbooks count them: whole days since 1899-12-30 (or 1904-01-01), the time as a fraction.
enum SerialDate {
  /// `2026-09-09`, `2026-09-09 20:00` or, without a day, `20:00`; `nil` where it is none.
  static func text(_ serial: Double, startsIn1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(saturating: serial)
    var minutes = Int(saturating: ((serial - Double(day)) * 1440).rounded())
    if minutes == 1440 {
      day += 1
      minutes = 0
    }
    let clock = "\(padded(minutes / 60)):\(padded(minutes % 60))"
    if day == 0, !startsIn1904 { return clock }
    // Excel believes that 1900 was a leap year; before that day its numbers are one off.
    let offset = startsIn1904 ? 1462 : day < 60 ? 1 : 0
    let (year, month, monthDay) = civil(day + offset - 25_569)
    let date = "\(year)-\(padded(month))-\(padded(monthDay))"
    return minutes == 0 ? date : "\(date) \(clock)"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Year, month and day of a day counted from 1970-01-01 (after Hinnant, "chrono-compatible low-level
  /// date algorithms").
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
