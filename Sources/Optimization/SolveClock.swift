/// Where searches read the time: the machine's clock, or one that a test moves by hand.
package struct TimeSource: Sendable {
  /// Seconds since some fixed moment.
  package var seconds: @Sendable () -> Double

  package init(_ seconds: @escaping @Sendable () -> Double) {
    self.seconds = seconds
  }

  package static let machine: TimeSource = {
    let origin = ContinuousClock.now
    return TimeSource {
      let elapsed = origin.duration(to: .now).components
      return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    }
  }()

  /// What a search reads that begins here. Whoever starts threads for searches hands it on to them.
  @TaskLocal package static var current = TimeSource.machine
}

/// The clock of one search.
package struct SolveClock: Sendable {
  private let source: TimeSource
  private let started: Double
  private let limit: Double?

  package init(limit: Double?) {
    source = .current
    started = source.seconds()
    self.limit = limit
  }

  /// Seconds since the search began.
  package var seconds: Double { source.seconds() - started }

  /// Seconds left, never below 0; `nil` without a limit.
  package var remaining: Double? {
    limit.map { max(0, $0 - seconds) }
  }

  package var isOver: Bool {
    remaining == 0
  }
}
