extension JointPlanner {
  func price(_ prices: JointPrices) -> JointPricing {
    let pricing = JointPricing(program, prices, choosers: choosers, mustStop: { self.mustStop })
    if pricing.bound < bound {
      bound = pricing.bound
      self.prices = pricing.prices
      report()
    }
    return pricing
  }

  /// Prices by the program over patterns, until they hardly lower the bound any more.
  func relax() {
    timeToRelax = clock.remaining
    let first = price(prices)
    let master = PatternMaster(program, prices: prices)
    master.add(first.choices.map { ($0.style, $0.showings) })
    // Plans at hand keep prices from growing beyond what rows are worth.
    for plan in firstPlans { master.add(program.patterns(of: plan)) }
    self.master = master
    var history: [Double] = []
    for round in 0..<400 {
      relaxOnce(master)
      if mustStop || isDone || isLate || expected < 1e-3 * abs(bound) { break }
      history.append(bound)
      if round >= 15, history[round - 10] - bound < 1e-3 * abs(bound) { break }
    }
    takeWeights(master)
  }

  /// Whether half of the time that was left is over: plans are made in the other half.
  var isLate: Bool {
    guard let rest = clock.remaining, let all = timeToRelax else { return false }
    return rest < all / 2
  }

  /// A round: iterations of the method near the best prices, and a pricing of all options at what they came to (a
  /// proximal bundle method, with a bundle of its own for each style).
  func relaxOnce(_ master: PatternMaster) {
    for chooser in choosers { chooser.nodeLimit = min(4_000, 100 + 60 * relaxations) }
    relaxations += 1
    // The nearer weights and prices are to each other, the surer is what the patterns at hand promise.
    for _ in 0..<8 {
      master.iterate(25, mustStop: { self.mustStop })
      if mustStop { return }
      if master.gap < 0.2 * (bound - master.restrictedBound) { break }
    }
    let before = bound
    expected = max(0, before - master.restrictedBound)
    let pricing = price(master.prices)
    if mustStop { return }
    if pricing.bound < before {
      master.move(to: pricing)
      if before - pricing.bound >= 0.5 * expected { master.looseness *= 2 }
      failures = 0
    } else {
      failures += 1
      if failures >= 3 || pricing.bound > before + expected {
        master.looseness *= 0.5
        failures = 0
      }
    }
    master.add(pricing.choices.map { ($0.style, $0.showings) } + pricing.others)
    // Sets that lack no more than a few times what the patterns of a style lack on average are taken in too.
    let lacking = max(0, pricing.reached - master.restrictedBound)
    let isNear = lacking < 0.1 * abs(pricing.bound)
    let leeway = 3 * lacking / Double(max(1, pricing.choices.count))
    for chooser in choosers { chooser.leeway = isNear ? leeway : -1 }
    if relaxations % 5 == 0 { master.state(brokenGroups(master.optionWeights())) }
  }

  /// Groups of which the weights show more than a limit lets.
  func brokenGroups(_ weights: [[Int32: Double]]) -> [GroupPlace] {
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

  func takeWeights(_ master: PatternMaster) {
    weights = master.optionWeights()
    unitPrices = UnitPrices(program, prices)
    rounded = roundedOptions()
  }
  /// Of each style the showings of more than a half, as far as limits and stock let them stand together.
  func roundedOptions() -> [[Int32]] {
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
}
