import Synchronization

/// Solves a program with switches by solving the ordinary program of each combination of them: what one finds is
/// what the others must better, and the bound is the greatest of theirs. Some at once, on every core.
///
/// How many are begun before their answers are looked at is the same on every machine, and so is the answer.
struct ChoiceSearch: Sendable {
  /// Solves a program without switches.
  typealias Method =
    @Sendable (_ program: Program, _ limits: SolveLimits, _ control: SolveControl) throws(SolverError)
    -> SolveReport

  private let program: Program
  private let limits: SolveLimits
  private let control: SolveControl
  private let clock: SolveClock
  private let method: Method
  private let table: ChoiceTable

  /// How many combinations are searched with the same incumbent.
  private static let waveLength = 4

  /// - Returns: `nil` where the program is not one of few combinations.
  init?(_ program: Program, limits: SolveLimits, control: SolveControl, method: @escaping Method) {
    clock = SolveClock(limit: limits.seconds)
    guard let table = ChoiceTable(program) else { return nil }
    self.program = program
    self.limits = limits
    self.control = control
    self.method = method
    self.table = table
  }

  /// What is known so far.
  private struct State {
    var incumbent: Selection?
    /// Of the combinations that were searched.
    var bound = -Double.infinity
    /// Whether some combination has no bound, or was not searched to its end.
    var isOpen = false
    var hasUnknownBound = false
    var stop: SearchStop?
    var nodes = 0
    var effort = SearchEffort()
    var stages: [SearchStage] = []
    var columnBounds: [Double]?
    var remarks: [SolveRemark] = []
    var names: (method: String, backend: String)?
  }

  func run() throws(SolverError) -> SolveReport {
    var state = State()
    if limits.reportsColumnBounds {
      state.columnBounds = Array(repeating: -.infinity, count: program.columnCount)
    }
    var start: [Int32]?
    var first: UInt64?
    if let given = limits.start, let combination = table.combination(for: given) {
      let options = given.filter { !table.isSwitch($0) }
      let whole = (options + table.columns(on: combination)).sorted()
      start = whole
      first = combination
      if let value = program.value(of: whole), value > limits.floor {
        if limits.confirms.map({ !program.isNearTolerance(whole) || $0(whole) }) ?? true {
          state.incumbent = Selection(columns: whole, value: value)
          control.report(
            SearchProgress(incumbent: value, bound: .infinity, seconds: clock.seconds, nodes: 0))
        }
      }
    }
    // What may hold the best selection first: it spares the others most of their search. Half of the time is left for one.
    var screenLimits = limits
    screenLimits.seconds = clock.remaining.map { $0 / 2 }
    let bounds =
      table.combinations.count > 1 && program.columnCount > ChoiceScreen.fewColumns
      ? ChoiceScreen(table, limits: screenLimits, control: control).bounds() : [:]
    func bound(_ combination: UInt64) -> Double { bounds[combination] ?? .infinity }
    var order = table.combinations.enumerated().sorted {
      (bound($1.element), $0.offset) < (bound($0.element), $1.offset)
    }.map(\.element)
    if let first, let place = order.firstIndex(of: first) {
      order.remove(at: place)
      order.insert(first, at: 0)
    }
    var position = 0
    while position < order.count {
      if state.stop == nil, control.isCancelled() { state.stop = .cancelled }
      // Whatever the time, the method itself says what it finds in the first.
      if state.stop == nil, position > 0, clock.isOver { state.stop = .timeLimit }
      if state.stop != nil {
        state.isOpen = true
        state.hasUnknownBound = true
        break
      }
      if let incumbent = state.incumbent {
        let cutoff = max(
          limits.floor, incumbent.value + max(1e-10, limits.gap) * abs(incumbent.value) + 1e-10)
        let left = order[position...].filter { bound($0) > cutoff }
        for combination in order[position...] where bound(combination) <= cutoff {
          leaveOut(combination, bound: bound(combination), &state)
        }
        order.replaceSubrange(position..., with: left)
        if left.isEmpty { break }
      }
      let wave = Array(order[position..<min(order.count, position + (position == 0 ? 1 : Self.waveLength))])
      try search(wave, start: position == 0 ? start : nil, &state)
      position += wave.count
    }
    return report(state)
  }

  /// Notes a combination without a selection better than the incumbent.
  private func leaveOut(_ combination: UInt64, bound: Double, _ state: inout State) {
    state.bound = max(state.bound, bound)
    guard var bounds = state.columnBounds else { return }
    state.columnBounds = nil
    for column in bounds.indices where table.needs(of: Int32(column)) & ~combination == 0 {
      bounds[column] = max(bounds[column], bound)
    }
    for column in table.columns(on: combination) { bounds[Int(column)] = max(bounds[Int(column)], bound) }
    state.columnBounds = bounds
  }

