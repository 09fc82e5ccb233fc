#if GLPK
  import GLPK

  /// The linear relaxation over the columns taken in so far, warm from solve to solve.
  ///
  /// Every row is elastic: what it misses costs its penalty, a hard row's being a price that is raised
  /// until it holds or the bound proves that it cannot. So there is always a solution, and with it duals.
  /// A group's row enters when a relaxation takes more than one of the group's columns. Rows and objective are scaled by powers of two.
  final class RestrictedProgram {
    private let program: GroupedProgram
    private var problem = LinearProblem()
    private let rowScale: [Double]
    private let objectiveScale: Double
    private var hardPrice: [Double]
    private var slackColumns: [(row: Int, column: Int)] = []
    /// Where each column of the program is in the problem, or -1.
    private(set) var position: [Int32]
    /// The columns taken in, in that order, and the problem's column of each.
    private(set) var active: [Int32] = []
    private var activeColumn: [Int32] = []
    private var groupRow: [Int32: Int32] = [:]
    private var groupSum: [Double]
    private var values: [Double] = []
    private var rowDuals: [Double] = []
    private var current: Subproblem
    private var isDualFeasible = false
    private var arePricesRaised = false
    /// Whether hard rows may be missed at a price. They may not while relaxations hold without: columns
    /// that cannot leave 0 cost GLPK nothing.
    private var isElastic = true
    private(set) var iterations = 0
    private(set) var stalls = 0

    init(_ program: GroupedProgram) throws(GLPKError) {
      self.program = program
      rowScale = program.rowScales()
      let greatest = program.objective.reduce(0) { max($0, abs($1)) }
      objectiveScale = greatest > 0 ? GroupedProgram.powerOfTwo(near: 1000 / greatest) : 1
      hardPrice = program.penalty.map { $0 == .infinity ? Self.basePrice : $0 }
      position = Array(repeating: -1, count: program.columnCount)
      groupSum = Array(repeating: 0, count: program.groupCount)
      current = Subproblem(program)
      for row in 0..<program.rowCount {
        try problem.addRow(
          lower: program.lower[row] * rowScale[row], upper: program.upper[row] * rowScale[row])
      }
      // A row without bounds now may get them by branching: slacks on both sides of every row.
      for row in 0..<program.rowCount {
        for sign in [1.0, -1] {
          slackColumns.append((row: row, column: problem.columnCount))
          try problem.addColumn(
            objective: -slackCost(row), upper: .infinity, rows: [Int32(row)], coefficients: [sign])
        }
      }
    }

    /// The cost of missing a scaled row by 1, in the scaled objective.
    private func slackCost(_ row: Int) -> Double {
      program.penalty[row] == .infinity
        ? hardPrice[row] : min(1e15, program.penalty[row] / rowScale[row] * objectiveScale)
    }

    // MARK: Columns

    /// Takes a column in.
    func activate(_ column: Int) throws(GLPKError) {
      guard position[column] < 0 else { return }
      let group = Int(program.group[column])
      var rows: [Int32] = []
      var coefficients: [Double] = []
      for entry in program.entries(of: column) {
        rows.append(program.rowIndex[entry])
        coefficients.append(program.coefficient[entry] * rowScale[Int(program.rowIndex[entry])])
      }
      if let row = groupRow[Int32(group)] {
        rows.append(row)
        coefficients.append(1)
      }
      position[column] = Int32(active.count)
      active.append(Int32(column))
      activeColumn.append(Int32(problem.columnCount))
      try problem.addColumn(
        objective: program.objective[column] * objectiveScale, upper: current.isRemoved[column] ? 0 : 1,
        rows: rows, coefficients: coefficients)
      isDualFeasible = false
    }

    /// Adds the rows of the groups of which the last relaxation takes more than one column.
    /// - Returns: whether there were any.
    private func addBrokenGroupRows() throws(GLPKError) -> Bool {
      problem.columnValues(into: &values)
      for (index, column) in active.enumerated() {
        groupSum[Int(program.group[Int(column)])] += values[Int(activeColumn[index])]
      }
      var broken: [Int] = []
      for column in active {
        let group = Int(program.group[Int(column)])
        if groupSum[group] > 1 + 1e-7, groupRow[Int32(group)] == nil { broken.append(group) }
        groupSum[group] = 0
      }
      for group in broken { try addGroupRow(group) }
      return !broken.isEmpty
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
      for row in 0..<program.rowCount
      where subproblem.lower[row] != current.lower[row] || subproblem.upper[row] != current.upper[row] {
        try problem.setBounds(
          row: row, lower: subproblem.lower[row] * rowScale[row], upper: subproblem.upper[row] * rowScale[row]
        )
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

    enum Outcome {
      case solved
      /// The relaxation over the columns taken in is not worth the cutoff; its duals say so.
      case belowCutoff
      /// The search must stop.
      case stopped
    }

    /// Solves in slices of a few milliseconds. A relaxation that GLPK cannot solve from a warm basis is
    /// solved again from the standard one.
    func solve(_ control: SearchControl, cutoff: Double = -.infinity) throws(GLPKError) -> Outcome {
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
          if try !addBrokenGroupRows() { return .solved }
          method = .dual
        case .belowLimit:
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
            stalls += 1
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
    private func limit(_ cutoff: Double) -> Double { (cutoff - 1e-9 * abs(cutoff)) * objectiveScale }

    /// The value of the last relaxation, elastic costs included.
    var value: Double { problem.relaxationValue / objectiveScale }

    /// Duals of the program's rows.
    func duals() -> [Double] {
      problem.rowDuals(into: &rowDuals)
      return (0..<program.rowCount).map { rowDuals[$0] * rowScale[$0] / objectiveScale }
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

    /// Raises the price of missing rows.
    /// - Returns: whether that was still possible.
    func raisePrice(of rows: [Int]) throws(GLPKError) -> Bool {
      var raised = false
      for row in rows where hardPrice[row] < 1e8 {
        hardPrice[row] *= 30
        raised = true
      }
      guard raised else { return false }
      try setPrices()
      arePricesRaised = true
      return true
    }

    /// High prices drown the reduced costs in rounding, so they do not outlive their subproblem.
    private func lowerPrices() throws(GLPKError) {
      guard arePricesRaised else { return }
      for row in hardPrice.indices where program.penalty[row] == .infinity { hardPrice[row] = Self.basePrice }
      try setPrices()
      arePricesRaised = false
    }

    private func setPrices() throws(GLPKError) {
      for (row, column) in slackColumns where program.penalty[row] == .infinity {
        try problem.setObjective(column: column, -slackCost(row))
      }
      isDualFeasible = false
    }

    /// Ten times the greatest gain, in the scaled objective.
    private static let basePrice = 10_000.0
  }
#endif
