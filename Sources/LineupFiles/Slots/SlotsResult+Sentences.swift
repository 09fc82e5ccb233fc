import Lineup
import LineupReports

extension SlotsResult {
  /// What a person should know before trusting the calendar, in sentences.
  package var cautionSentences: [String] { cautions.map { Words.Slots.sentence($0).text(.written) } }
}
