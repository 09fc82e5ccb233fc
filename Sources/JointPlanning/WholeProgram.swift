import Optimization

/// A small joint program as one 0/1 program: a column for each set of showings of a style.
///
/// Rows of units are relaxed: each sees the units that suit it best. So its bound holds, and where it has no selection
/// there is no plan. Where the units that suit rows and gains are not the same, selections are shut out one by one until
/// bound and plan meet.
struct WholeProgram {
  private var program = Program()
  private var columns: [[Showing]] = []
  private let joint: JointProgram
  private let index: JointIndex

  /// - Parameter limit: `nil` is returned where there would be more columns.
  init?(_ joint: JointProgram, _ index: JointIndex, limit: Int = 6_000) {
    self.joint = joint
    self.index = index
    let rows = WholeRows(joint, index)
    for range in rows.ranges {
      program.addRow(lower: range.lower, upper: range.upper, penalty: range.penalty)
    }
    var options: [Int32: [(block: Int, option: Int32)]] = [:]
    for (position, block) in joint.blocks.enumerated() {
      for option in block.style.indices {
        options[block.style[option], default: []].append((position, Int32(option)))
      }
    }
    let empty = JointState(
      joint, index, JointPlan(blockCount: joint.blocks.count), unitPrices: UnitPrices())
    for (group, style) in options.keys.sorted().enumerated() {
      guard let sets = Self.sets(options[style] ?? [], style, joint, empty, limit: limit - columns.count)
      else {
        return nil
      }
      for showings in sets {
        program.addColumn(
          objective: empty.program.gain(of: showings), group: Int32(group),
          entries: rows.entries(showings, style))
        columns.append(showings)
      }
    }
  }

  /// Every set of showings that limits and stock let, none empty; `nil` where there are too many.
  private static func sets(
    _ options: [(block: Int, option: Int32)], _ style: Int32, _ joint: JointProgram, _ state: JointState,
    limit: Int
  ) -> [[Showing]]? {
    let blocks = Set(options.map(\.block)).sorted()
    let isShared = Int(style) < joint.styleCount
    let stock = isShared ? joint.stock[Int(style)] : .infinity
    var sets: [[Showing]] = []
    var isFull = false
    func extend(_ showings: [Showing], _ next: Int) {
      if isFull { return }
      guard next < blocks.count else {
        if showings.isEmpty { return }
        if sets.count >= limit {
          isFull = true
        } else {
          sets.append(isShared ? state.share(showings, stock: stock) : showings)
        }
        return
      }
      extend(showings, next + 1)
      for entry in options where entry.block == blocks[next] {
        let block = joint.blocks[entry.block]
        guard !isShared || state.isAllowed(entry.block, entry.option, beside: showings) else { continue }
        let more =
          showings + [
            Showing(block: Int32(entry.block), option: entry.option, units: block.demand[Int(entry.option)])
          ]
        let least = more.reduce(0) { $0 + joint.blocks[Int($1.block)].least[Int($1.option)] }
        if least <= stock { extend(more, next + 1) }
      }
    }
    extend([], 0)
    return isFull ? nil : sets
  }

  enum Answer {
    /// No plan meets every hard row.
    case infeasible
    case bounded(Double)
    case stopped
  }

  /// Solves it, telling of each selection.
  /// - Parameters:
  ///   - consider: takes a plan and returns the best value so far; `nil` while there is none.
  mutating func solve(
    gap: Double, rounds: Int, control: SolveControl, seconds: () -> Double?, consider: (JointPlan) -> Double?
  ) -> Answer {
    var answer = Answer.stopped
    for _ in 0..<rounds {
      var limits = SolveLimits(seconds: seconds(), gap: 0)
      limits.nodes = 200_000
      let quiet = SolveControl(isCancelled: control.isCancelled)
      guard let report = try? PartSolver.solver.solve(program, limits: limits, control: quiet) else {
        return answer
      }
      switch report.outcome {
      case .infeasible:
        // What was shut out was considered: nothing else is left.
        if case .stopped = answer { return .infeasible }
        return .bounded(-.infinity)
      case .optimal(let selection, let bound):
        answer = .bounded(bound)
        let best = consider(plan(selection.columns))
        if let best, bound - best <= max(gap * abs(best), 1e-9 * abs(best)) { return answer }
        shutOut(selection.columns)
      case .feasible(let selection, let bound):
        _ = consider(plan(selection.columns))
        if let bound { answer = .bounded(bound) }
        return answer
      case .noneAbove, .unknown: return answer
      }
    }
    return answer
  }

  private func plan(_ selection: [Int32]) -> JointPlan {
    var plan = JointPlan(blockCount: joint.blocks.count)
    for column in selection {
      for showing in columns[Int(column)] { plan.showings[Int(showing.block)].append(showing) }
    }
    for block in plan.showings.indices { plan.showings[block].sort { $0.option < $1.option } }
    return plan
  }

  /// Every other selection differs from this one in a column at least.
  private mutating func shutOut(_ selection: [Int32]) {
    let isIn = Set(selection)
    program = program.adding([
      SideRow(
        upper: Double(selection.count) - 1,
        entries: columns.indices.map { (Int32($0), isIn.contains(Int32($0)) ? 1 : -1) })
    ])
  }
}

