import Lineup
import LineupReports

extension TrayChange {
  /// Why a change was made, in words that stand by themselves.
  var reasonInWords: String { Words.Adjust.reason(self).text(.written) }
}
