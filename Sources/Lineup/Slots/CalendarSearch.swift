import Optimization

/// The calendar of the greatest value that keeps the counts; where they cannot all be kept, the one that fills the
/// most slots, of these one that lacks the least to what each partner is to have at least, of these the most
/// valuable; and who competes for what.
struct CalendarSearch {
  let program: SlotProgram
  /// What each partner is to have at least.
  let least: Int
  let budget: Budget

  /// What was found.
  struct Found {
    var owners: [Int?]
    var status = SlotsResult.Status.unknown
    var bound: Double?
    var clashes: [SlotsClash] = []
    /// Whether there may be more than these.
    var hasMoreClashes = false
    var isBestEffortProven = false
    var stop: SolveResult.Stop?
    var method = "none"
    var backend = "none"
    var remarks: [SolveRemark] = []
  }

  func run() throws(SolverError) -> Found {
    var found = Found(owners: [Int?](repeating: nil, count: program.slots.count))
    let wanted = program.counts.reduce(0, +)
    if wanted == 0 {
      found.status = .optimal
      found.bound = 0
      return found
    }
    let report = try solve(program.program(.kept, .value).program, &found)
    switch report.outcome {
    case .optimal(let selection, let bound):
      found.owners = program.owners(selection.columns)
      found.status = .optimal
      found.bound = bound
    case .feasible(let selection, let bound):
      found.owners = program.owners(selection.columns)
      found.status = .feasible
      found.bound = bound
    case .infeasible:
      found.status = .infeasible
      try fillBest(&found)
      try findClashes(&found)
    case .unknown, .noneAbove:
      try fillBest(&found)
      if program.held(found.owners) == program.counts { found.status = .feasible }
    }
    return found
  }

  /// The stages after another, each within what the one before has reached.
  private func fillBest(_ found: inout Found) throws(SolverError) {
    var isProven = true
    var start: [Int32] = []
    func take(_ report: SolveReport) -> Bool {
      switch report.outcome {
      case .optimal(let selection, _): start = selection.columns
      case .feasible(let selection, _):
        start = selection.columns
        isProven = false
      case .infeasible, .noneAbove, .unknown:
        isProven = false
        return false
      }
      start.removeAll { Int($0) >= program.columns.count }
      found.owners = program.owners(start)
      return true
    }
    let anyhow = SlotProgram.Counts.atMost(filled: 0, lacking: nil, least: 0)
    guard take(try solve(program.program(anyhow, .filled).program, &found, start: [])) else { return }
    let filled = start.count
    var lacking: Int?
    if least > 0 {
      let next = program.program(.penalised(filled: filled, least: least), .nothing).program
      _ = take(try solve(next, &found, start: start + helpers(of: found.owners, isThere: true)))
      lacking = lacks(found.owners)
    }
    let last = program.program(.atMost(filled: filled, lacking: lacking, least: least), .value).program
    let helped = start + helpers(of: found.owners, isThere: lacking != nil)
    _ = take(try solve(last, &found, start: helped))
    found.isBestEffortProven = isProven
  }

  /// How many slots all partners lack to what each is to have at least.
  private func lacks(_ owners: [Int?]) -> Int {
    zip(program.held(owners), program.counts).reduce(0) { $0 + max(0, min(least, $1.1) - $1.0) }
  }

  /// The helping columns that stand for what partners lack.
  private func helpers(of owners: [Int?], isThere: Bool) -> [Int32] {
    guard isThere else { return [] }
    var columns: [Int32] = []
    var next = Int32(program.columns.count)
    for (held, count) in zip(program.held(owners), program.counts) {
      let lack = max(0, min(least, count) - held)
      for digit in SlotProgram.digits(upTo: least) {
        if lack & digit != 0 { columns.append(next) }
        next += 1
      }
    }
    return columns
  }

