import Lineup
import LineupReports

extension SolveResult {
  /// What a person should know of the data and the search, in sentences.
  public var warnings: [String] { cautions.map { Words.Cautions.sentence($0).text(.written) } }

  /// Why there is no tray: the rules that clash, in a sentence; `nil` where there is a tray, or none is known.
  public var conflict: String? {
    guard case .infeasible(let answer) = outcome else { return nil }
    return answer.conflict.map { Words.Clash.sentence($0).text(.written) }
  }
}
