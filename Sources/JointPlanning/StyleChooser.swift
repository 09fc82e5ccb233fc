/// A showing that a style could have, at some prices of what it takes.
struct Candidate: Sendable {
  var style: Int32
  var block: Int32
  var option: Int32
  /// What it gains beside its units.
  var fixed: Double
  /// What each unit gains.
  var unit: Double
  var demand: Double
  var least: Double
  var mask: UInt64

  /// What it gains where the stock does not run out.
  var potential: Double { fixed + unit * (unit > 0 ? demand : least) }

  /// The same where each unit costs so much.
  func potential(at price: Double) -> Double {
    let unit = unit - price
    return fixed + unit * (unit > 0 ? demand : least)
  }
}

/// The best set of showings of one style: which of them, within its limits and its stock, and how many units for each.
///
/// Exact by depth-first search over the blocks in their order, with two bounds: what is left without regard to the stock,
/// and what is left where a unit has its price. A search that takes too long ends with a bound that holds all the same.
final class StyleChooser {
  private let limits: [JointProgram.StyleLimit]
  /// The limits that each block is in.
  private let limitsOfBlock: [[Int32]]
  /// Nodes of the search after which the rest is bounded.
  var nodeLimit: Int

  struct Choice: Sendable {
    /// No set of showings gains more.
    var bound = 0.0
    /// What the showings gain.
    var gain = 0.0
    var showings: [Showing] = []
    /// Sets that gain nearly as much: with a showing less, or with another pitch.
    var others: [[Showing]] = []
  }

  /// By how much less a set may gain to be told among the others; below 0 for none.
  var leeway = -1.0

  // Of the style at hand. Limits are numbered anew, in the order in which candidates meet them.
  private var localLimit: [Int32]
  private var met: [Int32] = []
  private var left: [Int32] = []
  private var counts: [Int32] = []
  private var limitStart: [Int32] = []
  private var limitList: [Int32] = []
  private var starts: [Int] = []
  private var next: [Int] = []
  private var free: [Double] = []
  private var priced: [Double] = []
  private var chosen: [Int32] = []
  private var byUnit: [Int32] = []
  private var bestChosen: [Int32] = []

  init(_ program: JointProgram, nodeLimit: Int = 4_000) {
    limits = program.styleLimits
    var limitsOfBlock = [[Int32]](repeating: [], count: program.blocks.count)
    for (index, limit) in program.styleLimits.enumerated() {
      for block in limit.blocks { limitsOfBlock[block].append(Int32(index)) }
    }
    self.limitsOfBlock = limitsOfBlock
    self.nodeLimit = nodeLimit
    localLimit = Array(repeating: -1, count: program.styleLimits.count)
  }

  /// - Parameter candidates: block by block, those of a gain above 0 without regard to stock.
  func choose(style: Int32, stock: Double, _ candidates: [Candidate]) -> Choice {
    starts.removeAll(keepingCapacity: true)
    for index in candidates.indices where index == 0 || candidates[index].block != candidates[index - 1].block
    {
      starts.append(index)
    }
    starts.append(candidates.count)
    meetLimits(style, candidates)
    var choice = unhindered(stock, candidates) ?? search(stock, candidates)
    if leeway >= 0, !choice.showings.isEmpty { choice.others = others(than: choice, stock, candidates) }
    return choice
  }

  private func others(than choice: Choice, _ stock: Double, _ candidates: [Candidate]) -> [[Showing]] {
    let best = choice.showings.compactMap { showing in
      candidates.firstIndex { $0.block == showing.block && $0.option == showing.option }.map(Int32.init)
    }
    var others: [[Showing]] = []
    func consider(_ set: [Int32]) {
      guard !set.isEmpty, set.reduce(0, { $0 + candidates[Int($1)].least }) <= stock else { return }
      let showings = showings(set, stock, candidates)
      var gain = 0.0
      for (index, showing) in zip(set, showings) {
        gain += candidates[Int(index)].fixed + candidates[Int(index)].unit * showing.units
      }
      if gain >= choice.gain - leeway { others.append(showings) }
    }
    for position in best.indices {
      var set = best
      set.remove(at: position)
      consider(set)
      let own = candidates[Int(best[position])]
      for index in candidates.indices
      where candidates[index].block == own.block && candidates[index].option != own.option
        && candidates[index].mask == own.mask
      {
        set = best
        set[position] = Int32(index)
        consider(set)
      }
    }
    return others
  }

