/// Clock, cancellation and the best selection so far: what every stage of one search shares.
final class SearchControl {
  let program: Program
  let limits: SolveLimits
  private let control: SolveControl
  private let clock: SolveClock
  private(set) var incumbent: Selection?
  /// The best proven bound on the whole program.
  private(set) var bound = Double.infinity
  var nodes = 0
  var effort = SearchEffort()
  private(set) var columnBounds: [Double]?
  private var stageStarts: [(name: String, seconds: Double)] = []
  /// What ended the search, once it must end.
  private(set) var stop: SearchStop?
  /// What the open nodes of all its tree searches take.
  private var heldBytes = 0
  private var lastReport = -1.0
  private var hasLeftOut = false
  /// No selection with a column that was left out is worth more.
  private var leftOutValue = -Double.infinity
  private var checker: SelectionChecker

  /// Whether the program is treated as a large one whatever its size.
  let treatsAsLarge: Bool

  init(_ program: Program, limits: SolveLimits, control: SolveControl, treatsAsLarge: Bool = false) {
    self.program = program
    self.treatsAsLarge = treatsAsLarge
    self.limits = limits
    self.control = control
    clock = SolveClock(limit: limits.seconds)
    checker = SelectionChecker(program)
  }

  var seconds: Double { clock.seconds }

  /// Begins a stage, which lasts until the next one begins.
  func enter(_ stage: String) {
    stageStarts.append((stage, seconds))
  }

  /// The stages so far, the last one until now.
  var stages: [SearchStage] {
    let ends = stageStarts.dropFirst().map(\.seconds) + [seconds]
    return zip(stageStarts, ends).map { SearchStage(name: $0.name, seconds: $1 - $0.seconds) }
  }

  /// Whether the search must end; once true it stays true. To be asked every few milliseconds.
  func mustStop() -> Bool {
    if stop == nil {
      stop =
        control.isCancelled()
        ? .cancelled
        : clock.isOver
          ? .timeLimit
          : heldBytes > limits.memory
            ? .memoryLimit
            : nodes >= limits.nodes ? .nodeLimit : nil
    }
    return isStopped
  }

  /// Notes that open nodes take so many bytes more, or less.
  func hold(_ bytes: Int) { heldBytes += bytes }

  var isStopped: Bool { stop != nil }

  /// For passes over all columns.
  var pace: Pace { Pace(mustStop: mustStop, longestSlice: treatsAsLarge ? 4 : .max) }

  /// Where there is one: a number of which the net objective of every selection is a whole multiple.
  var objectiveUnit: Double?

  /// Only selections worth more are looked for, while it is set.
  var target = -Double.infinity

  /// A selection must be better than the incumbent by more than this to be worth looking for: what
  /// sums of doubles lose, or what the asked gap allows.
  var cutoff: Double {
    guard let incumbent else { return limits.floor }
    return max(target, cutoff(beside: incumbent))
  }

  private func cutoff(beside incumbent: Selection) -> Double {
    let least = worthless(beside: incumbent)
    guard let unit = objectiveUnit else { return least }
    // The next value there can be, with room for what sums of doubles lose. The incumbent may have columns that are
    // gone by now, and so be no multiple.
    let quotient = incumbent.value / unit
    let nearest = quotient.rounded()
    let isMultiple = abs(incumbent.value - nearest * unit) <= 1e-9 * max(1, abs(incumbent.value))
    let next = ((isMultiple ? nearest : quotient.rounded(.down)) + 1) * unit
    return max(least, next - max(1e-3 * unit, 1e-8 * abs(next)))
  }

  private func worthless(beside incumbent: Selection) -> Double {
    incumbent.value + max(1e-10, limits.gap) * abs(incumbent.value) + 1e-10
  }

  /// Takes a selection of the given program as the incumbent if it is one and better.
  /// - Returns: its value, `nil` if it misses a hard row.
  @discardableResult
  func consider(_ columns: [Int32]) -> Double? {
    let sorted = columns.sorted()
    guard let value = checker.value(of: sorted, program) else { return nil }
    if value > incumbent?.value ?? limits.floor {
      // Not believed before the given program says so too.
      guard program.value(of: sorted) == value else { return nil }
      if let confirms = limits.confirms, program.isNearTolerance(sorted), !confirms(sorted) { return nil }
      incumbent = Selection(columns: sorted, value: value)
      report(always: true)
    }
    return value
  }

  /// Says that columns were left out which no selection above the cutoff contains.
  func noteExclusions() {
    hasLeftOut = true
    leftOutValue = max(leftOutValue, cutoff)
  }

  /// Notes a bound on the whole program, or on what is left of it.
  func lower(bound: Double) {
    // Where a gap is asked for, what was left out may be worth that much more than the incumbent.
    let leftOut = hasLeftOut && limits.gap > 0 ? incumbent.map { worthless(beside: $0) } : nil
    let bound = max(bound, leftOut ?? bound)
    if bound < self.bound {
      self.bound = bound
      report(always: false)
    }
  }

  /// Notes what each column's loss leaves of a bound on the whole program, where that is asked for: the
  /// least of all that are noted. Columns that the presolve dropped before are in no selection at all.
  func noteColumnBounds(_ program: GroupedProgram, _ pricing: Pricing) {
    guard limits.reportsColumnBounds else { return }
    let isFirst = columnBounds == nil
    var bounds = columnBounds ?? Array(repeating: -.infinity, count: self.program.columnCount)
    for column in 0..<program.columnCount {
      // A selection that also has a column that was left out is not in this program.
      let bound = max(leftOutValue, pricing.bound - pricing.loss(column, program))
      let given = Int(program.original[column])
      bounds[given] = isFirst ? bound : min(bounds[given], bound)
    }
    columnBounds = bounds
  }

  func report(always: Bool) {
    let now = seconds
    guard always || now - lastReport > 0.05 else { return }
    lastReport = now
    let shown = incumbent.map { max(bound, $0.value) } ?? bound
    control.report(SearchProgress(incumbent: incumbent?.value, bound: shown, seconds: now, nodes: nodes))
  }

  /// The outcome of a search that looked everywhere.
  func proven() -> SolveOutcome {
    guard let incumbent else {
      return limits.floor > -.infinity ? .noneAbove(limits.floor) : .infeasible
    }
    // With gap 0 nothing was left out that is better than the incumbent by more than rounding.
    let bound =
      limits.gap > 0 ? max(incumbent.value, min(self.bound, worthless(beside: incumbent))) : incumbent.value
    return .optimal(incumbent, bound: bound)
  }

  /// The outcome of a search that was stopped.
  func unfinished() -> SolveOutcome {
    // A search that was stopped before its first step has at least what it was given.
    if incumbent == nil, let start = limits.start { consider(start) }
    let known = bound.isFinite ? bound : nil
    guard let incumbent else { return .unknown(bound: known) }
    return .feasible(incumbent, bound: known.map { max($0, incumbent.value) })
  }

  /// What ended the search before it had proven its outcome.
  func stop(of outcome: SolveOutcome) -> SearchStop? {
    switch outcome {
    case .feasible, .unknown: stop
    case .optimal, .infeasible, .noneAbove: nil
    }
  }
}
