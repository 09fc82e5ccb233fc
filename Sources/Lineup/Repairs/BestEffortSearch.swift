import Optimization

/// Finds the tray that misses hard rows the least.
struct BestEffortSearch: Sendable {
  /// The show with every hard `together` made soft, so that the program counts its miss.
  let show: Show
  private let program: Program
  private let rows: [RuleRow]
  /// Whether a row may be missed, and what each unit of the miss counts.
  private let weights: [Double?]
  /// Rows of large `each` rules; their misses are allowed for in a second step.
  private let isNumerous: [Bool]
  let budget: SearchBudget

  /// Rules of form `each` with more rows than this are kept hard at first.
  private static let numerous = 64

  /// - Parameter keepsProtected: whether rules with `repair: never` stay hard.
  init(_ original: Show, keepsProtected: Bool, budget: SearchBudget) throws(LineupError) {
    var scenario = original.scenario
    var wasHard: Set<Int> = []
    let own = scenario.allRules.count - scenario.rules.count
    for rule in scenario.rules.indices where scenario.rules[rule].rule.allOrNone != nil {
      if scenario.rules[rule].penalty == nil, !(keepsProtected && scenario.rules[rule].isProtected) {
        scenario.rules[rule].penalty = 1
        wasHard.insert(own + rule)
      }
    }
    show = try original.rebound(to: scenario)
    program = show.formulation().program
    rows = show.ruleRows
    let scales = MissScale(show)
    var weights = [Double?](repeating: nil, count: program.rowCount)
    var isNumerous = [Bool](repeating: false, count: program.rowCount)
    for row in rows where !row.isSoft || wasHard.contains(row.position) {
      let demand = scenario.demand(of: row)
      if keepsProtected, demand.isProtected { continue }
      let scale = scales.scale(of: row, demand: demand, columns: program.columnCount)
      for programRow in row.programRows {
        weights[programRow] = 1 / scale
        isNumerous[programRow] = row.block.count > Self.numerous
      }
    }
    self.weights = weights
    self.isNumerous = isNumerous
    self.budget = budget
  }

  /// The columns of the tray; `nil` where none was found in time or even protected rules clash.
  struct Found: Sendable {
    var columns: [Int32]
    var totalMiss: Double
    var isProven: Bool
  }

  func run() throws(SolverError) -> Found? {
    var start: [Int32]?
    if isNumerous.contains(true) {
      let few = weights.indices.map { isNumerous[$0] ? nil : weights[$0] }
      start = try solve(program.elastic(weights: few), start: nil)?.selection.columns
    }
    guard let least = try solve(program.elastic(weights: weights), start: start) else { return nil }
    // Among the trays that miss no row by more, the best by the objective.
    var within = program
    let activities = program.activities(of: least.selection.columns)
    for row in 0..<program.rowCount where weights[row] != nil {
      let miss = program.miss(row: row, activity: activities[row])
      within.allow(row: row, missing: miss)
    }
    let best = try solve(within, start: least.selection.columns)?.selection ?? least.selection
    // Where less may do, the best of them may have less by itself.
    let totalMiss = least.isProven ? -least.selection.value : weightedMiss(of: best.columns)
    return Found(columns: best.columns, totalMiss: max(0, totalMiss), isProven: least.isProven)
  }

  private func weightedMiss(of columns: [Int32]) -> Double {
    let activities = program.activities(of: columns)
    return weights.indices.reduce(0.0) { total, row in
      weights[row].map { total + $0 * program.miss(row: row, activity: activities[row]) } ?? total
    }
  }

  private func solve(
    _ program: Program, start: [Int32]?
  ) throws(SolverError) -> (selection: Selection, isProven: Bool)? {
    let report = try ExactSolver().solve(
      program, limits: budget.limits(start: start), control: budget.control)
    switch report.outcome {
    case .optimal(let selection, _): return (selection, true)
    case .feasible(let selection, _): return (selection, false)
    case .infeasible, .noneAbove, .unknown: return nil
    }
  }
}