  private var groupCount: Int { starts.count - 1 }

  private func meetLimits(_ style: Int32, _ candidates: [Candidate]) {
    for limit in met { localLimit[Int(limit)] = -1 }
    met.removeAll(keepingCapacity: true)
    left.removeAll(keepingCapacity: true)
    limitStart.removeAll(keepingCapacity: true)
    limitList.removeAll(keepingCapacity: true)
    for candidate in candidates {
      limitStart.append(Int32(limitList.count))
      for limit in limitsOfBlock[Int(candidate.block)]
      where candidate.mask & (1 << UInt64(limits[Int(limit)].rule)) != 0 {
        if localLimit[Int(limit)] < 0 {
          localLimit[Int(limit)] = Int32(met.count)
          met.append(limit)
          left.append(Int32(clamping: limits[Int(limit)].left(for: style)))
        }
        limitList.append(localLimit[Int(limit)])
      }
    }
    limitStart.append(Int32(limitList.count))
    counts.removeAll(keepingCapacity: true)
    for _ in met { counts.append(0) }
  }

  /// Every block takes its best, where limits and stock let it.
  private func unhindered(_ stock: Double, _ candidates: [Candidate]) -> Choice? {
    chosen.removeAll(keepingCapacity: true)
    var units = 0.0
    var gain = 0.0
    for group in 0..<groupCount {
      var best = starts[group]
      for index in starts[group]..<starts[group + 1]
      where candidates[index].potential > candidates[best].potential {
        best = index
      }
      for entry in Int(limitStart[best])..<Int(limitStart[best + 1]) {
        let limit = Int(limitList[entry])
        counts[limit] += 1
        if counts[limit] > left[limit] { return nil }
      }
      chosen.append(Int32(best))
      units += candidates[best].unit > 0 ? candidates[best].demand : candidates[best].least
      gain += candidates[best].potential
    }
    guard units <= stock else { return nil }
    return Choice(
      bound: gain, gain: gain,
      showings: chosen.map { index in
        let candidate = candidates[Int(index)]
        return Showing(
          block: candidate.block, option: candidate.option,
          units: candidate.unit > 0 ? candidate.demand : candidate.least)
      })
  }

