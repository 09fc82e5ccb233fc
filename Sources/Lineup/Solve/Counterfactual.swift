import Optimization

/// The best tray of a show, and the best under rules that differ from it.
///
/// Candidates and options stay as they are, so that a tray of one is a start for the other.
struct Counterfactual: Sendable {
  /// A best tray by its columns; options come first and are the same in every counterfactual.
  struct Best: Sendable {
    var value: Double
    /// No tray is worth more; `value` where that is proven.
    var bound: Double
    /// The options on the tray, ascending.
    var options: [Int32]

    var isProven: Bool { bound <= value }
  }

  /// What a search for a best tray came to.
  enum Answer: Sendable {
    case best(Best)
    /// Proven: there is no tray.
    case none
    /// Proven: there is no tray above the floor.
    case noneAbove
    /// A limit ended the search before a tray or a proof.
    case unknown

    var best: Best? { if case .best(let best) = self { best } else { nil } }
  }

  let show: Show
  /// The best tray of the show that is known.
  private(set) var base: Best
  /// For each option, what no tray with it is worth more than; infinite where that is not known.
  private let optionBounds: [Double]?
  private var limits: AnswerLimits

  /// - Returns: `nil` where the show has no tray, or none was found in time.
  init?(_ show: Show, limits: AnswerLimits) throws(LineupError) {
    try show.requireForecast()
    if let views = show.scenario.viewsAnswer, !views.hasPlan { return nil }
    if let known = show.memory?.counterfactual(gap: limits.gap) {
      self = known
      self.limits = limits
      return
    }
    var search = limits.first
    search.reportsColumnBounds = true
    let report = try Self.solve(show, search, limits)
    guard let base = Self.answer(report, show, limits).best else { return nil }
    self.show = show
    self.base = base
    self.limits = limits
    optionBounds = report.columnBounds
    show.memory?.keep(self, gap: limits.gap)
  }

  /// The best tray under other rules. The best of this show is a start where it is a tray there.
  /// - Parameter floor: trays worth no more are not looked for.
  func best(under scenario: Scenario, above floor: Double = -.infinity) throws(LineupError) -> Answer {
    var search = limits.further
    search.start = base.options
    search.floor = floor
    let other = try show.rebound(to: scenario)
    return Self.answer(try Self.solve(other, search, limits), other, limits)
  }

  /// The counterfactual with a better base, where the search for the base was ended and a tray that was found later
  /// is better: what is said of the best tray is then said of that one.
  /// - Parameters:
  ///   - trays: trays that keep the rules of the show.
  ///   - bound: a further bound on the show.
  func improved(by trays: [Best], bound: Double = .infinity) -> Counterfactual {
    if base.isProven { return self }
    var improved = self
    for tray in trays where tray.value > improved.base.value { improved.base = tray }
    improved.base.bound = max(improved.base.value, min(base.bound, bound))
    return improved
  }

  /// Those of the trays, found under other rules, that keep the rules of the show, with what they are worth in it.
  func valid(_ trays: [Best]) throws(LineupError) -> [Best] {
    var valid: [Best] = []
    for best in trays {
      let tray = try show.tray(of: best.options)
      guard tray.rules.allSatisfy({ $0.holds || $0.isSoft }) else { continue }
      let value = show.objectiveValue(of: tray) - tray.penalties
      valid.append(Best(value: value, bound: .infinity, options: best.options))
    }
    return valid
  }

  /// What no tray with an option is worth more than.
  func bound(ofOption option: Int) -> Double { optionBounds?[option] ?? .infinity }

  /// A difference from the best tray's value, 0 where it is no more than rounding.
  func difference(_ value: Double) -> Double {
    let difference = value - base.value
    return abs(difference) <= tolerance ? 0 : difference
  }

  /// What sums of doubles lose.
  var tolerance: Double { 1e-9 * max(1, abs(base.value)) }

  var isCancelled: Bool { limits.isCancelled() }

  private static func solve(
    _ show: Show, _ search: SolveLimits, _ limits: AnswerLimits
  ) throws(LineupError) -> SolveReport {
    try LineupError.translating { () throws(SolverError) in
      try ExactSolver().solve(
        show.formulation().program, limits: search, control: SolveControl(isCancelled: limits.isCancelled))
    }
  }

  private static func answer(_ report: SolveReport, _ show: Show, _ limits: AnswerLimits) -> Answer {
    func best(_ selection: Selection, bound: Double) -> Answer {
      .best(
        Best(
          value: selection.value, bound: bound,
          options: selection.columns.filter { Int($0) < show.optionCount }))
    }
    switch report.outcome {
    // Proven within a gap, a tray is worth a range.
    case .optimal(let selection, let bound):
      return best(selection, bound: limits.gap > 0 ? max(bound, selection.value) : selection.value)
    case .feasible(let selection, let bound): return best(selection, bound: bound ?? .infinity)
    case .infeasible: return .none
    case .noneAbove: return .noneAbove
    case .unknown: return .unknown
    }
  }

  /// The SPUs of options.
  func spus(of options: [Int32]) -> [String] {
    options.map { show.catalog.spus[Int(show.options.rows[Int($0)])] }
  }
}

/// How long the searches for one answer may take.
struct AnswerLimits: Sendable {
  /// Seconds for each search, if the caller said.
  var seconds: Double?
  /// The gap within which each best tray is proven; 0 for the exact optimum.
  var gap: Double
  var isCancelled: @Sendable () -> Bool

  /// Of a comparison with another show, unless the caller said: one hard question must not hold up the
  /// answers to all others.
  private static let usualSeconds = 5.0

  /// The limits of the first search, for the best tray.
  var first: SolveLimits { SolveLimits(seconds: seconds, gap: gap) }

  /// The limits of each search that is compared with it.
  var further: SolveLimits { SolveLimits(seconds: seconds ?? Self.usualSeconds, gap: gap) }
}