/// The rows of a whole program. A row of units stands twice, for its lower end and for its upper end.
private struct WholeRows {
  private(set) var ranges: [JointProgram.Range] = []
  private let joint: JointProgram
  /// Of each row of a block and each constraint: where it stands, and where its upper end stands if apart.
  private var ownRows: [[(row: Int32, upper: Int32)]] = []
  private var constraintRows: [(row: Int32, upper: Int32)] = []
  private var limitRows: [(limit: Int, groups: [Int32: Int32])] = []

  init(_ joint: JointProgram, _ index: JointIndex) {
    self.joint = joint
    for block in joint.blocks {
      ownRows.append([]);
      for row in block.rows { ownRows[ownRows.count - 1].append(add(row.range, isOfUnits: row.isOfUnits)) }
    }
    for constraint in joint.constraints {
      constraintRows.append(
        add(constraint.range, isOfUnits: constraint.entries.contains { joint.sumIsOfUnits[Int($0.sum)] }))
    }
    for (position, limit) in joint.groupLimits.enumerated() {
      var members: [Int32: Int] = [:]
      for index in limit.blocks {
        let block = joint.blocks[index]
        for option in block.style.indices where block.limitMask[option] & (1 << UInt64(limit.rule)) != 0 {
          for group in limit.groups.groups(of: block.style[option]) { members[group, default: 0] += 1 }
        }
      }
      var rows: [Int32: Int32] = [:]
      for (group, count) in members.sorted(by: { $0.key < $1.key }) where count > limit.left(for: group) {
        rows[group] = Int32(ranges.count)
        ranges.append(.init(lower: -.infinity, upper: Double(limit.left(for: group)), penalty: limit.penalty))
      }
      limitRows.append((position, rows))
    }
  }

  private mutating func add(_ range: JointProgram.Range, isOfUnits: Bool) -> (row: Int32, upper: Int32) {
    let row = Int32(ranges.count)
    // What a relaxed row may be missed by is more than what a row may.
    func wide(_ bound: Double, _ sign: Double) -> Double {
      range.penalty == .infinity && bound.isFinite ? bound + sign * range.tolerance : bound
    }
    if isOfUnits {
      ranges.append(.init(lower: wide(range.lower, -1), upper: .infinity, penalty: range.penalty))
      ranges.append(.init(lower: -.infinity, upper: wide(range.upper, 1), penalty: range.penalty))
      return (row, row + 1)
    }
    ranges.append(range)
    return (row, row)
  }

  /// What a set of showings adds to each row, at its best for rows of units.
  func entries(_ showings: [Showing], _ style: Int32) -> [(row: Int32, coefficient: Double)] {
    var fixed: [Int32: Double] = [:]
    // Of rows of units: what each showing adds for each unit.
    var units: [Int32: (upper: Int32, each: [Double])] = [:]
    func add(_ place: (row: Int32, upper: Int32), _ position: Int, _ value: Double, isOfUnits: Bool) {
      if place.row == place.upper {
        fixed[place.row, default: 0] += value
      } else if isOfUnits {
        units[place.row, default: (place.upper, Array(repeating: 0, count: showings.count))].each[position] +=
          value
      } else {
        fixed[place.row, default: 0] += value
        fixed[place.upper, default: 0] += value
      }
    }
    for (position, showing) in showings.enumerated() {
      let index = Int(showing.block)
      let block = joint.blocks[index]
      let option = Int(showing.option)
      for entry in block.own[option] {
        let row = Int(block.own.row[entry])
        add(ownRows[index][row], position, block.own.coefficient[entry], isOfUnits: block.rows[row].isOfUnits)
      }
      for entry in block.shared[option] {
        let sum = block.shared.row[entry]
        for (constraint, place) in zip(joint.constraints, constraintRows) {
          for part in constraint.entries where part.sum == sum {
            add(
              place, position, part.factor * block.shared.coefficient[entry],
              isOfUnits: joint.sumIsOfUnits[Int(sum)])
          }
        }
      }
      for (limit, rows) in limitRows where joint.groupLimits[limit].blocks.contains(index) {
        guard block.limitMask[option] & (1 << UInt64(joint.groupLimits[limit].rule)) != 0 else { continue }
        for group in joint.groupLimits[limit].groups.groups(of: style) {
          if let row = rows[group] { fixed[row, default: 0] += 1 }
        }
      }
    }
    var entries = fixed.map { (row: $0.key, coefficient: $0.value) }
    for (row, (upper, each)) in units {
      entries.append((row, extreme(showings, style, each)))
      entries.append((upper, -extreme(showings, style, each.map { -$0 })))
    }
    return entries.sorted { $0.row < $1.row }
  }

  /// Most that showings can add up to in a row, whatever the units.
  private func extreme(_ showings: [Showing], _ style: Int32, _ each: [Double]) -> Double {
    var rest = Int(style) < joint.styleCount ? joint.stock(of: style) : .infinity
    var sum = 0.0
    for (position, showing) in showings.enumerated() {
      let least = joint.blocks[Int(showing.block)].least[Int(showing.option)]
      sum += each[position] * least
      rest -= least
    }
    for position in each.indices.sorted(by: { each[$0] > each[$1] }) where each[position] > 0 && rest > 0 {
      let block = joint.blocks[Int(showings[position].block)]
      let option = Int(showings[position].option)
      let more = min(rest, block.demand[option] - block.least[option])
      sum += each[position] * more
      rest -= more
    }
    return sum
  }
}
