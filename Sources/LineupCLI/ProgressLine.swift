import Foundation
import LineupFiles
import LineupReports
import Synchronization

/// One line on standard error that tells where a search stands, written over at most ten times a
/// second; nothing where standard error is no terminal.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let lastShown = Mutex<Double>(-1)

  init(isShown: Bool) {
    self.isShown = isShown
  }

  func show(_ progress: SolveProgress) {
    guard isShown else { return }
    let isDue = lastShown.withLock { last in
      guard progress.seconds - last >= 0.1 else { return false }
      last = progress.seconds
      return true
    }
    if isDue { StandardError.write("\r\u{1B}[2K" + Words.progress(progress)) }
  }

  /// Takes the line away.
  func clear() {
    if isShown, lastShown.withLock({ $0 >= 0 }) { StandardError.write("\r\u{1B}[2K") }
  }
}
