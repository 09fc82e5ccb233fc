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
  private let index: JointIndex
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
  /// Of each block of the style, those behind it that can be shown beside it.
  private var followers: [Int32] = []
  private var followerStart: [Int32] = []
  /// How many numbers of showings tables tell apart.
  private var layers = 1
  private var free: [Double] = []
  private var chosen: [Int32] = []
  /// Prices of a unit of stock, and what blocks gain at each, one table of `size` after the other.
  private var prices: [Double] = []
  private var pricedGains: [Double] = []
  private var size = 0

  init(_ program: JointProgram, _ index: JointIndex, nodeLimit: Int = 4_000) {
    limits = program.styleLimits
    self.index = index
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
    let chosen = choice.showings.compactMap { showing in
      candidates.firstIndex { $0.block == showing.block && $0.option == showing.option }.map(Int32.init)
    }
    var others: [(gain: Double, showings: [Showing])] = []
    func consider(_ set: [Int32]) {
      guard !set.isEmpty, set.reduce(0, { $0 + candidates[Int($1)].least }) <= stock else { return }
      let showings = showings(set, stock, candidates)
      var gain = 0.0
      for (index, showing) in zip(set, showings) {
        gain += candidates[Int(index)].fixed + candidates[Int(index)].unit * showing.units
      }
      if gain >= choice.gain - leeway { others.append((gain, showings)) }
    }
    for position in chosen.indices {
      var set = chosen
      set.remove(at: position)
      consider(set)
      let own = candidates[Int(chosen[position])]
      for index in candidates.indices
      where candidates[index].block == own.block && candidates[index].option != own.option
        && candidates[index].mask == own.mask
      {
        set = chosen
        set[position] = Int32(index)
        consider(set)
      }
    }
    // A stable order: equals stay as they were found.
    let best = others.indices.sorted {
      others[$0].gain != others[$1].gain ? others[$0].gain > others[$1].gain : $0 < $1
    }
    return best.prefix(6).map { others[$0].showings }
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
      for limit in index.styleLimitsOfBlock[Int(candidate.block)]
      where candidate.mask & (1 << UInt64(limits[limit].rule)) != 0 {
        if localLimit[limit] < 0 {
          localLimit[limit] = Int32(met.count)
          met.append(Int32(limit))
          left.append(Int32(clamping: limits[limit].left(for: style)))
        }
        limitList.append(localLimit[limit])
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
    findFollowers(candidates)
    // More showings than a few are not counted in the bound.
    layers = most <= 10 ? max(2, most) : 1
    size = groupCount * layers
    gains(at: 0, candidates, into: &free)
    findPrices(most, stock, candidates)
    var descent = StyleDescent(
      StyleTables(
        candidates: candidates, stock: stock, nodeLimit: nodeLimit, starts: starts, limitStart: limitStart,
        limitList: limitList, left: left, layers: layers, free: free, prices: prices, size: size,
        priced: pricedGains),
      most: most)
    descent.descend(0, left: most, value: 0)
    return Choice(
      bound: max(descent.best, descent.openBound), gain: descent.best,
      showings: showings(descent.bestChosen, stock, candidates))
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

  /// Which blocks behind each can be shown beside it.
  private func findFollowers(_ candidates: [Candidate]) {
    var (followers, followerStart) = (self.followers, self.followerStart)
    (self.followers, self.followerStart) = ([], [])
    followers.removeAll(keepingCapacity: true)
    followerStart.removeAll(keepingCapacity: true)
    let (starts, apart, groupCount) = (starts, index.apart, groupCount)
    let blocks = (0..<groupCount).map { group in
      (
        Int(candidates[starts[group]].block),
        candidates[starts[group]..<starts[group + 1]].reduce(UInt64.max) { $0 & $1.mask }
      )
    }
    for (group, (block, mask)) in blocks.enumerated() {
      followerStart.append(Int32(followers.count))
      for other in group + 1..<max(group + 1, groupCount)
      where !apart.contains(block, blocks[other].0, mask & blocks[other].1) {
        followers.append(Int32(other))
      }
    }
    followerStart.append(Int32(followers.count))
    (self.followers, self.followerStart) = (followers, followerStart)
  }

  /// Most that can be gained behind each block at a price, it being shown, by how many showings are left.
  private func gains(at price: Double, _ candidates: [Candidate], into gains: inout [Double], offset: Int = 0)
  {
    // What is there of other prices stays.
    if gains.count < offset + size { gains += Array(repeating: 0, count: offset + size - gains.count) }
    let (layers, starts, groupCount) = (layers, starts, groupCount)
    var own = [Double](repeating: 0, count: groupCount)
    for group in 0..<groupCount {
      for index in starts[group]..<starts[group + 1] {
        own[group] = max(own[group], candidates[index].potential(at: price))
      }
    }
    let followerStart = followerStart
    gains.withUnsafeMutableBufferPointer { gains in
      followers.withUnsafeBufferPointer { followers in
        for group in stride(from: groupCount - 1, through: 0, by: -1) {
          let row = offset + group * layers
          for layer in 0..<layers { gains[row + layer] = 0 }
          for entry in Int(followerStart[group])..<Int(followerStart[group + 1]) {
            let other = Int(followers[entry])
            let gain = own[other]
            let behind = offset + other * layers
            if layers == 1 {
              gains[row] = max(gains[row], gain + gains[behind])
            } else {
              for layer in 1..<layers {
                gains[row + layer] = max(gains[row + layer], gain + gains[behind + layer - 1])
              }
            }
          }
        }
      }
    }
  }

  /// Prices of a unit, each with the most that blocks can gain at it: the bound is convex in the price, so a few near the
  /// least, and more where sets that take much look for theirs. None where the stock does not run out.
  private func findPrices(_ most: Int, _ stock: Double, _ candidates: [Candidate]) {
    prices.removeAll(keepingCapacity: true)
    var high = 0.0
    var demand = 0.0
    for candidate in candidates {
      high = max(high, candidate.unit)
      demand += candidate.unit > 0 ? candidate.demand : candidate.least
    }
    guard high > 0, most > 0, demand > stock else { return }
    // The bound is convex in the price.
    var bounds: [(price: Double, bound: Double)] = []
    func tryOut(_ price: Double) {
      let offset = prices.count * size
      gains(at: price, candidates, into: &pricedGains, offset: offset)
      prices.append(price)
      var most = 0.0
      for group in 0..<groupCount {
        let own = candidates[starts[group]..<starts[group + 1]].reduce(0.0) {
          max($0, $1.potential(at: price))
        }
        most = max(most, own + pricedGains[offset + group * layers + layers - 1])
      }
      bounds.append((price, price * stock + most))
    }
    for part in [0.15, 0.35, 0.6, 0.9] { tryOut(part * high) }
    for _ in 0..<4 {
      bounds.sort { $0.price < $1.price }
      let best = bounds.indices.min { bounds[$0].bound < bounds[$1].bound } ?? 0
      let below = best > 0 ? bounds[best - 1].price : 0
      let above = best + 1 < bounds.count ? bounds[best + 1].price : high
      let now = bounds[best].price
      tryOut(above - now > now - below ? (now + above) / 2 : (below + now) / 2)
    }
  }
}
