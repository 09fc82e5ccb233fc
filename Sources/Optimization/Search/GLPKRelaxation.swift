#if GLPK
  import GLPK

  /// The linear relaxation over the columns taken in so far, warm from solve to solve.
  ///
  /// Every row is elastic: what it misses costs its penalty, a hard row's being a price that is raised
  /// until it holds or the bound proves that it cannot. So there is always a solution, and with it duals.
  /// A group's row enters when a relaxation breaks it, and where rows are many so does every row that an
  /// empty selection meets: of a hundred thousand rows of look-alikes a relaxation breaks none. Rows and
  /// objective are scaled by powers of two.
  final class GLPKRelaxation: RestrictedRelaxation {
    private let program: GroupedProgram
    private var problem = LinearProblem()
    private var costs: ElasticCosts
    /// Where each row of the program is in the problem, or -1 while no relaxation broke it.
    private var problemRow: [Int32]
    private var slackColumns: [(row: Int, column: Int)] = []
    /// Where each column of the program is in the problem, or -1.
    private(set) var position: [Int32]
    /// The columns taken in, in that order, and the problem's column of each.
    private(set) var active: [Int32] = []
    private var activeColumn: [Int32] = []
    private var groupRow: [Int32: Int32] = [:]
    private var brokenRows: BrokenRows
    private var values: [Double] = []
    private var rowDuals: [Double] = []
    private var current: Subproblem
    private var isDualFeasible = false
    /// Whether hard rows may be missed at a price. They may not while relaxations hold without: columns
    /// that cannot leave 0 cost GLPK nothing.
    private var isElastic = true
    private(set) var iterations = 0

    init(_ program: GroupedProgram, statesAllRows: Bool) throws(GLPKError) {
      self.program = program
      costs = ElasticCosts(program)
      position = Array(repeating: -1, count: program.columnCount)
      brokenRows = BrokenRows(program, rowScale: costs.rowScale)
      problemRow = Array(repeating: -1, count: program.rowCount)
      current = Subproblem(program)
      for row in 0..<program.rowCount where statesAllRows || current.isMissedByNothing(row) { try state(row) }
    }

    // MARK: Columns

    /// Takes a column in.
    func activate(_ column: Int) throws(GLPKError) {
      guard position[column] < 0 else { return }
      let group = Int(program.group[column])
      var rows: [Int32] = []
      var coefficients: [Double] = []
      for entry in program.entries(of: column) {
        let row = Int(program.rowIndex[entry])
        guard problemRow[row] >= 0 else { continue }
        rows.append(problemRow[row])
        coefficients.append(program.coefficient[entry] * costs.rowScale[row])
      }
      if let row = groupRow[Int32(group)] {
        rows.append(row)
        coefficients.append(1)
      }
      position[column] = Int32(active.count)
      active.append(Int32(column))
      activeColumn.append(Int32(problem.columnCount))
      try problem.addColumn(
        objective: program.objective[column] * costs.objectiveScale, upper: current.isRemoved[column] ? 0 : 1,
        rows: rows, coefficients: coefficients)
      isDualFeasible = false
    }

    // MARK: Rows

    /// Adds a row of the program with the columns taken in, and a slack on either side: a row without bounds
    /// now may get them by branching.
    private func state(_ row: Int) throws(GLPKError) {
      guard problemRow[row] < 0 else { return }
      var columns: [Int32] = []
      var coefficients: [Double] = []
      for (index, column) in active.enumerated() {
        for entry in program.entries(of: Int(column)) where Int(program.rowIndex[entry]) == row {
          columns.append(activeColumn[index])
          coefficients.append(program.coefficient[entry] * costs.rowScale[row])
        }
      }
      problemRow[row] = Int32(problem.rowCount)
      try problem.addRow(
        lower: current.lower[row] * costs.rowScale[row], upper: current.upper[row] * costs.rowScale[row],
        columns: columns, coefficients: coefficients)
      let isOpen = isElastic || program.penalty[row] != .infinity
      for sign in [1.0, -1] {
        slackColumns.append((row: row, column: problem.columnCount))
        try problem.addColumn(
          objective: -costs.price(ofRow: row), upper: isOpen ? .infinity : 0, rows: [problemRow[row]],
          coefficients: [sign])
      }
    }

    /// Adds the rows that the last relaxation breaks, those of groups included.
    /// - Returns: whether there were any.
    private func addBrokenRows() throws(GLPKError) -> Bool {
      let broken = brokenRows.find(program, current, active: active, values: activeValues()) { group in
        groupRow[Int32(group)] != nil
      } isRowStated: { row in
        problemRow[row] >= 0
      }
      for group in broken.groups { try addGroupRow(group) }
      for row in broken.rows { try state(row) }
      return !broken.groups.isEmpty || !broken.rows.isEmpty
    }

    private func addGroupRow(_ group: Int) throws(GLPKError) {
      groupRow[Int32(group)] = Int32(problem.rowCount)
      let columns = program.columns(ofGroup: group).filter { position[$0] >= 0 }
      try problem.addRow(
        lower: current.isForced[group] ? 1 : -.infinity, upper: 1,
        columns: columns.map { activeColumn[Int(position[$0])] }, coefficients: columns.map { _ in 1 })
    }

    // MARK: Subproblems

    /// Sets bounds to those of a subproblem; only what differs from the last one is touched. A group that
    /// is forced is taken in whole, so that the relaxation has a solution.
    func set(_ subproblem: Subproblem) throws(GLPKError) {
      try lowerPrices()
      try makeRigid()
      for group in 0..<program.groupCount where subproblem.isForced[group] && !current.isForced[group] {
        for column in program.columns(ofGroup: group) { try activate(column) }
      }
      var asking: [Int] = []
      for row in 0..<program.rowCount
      where subproblem.lower[row] != current.lower[row] || subproblem.upper[row] != current.upper[row] {
        if problemRow[row] >= 0 {
          try problem.setBounds(
            row: Int(problemRow[row]), lower: subproblem.lower[row] * costs.rowScale[row],
            upper: subproblem.upper[row] * costs.rowScale[row])
        } else if subproblem.isMissedByNothing(row) {
          asking.append(row)
        }
      }
      for (index, column) in active.enumerated()
      where subproblem.isRemoved[Int(column)] != current.isRemoved[Int(column)] {
        try problem.setBounds(
          column: Int(activeColumn[index]), lower: 0, upper: subproblem.isRemoved[Int(column)] ? 0 : 1)
      }
      for group in 0..<program.groupCount where subproblem.isForced[group] != current.isForced[group] {
        if groupRow[Int32(group)] == nil { try addGroupRow(group) }
        if let row = groupRow[Int32(group)] {
          try problem.setBounds(
            row: Int(row), lower: subproblem.isForced[group] ? 1 : -.infinity, upper: 1)
        }
      }
      current = subproblem
      for row in asking { try state(row) }
    }

    /// Opens the columns by which hard rows are missed, where a relaxation has no solution without.
    private func makeElastic() throws(GLPKError) {
      isElastic = true
      isDualFeasible = false
      for (row, column) in slackColumns where program.penalty[row] == .infinity {
        try problem.setBounds(column: column, lower: 0, upper: .infinity)
      }
    }

    private func makeRigid() throws(GLPKError) {
      guard isElastic, isDualFeasible else { return }
      isElastic = false
      for (row, column) in slackColumns where program.penalty[row] == .infinity {
        try problem.setBounds(column: column, lower: 0, upper: 0)
      }
    }

    // MARK: Solving

    /// Solves in slices of a few milliseconds. A relaxation that GLPK cannot solve from a warm basis is
    /// solved again from the standard one.
    func solve(_ control: SearchControl, cutoff: Double) throws(GLPKError) -> RelaxationOutcome {
      var method: SimplexMethod = isDualFeasible ? .dual : .primal
      var attempts = 0
      var lastCount = -1
      var lastValue = Double.nan
      while true {
        if control.mustStop() { return .stopped }
        let outcome: SimplexOutcome
        do {
          outcome = try problem.solveRelaxation(
            method, iterationLimit: 600, objectiveLimit: limit(cutoff))
        } catch .failed(let code) {
          attempts += 1
          guard attempts < 3 else { throw .failed(code) }
          problem.resetBasis()
          method = .primal
          continue
        }
        switch outcome {
        case .optimal:
          iterations = problem.iterationCount
          isDualFeasible = true
          if try !addBrokenRows() { return .solved }
          method = .dual
        case .belowLimit where cutoff > -.infinity:
          iterations = problem.iterationCount
          return .belowCutoff
        case .infeasible where !isElastic:
          try makeElastic()
          method = .primal
        case .interrupted where problem.iterationCount != lastCount:
          lastCount = problem.iterationCount
          // A vertex at which many rows meet can hold a method up for good. Its duals are as good as any:
          // the bound they give is valid, and branching goes on from there.
          if abs(problem.relaxationValue - lastValue) <= 1e-9 * abs(lastValue) {
            isDualFeasible = false
            return .solved
          }
          lastValue = problem.relaxationValue
        default:
          // The elastic relaxation is feasible and bounded: this is numerical trouble.
          attempts += 1
          guard attempts < 3 else { throw .failed(.numericalInstability) }
          problem.resetBasis()
          method = .primal
        }
      }
    }

    /// The basis of the last relaxation, to come back to.
    var basis: Basis { problem.basis() }

    func restore(_ basis: Basis) throws(GLPKError) {
      try problem.restore(basis)
      isDualFeasible = true
    }

    /// What the relaxation over the columns taken in would be worth in another subproblem, after a few
    /// iterations of the dual method; an estimate, no bound. Bounds and basis are as before afterwards.
    ///
    /// - Parameter worthless: called with the duals where the estimate is not above `cutoff`.
    func probe(
      _ subproblem: Subproblem, iterationLimit: Int, cutoff: Double, worthless: ([Double]) -> Void
    ) throws(GLPKError) -> Double {
      let before = current
      let basis = problem.basis()
      try set(subproblem)
      var estimate: Double?
      do {
        let outcome = try problem.solveRelaxation(
          .dual, iterationLimit: iterationLimit, objectiveLimit: limit(cutoff))
        estimate = outcome == .infeasible ? -.infinity : value
        if let estimate, estimate <= cutoff { worthless(duals()) }
      } catch .failed {}
      try set(before)
      try problem.restore(basis)
      return estimate ?? value
    }

    /// The scaled objective at which no selection is better than the cutoff.
    private func limit(_ cutoff: Double) -> Double { (cutoff - 1e-9 * abs(cutoff)) * costs.objectiveScale }

    /// The value of the last relaxation, elastic costs included.
    var value: Double { problem.relaxationValue / costs.objectiveScale }

    /// Duals of the program's rows.
    func duals() -> [Double] {
      problem.rowDuals(into: &rowDuals)
      return (0..<program.rowCount).map { row in
        problemRow[row] < 0 ? 0 : rowDuals[Int(problemRow[row])] * costs.rowScale[row] / costs.objectiveScale
      }
    }

    /// Values of the columns taken in, in the order of `active`, within 0 and 1.
    func activeValues() -> [Double] {
      problem.columnValues(into: &values)
      return activeColumn.map { min(1, max(0, values[Int($0)])) }
    }

    /// The hard rows that the last relaxation misses.
    func missedHardRows() -> [Int] {
      problem.columnValues(into: &values)
      var rows: [Int] = []
      for (row, column) in slackColumns where program.penalty[row] == .infinity && values[column] > 1e-9 {
        if rows.last != row { rows.append(row) }
      }
      return rows
    }

    func raisePrice(of rows: [Int]) throws(GLPKError) -> Bool {
      guard costs.raisePrice(of: rows) else { return false }
      try setPrices()
      return true
    }

    private func lowerPrices() throws(GLPKError) {
      if costs.lowerPrices() { try setPrices() }
    }

    private func setPrices() throws(GLPKError) {
      for (row, column) in slackColumns where program.penalty[row] == .infinity {
        try problem.setObjective(column: column, -costs.price(ofRow: row))
      }
      isDualFeasible = false
    }
  }
#endif
