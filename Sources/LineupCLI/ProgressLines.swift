import LineupFiles
import Synchronization

/// How a search tells of itself on standard error.
enum ProgressFormat: String, CaseIterable {
  /// A line that is written over, where standard error is a terminal.
  case line
  /// A line of JSON for each new tray or bound.
  case json
  case none
}

/// A line of JSON on standard error for each new tray or bound.
final class ProgressLines: Sendable {
  private let last = Mutex<SolveProgress?>(nil)

  func show(_ progress: SolveProgress) {
    let isNew = last.withLock { last in
      defer { last = progress }
      return last?.incumbent != progress.incumbent || last?.bound != progress.bound
    }
    if isNew { StandardError.write(progress.jsonLine) }
  }
}