  private func search(_ stock: Double, _ candidates: [Candidate]) -> Choice {
    let most = mostShowings(candidates)
    findNext()
    let width = most + 1
    gains(at: 0, candidates, width, into: &free)
    let price = stockPrice(most, stock, candidates)
    if price > 0 { gains(at: price, candidates, width, into: &priced) }
    for limit in counts.indices { counts[limit] = 0 }
    chosen = Array(repeating: 0, count: most)
    byUnit = Array(repeating: 0, count: most)
    bestChosen.removeAll(keepingCapacity: true)

    let (best, openBound) = candidates.withUnsafeBufferPointer { candidates in
      chosen.withUnsafeMutableBufferPointer { chosen in
        byUnit.withUnsafeMutableBufferPointer { byUnit in
          counts.withUnsafeMutableBufferPointer { counts in
            left.withUnsafeBufferPointer { left in
              limitStart.withUnsafeBufferPointer { limitStart in
                limitList.withUnsafeBufferPointer { limitList in
                  starts.withUnsafeBufferPointer { starts in
                    free.withUnsafeBufferPointer { free in
                      priced.withUnsafeBufferPointer { priced in
                        var descent = Descent(
                          candidates: candidates, starts: starts, limitStart: limitStart,
                          limitList: limitList,
                          left: left, free: free, priced: priced, width: width, price: price, stock: stock,
                          nodeLimit: nodeLimit, chosen: chosen, byUnit: byUnit, counts: counts)
                        descent.descend(0, left: most, value: 0, pricedValue: 0)
                        bestChosen = descent.bestChosen
                        return (descent.best, descent.openBound)
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    return Choice(bound: max(best, openBound), gain: best, showings: showings(bestChosen, stock, candidates))
  }

  /// One depth-first search; every buffer is the chooser's.
  private struct Descent {
    let candidates: UnsafeBufferPointer<Candidate>
    let starts: UnsafeBufferPointer<Int>
    let limitStart: UnsafeBufferPointer<Int32>
    let limitList: UnsafeBufferPointer<Int32>
    let left: UnsafeBufferPointer<Int32>
    let free: UnsafeBufferPointer<Double>
    let priced: UnsafeBufferPointer<Double>
    let width: Int
    let price: Double
    let stock: Double
    let nodeLimit: Int
    let chosen: UnsafeMutableBufferPointer<Int32>
    /// The chosen ones, those whose units are worth most first.
    let byUnit: UnsafeMutableBufferPointer<Int32>
    let counts: UnsafeMutableBufferPointer<Int32>

    var count = 0
    var leastSum = 0.0
    /// What the chosen ones gain with their least.
    var leastValue = 0.0
    var nodes = 0
    var best = 0.0
    var bestChosen: [Int32] = []
    var openBound = -Double.infinity

    init(
      candidates: UnsafeBufferPointer<Candidate>, starts: UnsafeBufferPointer<Int>,
      limitStart: UnsafeBufferPointer<Int32>, limitList: UnsafeBufferPointer<Int32>,
      left: UnsafeBufferPointer<Int32>, free: UnsafeBufferPointer<Double>,
      priced: UnsafeBufferPointer<Double>,
      width: Int, price: Double, stock: Double, nodeLimit: Int, chosen: UnsafeMutableBufferPointer<Int32>,
      byUnit: UnsafeMutableBufferPointer<Int32>, counts: UnsafeMutableBufferPointer<Int32>
    ) {
      self.candidates = candidates
      self.starts = starts
      self.limitStart = limitStart
      self.limitList = limitList
      self.left = left
      self.free = free
      self.priced = priced
      self.width = width
      self.price = price
      self.stock = stock
      self.nodeLimit = nodeLimit
      self.chosen = chosen
      self.byUnit = byUnit
      self.counts = counts
    }

    mutating func descend(_ group: Int, left showingsLeft: Int, value: Double, pricedValue: Double) {
      if value > best {
        best = value
        bestChosen = Array(chosen[..<count])
      }
      guard group < starts.count - 1, showingsLeft > 0 else { return }
      var bound = value + free[group * width + showingsLeft]
      if price > 0 { bound = min(bound, price * stock + pricedValue + priced[group * width + showingsLeft]) }
      guard bound > best + 1e-12 * abs(best) else { return }
      nodes += 1
      if nodes > nodeLimit {
        openBound = max(openBound, bound)
        return
      }
      for index in starts[group]..<starts[group + 1] {
        let candidate = candidates[index]
        guard leastSum + candidate.least <= stock, isWithinLimits(index) else { continue }
        for entry in Int(limitStart[index])..<Int(limitStart[index + 1]) {
          counts[Int(limitList[entry])] += 1
        }
        let place = insert(Int32(index), unit: candidate.unit)
        descend(
          group + 1, left: showingsLeft - 1, value: chosenValue(),
          pricedValue: price > 0 ? pricedValue + candidate.potential(at: price) : 0)
        remove(place, candidate)
        for entry in Int(limitStart[index])..<Int(limitStart[index + 1]) {
          counts[Int(limitList[entry])] -= 1
        }
      }
      descend(group + 1, left: showingsLeft, value: value, pricedValue: pricedValue)
    }

    private func isWithinLimits(_ index: Int) -> Bool {
      for entry in Int(limitStart[index])..<Int(limitStart[index + 1]) {
        let limit = Int(limitList[entry])
        if counts[limit] >= left[limit] { return false }
      }
      return true
    }

    private mutating func insert(_ index: Int32, unit: Double) -> Int {
      var place = count
      while place > 0, candidates[Int(byUnit[place - 1])].unit < unit {
        byUnit[place] = byUnit[place - 1]
        place -= 1
      }
      byUnit[place] = index
      chosen[count] = index
      count += 1
      let candidate = candidates[Int(index)]
      leastSum += candidate.least
      leastValue += candidate.fixed + candidate.unit * candidate.least
      return place
    }

    private mutating func remove(_ place: Int, _ candidate: Candidate) {
      count -= 1
      for position in place..<count { byUnit[position] = byUnit[position + 1] }
      leastSum -= candidate.least
      leastValue -= candidate.fixed + candidate.unit * candidate.least
    }

    /// What the chosen ones gain, the stock shared out.
    private func chosenValue() -> Double {
      var value = leastValue
      var rest = stock - leastSum
      for position in 0..<count {
        let candidate = candidates[Int(byUnit[position])]
        if candidate.unit <= 0 || rest <= 0 { break }
        let more = min(rest, candidate.demand - candidate.least)
        value += candidate.unit * more
        rest -= more
      }
      return value
    }
  }

  /// Chosen ones with their units.
  private func showings(_ chosen: [Int32], _ stock: Double, _ candidates: [Candidate]) -> [Showing] {
    var rest = stock
    for index in chosen { rest -= candidates[Int(index)].least }
    var showings = chosen.map { index in
      let candidate = candidates[Int(index)]
      return Showing(block: candidate.block, option: candidate.option, units: candidate.least)
    }
    let order = chosen.indices.sorted {
      let (one, other) = (candidates[Int(chosen[$0])].unit, candidates[Int(chosen[$1])].unit)
      return one != other ? one > other : $0 < $1
    }
    for position in order where rest > 0 && candidates[Int(chosen[position])].unit > 0 {
      let candidate = candidates[Int(chosen[position])]
      let more = min(rest, candidate.demand - candidate.least)
      showings[position].units += more
      rest -= more
    }
    return showings
  }

  /// No set has more showings: a limit of few that holds every candidate.
  private func mostShowings(_ candidates: [Candidate]) -> Int {
    var most = groupCount
    guard !candidates.isEmpty else { return 0 }
    for entry in Int(limitStart[0])..<Int(limitStart[1]) {
      let limit = limitList[entry]
      guard Int(left[Int(limit)]) < most else { continue }
      if candidates.indices.allSatisfy({ has(limit, $0) }) { most = Int(left[Int(limit)]) }
    }
    return max(0, most)
  }

  private func has(_ limit: Int32, _ index: Int) -> Bool {
    for entry in Int(limitStart[index])..<Int(limitStart[index + 1]) where limitList[entry] == limit {
      return true
    }
    return false
  }

  /// The first block behind each that can be shown beside it, those between being out together with it.
  private func findNext() {
    next.removeAll(keepingCapacity: true)
    for group in 0..<groupCount {
      var other = group + 1
      while other < groupCount, excludes(group, other) { other += 1 }
      next.append(other)
    }
  }

  /// Whether no candidate of one block can be shown beside any of the other.
  private func excludes(_ group: Int, _ other: Int) -> Bool {
    let first = starts[group]
    for entry in Int(limitStart[first])..<Int(limitStart[first + 1]) {
      let limit = limitList[entry]
      guard left[Int(limit)] <= 1 else { continue }
      let holds = { (group: Int) in
        (self.starts[group]..<self.starts[group + 1]).allSatisfy { self.has(limit, $0) }
      }
      if holds(other), holds(group) { return true }
    }
    return false
  }

  /// Most that blocks from each on can gain with so many showings at a price.
  private func gains(at price: Double, _ candidates: [Candidate], _ width: Int, into gains: inout [Double]) {
    let size = (groupCount + 1) * width
    if gains.count < size { gains = Array(repeating: 0, count: size) }
    for left in 0..<width { gains[groupCount * width + left] = 0 }
    for group in stride(from: groupCount - 1, through: 0, by: -1) {
      var own = 0.0
      for index in starts[group]..<starts[group + 1] {
        own = max(own, candidates[index].potential(at: price))
      }
      gains[group * width] = 0
      for left in 1..<max(1, width) {
        gains[group * width + left] = max(
          gains[(group + 1) * width + left], own + gains[next[group] * width + left - 1])
      }
    }
  }

  /// The price of a unit at which the bound is least, 0 where none helps: the bound is convex in the price.
  private func stockPrice(_ most: Int, _ stock: Double, _ candidates: [Candidate]) -> Double {
    var high = 0.0
    var demand = 0.0
    for candidate in candidates {
      high = max(high, candidate.unit)
      demand += candidate.unit > 0 ? candidate.demand : candidate.least
    }
    guard high > 0, most > 0, demand > stock else { return 0 }
    var low = 0.0
    func bound(_ price: Double) -> Double {
      gains(at: price, candidates, most + 1, into: &priced)
      return price * stock + priced[most]
    }
    for _ in 0..<10 {
      let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
      if bound(left) <= bound(right) { high = right } else { low = left }
    }
    let middle = (low + high) / 2
    return bound(middle) < free[most] ? middle : 0
  }
}
