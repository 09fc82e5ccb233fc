/// Judges orders of a rundown's items: how many hard rules they miss, and what they are worth.
struct RundownEvaluator: Sendable {
  /// What an order comes to.
  struct Score: Sendable, Equatable {
    /// By how much hard rules are missed, each in its own measure, so that a search feels where less is
    /// missed; 0 where all hold.
    var misses: Double
    /// Expected GMV weighted by the audience, less penalties.
    var value: Double

    func isBetter(than other: Score) -> Bool {
      misses != other.misses ? misses < other.misses : value > other.value + 1e-9 * max(1, abs(other.value))
    }
  }

  let problem: RundownProblem
  let count: Int
  private let seconds: [Int]
  /// The clock at every content second.
  private let clocks: [Int]
  /// GMV for each viewer-second against the mean, and the sums of those seconds.
  private let rate: [Double]
  private let area: [Double]
  /// Misses and penalties of neighbours, first times count plus second.
  private let pairMisses: [UInt8]
  private let pairPenalty: [Double]
  private let end: Int

  init(_ problem: RundownProblem) {
    self.problem = problem
    count = problem.items.count
    seconds = problem.items.map(\.seconds)
    let content = problem.contentLength
    clocks = (0...content).map { problem.clock($0) }
    end = problem.end
    let longest = seconds.max() ?? 0
    var area: [Double] = [0]
    area.reserveCapacity(end + longest + 2)
    for second in 0...(end + longest) {
      area.append(area[second] + problem.audience.weight(from: second, seconds: 1))
    }
    self.area = area
    rate = problem.items.map { $0.gmv / Double($0.seconds) }
    var misses = [UInt8](repeating: 0, count: count * count)
    var penalty = [Double](repeating: 0, count: count * count)
    for rule in problem.apart {
      for one in 0..<count {
        for other in 0..<count where one != other {
          let shared = rule.values[one].count { rule.values[other].contains($0) }
          if shared == 0 { continue }
          if let cost = rule.penalty {
            penalty[one * count + other] += cost * Double(shared)
          } else {
            misses[one * count + other] += 1
          }
        }
      }
    }
    pairMisses = misses
    pairPenalty = penalty
  }

  /// What an item is worth when it starts after so many content seconds.
  func gain(_ item: Int, content: Int) -> Double {
    let start = clocks[content]
    return rate[item] * (area[start + seconds[item]] - area[start])
  }

  /// What each item is worth in an order, by item.
  func gains(of order: [Int]) -> [Double] {
    var gains = [Double](repeating: 0, count: count)
    var content = 0
    for item in order {
      gains[item] = gain(item, content: content)
      content += seconds[item]
    }
    return gains
  }

  /// - Complexity: O(items x rules that ask for something every so often).
  func score(_ order: [Int]) -> Score {
    var score = Score(misses: 0, value: 0)
    var content = 0
    let shown = problem.shown.count
    for (place, item) in order.enumerated() {
      score.value += gain(item, content: content)
      if place >= shown {
        let own = problem.items[item]
        let start = clocks[content]
        if start < own.earliest { score.misses += Double(own.earliest - start) / 60 }
        if start > own.latest { score.misses += Double(start - own.latest) / 60 }
        if let fixed = own.place { score.misses += Double(abs(fixed - place)) }
        if place > 0 {
          let pair = order[place - 1] * count + item
          score.misses += Double(pairMisses[pair])
          score.value -= pairPenalty[pair]
        }
      }
      content += seconds[item]
    }
    if let edge = problem.opening {
      for place in shown..<max(shown, min(edge.count, count)) where !edge.isMember[order[place]] {
        score.misses += 1
      }
    }
    if let edge = problem.closing {
      for place in max(shown, count - edge.count)..<count where !edge.isMember[order[place]] {
        score.misses += 1
      }
    }
    if let blocks = problem.blocks { score.misses += Double(Self.returns(order, blocks, from: shown)) }
    for rule in problem.every {
      let stretches = longStretches(rule, order)
      if stretches.isEmpty { continue }
      if let penalty = rule.penalty {
        score.value -= penalty * Double(stretches.count)
      } else {
        score.misses += stretches.reduce(0) { $0 + Double($1.count - rule.seconds) / Double(rule.seconds) }
      }
    }
    return score
  }

  /// How often a block goes on after another one came between.
  private static func returns(_ order: [Int], _ blocks: [Int], from first: Int) -> Int {
    var returns = 0
    var seen: Set<Int> = []
    var last = -1
    for (place, item) in order.enumerated() {
      let block = blocks[item]
      if block == last { continue }
      if !seen.insert(block).inserted, place >= first { returns += 1 }
      last = block
    }
    return returns
  }

  /// The stretches without a member that are too long, as clock seconds; those that were over before
  /// the first item that is still to come do not count.
  func longStretches(_ rule: RundownProblem.Every, _ order: [Int]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var since = 0
    var content = 0
    for (place, item) in order.enumerated() {
      let start = clocks[content]
      if rule.isMember[item] {
        if start - since > rule.seconds, place >= problem.shown.count { stretches.append(since..<start) }
        since = start + seconds[item]
      }
      content += seconds[item]
    }
    if end - since > rule.seconds { stretches.append(since..<end) }
    return stretches
  }

  /// What two neighbours cost by the soft rules.
  func penalty(between one: Int, and other: Int) -> Double { pairPenalty[one * count + other] }

  /// Whether two items may be neighbours.
  func mayFollow(_ one: Int, _ other: Int) -> Bool { pairMisses[one * count + other] == 0 }
}