  private func search(_ wave: [UInt64], start: [Int32]?, _ state: inout State) throws(SolverError) {
    let incumbent = state.incumbent
    let floor =
      incumbent.map { $0.value + max(1e-10, self.limits.gap) * abs($0.value) + 1e-10 } ?? self.limits.floor
    let board = Board(incumbent?.value)
    let (table, limits, control) = (self.table, self.limits, self.control)
    let (clock, method) = (self.clock, self.method)
    IndependentTasks.search(wave.count) { task in
      let part = table.part(of: wave[task])
      var own = limits
      own.seconds = clock.remaining
      own.floor = floor > -.infinity ? floor - part.gain : -.infinity
      own.start = start.flatMap { part.columns(of: $0, isSwitch: table.isSwitch) }
      // What is no better than the start is still to be found with it.
      if own.start != nil { own.floor = limits.floor > -.infinity ? limits.floor - part.gain : -.infinity }
      if let confirms = limits.confirms { own.confirms = { confirms(part.whole($0)) } }
      let inner = SolveControl(isCancelled: control.isCancelled) { progress in
        guard let value = progress.incumbent, let best = board.improved(value + part.gain) else { return }
        control.report(
          SearchProgress(incumbent: best, bound: .infinity, seconds: clock.seconds, nodes: progress.nodes))
      }
      let result = Result { () throws(SolverError) in try method(part.program, own, inner) }
      board.finish(task, result.map { (part, $0) })
    }
    let found = board.answers
    for task in wave.indices {
      guard let answer = found[task] else { continue }
      let (part, report) = try answer.get()
      take(report, of: part, floor: max(floor, limits.floor), &state)
    }
  }

  private func take(_ report: SolveReport, of part: ChoicePart, floor: Double, _ state: inout State) {
    state.names = state.names ?? (report.method, report.backend)
    state.nodes += report.nodes
    state.effort.iterations += report.effort.iterations
    state.effort.pricedColumns += report.effort.pricedColumns
    state.effort.coreColumns += report.effort.coreColumns
    for stage in report.stages {
      if let place = state.stages.firstIndex(where: { $0.name == stage.name }) {
        state.stages[place].seconds += stage.seconds
      } else {
        state.stages.append(stage)
      }
    }
    for remark in report.remarks where !state.remarks.contains(remark) { state.remarks.append(remark) }
    var ownBound: Double
    switch report.outcome {
    case .optimal(let selection, let bound):
      consider(selection, part, &state)
      ownBound = bound + part.gain
    case .feasible(let selection, let bound):
      consider(selection, part, &state)
      state.isOpen = true
      ownBound = bound.map { $0 + part.gain } ?? .infinity
    case .infeasible: ownBound = -.infinity
    case .noneAbove: ownBound = floor
    case .unknown(let bound):
      state.isOpen = true
      ownBound = bound.map { $0 + part.gain } ?? .infinity
    }
    if ownBound == .infinity {
      state.hasUnknownBound = true
    } else {
      state.bound = max(state.bound, ownBound)
    }
    if state.isOpen, state.stop == nil { state.stop = report.stop }
    guard var bounds = state.columnBounds else { return }
    state.columnBounds = nil
    for (column, whole) in part.original.enumerated() {
      let bound = min(
        report.columnBounds.map { max($0[column] + part.gain, floor) } ?? ownBound, max(ownBound, floor))
      bounds[Int(whole)] = max(bounds[Int(whole)], bound)
    }
    for column in part.switches {
      bounds[Int(column)] = max(bounds[Int(column)], ownBound)
    }
    state.columnBounds = bounds
  }

  private func consider(_ selection: Selection, _ part: ChoicePart, _ state: inout State) {
    let columns = part.whole(selection.columns)
    guard let value = program.value(of: columns) else { return }
    if value > state.incumbent?.value ?? -.infinity {
      state.incumbent = Selection(columns: columns, value: value)
    }
  }

  private func report(_ state: State) -> SolveReport {
    let bound: Double? = state.hasUnknownBound ? nil : state.bound
    let outcome: SolveOutcome
    switch state.incumbent {
    case let incumbent? where state.isOpen:
      outcome = .feasible(incumbent, bound: bound.map { max($0, incumbent.value) })
    case let incumbent?:
      let most =
        limits.gap > 0
        ? max(
          incumbent.value,
          min(bound ?? .infinity, incumbent.value + max(1e-10, limits.gap) * abs(incumbent.value) + 1e-10))
        : incumbent.value
      outcome = .optimal(incumbent, bound: most)
    case nil where state.isOpen: outcome = .unknown(bound: bound?.isFinite == true ? bound : nil)
    case nil: outcome = limits.floor > -.infinity ? .noneAbove(limits.floor) : .infeasible
    }
    return SolveReport(
      outcome: outcome, stop: state.isOpen ? state.stop : nil, method: state.names?.method ?? "exact",
      backend: state.names?.backend ?? "none", nodes: state.nodes, effort: state.effort,
      stages: state.stages, columnBounds: state.columnBounds, remarks: state.remarks)
  }
}

/// What several searches at once have found.
private final class Board: Sendable {
  typealias Answer = Result<(ChoicePart, SolveReport), SolverError>

  private let state: Mutex<(incumbent: Double?, answers: [Int: Answer])>

  init(_ incumbent: Double?) {
    state = Mutex((incumbent, [:]))
  }

  /// The value, if it is the best so far.
  func improved(_ value: Double) -> Double? {
    state.withLock { state in
      guard value > state.incumbent ?? -.infinity else { return nil }
      state.incumbent = value
      return value
    }
  }

  func finish(_ task: Int, _ answer: Answer) { state.withLock { $0.answers[task] = answer } }

  var answers: [Int: Answer] { state.withLock { $0.answers } }
}
