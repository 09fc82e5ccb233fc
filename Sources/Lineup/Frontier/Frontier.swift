import Optimization

/// What the best tray comes to as a number of the scenario moves, or as one measure is traded for
/// another; each point is solved by itself.
///
///     let frontier = try show.tradeOff(between: .gmv, and: .margin, points: 13)
///     for point in frontier.points { print(point.label, point.tray?.totals.margin ?? 0) }
///     // 954,624 568688.2
///     // 961,370 566120.9
///     // …
///
///     let file = try ShowFile(path: "september.yaml")
///     let goals = try file.frontier(varying: VariedSetting("goal.gmv=600000..1200000", steps: 13))
///     print(goals.largestGoal?.amount ?? 0)
public struct Frontier: Sendable {
  /// One point.
  public struct Point: Sendable {
    /// The setting, such as `700000`, or the floor under the first measure.
    public var label: String
    /// The setting as a number, for a plot; `nil` where it is none.
    public var position: Double?
    package var result: Result<SolveResult, LineupError>

    package var tray: Tray? { if case .success(let result) = result { result.tray } else { nil } }
    package var score: SolveResult.Score? {
      if case .success(let result) = result { result.score } else { nil }
    }
  }

  /// What moves: `goal.gmv`, or `gmv` where measures are traded.
  package var subject: String
  /// What each point maximises, in words of the scenario.
  package var objective: Objective
  /// In the order of the settings.
  public var points: [Point]
  /// The largest sales goal that any tray reaches, where the goal moves.
  package var largestGoal: LargestGoal?
  /// The files that all points were made of.
  package var inputs: InputDigests

