#if GLPK
  import GLPK
  import Optimization

  /// A small joint program as it stands, 0/1 columns and units side by side, solved by branch and bound on its linear
  /// relaxation (Land & Doig 1960).
  ///
  /// Unlike `WholeProgram` it knows rows of units for what they are: units that suit one row are missing in the other.
  /// Hard rows are widened by what a plan may miss, so where it has no leaf there is no plan; what a leaf is worth is
  /// told with the rows as they are.
  struct MixedProgram: ~Copyable {
    private var problem: LinearProblem
    private let joint: JointProgram
    /// Of each option of each block, its 0/1 column and its column of units; -1 for none.
    private let chosen: [[Int32]]
    private let units: [[Int32]]
    private let isInteger: [Int32]

    /// - Parameter limit: `nil` is returned where there would be more options.
    init?(_ joint: JointProgram, limit: Int = 240) {
      guard joint.blocks.reduce(0, { $0 + $1.optionCount }) <= limit else { return nil }
      var problem = LinearProblem()
      guard let made = try? MixedRows(joint).columns(of: &problem) else { return nil }
      (chosen, units) = (made.chosen, made.units)
      isInteger = made.chosen.flatMap(\.self)
      self.joint = joint
      self.problem = problem
    }

    enum Answer {
      /// No plan meets every hard row.
      case infeasible
      /// Every plan was considered, or is not worth more than this.
      case bounded(Double)
      case stopped
    }

    /// - Parameters:
    ///   - known: what the best plan so far is worth; `nil` where there is none.
    ///   - constant: what of the value is no gain: how near is near enough is measured without it.
    ///   - consider: takes a plan and returns the best value so far; `nil` while there is none.
    mutating func solve(
      known: Double?, constant: Double, nodes: Int, mustStop: () -> Bool, consider: (JointPlan) -> Double?
    ) -> Answer {
      var search = Search(best: known, constant: constant, nodes: nodes)
      guard (try? descend(&search, mustStop, consider)) != nil, !search.isStopped else { return .stopped }
      guard let best = search.best else {
        return search.bound == -.infinity ? .infeasible : .bounded(search.bound)
      }
      // What sums of doubles lose is no gap.
      return .bounded(search.bound <= best + 1e-9 * max(1, abs(best)) ? best : search.bound)
    }

    private struct Search {
      var best: Double?
      let constant: Double
      var nodes: Int
      /// The most that a part which was not searched further, or a leaf, is worth.
      var bound = -Double.infinity
      var isStopped = false
    }

    private mutating func descend(
      _ search: inout Search, _ mustStop: () -> Bool, _ consider: (JointPlan) -> Double?
    ) throws(GLPKError) {
      search.nodes -= 1
      if search.nodes < 0 || mustStop() {
        search.isStopped = true
        return
      }
      var outcome = try problem.solveRelaxation(.dual, iterationLimit: 50_000)
      if case .optimal = outcome {
      } else if case .infeasible = outcome {
        // What the dual method calls infeasible is looked at from the start once more.
        problem.resetBasis()
        outcome = try problem.solveRelaxation(.primal, iterationLimit: 50_000)
      }
      switch outcome {
      case .optimal: break
      case .infeasible: return
      case .unbounded, .interrupted, .belowLimit:
        search.isStopped = true
        return
      }
      let value = problem.relaxationValue
      if let best = search.best, value <= best + 5e-7 * max(0.01, abs(best - search.constant)) {
        search.bound = max(search.bound, value)
        return
      }
      var values: [Double] = []
      problem.columnValues(into: &values)
      guard
        let column = isInteger.filter({ abs(values[Int($0)] - values[Int($0)].rounded()) > 1e-7 })
          .min(by: { abs(values[Int($0)] - 0.5) < abs(values[Int($1)] - 0.5) })
      else {
        leaf(values, value, &search, consider)
        return
      }
      let first: Double = values[Int(column)] > 0.5 ? 1 : 0
      for side in [first, 1 - first] {
        try problem.setBounds(column: Int(column), lower: side, upper: side)
        try descend(&search, mustStop, consider)
        if search.isStopped { return }
      }
      try problem.setBounds(column: Int(column), lower: 0, upper: 1)
    }

    private func leaf(
      _ values: [Double], _ value: Double, _ search: inout Search, _ consider: (JointPlan) -> Double?
    ) {
      var plan = JointPlan(blockCount: joint.blocks.count)
      for (position, block) in joint.blocks.enumerated() {
        for option in 0..<block.optionCount where values[Int(chosen[position][option])] > 0.5 {
          let column = units[position][option]
          let amount = column < 0 ? 0 : values[Int(column)]
          plan.showings[position].append(
            Showing(
              block: Int32(position), option: Int32(option),
              units: min(block.demand[option], max(block.least[option], amount))))
        }
      }
      // With the rows as they are; where they cannot all be met, with what may be missed.
      if let exact = Allotment.best(plan, joint) {
        let standing = joint.standing(of: exact)
        if standing.isPlan {
          search.best = consider(exact)
          search.bound = max(search.bound, standing.value)
          return
        }
      }
      search.best = consider(plan) ?? search.best
      search.bound = max(search.bound, value)
    }
  }

  /// The rows of a mixed program, and which of them each option enters.
  private struct MixedRows {
    private let joint: JointProgram

    init(_ joint: JointProgram) { self.joint = joint }

    /// Fills a problem, and tells which columns are those of each option.
    func columns(
      of problem: inout LinearProblem
    ) throws(GLPKError) -> (chosen: [[Int32]], units: [[Int32]]) {
      var soft: [(row: Int32, penalty: Double)] = []
      func add(_ range: JointProgram.Range) throws(GLPKError) -> Int32 {
        let row = Int32(problem.rowCount)
        let isHard = range.penalty == .infinity
        try problem.addRow(
          lower: isHard ? range.lower - range.tolerance : range.lower,
          upper: isHard ? range.upper + range.tolerance : range.upper)
        if !isHard { soft.append((row, range.penalty)) }
        return row
      }
      var ownRows: [[Int32]] = []
      for block in joint.blocks {
        var rows: [Int32] = []
        for row in block.rows { rows.append(row.range.isAsking ? try add(row.range) : -1) }
        ownRows.append(rows)
      }
      var factors = [[(row: Int32, factor: Double)]](repeating: [], count: joint.sumIsOfUnits.count)
      for constraint in joint.constraints where constraint.range.isAsking {
        let row = try add(constraint.range)
        for entry in constraint.entries { factors[Int(entry.sum)].append((row, entry.factor)) }
      }
      var stockRows: [Int32] = []
      for style in 0..<joint.styleCount {
        let stock = joint.stock[style]
        stockRows.append(stock.isFinite ? Int32(problem.rowCount) : -1)
        if stock.isFinite { try problem.addRow(lower: -.infinity, upper: joint.stock(of: Int32(style))) }
      }
      var styleRows: [[Int32: Int32]] = []
      for limit in joint.styleLimits {
        var rows: [Int32: Int32] = [:]
        for style in styles(on: limit.blocks, rule: limit.rule) {
          let left = limit.left(for: style)
          guard left < limit.blocks.count else { continue }
          rows[style] = Int32(problem.rowCount)
          try problem.addRow(lower: -.infinity, upper: Double(left))
        }
        styleRows.append(rows)
      }
      var groupRows: [[Int32: Int32]] = []
      for limit in joint.groupLimits {
        var rows: [Int32: Int32] = [:]
        for style in styles(on: limit.blocks, rule: limit.rule) {
          for group in limit.groups.groups(of: style) where rows[group] == nil {
            let left = limit.left(for: group)
            guard left < .max / 4 else { continue }
            rows[group] = try add(
              .init(lower: -.infinity, upper: Double(left), penalty: limit.penalty))
          }
        }
        groupRows.append(rows)
      }
      var chosen: [[Int32]] = []
      var units: [[Int32]] = []
      for (position, block) in joint.blocks.enumerated() {
        chosen.append([])
        units.append([])
        var onceRow: (style: Int32, row: Int32) = (-1, -1)
        for option in 0..<block.optionCount {
          let style = block.style[option]
          if onceRow.style != style {
            onceRow = (style, Int32(problem.rowCount))
            try problem.addRow(lower: -.infinity, upper: 1)
          }
          var own: [Int32: Double] = [onceRow.row: 1]
          var ofUnits: [Int32: Double] = [:]
          for entry in block.own[option] {
            let row = ownRows[position][Int(block.own.row[entry])]
            guard row >= 0 else { continue }
            if block.rows[Int(block.own.row[entry])].isOfUnits {
              ofUnits[row, default: 0] += block.own.coefficient[entry]
            } else {
              own[row, default: 0] += block.own.coefficient[entry]
            }
          }
          for entry in block.shared[option] {
            let sum = Int(block.shared.row[entry])
            for (row, factor) in factors[sum] {
              let coefficient = factor * block.shared.coefficient[entry]
              if joint.sumIsOfUnits[sum] {
                ofUnits[row, default: 0] += coefficient
              } else {
                own[row, default: 0] += coefficient
              }
            }
          }
          let mask = block.limitMask.isEmpty ? 0 : block.limitMask[option]
          for (limit, rows) in zip(joint.styleLimits, styleRows)
          where mask & (1 << UInt64(limit.rule)) != 0 && limit.blocks.contains(position) {
            if let row = rows[style] { own[row, default: 0] += 1 }
          }
          for (limit, rows) in zip(joint.groupLimits, groupRows)
          where mask & (1 << UInt64(limit.rule)) != 0 && limit.blocks.contains(position) {
            for group in limit.groups.groups(of: style) {
              if let row = rows[group] { own[row, default: 0] += 1 }
            }
          }
          let hasUnits = block.demand[option] > 0
          if hasUnits {
            // least x <= u <= demand x
            let least = Int32(problem.rowCount)
            try problem.addRow(lower: 0, upper: .infinity)
            try problem.addRow(lower: -.infinity, upper: 0)
            own[least] = -min(block.least[option], block.demand[option])
            own[least + 1] = -block.demand[option]
            ofUnits[least] = 1
            ofUnits[least + 1] = 1
            if Int(style) < joint.styleCount, stockRows[Int(style)] >= 0 {
              ofUnits[stockRows[Int(style)]] = 1
            }
          }
          chosen[position].append(Int32(problem.columnCount))
          try Self.add(own, block.fixedGain[option], upper: 1, to: &problem)
          units[position].append(hasUnits ? Int32(problem.columnCount) : -1)
          if hasUnits {
            try Self.add(ofUnits, block.unitGain[option], upper: block.demand[option], to: &problem)
          }
        }
      }
      for (row, penalty) in soft {
        for side in [1.0, -1.0] {
          try problem.addColumn(
            objective: -penalty, lower: 0, upper: .infinity, rows: [row], coefficients: [side])
        }
      }
      problem.scale()
      return (chosen, units)
    }

    private static func add(
      _ entries: [Int32: Double], _ gain: Double, upper: Double, to problem: inout LinearProblem
    ) throws(GLPKError) {
      let sorted = entries.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      try problem.addColumn(
        objective: gain, lower: 0, upper: upper, rows: sorted.map(\.key), coefficients: sorted.map(\.value))
    }

    /// The styles that count in a rule on some blocks.
    private func styles(on blocks: [Int], rule: Int) -> [Int32] {
      var styles: Set<Int32> = []
      for position in blocks {
        let block = joint.blocks[position]
        for option in 0..<block.optionCount where block.limitMask[option] & (1 << UInt64(rule)) != 0 {
          styles.insert(block.style[option])
        }
      }
      return styles.sorted()
    }
  }
#endif
