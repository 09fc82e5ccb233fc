import Optimization

/// Plans all blocks together: prices for what they compete for, a bound that holds whatever the prices are, and plans by
/// solving a few blocks at a time while all others stay.
package final class JointPlanner {
  let program: JointProgram
  let index: JointIndex
  private let limits: Limits
  private let control: SolveControl
  private let clock: SolveClock
  private let choosers: [StyleChooser]
  private let hasUnitRows: Bool

  /// The best bound on all plans.
  package private(set) var bound = Double.infinity
  /// The best plan so far, and where it stands.
  package private(set) var best: (plan: JointPlan, standing: JointStanding)
  /// How many blocks were solved, alone or a few together.
  package private(set) var solves = 0
  private var prices: JointPrices
  var bestPrices: JointPrices { prices }
  private var unitPrices = UnitPrices()
  private(set) var weights: [[Int32: Double]] = []

  package struct Limits: Sendable {
    package var seconds: Double?
    /// The relative gap at which the search ends.
    package var gap: Double

    /// What of the value is no gain: the gap is measured without it.
    package var constant = 0.0
    /// Whether small programs too are planned as large ones are; for tests.
    package var treatsAsLarge = false
    /// The search ends where a plan is worth so much.
    package var enough = Double.infinity
    /// The search ends where no plan can be worth so much.
    package var tooLittle = -Double.infinity

    package init(seconds: Double? = nil, gap: Double = 0.01) {
      self.seconds = seconds
      self.gap = gap
    }
  }

  package init(_ program: JointProgram, limits: Limits, control: SolveControl = SolveControl()) {
    self.program = program
    index = JointIndex(program)
    self.limits = limits
    self.control = control
    clock = SolveClock(limit: limits.seconds)
    choosers = (0..<8).map { _ in StyleChooser(program, nodeLimit: 60) }
    prices = JointPrices(program)
    hasUnitRows = program.hasUnitRows
    let empty = JointPlan(blockCount: program.blocks.count)
    best = (empty, program.standing(of: empty))
  }

  package var mustStop: Bool { control.isCancelled() || clock.isOver }
  package var seconds: Double { clock.seconds }

  /// (bound - value) / |value|, `infinity` without a plan.
  package var gap: Double {
    best.standing.isPlan
      ? (bound - best.standing.value) / max(1e-9, abs(best.standing.value - limits.constant)) : .infinity
  }
  private var isDone: Bool {
    gap <= limits.gap + 1e-6 || bound < limits.tooLittle
      || best.standing.isPlan && best.standing.value >= limits.enough
  }

  /// Bound first, then plans, until the gap or the time is reached.
  package func run() {
    // Show after show is quick: whoever stops early has a plan.
    let order = planOneByOne()
    if mustStop || !limits.treatsAsLarge && solveMixed() { return }
    relax()
    if mustStop || isDone { return }
    construct(order)
    improve(order)
    // Who gets scarce units went by prices so far.
    if hasUnitRows, let shared = Allotment.best(best.plan, program) { take(shared) }
    if mustStop || isDone || limits.treatsAsLarge { return }
    solveWhole()
  }

  /// A small program is solved as it stands.
  /// - Returns: whether it was solved to its end.
  private func solveMixed() -> Bool {
    #if GLPK
      guard var mixed = MixedProgram(program) else { return false }
      let answer = mixed.solve(
        known: best.standing.isPlan ? best.standing.value : nil, constant: limits.constant, nodes: 20_000,
        mustStop: { self.mustStop },
        consider: { plan in
          self.take(plan)
          return self.best.standing.isPlan ? self.best.standing.value : nil
        })
      solves += 1
      switch answer {
      case .infeasible: isInfeasible = true
      case .bounded(let value): bound = min(bound, value)
      case .stopped: return false
      }
      report()
      return true
    #else
      return false
    #endif
  }

  /// A small program is solved as a whole, and with it its bound is exact.
  private func solveWhole() {
    guard var whole = WholeProgram(program, index) else { return }
    let answer = whole.solve(
      gap: limits.gap, rounds: 300, control: control, seconds: { self.clock.remaining },
      consider: { plan in
        self.take(plan)
        return self.best.standing.isPlan ? self.best.standing.value : nil
      })
    switch answer {
    case .infeasible: isInfeasible = true
    case .bounded(let value):
      // Nothing is left but what was considered.
      let known = best.standing.isPlan ? max(value, best.standing.value) : value
      if known == -.infinity { isInfeasible = true } else { bound = min(bound, known) }
    case .stopped: break
    }
    report()
  }

  /// Whether it is proven that no plan meets every hard row.
  package private(set) var isInfeasible = false

  /// What one more unit of each style would be worth, by the relaxation at the best prices.
  package func worth(of styles: [Int32]) -> [Double] {
    let wanted = Set(styles)
    var worth: [Int32: Double] = [:]
    let candidates = JointPricing.candidates(program, prices)
    for (style, candidates) in JointPricing.byStyle(candidates, count: program.styleCount)
    where wanted.contains(style) {
      let stock = program.stock[Int(style)]
      let now = choosers[0].choose(style: style, stock: stock, candidates).gain
      worth[style] = max(0, choosers[0].choose(style: style, stock: stock + 1, candidates).gain - now)
    }
    return styles.map { worth[$0] ?? 0 }
  }

  // MARK: One by one

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

  /// Takes a plan from outside, if it is better than the one at hand.
  package func take(_ given: JointPlan) {
    for plan in [given, hasUnitRows ? Allotment.improved(given, program) : nil].compactMap(\.self) {
      let standing = program.standing(of: plan)
      if standing.isBetter(than: best.standing) {
        best = (plan, standing)
        report()
      }
    }
  }

  private static func oneByOne(
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
  private static func solveAlone(
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

  private func blocks(by order: Order) -> [Int] {
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
  private var bySize: [Int]?

  /// The plans of those who plan show after show: no plan of ours is worth less.
  private func planOneByOne() -> [Int] {
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
    for plan in plans.compactMap(\.self) { take(plan) }
    return orders[0]
  }

  /// More than a row of a block is ever worth.
  private static func elasticPrice(_ program: JointProgram, _ block: Int? = nil) -> Double {
    var greatest = 1.0
    for block in block.map({ [program.blocks[$0]] }) ?? program.blocks {
      for option in block.style.indices {
        greatest = max(
          greatest, abs(block.fixedGain[option]) + abs(block.unitGain[option]) * block.demand[option])
      }
    }
    return 20 * greatest
  }

  private func solve(_ part: Neighbourhood, gap: Double, nodes: Int, start: [Int32]? = nil) -> [Int32]? {
    solves += 1
    return Self.solve(part, gap: gap, nodes: nodes, start: start, control: control, seconds: clock.remaining)?
      .columns
  }

  private static func solve(
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

  // MARK: The bound

  private func price(_ prices: JointPrices) -> JointPricing {
    let pricing = JointPricing(program, prices, choosers: choosers, mustStop: { self.mustStop })
    if pricing.bound < bound {
      bound = pricing.bound
      self.prices = pricing.prices
      report()
    }
    return pricing
  }

  /// Prices by the program over patterns, until they hardly lower the bound any more.
  private func relax() {
    timeToRelax = clock.remaining
    let first = price(prices)
    let master = PatternMaster(program, prices: prices)
    master.add(first.choices.map { ($0.style, $0.showings) })
    self.master = master
    var history: [Double] = []
    for round in 0..<400 {
      relaxOnce(master)
      if mustStop || isDone || isLate { break }
      history.append(bound)
      if round >= 15, history[round - 10] - bound < 1e-3 * abs(bound), master.gap < 0.01 * abs(bound) {
        break
      }
    }
    takeWeights(master)
  }

  /// Whether half of the time that was left is over: plans are made in the other half.
  private var isLate: Bool {
    guard let rest = clock.remaining, let all = timeToRelax else { return false }
    return rest < all / 2
  }
  private var timeToRelax: Double?

  /// A round: iterations of the method, and a pricing of all options at what they came to.
  private func relaxOnce(_ master: PatternMaster) {
    for chooser in choosers { chooser.nodeLimit = min(4_000, 60 + 40 * relaxations) }
    relaxations += 1
    master.iterate(iterations, mustStop: { self.mustStop })
    if mustStop { return }
    let pricing = price(master.prices)
    master.add(pricing.choices.map { ($0.style, $0.showings) } + pricing.others)
    let lacking = max(0, pricing.bound - master.restrictedBound)
    // Patterns that lack ask for pricings, weights that are far from the prices for iterations.
    if master.gap < 0.3 * lacking {
      iterations = max(20, iterations * 3 / 4)
    } else if master.gap > lacking {
      iterations = min(200, iterations * 4 / 3)
    }
    // Sets that lack no more than a few times what the patterns of a style lack on average are taken in too.
    let isNear = lacking < 0.1 * abs(pricing.bound)
    let leeway = 5 * lacking / Double(max(1, pricing.choices.count))
    for chooser in choosers { chooser.leeway = isNear ? leeway : -1 }
    if relaxations % 5 == 0 { master.state(brokenGroups(master.optionWeights())) }
  }
  /// Groups of which the weights show more than a limit lets.
  private func brokenGroups(_ weights: [[Int32: Double]]) -> [GroupPlace] {
    var broken: [GroupPlace] = []
    for (position, limit) in program.groupLimits.enumerated() {
      var counts: [Int32: Double] = [:]
      for index in limit.blocks {
        let block = program.blocks[index]
        for (option, weight) in weights[index].sorted(by: { $0.key < $1.key })
        where block.limitMask[Int(option)] & (1 << UInt64(limit.rule)) != 0 {
          for group in limit.groups.groups(of: block.style[Int(option)]) {
            counts[group, default: 0] += weight
          }
        }
      }
      for (group, count) in counts.sorted(by: { $0.key < $1.key })
      where count > Double(limit.left(for: group)) + 1e-3 {
        broken.append(GroupPlace(limit: Int32(position), group: group))
      }
    }
    return broken
  }
  private var master: PatternMaster?
  private var relaxations = 0
  private var iterations = 100

  private func takeWeights(_ master: PatternMaster) {
    weights = master.optionWeights()
    unitPrices = UnitPrices(program, prices)
    rounded = roundedOptions()
  }
  /// Of each style the showings of more than a half, as far as limits and stock let them stand together.
  private func roundedOptions() -> [[Int32]] {
    var wanted: [Int32: [(block: Int, option: Int32, weight: Double)]] = [:]
    for (block, options) in weights.enumerated() {
      var ofStyle: [Int32: (option: Int32, best: Double, sum: Double)] = [:]
      for (option, weight) in options.sorted(by: { $0.key < $1.key }) {
        let style = program.blocks[block].style[Int(option)]
        var known = ofStyle[style] ?? (option, 0, 0)
        if weight > known.best { (known.option, known.best) = (option, weight) }
        known.sum += weight
        ofStyle[style] = known
      }
      for (style, known) in ofStyle where known.sum > 0.5 {
        wanted[style, default: []].append((block, known.option, known.sum))
      }
    }
    let empty = JointState(
      program, index, JointPlan(blockCount: program.blocks.count), unitPrices: unitPrices)
    var rounded = [[Int32]](repeating: [], count: program.blocks.count)
    for (style, entries) in wanted.sorted(by: { $0.key < $1.key }) {
      var taken: [Showing] = []
      var least = 0.0
      let stock = Int(style) < program.styleCount ? program.stock[Int(style)] : .infinity
      for entry in entries.sorted(by: { $0.weight != $1.weight ? $0.weight > $1.weight : $0.block < $1.block }
      ) {
        let own = program.blocks[entry.block].least[Int(entry.option)]
        guard least + own <= stock,
          Int(style) >= program.styleCount || empty.isAllowed(entry.block, entry.option, beside: taken)
        else { continue }
        least += own
        taken.append(Showing(block: Int32(entry.block), option: entry.option, units: 0))
        rounded[entry.block].append(entry.option)
      }
    }
    return rounded
  }

  private var rounded: [[Int32]] = []

  // MARK: Plans

  private func report() {
    control.report(
      SearchProgress(
        incumbent: best.standing.isPlan ? best.standing.value : nil, bound: bound, seconds: seconds,
        nodes: solves))
  }

  /// Patterns of more than a half stay, the rest of each block is solved for, largest first.
  private func construct(_ order: [Int]) {
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

  private func guide(of block: Int, _ worth: Double) -> Neighbourhood.Guide {
    var guide = Neighbourhood.Guide(width: 160, weights: weights)
    let items = max(1, best.plan.showings[block].count)
    guide.worth = worth * abs(program.gain(of: best.plan.showings[block])) / Double(items)
    return guide
  }

  private func solveGuided(_ state: JointState, _ block: Int, _ guide: Neighbourhood.Guide) -> [Int32] {
    let part = Neighbourhood(state, [block], prices: prices, guide: guide)
    if let selection = solve(part, gap: 5e-4, nodes: 1_000) { return part.options(of: selection)[0] }
    var elastic = guide
    elastic.elastic = Self.elasticPrice(program)
    let soft = Neighbourhood(state, [block], prices: prices, guide: elastic)
    return solve(soft, gap: 5e-4, nodes: 1_000).map { soft.options(of: $0)[0] }
      ?? state.plan.showings[block].map(\.option)
  }

  /// Every block anew, a few at a time, while that gains anything.
  private func improveByPasses(_ state: inout JointState, _ order: [Int], passes: Int) {
    for _ in 0..<passes {
      let before = program.standing(of: state.plan)
      improve(&state, order.map { [$0] }, width: 160, gap: 3e-4, nodes: 1_000)
      let after = program.standing(of: state.plan)
      if mustStop || !after.isBetter(than: before, by: 3e-4 * abs(before.value)) { return }
    }
  }

  /// Solves neighbourhoods, several at the same time against the same plan; what they find is taken one after the other
  /// as far as it still is better then. So the plan is the same on any number of cores.
  private func improve(
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
  private func improve(_ order: [Int]) {
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
  /// How often in turn the bound hardly fell.
  private var stalls = 0

  /// Blocks to be planned together, none twice: around styles whose showings are not those that the prices favour, the
  /// others by how much they compete.
  private func neighbourhoods(_ size: Int, _ state: JointState, _ random: inout SplitMix) -> [[Int]] {
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
        while blocks.count > size { blocks.remove(at: Int(random.next() % UInt64(blocks.count))) }
      }
      if blocks.isEmpty { blocks = [free[Int(random.next() % UInt64(free.count))]] }
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
  private func losses(_ state: JointState) -> [(loss: Double, blocks: [Int])] {
    let pricing = JointPricing(program, prices, choosers: choosers, mustStop: { self.mustStop })
    let sums = prices.ofSums(program)
    var losses: [(loss: Double, blocks: [Int])] = []
    for (style, gain, showings) in pricing.choices where Int(style) < program.styleCount {
      let own = state.showingsOfStyle[Int(style)]
      var loss = gain
      for showing in own {
        let block = program.blocks[Int(showing.block)]
        loss -= block.gain(of: showing, index.offsets[Int(showing.block)], prices, sums, program.sumIsOfUnits)
      }
      guard loss > 1e-9 * max(1, gain) else { continue }
      losses.append((loss, Set((own + showings).map { Int($0.block) }).sorted()))
    }
    return losses
  }
}

extension JointProgram.Block {
  /// What a showing gains at prices of its rows and sums.
  fileprivate func gain(
    of showing: Showing, _ offset: Int, _ prices: JointPrices, _ sums: [Double], _ sumIsOfUnits: [Bool]
  ) -> Double {
    let option = Int(showing.option)
    var gain = fixedGain[option] + unitGain[option] * showing.units
    for entry in own[option] {
      let row = Int(own.row[entry])
      gain -= prices.rows[offset + row] * own.coefficient[entry] * (rows[row].isOfUnits ? showing.units : 1)
    }
    for entry in shared[option] {
      let sum = Int(shared.row[entry])
      gain -= sums[sum] * shared.coefficient[entry] * (sumIsOfUnits[sum] ? showing.units : 1)
    }
    return gain
  }
}

/// How much blocks compete: the showings of one that limits or stock would not let beside those of the other.
private struct Affinity {
  private var values: [Double]
  private let count: Int

  init(_ state: JointState) {
    count = state.program.blocks.count
    values = Array(repeating: 0, count: count * count)
    for showings in state.showingsOfStyle where showings.count > 1 {
      for one in showings {
        for other in showings where other.block != one.block {
          values[Int(one.block) * count + Int(other.block)] += 0.3
        }
      }
    }
    // Blocks that limits hold together.
    for limit in state.program.styleLimits where limit.blocks.count < max(3, count / 2) {
      for one in limit.blocks {
        for other in limit.blocks where one != other { values[one * count + other] += 3 }
      }
    }
  }

  subscript(one: Int, other: Int) -> Double { values[one * count + other] }
}

/// Numbers that are the same on every machine (Steele, Lea & Flood 2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A position by its weight.
  mutating func pick(_ weights: [Double]) -> Int {
    var rest = Double(next() >> 11) / 9_007_199_254_740_992 * weights.reduce(0, +)
    for (position, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return position }
    }
    return weights.count - 1
  }
}
