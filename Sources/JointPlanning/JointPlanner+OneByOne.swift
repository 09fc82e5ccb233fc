import Optimization

extension JointPlanner {
  package enum Order: Sendable {
    /// In the order of the blocks.
    case given
    /// By what each is worth alone, largest first.
    case size
  }

  /// Blocks planned one after the other, each as well as it can be with what those before have left.
  ///
  /// A block that has no selection then has the one that misses the least.
  package func oneByOne(_ order: Order) -> JointPlan {
    let order = blocks(by: order)
    solves += order.count
    return Self.oneByOne(order, program, index, control, clock)
  }

  static func oneByOne(
    _ order: [Int], _ program: JointProgram, _ index: JointIndex, _ control: SolveControl, _ clock: SolveClock
  ) -> JointPlan {
    var turns = [Int](repeating: 0, count: order.count)
    for (turn, block) in order.enumerated() { turns[block] = turn }
    var state = JointState(
      program, index, JointPlan(blockCount: order.count), unitPrices: UnitPrices(), turns: turns)
    for block in order {
      if control.isCancelled() || clock.isOver { break }
      state.replace(block, by: solveAlone(state, block, program, control, clock).options)
    }
    return state.plan
  }

  /// One block beside what is there, over all of its options.
  static func solveAlone(
    _ state: JointState, _ block: Int, _ program: JointProgram, _ control: SolveControl, _ clock: SolveClock
  ) -> (options: [Int32], value: Double) {
    var guide = Neighbourhood.Guide(width: .max)
    guide.isOfMonth = false
    let free = JointPrices(program)
    let part = Neighbourhood(state, [block], prices: free, guide: guide)
    if let found = solve(
      part, gap: 1e-3, nodes: 100, start: nil, control: control, seconds: clock.remaining)
    {
      return (part.options(of: found.columns)[0], found.value)
    }
    guide.elastic = elasticPrice(program, block)
    let elastic = Neighbourhood(state, [block], prices: free, guide: guide)
    let found = solve(elastic, gap: 1e-2, nodes: 50, start: nil, control: control, seconds: clock.remaining)
    return (found.map { elastic.options(of: $0.columns)[0] } ?? [], found?.value ?? -.infinity)
  }

  func blocks(by order: Order) -> [Int] {
    let count = program.blocks.count
    guard order == .size else { return Array(0..<count) }
    if let known = bySize { return known }
    var values = [Double](repeating: -.infinity, count: count)
    let empty = JointState(program, index, JointPlan(blockCount: count), unitPrices: UnitPrices())
    values.withUnsafeMutableBufferPointer { values in
      // Each task has a number of its own, which the compiler cannot know.
      nonisolated(unsafe) let values = values
      let (program, control, clock) = (program, control, clock)
      IndependentTasks.perform(count, areSmall: false) { block in
        if control.isCancelled() || clock.isOver { return }
        values[block] = Self.solveAlone(empty, block, program, control, clock).value
      }
    }
    solves += count
    let order = (0..<count).sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
    bySize = order
    return order
  }

  /// The plans of those who plan show after show: no plan of ours is worth less.
  func planOneByOne() -> [Int] {
    let orders = [blocks(by: .size), blocks(by: .given)]
    var plans = [JointPlan?](repeating: nil, count: 2)
    plans.withUnsafeMutableBufferPointer { plans in
      nonisolated(unsafe) let plans = plans
      let (program, index, control, clock) = (program, index, control, clock)
      IndependentTasks.perform(2, areSmall: false) { task in
        plans[task] = Self.oneByOne(orders[task], program, index, control, clock)
      }
    }
    solves += 2 * orders[0].count
    firstPlans = plans.compactMap(\.self)
    for plan in firstPlans { take(plan) }
    return orders[0]
  }

  /// More than a row of a block is ever worth.
  static func elasticPrice(_ program: JointProgram, _ block: Int? = nil) -> Double {
    var greatest = 1.0
    for block in block.map({ [program.blocks[$0]] }) ?? program.blocks {
      for option in block.style.indices {
        greatest = max(
          greatest, abs(block.fixedGain[option]) + abs(block.unitGain[option]) * block.demand[option])
      }
    }
    return 20 * greatest
  }

  func solve(_ part: Neighbourhood, gap: Double, nodes: Int, start: [Int32]? = nil) -> [Int32]? {
    solves += 1
    return Self.solve(part, gap: gap, nodes: nodes, start: start, control: control, seconds: clock.remaining)?
      .columns
  }

  static func solve(
    _ part: Neighbourhood, gap: Double, nodes: Int, start: [Int32]?, control: SolveControl, seconds: Double?
  ) -> Selection? {
    var limits = SolveLimits(seconds: seconds, gap: gap, start: start)
    limits.nodes = nodes
    let quiet = SolveControl(isCancelled: control.isCancelled)
    guard let report = try? PartSolver.solver.solve(part.program, limits: limits, control: quiet) else {
      return nil
    }
    switch report.outcome {
    case .optimal(let selection, _), .feasible(let selection, _): return selection
    case .infeasible, .noneAbove, .unknown: return nil
    }
  }
}
