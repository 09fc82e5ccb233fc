/// Shows on a calendar, a row a week.
package struct ReportCalendar: Sendable {
  /// What columns are called, from Monday on.
  package var weekdays: [String]
  package var weeks: [[Day]]
  /// The levels of shows; the place of each gives its colour.
  package var levels: [String]

  package struct Day: Sendable {
    /// `9 Sep`
    package var label: String
    package var shows: [Show]
  }

  package struct Show: Sendable {
    package var name: String
    package var level: Int
    package var start: String?
    /// A few figures, one a line.
    package var figures: [String]
    package var tone: Report.Tone
    /// The section that has its tray.
    package var target: String
  }
}