  private func solve(
    _ program: Program, _ found: inout Found, start: [Int32]? = nil
  ) throws(SolverError) -> SolveReport {
    let report = try budget.solver.solve(
      program, limits: SolveLimits(seconds: budget.timeLimit, start: start),
      control: SolveControl(isCancelled: budget.isCancelled))
    found.method = report.method
    found.backend = report.backend
    for remark in report.remarks where !found.remarks.contains(remark) { found.remarks.append(remark) }
    if let stop = report.stop, found.stop == nil {
      found.stop =
        switch stop {
        case .timeLimit, .nodeLimit: .timeLimit
        case .cancelled: .cancelled
        case .memoryLimit: .memoryLimit
        }
    }
    return report
  }

  // MARK: Who competes for what

  /// At most so many clashes are told.
  private static let mostClashes = 5
  /// Seconds for telling them where nothing else is said.
  private static let clashSeconds = 10.0

  /// Sets of partners, no two with one in common, that cannot all have as many as they are to have.
  private func findClashes(_ found: inout Found) throws(SolverError) {
    var left = program.scores.indices.filter { program.counts[$0] > 0 }
    if program.counts.reduce(0, +) > program.slots.count {
      // There are too few for all: nobody is to be named.
      found.clashes = [
        SlotsClash(
          partners: left, wanted: program.counts.reduce(0, +), most: nil,
          slots: Set(program.columns.map(\.slot)).sorted(), isByDaysApart: false, isIrreducible: false)
      ]
      return
    }
    let search = SearchBudget(
      seconds: min(budget.timeLimit ?? Self.clashSeconds, Self.clashSeconds), isCancelled: budget.isCancelled)
    let (whole, rows) = program.program(.kept, .nothing)
    let oracle = FeasibilityOracle(whole, units: rows, solver: budget.solver, budget: search)
    // Who cannot have its slots even alone is soon found, and says most.
    for partner in left {
      guard case .infeasible = try oracle.verdict(on: [partner]) else { continue }
      if found.clashes.count == Self.mostClashes {
        found.hasMoreClashes = true
        return
      }
      let alone = InfeasibleSubset(units: [partner], isIrreducible: true)
      found.clashes.append(try clash(alone, rows, whole, search))
      left.removeAll { $0 == partner }
    }
    if found.clashes.isEmpty {
      let subset = try InfeasibleSubset.find(with: oracle, blocks: left.map { [$0] })
      // Where nothing could be asked in time, every partner is left, which says nothing.
      if !subset.units.isEmpty, subset.isIrreducible || !search.isOver {
        found.clashes.append(try clash(subset, rows, whole, search))
        left.removeAll { subset.units.contains($0) }
      }
    }
    // Whether all others can have theirs together may take as long as the calendar itself, and is not asked.
    found.hasMoreClashes = !left.isEmpty
  }

  private func clash(
    _ subset: InfeasibleSubset, _ rows: [[Int]], _ whole: Program, _ search: SearchBudget
  ) throws(SolverError) -> SlotsClash {
    let members = Set(subset.units)
    let counts = program.counts.indices.map { members.contains($0) ? program.counts[$0] : 0 }
    let part = SlotProgram(
      slots: program.slots, scores: program.scores, wishes: program.wishes, counts: counts,
      apart: program.apart)
    var most: Int?
    let filling = part.program(.atMost(filled: 0, lacking: nil, least: 0), .filled).program
    if part.columns.isEmpty {
      most = 0
    } else if case .optimal(let selection, _) = try budget.solver.solve(
      filling, limits: search.limits(start: []), control: search.control
    ).outcome {
      most = selection.columns.count
    }
    let countsAlone = FeasibilityOracle(
      whole, units: rows.map { [$0[0]] }, solver: budget.solver, budget: search)
    var isByDaysApart = false
    if case .feasible = try countsAlone.verdict(on: subset.units) { isByDaysApart = true }
    return SlotsClash(
      partners: subset.units, wanted: counts.reduce(0, +), most: most,
      slots: Set(part.columns.map(\.slot)).sorted(), isByDaysApart: isByDaysApart,
      isIrreducible: subset.isIrreducible)
  }
}
