/// The wall clock of one search.
struct SolveClock: Sendable {
  private let started = ContinuousClock.now
  private let limit: Double?

  init(limit: Double?) {
    self.limit = limit
  }

  /// Seconds since the search began.
  var seconds: Double {
    let elapsed = started.duration(to: .now).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
  }

  /// Seconds left, never below 0; `nil` without a limit.
  var remaining: Double? {
    limit.map { max(0, $0 - seconds) }
  }

  var isOver: Bool {
    remaining == 0
  }
}
