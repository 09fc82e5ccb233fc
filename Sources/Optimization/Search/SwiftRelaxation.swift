/// The linear relaxation over the columns taken in so far, in Swift alone.
///
/// A row enters when a relaxation breaks it, a group's too: the inverse of the basis is dense.
final class SwiftRelaxation: RestrictedRelaxation {
  private let program: GroupedProgram
  private let whole: Subproblem
  private var simplex = ElasticSimplex()
  private var costs: ElasticCosts
  private var brokenRows: BrokenRows
  /// Where each row of the program is in the simplex, or -1.
  private var simplexRow: [Int32]
  private var groupRow: [Int32: Int32] = [:]
  /// The row or, as `~group`, the group that each row of the simplex stands for.
  private var meaning: [Int] = []
  private(set) var position: [Int32]
  private(set) var active: [Int32] = []
  var iterations: Int { simplex.iterations }

  init(_ program: GroupedProgram) {
    self.program = program
    whole = Subproblem(program)
    costs = ElasticCosts(program)
    brokenRows = BrokenRows(program, rowScale: costs.rowScale)
    simplexRow = Array(repeating: -1, count: program.rowCount)
    position = Array(repeating: -1, count: program.columnCount)
    state(rows: (0..<program.rowCount).filter { whole.isMissedByNothing($0) }, groups: [])
  }

  func activate(_ column: Int) {
    guard position[column] < 0 else { return }
    position[column] = Int32(active.count)
    active.append(Int32(column))
    var entries: [(row: Int32, coefficient: Double)] = []
    for entry in program.entries(of: column) {
      let row = Int(program.rowIndex[entry])
      guard simplexRow[row] >= 0 else { continue }
      entries.append((simplexRow[row], program.coefficient[entry] * costs.rowScale[row]))
    }
    if let row = groupRow[program.group[column]] { entries.append((row, 1)) }
    simplex.addColumn(cost: program.objective[column] * costs.objectiveScale, entries: entries)
  }

  /// Sets what the active columns gain.
  func setGains(_ gains: [Double]) {
    for (column, gain) in gains.enumerated() {
      simplex.setCost(gain * costs.objectiveScale, column: column)
    }
  }

  /// Adds rows of the program and of groups, with the columns taken in.
  private func state(rows: [Int], groups: [Int]) {
    var newRows: [ElasticSimplex.Row] = []
    let first = simplex.rowCount
    for row in rows {
      simplexRow[row] = Int32(first + newRows.count)
      meaning.append(row)
      newRows.append(
        ElasticSimplex.Row(
          lower: whole.lower[row] * costs.rowScale[row], upper: whole.upper[row] * costs.rowScale[row],
          price: costs.price(ofRow: row)))
    }
    for group in groups {
      groupRow[Int32(group)] = Int32(first + newRows.count)
      meaning.append(~group)
      newRows.append(ElasticSimplex.Row(lower: -.infinity, upper: 1, price: groupPrice))
    }
    for (index, column) in active.enumerated() {
      for entry in program.entries(of: Int(column)) {
        let row = Int(program.rowIndex[entry])
        let place = Int(simplexRow[row]) - first
        guard place >= 0 else { continue }
        newRows[place].entries.append((Int32(index), program.coefficient[entry] * costs.rowScale[row]))
      }
      if let row = groupRow[program.group[Int(column)]], Int(row) >= first {
        newRows[Int(row) - first].entries.append((Int32(index), 1))
      }
    }
    simplex.add(newRows)
    setGroupPrices()
  }

  /// - Parameter cutoff: ignored; every relaxation is solved to its end.
  func solve(_ control: SearchControl, cutoff: Double) -> RelaxationOutcome {
    while true {
      let isOptimal = simplex.solve(iterationLimit: 20 * (simplex.rowCount + 200), mustStop: control.mustStop)
      if control.isStopped { return .stopped }
      // Where rounding keeps it from an optimum the duals at hand give a bound all the same.
      let broken = brokenRows.find(program, whole, active: active, values: activeValues()) { group in
        groupRow[Int32(group)] != nil
      } isRowStated: { row in
        simplexRow[row] >= 0
      }
      if !isOptimal || broken.groups.isEmpty && broken.rows.isEmpty { return .solved }
      state(rows: broken.rows, groups: broken.groups)
    }
  }

  func duals() -> [Double] {
    (0..<program.rowCount).map { row in
      simplexRow[row] < 0
        ? 0 : simplex.duals[Int(simplexRow[row])] * costs.rowScale[row] / costs.objectiveScale
    }
  }

  func activeValues() -> [Double] { simplex.values }

  func missedHardRows() -> [Int] {
    simplex.missedRows.map { meaning[$0] }.filter { $0 >= 0 && program.penalty[$0] == .infinity }
  }

  func raisePrice(of rows: [Int]) -> Bool {
    guard costs.raisePrice(of: rows) else { return false }
    for row in rows { simplex.setPrice(costs.price(ofRow: row), row: Int(simplexRow[row])) }
    setGroupPrices()
    return true
  }

  private func setGroupPrices() {
    let price = groupPrice
    for row in groupRow.values { simplex.setPrice(price, row: Int(row)) }
  }

  /// Far more than what a second column of a group can gain, or save of what rows miss.
  private var groupPrice: Double {
    30 * meaning.reduce(3e4) { $1 < 0 ? $0 : max($0, costs.price(ofRow: $1)) }
  }
}
