/// A show that is kept warm: its integer program is made once, and the best tray, its bounds and its proof are known to
/// every further answer.
///
///     let session = ShowSession(try Show(file: "september.yaml"))
///     let best = try await session.solve()
///     let prices = try await session.rulePrices()
///     let why = try await session.regrets(of: ["A1044"])
///
/// Answers are the same as without a session. They may be asked for at the same time from several tasks; each works on
/// threads of its own and ends early, with what it has, when its task is cancelled.
///
/// All answers throw `LineupError` where an argument is wrong or a backend fails. Shows without a tray, time limits
/// and cancellation are no errors but told in the answer.
public final class ShowSession: Sendable {
  /// The show, with its scenario and catalog.
  public let show: Show

  /// Makes nothing yet; the first answer does.
  public init(_ show: Show) {
    self.show = show.remembering()
  }

  /// Starts to look for the best tray.
  public func start(_ settings: SolveSettings = SolveSettings()) -> SolveRun { show.start(settings) }

  /// The best tray.
  public func solve(_ settings: SolveSettings = SolveSettings()) async throws(LineupError) -> SolveResult {
    try await answer { show, isCancelled throws(LineupError) in
      try show.solve(settings, isCancelled: isCancelled)
    }
  }

  /// What each rule costs, dearest first.
  /// - Parameter timeLimit: seconds for each search; without it the first takes what it needs and every further one
  ///   at most 5.
  /// - Returns: `nil` where the show has no tray or none was found in time.
  public func rulePrices(timeLimit: Double? = nil) async throws(LineupError) -> RulePriceList? {
    try await answer { show, isCancelled throws(LineupError) in
      try show.rulePrices(timeLimit: timeLimit, isCancelled: isCancelled)
    }
  }

  /// Why styles are on the best tray, or not.
  /// - Parameter timeLimit: as of `rulePrices(timeLimit:)`.
  /// - Returns: `nil` where the show has no tray or none was found in time.
  public func regrets(
    of spus: [String], timeLimit: Double? = nil
  ) async throws(LineupError) -> [Regret]? {
    try await answer { show, isCancelled throws(LineupError) in
      try show.regrets(of: spus, timeLimit: timeLimit, isCancelled: isCancelled)
    }
  }

  /// A tray of somebody's own: every rule, and the best tray beside it.
  public func audit(
    _ tray: TrayList, _ settings: SolveSettings = SolveSettings()
  ) async throws(LineupError) -> TrayComparison {
    try await answer { show, isCancelled throws(LineupError) in
      try show.compareWithBest(tray, settings, isCancelled: isCancelled)
    }
  }

  /// The fewest changes of a tray that make it keep the rules again, and the best value among those.
  /// - Parameters:
  ///   - changes: what came late: styles that are out, styles that must come in, stock that sold.
  ///   - limit: at most so many changes, for the best value within them; the fewest unless said.
  ///   - timeLimit: seconds for everything.
  public func adjust(
    _ tray: TrayList, after changes: LateChanges = LateChanges(), limit: Int? = nil,
    timeLimit: Double? = nil
  ) async throws(LineupError) -> Adjustment {
    let settings = AdjustSettings(limit: limit, timeLimit: timeLimit)
    return try await answer { show, isCancelled throws(LineupError) in
      try show.adjust(tray, after: changes, settings, isCancelled: isCancelled)
    }
  }

  /// Several good trays, each lacking at least `differ` styles of every one before.
  /// - Parameters:
  ///   - count: how many, at least 1.
  ///   - differ: at least 1.
  public func alternatives(
    count: Int, differ: Int, timeLimit: Double? = nil
  ) async throws(LineupError) -> Alternatives {
    try await answer { show, isCancelled throws(LineupError) in
      try show.alternatives(count: count, differ: differ, timeLimit: timeLimit, isCancelled: isCancelled)
    }
  }

  /// How the best tray stands up to errors of the forecasts.
  /// - Parameters:
  ///   - jitter: standard deviation of each forecast's error, 0.1 for 10%.
  ///   - samples: how often all forecasts are drawn anew, at least 1.
  ///   - seed: the same seed draws the same errors.
  public func stability(
    jitter: Double, samples: Int = 100, seed: UInt64 = 1, timeLimit: Double? = nil
  ) async throws(LineupError) -> Stability {
    let settings = StabilitySettings(jitter: jitter, samples: samples, seed: seed, timeLimit: timeLimit)
    return try await answer { show, isCancelled throws(LineupError) in
      try show.stability(settings, isCancelled: isCancelled)
    }
  }

  /// The exact trade-off of two measures: the most of the second for floors under the first.
  /// - Parameter points: how many, at least 2.
  public func tradeOff(
    between first: Measure, and second: Measure, points: Int = 13, timeLimit: Double? = nil
  ) async throws(LineupError) -> Frontier {
    try await answer { show, isCancelled throws(LineupError) in
      for measure in [first, second] { try show.checkMeasure(measure) }
      return try show.tradeOff(
        between: first, and: second, points: max(2, points), timeLimit: timeLimit, isCancelled: isCancelled)
    }
  }

  /// What a look at the catalog and the rules finds before any search.
  public func check() async throws(LineupError) -> CheckReport {
    try await answer { show, _ throws(LineupError) in show.check() }
  }

  /// An answer about the show, on a thread of its own.
  package func answer<Value: Sendable>(
    _ body: @escaping @Sendable (Show, @escaping @Sendable () -> Bool) throws(LineupError) -> Value
  ) async throws(LineupError) -> Value {
    let show = show
    return try await CancellableWork.value { isCancelled throws(LineupError) in try body(show, isCancelled) }
  }
}
