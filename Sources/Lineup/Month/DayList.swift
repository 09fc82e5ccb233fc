/// The days that `dates` and `on` say, in the order of the calendar, none twice.
///
///     dates: 2026-10-01..2026-10-31
///     on: [tue, thu]
///
/// `dates` is a day, a range of days (both ends belong to it), or a list of both. `on` keeps the days of these
/// weekdays of the ranges; a day that is listed by itself and is none of them is an error, as one of the two is
/// a slip of the pen.
package struct DayList: Sendable, Equatable {
  package var days: [Day]

  /// What a list may hold: ten years.
  static let limit = 3660
  /// The keys that say it.
  static let keys = ["dates", "on"]
}

extension NodeReader {
  /// One day, such as `2026-09-09`.
  func day(_ node: Node, key: String) -> Day? {
    guard let text = text(node, key: key) else { return nil }
    guard let day = Day(ScalarText.halfWidth(text)) else {
      report(
        .invalidScalar(key: key, text: text, expected: "a day such as 2026-09-09"), at: node.location)
      return nil
    }
    return day
  }

  /// Some days one after another, such as `2026-10-01..2026-10-31`; one day alone is a range too.
  func dayRange(_ node: Node, key: String) -> ClosedRange<Day>? {
    guard let text = text(node, key: key) else { return nil }
    let expected = "a day or a range of days such as 2026-10-01..2026-10-31"
    var written = ScalarText.halfWidth(text)
    if !written.contains(".."), written.count(where: { $0 == "~" }) == 1 {
      written = written.replacing("~", with: "..")
    }
    let ends = written.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
      .map { Day(ScalarText.trimmed($0)) }
    guard !written.contains("..."), let first = ends[0], let last = ends[ends.count - 1] else {
      report(.invalidScalar(key: key, text: text, expected: expected), at: node.location)
      return nil
    }
    guard first <= last else {
      report(
        .impossibleRange(text: text, reason: "its first day is after its last; write the earlier one first"),
        at: node.location)
      return nil
    }
    return first...last
  }

  /// The days of `dates`, of the weekdays of `on` where it is there.
  func dayList(dates: Node, on weekdays: Node?) -> DayList? {
    let elements: [Node]
    if case .sequence(let nodes) = dates.content { elements = nodes } else { elements = [dates] }
    if elements.isEmpty {
      report(
        .wrongShape(key: "dates", expected: "days such as 2026-10-01..2026-10-31", found: "an empty list"),
        at: dates.location)
      return nil
    }
    let kept = weekdays.flatMap(self.weekdays)
    var isWhole = (weekdays == nil) == (kept == nil)
    var days: Set<Day> = []
    for element in elements {
      guard let range = dayRange(element, key: "dates"), isShort(range, at: element.location) else {
        isWhole = false
        continue
      }
      let found = (range.lowerBound.number...range.upperBound.number).map(Day.init(number:)).filter {
        kept?.contains($0.weekday) ?? true
      }
      if found.isEmpty, let kept {
        report(
          .daysOffWeekdays(
            first: range.lowerBound, last: range.upperBound, weekdays: kept.map(\.rawValue)),
          at: element.location)
        isWhole = false
      }
      if let again = found.first(where: days.contains) {
        report(.listedTwice(again.description, key: "dates"), at: element.location)
        isWhole = false
      }
      days.formUnion(found)
    }
    return isWhole ? DayList(days: days.sorted()) : nil
  }

  private func isShort(_ range: ClosedRange<Day>, at location: SourceLocation) -> Bool {
    let length = range.upperBound.number - range.lowerBound.number + 1
    if length <= DayList.limit { return true }
    report(
      .outOfRange(key: "dates", text: "\(length) days", expected: "at most \(DayList.limit) days"),
      at: location)
    return false
  }

  /// `on`: a weekday or a list of them, from Monday on; `nil` where one is none.
  private func weekdays(_ node: Node) -> [Weekday]? {
    let elements: [Node]
    if case .sequence(let nodes) = node.content { elements = nodes } else { elements = [node] }
    if elements.isEmpty {
      report(
        .wrongShape(key: "on", expected: "weekdays such as [tue, thu]", found: "an empty list"),
        at: node.location)
      return nil
    }
    var found: Set<Weekday> = []
    var isWhole = true
    for element in elements {
      guard let text = text(element, key: "on") else {
        isWhole = false
        continue
      }
      guard let weekday = Weekday(text) else {
        report(
          .unknownName(text, what: "weekday", known: Weekday.allCases.map(\.rawValue)), at: element.location)
        isWhole = false
        continue
      }
      if !found.insert(weekday).inserted {
        report(.listedTwice(text, key: "on"), at: element.location)
        isWhole = false
      }
    }
    return isWhole ? Weekday.allCases.filter(found.contains) : nil
  }
}
