import Optimization

#if GLPK
  import GLPK
#endif

/// The best units for the showings of a plan: a linear program, where rows of units ask for more than that scarce units
/// go to those to whom they are worth most.
enum Allotment {
  /// The plan with other units; `nil` where no rows of units are missed, or nothing better is found.
  static func improved(_ plan: JointPlan, _ program: JointProgram) -> JointPlan? {
    program.missesUnits(plan) ? best(plan, program) : nil
  }

  /// The plan with the best units; `nil` where no units meet the rows that must hold.
  static func best(_ plan: JointPlan, _ program: JointProgram) -> JointPlan? {
    #if GLPK
      guard let shared = try? solve(plan, program) else { return nil }
      return shared
    #else
      return nil
    #endif
  }

  #if GLPK
    private static func solve(_ plan: JointPlan, _ program: JointProgram) throws(GLPKError) -> JointPlan? {
      var problem = LinearProblem()
      var rowOfBlock: [[Int32]] = []
      var rowOfConstraint = [Int32](repeating: -1, count: program.constraints.count)
      var softRows: [(row: Int32, penalty: Double)] = []
      // Rows of no units stay as they are, whatever the units.
      func add(_ range: JointProgram.Range, fixed: Double) throws(GLPKError) -> Int32 {
        let row = Int32(problem.rowCount)
        try problem.addRow(lower: range.lower - fixed, upper: range.upper - fixed)
        if range.penalty < .infinity { softRows.append((row, range.penalty)) }
        return row
      }
      for block in program.blocks {
        var rows: [Int32] = []
        for row in block.rows {
          rows.append(row.isOfUnits && row.range.isAsking ? try add(row.range, fixed: 0) : -1)
        }
        rowOfBlock.append(rows)
      }
      for (index, constraint) in program.constraints.enumerated() where constraint.range.isAsking {
        if constraint.entries.contains(where: { program.sumIsOfUnits[Int($0.sum)] }) {
          rowOfConstraint[index] = try add(constraint.range, fixed: 0)
        }
      }
      var factors = [[(row: Int32, factor: Double)]](repeating: [], count: program.sumIsOfUnits.count)
      for (index, constraint) in program.constraints.enumerated() where rowOfConstraint[index] >= 0 {
        for entry in constraint.entries {
          factors[Int(entry.sum)].append((rowOfConstraint[index], entry.factor))
        }
      }
      var demand = [Int32: Double]()
      for showings in plan.showings {
        for showing in showings {
          let block = program.blocks[Int(showing.block)]
          demand[block.style[Int(showing.option)], default: 0] += block.demand[Int(showing.option)]
        }
      }
      var stockRow: [Int32: Int32] = [:]
      for (style, demand) in demand.sorted(by: { $0.key < $1.key })
      where Int(style) < program.styleCount && demand > program.stock[Int(style)] {
        stockRow[style] = Int32(problem.rowCount)
        try problem.addRow(lower: -.infinity, upper: program.stock[Int(style)])
      }
      for showings in plan.showings {
        for showing in showings {
          let block = program.blocks[Int(showing.block)]
          let option = Int(showing.option)
          var entries: [Int32: Double] = [:]
          for entry in block.own[option] {
            let row = rowOfBlock[Int(showing.block)][Int(block.own.row[entry])]
            if row >= 0 { entries[row, default: 0] += block.own.coefficient[entry] }
          }
          for entry in block.shared[option] where program.sumIsOfUnits[Int(block.shared.row[entry])] {
            for (row, factor) in factors[Int(block.shared.row[entry])] {
              entries[row, default: 0] += factor * block.shared.coefficient[entry]
            }
          }
          if let row = stockRow[block.style[option]] { entries[row] = 1 }
          let sorted = entries.filter { $0.value != 0 }.sorted { $0.key < $1.key }
          try problem.addColumn(
            objective: block.unitGain[option], lower: min(block.least[option], block.demand[option]),
            upper: block.demand[option], rows: sorted.map(\.key), coefficients: sorted.map(\.value))
        }
      }
      let count = problem.columnCount
      for (row, penalty) in softRows {
        try problem.addColumn(objective: -penalty, lower: 0, upper: .infinity, rows: [row], coefficients: [1])
        try problem.addColumn(
          objective: -penalty, lower: 0, upper: .infinity, rows: [row], coefficients: [-1])
      }
      problem.scale()
      guard case .optimal = try problem.solveRelaxation(.primal, iterationLimit: 20_000) else { return nil }
      var values: [Double] = []
      problem.columnValues(into: &values)
      var shared = plan
      var next = 0
      for block in shared.showings.indices {
        for place in shared.showings[block].indices {
          let showing = shared.showings[block][place]
          let known = program.blocks[block]
          shared.showings[block][place].units = min(
            known.demand[Int(showing.option)], max(known.least[Int(showing.option)], values[next]))
          next += 1
        }
      }
      guard next == count else { return nil }
      return shared
    }
  #endif
}

extension JointProgram.Range {
  /// Whether it asks for anything.
  var isAsking: Bool { lower > -.infinity || upper < .infinity }
}

extension JointProgram {
  /// Whether there are rows of units at all.
  var hasUnitRows: Bool {
    blocks.contains { $0.rows.contains { $0.isOfUnits && $0.range.isAsking } }
      || constraints.contains { constraint in
        constraint.range.isAsking && constraint.entries.contains { sumIsOfUnits[Int($0.sum)] }
      }
  }

  /// Whether a plan misses a row of units, hard or soft.
  func missesUnits(_ plan: JointPlan) -> Bool {
    var sums = [Double](repeating: 0, count: sumIsOfUnits.count)
    for (index, block) in blocks.enumerated() {
      var activity = [Double](repeating: 0, count: block.rows.count)
      for showing in plan.showings[index] {
        let option = Int(showing.option)
        for entry in block.own[option] where block.rows[Int(block.own.row[entry])].isOfUnits {
          activity[Int(block.own.row[entry])] += block.own.coefficient[entry] * showing.units
        }
        for entry in block.shared[option] {
          let sum = Int(block.shared.row[entry])
          sums[sum] += block.shared.coefficient[entry] * (sumIsOfUnits[sum] ? showing.units : 1)
        }
      }
      for (row, activity) in activity.enumerated() where block.rows[row].isOfUnits {
        if block.rows[row].range.miss(activity) > 0 { return true }
      }
    }
    return constraints.contains { constraint in
      constraint.entries.contains { sumIsOfUnits[Int($0.sum)] }
        && constraint.range.miss(constraint.entries.reduce(0) { $0 + $1.factor * sums[Int($1.sum)] }) > 0
    }
  }
}
