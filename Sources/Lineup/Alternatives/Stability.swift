import Optimization

/// How a tray stands up to errors of the forecast.
public struct Stability: Sendable {
  /// A style and in how many samples the best tray of the sample has it.
  public struct Pick: Sendable, Equatable {
    /// The style.
    public var spu: String
    /// In how many samples it is on the best tray.
    public var count: Int
    /// Whether the tray by the forecast itself has it.
    package var isOnTray: Bool
  }

  package var settings: StabilitySettings
  /// The best tray by the forecast itself, or why there is none. Where a goal confidence is asked for, the
  /// sales goal is no rule of it.
  package var first: SolveResult
  /// Samples that were solved; all of them unless a limit ended the search.
  public var samples: Int
  /// Those of them whose tray is the best found in time, and not proven to be the best.
  package var unproven = 0
  /// Styles by how often they are picked, most often first.
  public var picks: [Pick]
  /// The sales goal, where the scenario has one.
  package var goal: Double?
  /// Samples in which the first tray meets the goal, and those in which some tray that keeps the rules
  /// does; `nil` without a goal.
  package var metByFirst: Int?
  package var metBySome: Int?
  /// The tray for the asked goal confidence.
  package var confident: ConfidentTray?
}

/// How errors of the forecast are drawn.
package struct StabilitySettings: Sendable, Equatable {
  /// Standard deviation of each forecast's error, relative: 0.1 for 10%.
  package var jitter: Double
  package var samples: Int
  package var seed: UInt64
  /// The share of the samples in which a tray must meet the goal; `nil` where none is asked for.
  package var goalConfidence: Double?
  /// Wall-clock seconds for everything; `nil` for no limit.
  package var timeLimit: Double?

  package init(
    jitter: Double, samples: Int, seed: UInt64 = 1, goalConfidence: Double? = nil, timeLimit: Double? = nil
  ) {
    self.jitter = jitter
    self.samples = samples
    self.seed = seed
    self.goalConfidence = goalConfidence
    self.timeLimit = timeLimit
  }
}

extension Show {
  /// Solves the show again under seeded errors of the forecast, on every core.
  ///
  /// A sample in which no tray meets the sales goal is solved without it, so that its picks count too.
  ///
  /// - Throws: a usage error where a goal confidence is asked of a show without a goal.
  /// - Complexity: one or two solves a sample.
  package func stability(
    _ settings: StabilitySettings, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> Stability {
    let budget = SearchBudget(seconds: settings.timeLimit, isCancelled: isCancelled)
    let goal = scenario.goal?.amount
    if settings.goalConfidence != nil, goal == nil {
      throw LineupError([Problem(.missingKey("goal", place: "a goal confidence"))], kind: .usage)
    }
    try checkSize(settings)
    var free = scenario
    free.goal = nil
    let goalless = try rebound(to: free)
    let base = settings.goalConfidence == nil ? self : goalless
    let first = try base.solve(SolveSettings(timeLimit: settings.timeLimit), isCancelled: isCancelled)
    var stability = Stability(
      settings: settings, first: first, samples: 0, picks: [], goal: goal,
      metByFirst: goal == nil ? nil : 0, metBySome: goal == nil ? nil : 0)
    guard let tray = first.tray else { return stability }
    let chosen = options(of: TrayList(tray)).options
    let error = ForecastError(spread: settings.jitter, seed: settings.seed)

    let samples = try ConcurrentMap.map(Array(0..<settings.samples)) { sample throws(LineupError) in
      try self.sample(error.factors(sample: sample, catalog: self.catalog), goalless, chosen, budget)
    }
    var counts: [Int32: Int] = [:]
    for sample in samples.compactMap(\.self) {
      stability.samples += 1
      if !sample.isProven { stability.unproven += 1 }
      for row in sample.rows { counts[row, default: 0] += 1 }
      if let goal {
        if sample.gmvOfFirst >= goal - RowTolerance.ofSize(goal) { stability.metByFirst? += 1 }
        if sample.meetsGoal { stability.metBySome? += 1 }
      }
    }
    let onTray = Set(tray.items.map(\.spu))
    stability.picks = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { row, count in
      let spu = catalog.spus[Int(row)]
      return Stability.Pick(spu: spu, count: count, isOnTray: onTray.contains(spu))
    }
    if let confidence = settings.goalConfidence, let goal {
      stability.confident = try ConfidentSearch(
        show: goalless, goal: goal, error: error, samples: settings.samples, confidence: confidence,
        budget: budget
      ).run(first: first)
    }
    return stability
  }

  /// A goal confidence is one program with a row a sample and every option in each.
  private func checkSize(_ settings: StabilitySettings) throws(LineupError) {
    let most = max(1, Self.mostSampledOptions / max(1, optionCount))
    guard settings.goalConfidence != nil, settings.samples > most else { return }
    throw LineupError(
      [
        Problem(
          .other(
            "a goal confidence over \(settings.samples) samples of \(FigureText.counted(optionCount, "option")) is too large a program; "
              + "ask for at most \(FigureText.counted(most, "sample"))"))
      ], kind: .usage)
  }

  private static let mostSampledOptions = 50_000_000

  /// What one sample came to.
  private struct Sample: Sendable {
    /// Catalog rows of its best tray.
    var rows: [Int32]
    var gmvOfFirst: Double
    /// Whether its best tray meets the goal.
    var meetsGoal: Bool
    /// Whether that tray is proven the best.
    var isProven: Bool
  }

  /// `nil` where a limit ended the search.
  private func sample(
    _ factors: [Double], _ goalless: Show, _ first: [Int32], _ budget: SearchBudget
  ) throws(LineupError) -> Sample? {
    if budget.isOver { return nil }
    let own = scalingForecasts(by: factors)
    let gmv = first.reduce(0) { $0 + own.value(of: .gmv, option: Int($1)) }
    func best(_ show: Show) throws(LineupError) -> SolveOutcome {
      try LineupError.translating { () throws(SolverError) in
        try ExactSolver().solve(
          Formulation(show).program, limits: budget.limits(start: first), control: budget.control
        ).outcome
      }
    }
    func sample(_ outcome: SolveOutcome, meetsGoal: Bool) -> Sample? {
      func sample(_ selection: Selection, isProven: Bool) -> Sample {
        Sample(
          rows: selection.columns.filter { Int($0) < optionCount }.map { options.rows[Int($0)] },
          gmvOfFirst: gmv, meetsGoal: meetsGoal, isProven: isProven)
      }
      return switch outcome {
      case .optimal(let selection, _): sample(selection, isProven: true)
      case .feasible(let selection, _): sample(selection, isProven: false)
      case .infeasible, .noneAbove, .unknown: nil
      }
    }
    let outcome = try best(own)
    guard case .infeasible = outcome, scenario.goal != nil else {
      return sample(outcome, meetsGoal: scenario.goal != nil)
    }
    return sample(try best(goalless.scalingForecasts(by: factors)), meetsGoal: false)
  }
}