  /// Solves a show for each setting, on every core.
  package init(
    varying subject: String,
    over contenders: [(label: String, position: Double?, show: Result<Show, LineupError>)],
    objective: Objective, _ settings: SolveSettings = SolveSettings(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    var settings = settings
    settings.explainsInfeasibility = false
    let chosen = settings
    let results = ConcurrentMap.values(contenders.map(\.show)) { show in
      Result { () throws(LineupError) in try show.get().solve(chosen, isCancelled: isCancelled) }
    }
    self.subject = subject
    self.objective = objective
    inputs = .common(contenders.compactMap { try? $0.show.get().scenario.inputs })
    points = zip(contenders, results).map { Point(label: $0.label, position: $0.position, result: $1) }
  }
}

/// How large a sales goal can be.
package enum LargestGoal: Sendable, Equatable {
  /// A tray reaches this GMV, and it is proven that none reaches more.
  case exactly(Double)
  /// A limit ended the search: a tray reaches the first, none more than the second.
  case between(Double, Double)
  /// Proven: no tray keeps the other rules, whatever the goal.
  case none
  /// A limit ended the search before a tray was found.
  case unknown

  /// A GMV that a tray reaches; `nil` where none is known.
  package var amount: Double? {
    switch self {
    case .exactly(let amount), .between(let amount, _): amount
    case .none, .unknown: nil
    }
  }
}

extension Show {
  /// The largest GMV of any tray that keeps every hard rule but the sales goal, so the largest goal that
  /// can be reached.
  /// - Parameter timeLimit: wall-clock seconds.
  package func largestGoal(
    timeLimit: Double? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> LargestGoal {
    var changed = scenario
    changed.goal = nil
    changed.objective = .gmv
    // What a soft rule costs is no part of the GMV.
    changed.rules.removeAll { $0.penalty != nil }
    changed.dropOfferCosts()
    var settings = SolveSettings(timeLimit: timeLimit)
    settings.explainsInfeasibility = false
    switch try rebound(to: changed).solve(settings, isCancelled: isCancelled).outcome {
    case .optimal(let tray, _): return .exactly(tray.totals.gmv)
    case .feasible(let tray, let score): return .between(tray.totals.gmv, score.bound ?? .infinity)
    case .infeasible: return .none
    case .unknown: return .unknown
    }
  }

  /// The exact trade-off of two measures: the largest `second` for floors under `first` from what the best
  /// tray by `second` has up to the most that is possible, evenly spaced; of trays with as much of
  /// `second`, one with the most of `first` (no point is dominated).
  ///
  /// Soft rules keep their penalties out of it: they may be missed freely.
  package func tradeOff(
    between first: Measure, and second: Measure, points count: Int, timeLimit: Double? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(LineupError) -> Frontier {
    var settings = SolveSettings(timeLimit: timeLimit)
    settings.explainsInfeasibility = false
    let chosen = settings
    let name = first.name
    @Sendable func solve(_ measure: Measure, floors: [(Measure, Double)]) throws(LineupError) -> SolveResult {
      try self.rebound(to: self.scenario.maximising(measure, floors: floors)).solve(
        chosen, isCancelled: isCancelled)
    }
    @Sendable func point(floor: Double?) throws(LineupError) -> SolveResult {
      var most = try solve(second, floors: floor.map { [(first, $0)] } ?? [])
      guard case .optimal(let tray, let score) = most.outcome else { return most }
      let refined = try solve(first, floors: [(second, self.amount(of: second, tray))])
      switch refined.outcome {
      case .optimal(let tray, _): most.outcome = .optimal(tray, score)
      case .feasible(let tray, _): most.outcome = .feasible(tray, score)
      case .infeasible, .unknown: most.outcome = .feasible(tray, score)
      }
      return most
    }
    let ends = try ConcurrentMap.map([0, 1]) { end throws(LineupError) in
      end == 0 ? try point(floor: nil) : try solve(first, floors: [])
    }
    guard let lowTray = ends[0].tray, let highTray = ends[1].tray else {
      let failed = Frontier.Point(label: "", position: nil, result: .success(ends[0]))
      return Frontier(subject: name, objective: scenario.objective, points: [failed])
    }
    let low = amount(of: first, lowTray)
    let high = amount(of: first, highTray)
    // Where one tray has the most of both there is nothing to trade.
    let steps = high - low > 1e-9 * max(1, abs(high)) ? max(2, count) : 1
    let floors = (0..<steps).map { step in low + (high - low) * Double(step) / Double(max(2, steps) - 1) }
    // The first floor asks for no more than what the first end has.
    let results =
      [Result<SolveResult, LineupError>.success(ends[0])]
      + ConcurrentMap.values(Array(floors.dropFirst())) { floor in
        Result { () throws(LineupError) in try point(floor: floor) }
      }
    let points = zip(floors, results).map { floor, result in
      Frontier.Point(label: FigureText.value(floor, .amount), position: floor, result: result)
    }
    return Frontier(
      subject: name,
      objective: Objective(parts: [.init(measure: second, weight: 1, location: nil)], isWeighted: false),
      points: points)
  }

  /// Throws where the catalog has no such numeric column.
  package func checkMeasure(_ measure: Measure) throws(LineupError) {
    var other = scenario
    other.objective = Objective(parts: [.init(measure: measure, weight: 1, location: nil)], isWeighted: false)
    _ = try rebound(to: other)
  }

  /// The sum of a measure over a tray.
  func amount(of measure: Measure, _ tray: Tray) -> Double {
    var other = scenario
    other.objective = Objective(parts: [.init(measure: measure, weight: 1, location: nil)], isWeighted: false)
    return (try? rebound(to: other))?.objectiveValue(of: tray) ?? 0
  }
}

extension Frontier {
  init(subject: String, objective: Objective, points: [Point]) {
    self.subject = subject
    self.objective = objective
    self.points = points
    inputs = .common(points.compactMap { try? $0.result.get().inputs })
  }
}

extension Scenario {
  /// The scenario with another objective, floors under measures, and no soft rules nor costs of offers.
  fileprivate func maximising(_ measure: Measure, floors: [(Measure, Double)]) -> Scenario {
    var changed = self
    changed.objective = Objective(
      parts: [.init(measure: measure, weight: 1, location: nil)], isWeighted: false)
    changed.rules.removeAll { $0.penalty != nil }
    changed.dropOfferCosts()
    let here = SourceLocation(source: source)
    for (measure, floor) in floors {
      changed.rules.append(
        NamedRule(
          name: "\(measure.name) at least \(floor)", location: here,
          rule: SumRule(measure: measure, location: here, condition: Where(), range: Bounds(lower: floor))))
    }
    return changed
  }
}
