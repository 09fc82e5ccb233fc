import Optimization

extension ViewsProgram {
  /// What a search for a plan came to.
  enum Outcome: Sendable, Equatable {
    /// The whole numbers of the plan.
    case plan([Double])
    /// Proven: no whole numbers keep every row.
    case none
    /// A limit or a cancellation ended the search.
    case stopped
  }

  /// Nodes of each question beside the plan itself: there are many of them, and one that is hard is left open.
  private static let mostNodes = 3_000

  /// How far the cost may be above the least while views are made few.
  static func costTolerance(_ cost: Double) -> Double { 1e-6 * max(1, cost) }

  /// The plan: the least cost, then the fewest views channel by channel.
  /// - Throws: where GLPK fails or is not in this build.
  func best(isCancelled: () -> Bool = { false }) throws(LineupError) -> Outcome {
    try withoutActuallyEscaping(isCancelled) { isCancelled throws(LineupError) in
      var search = WholeNumberSearch(mustStop: isCancelled)
      search.step = costStep
      let cheapest = try least(.cost, &search) { self.cost($0) }
      guard case .best(var values, let cost) = cheapest else { return Outcome(cheapest) }
      let limit = cost + Self.costTolerance(cost)
      var settled = self
      search.step = 1
      for column in fixed.indices where fixed[column] == nil {
        if values[column] > 0 {
          let fewest = try settled.least(.column(column), &search, most: limit, known: values) { values in
            self.cost(values) <= limit + 1e-12 * max(1, limit) ? values[column] : nil
          }
          guard case .best(let fewer, _) = fewest else { return Outcome(fewest) }
          values = fewer
        }
        settled.settle(column, at: values[column])
      }
      return .plan(Array(values.prefix(fixed.count)))
    }
  }

  /// Whether there is a plan; `nil` where a limit ended the search.
  func hasPlan(isCancelled: () -> Bool) throws(LineupError) -> Bool? {
    try withoutActuallyEscaping(isCancelled) { isCancelled throws(LineupError) in
      var search = WholeNumberSearch(nodes: Self.mostNodes, mustStop: isCancelled)
      return switch try least(.nothing, &search, value: { _ in 0 }) {
      case .best: true
      case .none: false
      case .stopped: nil
      }
    }
  }

  /// The whole numbers with the most or the least of a row; `nil` where there are none, or a limit ended the search.
  func extreme(
    _ kind: Row.Kind, isGreatest: Bool, isCancelled: () -> Bool
  ) throws(LineupError) -> (values: [Double], amount: Double)? {
    try withoutActuallyEscaping(isCancelled) { isCancelled throws(LineupError) in
      var search = WholeNumberSearch(nodes: Self.mostNodes, mustStop: isCancelled)
      let found = try least(.row(kind, isGreatest: isGreatest), &search) { values in
        isGreatest ? -self.activity(kind, values) : self.activity(kind, values)
      }
      guard case .best(let values, let value) = found else { return nil }
      return (values, isGreatest ? -value : value)
    }
  }

  /// The greatest or least part that a channel can have of all views; `nil` where there is none.
  ///
  /// By Dinkelbach (1967): of `part - ratio x whole`, the ratio that of the best plan so far, until no plan is above 0.
  func extremeShare(
    _ channel: Int, isGreatest: Bool, isCancelled: () -> Bool
  ) throws(LineupError) -> Double? {
    try withoutActuallyEscaping(isCancelled) { isCancelled throws(LineupError) in
      var ratio: Double?
      for _ in 0..<40 {
        var search = WholeNumberSearch(nodes: Self.mostNodes, mustStop: isCancelled)
        let less = ratio ?? (isGreatest ? 0 : 1)
        let found = try least(.share(channel, less: less, isGreatest: isGreatest), &search) { values in
          let value = self.views(channel, values) - less * self.allViews(values)
          return isGreatest ? -value : value
        }
        guard case .best(let values, let value) = found else { return ratio }
        let whole = allViews(values)
        // No views at all keep every share.
        if whole == 0 { return ratio }
        if ratio != nil, value >= -1e-9 * max(1, whole) { return ratio }
        ratio = views(channel, values) / whole
      }
      return ratio
    }
  }

  private mutating func settle(_ column: Int, at value: Double) { self = settling(column: column, at: value) }

  private func least(
    _ objective: Objective, _ search: inout WholeNumberSearch, most: Double = .infinity,
    known: [Double]? = nil,
    value: ([Double]) -> Double?
  ) throws(LineupError) -> WholeNumberSearch.Answer {
    try LineupError.translating { () throws(SolverError) in
      try search.minimise(wholeNumbers(objective, most: most), known: known) { values in
        isPlan(values) ? value(values) : nil
      }
    }
  }
}

extension ViewsProgram.Outcome {
  fileprivate init(_ answer: WholeNumberSearch.Answer) {
    switch answer {
    case .best(let values, _): self = .plan(values)
    case .none: self = .none
    case .stopped: self = .stopped
    }
  }
}
