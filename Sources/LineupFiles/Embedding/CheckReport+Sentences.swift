import Lineup
import LineupReports

extension CheckReport {
  /// What a person should know of the data, in sentences.
  public var warnings: [String] { cautions.map { Words.Cautions.sentence($0).text(.written) } }

  /// What counting and adding up show to be impossible, in sentences: locks that are no candidates, more
  /// items than minutes, quotas that sum past the items, a goal out of reach, shares above 100%.
  public var impossibilities: [String] { impossible.map { Words.Impossible.sentence($0).text(.written) } }
}
