import Lineup
import LineupReports

extension Regret.Standing {
  /// The word that programs read.
  var name: String {
    switch self {
    case .onTray: "on tray"
    case .offTray: "off tray"
    case .noCandidate: "not a candidate"
    }
  }

  /// Why a style is no candidate.
  var reason: String? {
    if case .noCandidate(let reason) = self { Words.Reason.off(reason).text(.written) } else { nil }
  }
}
