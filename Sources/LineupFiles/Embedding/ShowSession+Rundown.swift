import Lineup
import LineupReports

extension ShowSession {
  /// The running order of a tray with its clock times, under the scenario's `rundown`.
  /// - Parameter timeLimit: seconds.
  /// - Throws: also where no order keeps what `rundown` asks for; the problem says which rules clash.
  public func rundown(
    of tray: Tray, timeLimit: Double? = nil
  ) async throws(LineupError) -> Rundown {
    try await answer { show, isCancelled throws(LineupError) in
      switch try show.rundown(of: tray, RundownSettings(timeLimit: timeLimit), isCancelled: isCancelled) {
      case .order(let rundown): return rundown
      case .clash(let clash): throw LineupError([Problem(.other(Words.Order.sentence(clash).text(.written)))])
      }
    }
  }
}
