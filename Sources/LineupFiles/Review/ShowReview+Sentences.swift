import Lineup
import LineupReports

extension ShowReview {
  /// What is to be asked back, in sentences.
  package var warningSentences: [String] { Words.Review.sentences(warnings) }
}
