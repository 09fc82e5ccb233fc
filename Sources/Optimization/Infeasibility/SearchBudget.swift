/// What several searches for one answer may take together: a moment to end at, and a wish to end.
package struct SearchBudget: Sendable {
  /// Where there is a deadline, no single search takes longer than this many seconds, so that one hard
  /// question leaves time for the others.
  package var longestSearch = 5.0

  private let source: TimeSource
  /// By the time source; `nil` for no limit.
  private let deadline: Double?
  package var isCancelled: @Sendable () -> Bool

  package init(
    seconds: Double? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    let source = TimeSource.current
    self.source = source
    // Beyond thirty years a duration is no limit any more, and some doubles are none.
    deadline = seconds.map { source.seconds() + ($0 < 1e9 ? max(0, $0) : 1e9) }
    self.isCancelled = isCancelled
  }

  /// Seconds left, never below 0; `nil` without a limit.
  package var remaining: Double? {
    deadline.map { max(0, $0 - source.seconds()) }
  }

  /// A small part of it, for what an answer can do without: 2 seconds, at most half a second a search.
  package var extra: SearchBudget {
    var extra = SearchBudget(seconds: min(2, remaining ?? 2), isCancelled: isCancelled)
    extra.longestSearch = 0.5
    return extra
  }

  package var isOver: Bool { remaining == 0 || isCancelled() }

  package var control: SolveControl { SolveControl(isCancelled: isCancelled) }

  /// The limits of one search; without a deadline it may take as long as it needs.
  package func limits(start: [Int32]? = nil) -> SolveLimits {
    SolveLimits(seconds: remaining.map { min($0, longestSearch) }, gap: 0, start: start)
  }
}
