/// What the search for the best set of showings of a style looks up.
struct StyleTables {
  /// Block by block.
  let candidates: [Candidate]
  let stock: Double
  /// Nodes after which what is left is bounded.
  let nodeLimit: Int
  /// Where the candidates of each block begin; one entry more at the end.
  let starts: [Int]
  /// Of each candidate, the limits in which it counts: a range of `limitList`.
  let limitStart: [Int32]
  let limitList: [Int32]
  /// How many showings each limit lets.
  let left: [Int32]
  /// How many numbers of showings the tables of gains tell apart; 1 where they do not.
  let layers: Int
  /// Most that can be gained behind each block that is shown, by how many showings are left.
  let free: [Double]
  /// Prices of a unit of stock, and the same gains at each, one table of `size` after the other.
  let prices: [Double]
  let size: Int
  let priced: [Double]
}

/// One depth-first search for the best set of showings of a style: at each node the showing that comes next in time, those of the greatest bound first.
struct StyleDescent {
  let tables: StyleTables

  /// How many showings count in each limit.
  private var counts: [Int32]
  /// By position in the set.
  private var chosen: [Int32]
  /// The chosen ones, those whose units are worth most first.
  private var byUnit: [Int32]
  private var count = 0
  private var leastSum = 0.0
  /// What the chosen ones gain with their least.
  private var leastValue = 0.0
  /// What they gain at each price of a unit, the stock's own price counted.
  private var priced: [Double]
  private var nodes = 0
  var best = 0.0
  var bestChosen: [Int32] = []
  var openBound = -Double.infinity
  /// The children of each depth.
  private var children: [[(index: Int32, group: Int32, bound: Double, value: Double)]]

  init(_ tables: StyleTables, most: Int) {
    self.tables = tables
    counts = Array(repeating: 0, count: tables.left.count)
    chosen = Array(repeating: 0, count: most)
    byUnit = chosen
    priced = tables.prices.map { $0 * tables.stock }
    children = Array(repeating: [], count: most)
  }

  mutating func descend(_ group: Int, left showingsLeft: Int, value: Double) {
    guard showingsLeft > 0 else { return }
    nodes += 1
    let depth = count
    findChildren(group, showingsLeft, depth, value)
    for position in children[depth].indices {
      let child = children[depth][position]
      if child.bound <= best + 1e-12 * abs(best) { break }
      if nodes > tables.nodeLimit {
        openBound = max(openBound, child.bound)
        break
      }
      let candidate = tables.candidates[Int(child.index)]
      count(child.index, by: 1)
      let place = insert(child.index, unit: candidate.unit)
      if child.value > best {
        best = child.value
        bestChosen = Array(chosen[..<count])
      }
      descend(Int(child.group) + 1, left: showingsLeft - 1, value: child.value)
      remove(place, candidate)
      count(child.index, by: -1)
    }
  }

  private mutating func count(_ index: Int32, by step: Int32) {
    for entry in Int(tables.limitStart[Int(index)])..<Int(tables.limitStart[Int(index) + 1]) {
      counts[Int(tables.limitList[entry])] += step
    }
  }

  private func isWithinLimits(_ index: Int) -> Bool {
    for entry in Int(tables.limitStart[index])..<Int(tables.limitStart[index + 1]) {
      let limit = Int(tables.limitList[entry])
      if counts[limit] >= tables.left[limit] { return false }
    }
    return true
  }

  /// What may come next, with what the whole set can gain then at most.
  private mutating func findChildren(_ group: Int, _ left: Int, _ depth: Int, _ value: Double) {
    var found = children[depth]
    children[depth] = []
    found.removeAll(keepingCapacity: true)
    let floor = best + 1e-12 * abs(best)
    let tables = tables
    let layer = tables.layers == 1 ? 0 : left - 1
    for group in group..<(tables.starts.count - 1) {
      let behind = group * tables.layers + layer
      let rest = left > 1 ? tables.free[behind] : 0
      for index in tables.starts[group]..<tables.starts[group + 1] {
        let candidate = tables.candidates[index]
        guard value + candidate.potential + rest > floor, leastSum + candidate.least <= tables.stock else {
          continue
        }
        var bound = Double.infinity
        // The prices tried last are the nearest to the best one.
        var price = tables.prices.count - 1
        while price >= 0, bound > floor {
          let own = priced[price] + candidate.potential(at: tables.prices[price])
          bound = min(bound, own + (left > 1 ? tables.priced[price * tables.size + behind] : 0))
          price -= 1
        }
        guard bound > floor, isWithinLimits(index) else { continue }
        let own = valueWith(candidate)
        bound = min(bound, own + rest)
        if bound > floor { found.append((Int32(index), Int32(group), bound, own)) }
      }
    }
    found.sort { $0.bound != $1.bound ? $0.bound > $1.bound : $0.index < $1.index }
    children[depth] = found
  }

  private mutating func insert(_ index: Int32, unit: Double) -> Int {
    var place = count
    while place > 0, tables.candidates[Int(byUnit[place - 1])].unit < unit {
      byUnit[place] = byUnit[place - 1]
      place -= 1
    }
    byUnit[place] = index
    chosen[count] = index
    count += 1
    let candidate = tables.candidates[Int(index)]
    leastSum += candidate.least
    leastValue += candidate.fixed + candidate.unit * candidate.least
    for price in priced.indices { priced[price] += candidate.potential(at: tables.prices[price]) }
    return place
  }

  private mutating func remove(_ place: Int, _ candidate: Candidate) {
    count -= 1
    for position in place..<count { byUnit[position] = byUnit[position + 1] }
    leastSum -= candidate.least
    leastValue -= candidate.fixed + candidate.unit * candidate.least
    for price in priced.indices { priced[price] -= candidate.potential(at: tables.prices[price]) }
  }

  /// What the chosen ones and another gain, the stock shared out.
  private func valueWith(_ other: Candidate) -> Double {
    var value = leastValue + other.fixed + other.unit * other.least
    var rest = tables.stock - leastSum - other.least
    var isIn = false
    func take(_ candidate: Candidate) {
      guard candidate.unit > 0, rest > 0 else { return }
      let more = min(rest, candidate.demand - candidate.least)
      value += candidate.unit * more
      rest -= more
    }
    for position in 0..<count {
      let candidate = tables.candidates[Int(byUnit[position])]
      if !isIn, other.unit > candidate.unit {
        take(other)
        isIn = true
      }
      take(candidate)
    }
    if !isIn { take(other) }
    return value
  }
}
