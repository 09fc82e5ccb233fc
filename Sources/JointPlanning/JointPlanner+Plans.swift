import Optimization

extension JointPlanner {
  /// Patterns of more than a half stay, the rest of each block is solved for, largest first.
  func construct(_ order: [Int]) {
    for worth in [1.0, 0.3] {
      if mustStop || isDone { return }
      var state = JointState(
        program, index,
        JointPlan(
          rounded.enumerated().map { block, options in
            options.sorted().map { Showing(block: Int32(block), option: $0, units: 0) }
          }), unitPrices: unitPrices)
      for block in order {
        if mustStop { return }
        let guide = guide(of: block, worth)
        state.replace(block, by: solveGuided(state, block, guide))
      }
      // A start of its own.
      improveByPasses(&state, order, passes: 2)
      take(state.plan)
    }
  }

  func guide(of block: Int, _ worth: Double) -> Neighbourhood.Guide {
    var guide = Neighbourhood.Guide(width: 160, weights: weights)
    let items = max(1, best.plan.showings[block].count)
    guide.worth = worth * abs(program.gain(of: best.plan.showings[block])) / Double(items)
    return guide
  }

  func solveGuided(_ state: JointState, _ block: Int, _ guide: Neighbourhood.Guide) -> [Int32] {
    let part = Neighbourhood(state, [block], prices: prices, guide: guide)
    if let selection = solve(part, gap: 5e-4, nodes: 1_000) { return part.options(of: selection)[0] }
    var elastic = guide
    elastic.elastic = Self.elasticPrice(program)
    let soft = Neighbourhood(state, [block], prices: prices, guide: elastic)
    return solve(soft, gap: 5e-4, nodes: 1_000).map { soft.options(of: $0)[0] }
      ?? state.plan.showings[block].map(\.option)
  }

  /// Every block anew, a few at a time, while that gains anything.
  func improveByPasses(_ state: inout JointState, _ order: [Int], passes: Int) {
    for _ in 0..<passes {
      let before = program.standing(of: state.plan)
      improve(&state, order.map { [$0] }, width: 160, gap: 3e-4, nodes: 1_000)
      let after = program.standing(of: state.plan)
      if mustStop || !after.isBetter(than: before, by: 3e-4 * abs(before.value)) { return }
    }
  }

  /// Solves neighbourhoods, several at the same time against the same plan; what they find is taken one after the other
  /// as far as it still is better then. So the plan is the same on any number of cores.
  func improve(
    _ state: inout JointState, _ neighbourhoods: [[Int]], width: Int, gap: Double, nodes: Int
  ) {
    let batch = 4
    let elastic = Self.elasticPrice(program)
    for start in stride(from: 0, to: neighbourhoods.count, by: batch) {
      if mustStop { return }
      let some = Array(neighbourhoods[start..<min(neighbourhoods.count, start + batch)])
      var found = [[[Int32]]?](repeating: nil, count: some.count)
      let isPlan = program.standing(of: state.plan).isPlan
      let now = state
      found.withUnsafeMutableBufferPointer { found in
        nonisolated(unsafe) let found = found
        let (prices, weights, control, seconds) = (prices, weights, control, clock.remaining)
        IndependentTasks.perform(some.count, areSmall: false) { task in
          var guide = Neighbourhood.Guide(width: width, weights: weights)
          if !isPlan { guide.elastic = elastic }
          let part = Neighbourhood(now, some[task], prices: prices, guide: guide)
          let selection = Self.solve(
            part, gap: gap, nodes: nodes, start: part.start, control: control, seconds: seconds)
          found[task] = selection.map { part.options(of: $0.columns) }
        }
      }
      solves += some.count
      var standing = program.standing(of: state.plan)
      for (task, options) in found.enumerated() {
        guard let options else { continue }
        var next = state
        for (block, options) in zip(some[task].sorted(), options) { next.replace(block, by: options) }
        let reached = program.standing(of: next.plan)
        guard reached.isBetter(than: standing, by: 1e-9 * abs(standing.value)) else { continue }
        (state, standing) = (next, reached)
      }
      take(state.plan)
      if isDone { return }
    }
  }

  /// Several blocks together that compete for the same styles, until the gap or the time is reached; in between the bound
  /// is lowered further.
  func improve(_ order: [Int]) {
    var state = JointState(program, index, best.plan, unitPrices: unitPrices)
    improveByPasses(&state, order, passes: 3)
    let count = program.blocks.count
    guard count > 1, best.standing.isPlan || count > 4 else { return }
    var random = SplitMix(seed: 1)
    var idle = 0
    for round in 0..<10_000 {
      if mustStop || isDone || idle > 16 { return }
      let size = min(count, round % 3 == 0 ? 2 : round % 3 == 1 ? 3 : 4)
      let before = (best.standing, bound)
      improve(
        &state, neighbourhoods(size, state, &random), width: size == 2 ? 120 : 90, gap: 1e-4, nodes: 600)
      if let master, stalls < 8 {
        let bound = bound
        for _ in 0..<4 where !mustStop && !isDone { relaxOnce(master) }
        stalls = bound - self.bound > 1e-6 * abs(bound) ? 0 : stalls + 1
      }
      let isBetter = best.standing.isBetter(than: before.0, by: 1e-5 * abs(before.0.value))
      idle = isBetter || before.1 - bound > 1e-5 * abs(bound) ? 0 : idle + 1
    }
  }

  /// Blocks to be planned together, none twice: around styles whose showings are not those that the prices favour, the
  /// others by how much they compete.
  func neighbourhoods(_ size: Int, _ state: JointState, _ random: inout SplitMix) -> [[Int]] {
    let count = program.blocks.count
    let affinity = Affinity(state)
    let losses = losses(state)
    var neighbourhoods: [[Int]] = []
    var used: Set<Int> = []
    for turn in 0..<8 {
      let free = (0..<count).filter { !used.contains($0) }
      guard free.count >= size else { break }
      var blocks: [Int] = []
      if turn % 2 == 0, !losses.isEmpty {
        let style = losses[random.pick(losses.map(\.loss))]
        blocks = style.blocks.filter { !used.contains($0) }
        while blocks.count > size { blocks.remove(at: random.next(below: blocks.count)) }
      }
      if blocks.isEmpty { blocks = [free[random.next(below: free.count)]] }
      while blocks.count < size {
        let rest = free.filter { !blocks.contains($0) }
        let weights = rest.map { other in blocks.reduce(0.0) { $0 + affinity[$1, other] } + 0.01 }
        blocks.append(rest[random.pick(weights)])
      }
      used.formUnion(blocks)
      neighbourhoods.append(blocks)
    }
    return neighbourhoods
  }

  /// Styles that gain less by their showings on the plan than by the best set at the prices, with the blocks of both.
  func losses(_ state: JointState) -> [(loss: Double, blocks: [Int])] {
    let pricing = JointPricing(program, prices, choosers: choosers, mustStop: { self.mustStop })
    let sums = prices.ofSums(program)
    var losses: [(loss: Double, blocks: [Int])] = []
    for (style, gain, showings) in pricing.choices where Int(style) < program.styleCount {
      let own = state.showingsOfStyle[Int(style)]
      var loss = gain - program.gain(of: own)
      for showing in own {
        let block = program.blocks[Int(showing.block)]
        loss += block.charge(
          of: showing, index.offsets[Int(showing.block)], prices, sums, program.sumIsOfUnits)
      }
      guard loss > 1e-9 * max(1, gain) else { continue }
      losses.append((loss, Set((own + showings).map { Int($0.block) }).sorted()))
    }
    return losses
  }
}
