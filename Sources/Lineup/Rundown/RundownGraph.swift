/// The moments at which items of a rundown can change, as a graph: a path from the first to the last
/// moment is an order in which, for all the graph knows, items may come twice.
///
/// Nodes are content seconds, with the number of items so far where places matter, and the blocks so far
/// where blocks stay together. An arc is an item that starts at a node. Windows, opening, closing and
/// fixed places are rules about single arcs and so hold in the graph.
struct RundownGraph: Sendable {
  struct Node: Hashable {
    var content: Int
    /// Items so far; 0 throughout where places do not matter.
    var place = 0
    /// Blocks that have begun, a bit each, and the one that is on; 0 and -1 where blocks do not matter.
    var begun: UInt64 = 0
    var block = -1
    /// When the last member of the rule that asks for one every so often was over, by the clock; -1 where
    /// that is too long ago already; 0 throughout where the rule is left out.
    var since = 0
  }

  struct Arc {
    var item: Int
    var from: Int
    var to: Int
    var gain: Double
  }

  /// Ascending by content; the first is the source.
  private(set) var nodes: [Node] = []
  /// In the order of the nodes they start from.
  private(set) var arcs: [Arc] = []
  /// The arcs from node i are at `arcStart[i]..<arcStart[i + 1]`.
  private(set) var arcStart: [Int] = [0]
  /// Whether paths may end at a node.
  private(set) var isSink: [Bool] = []
  /// What the items that have been on air are worth.
  private(set) var shownGain = 0.0
  /// Items still to come.
  let rest: [Int]

  /// What a graph knows of the rules beside those about single arcs.
  struct Detail {
    /// Whether blocks are part of the nodes.
    var keepsBlocks = false
    /// The order of the blocks, where it is given; each item then has its own stretch of the show.
    var blockOrder: [Int]?
    /// Whether the first rule that asks for a member every so often is kept.
    var keepsEvery = false
  }

  /// - Parameters:
  ///   - limit: the most arcs.
  /// - Returns: `nil` where there would be more arcs.
  init?(_ evaluator: RundownEvaluator, _ detail: Detail, limit: Int) {
    let problem = evaluator.problem
    let shown = Set(problem.shown)
    rest = problem.items.indices.filter { !shown.contains($0) }
    let usesPlaces =
      rest.contains { problem.items[$0].place != nil } || (problem.opening?.count ?? 0) > 1
      || (problem.closing?.count ?? 0) > 1
    let blocks = detail.keepsBlocks ? problem.blocks : nil
    let every = detail.keepsEvery ? problem.every.first : nil
    let stretches = detail.blockOrder.map { Self.stretches($0, problem) }
    var source = Node(content: 0, place: usesPlaces ? problem.shown.count : 0)
    for item in problem.shown {
      shownGain += evaluator.gain(item, content: source.content)
      if let every, every.isMember[item] {
        source.since = problem.clock(source.content) + problem.items[item].seconds
      }
      source.content += problem.items[item].seconds
      if let blocks {
        source.block = blocks[item]
        source.begun |= 1 << UInt64(blocks[item])
      }
    }
    let total = problem.contentLength
    let reachable = Self.sums(rest.map { problem.items[$0].seconds }, from: source, usesPlaces: usesPlaces)
    // Where a block ends: after all its items and those of the blocks before it.
    var secondsOfBlock: [Int: Int] = [:]
    if let blocks {
      for item in problem.items.indices {
        secondsOfBlock[blocks[item], default: 0] += problem.items[item].seconds
      }
    }

    var level: [Int: Set<Node>] = [source.content: [source]]
    var waiting = [source.content]
    var indexOf: [Node: Int] = [source: 0]
    nodes = [source]
    var arcsOf: [[(item: Int, to: Node, gain: Double)]] = []
    while let content = waiting.min() {
      waiting.removeAll { $0 == content }
      let here = (level.removeValue(forKey: content) ?? []).sorted { first, second in
        (first.place, first.begun, first.block, first.since) < (
          second.place, second.begun, second.block, second.since
        )
      }
      let clock = problem.clock(content)
      for node in here {
        if indexOf[node] == nil || node == source {
          if node != source {
            indexOf[node] = nodes.count
            nodes.append(node)
          }
        }
        var own: [(item: Int, to: Node, gain: Double)] = []
        for item in rest {
          let data = problem.items[item]
          let next = content + data.seconds
          guard next <= total, clock >= data.earliest, clock <= data.latest else { continue }
          if let stretches, content < stretches[item].lowerBound || next > stretches[item].upperBound {
            continue
          }
          if usesPlaces {
            if let place = data.place, place != node.place { continue }
            if data.place == nil, rest.contains(where: { problem.items[$0].place == node.place }) { continue }
            if let edge = problem.opening, node.place < edge.count, !edge.isMember[item] { continue }
            if let edge = problem.closing, node.place >= problem.items.count - edge.count,
              !edge.isMember[item]
            {
              continue
            }
          } else {
            if let edge = problem.opening, content == 0, !edge.isMember[item] { continue }
            if let edge = problem.closing, next == total, !edge.isMember[item] { continue }
          }
          var target = Node(
            content: next, place: usesPlaces ? node.place + 1 : 0, begun: node.begun, block: node.block,
            since: node.since)
          if let blocks, blocks[item] != node.block {
            let bit: UInt64 = 1 << UInt64(blocks[item])
            guard node.begun & bit == 0 else { continue }
            let before = secondsOfBlock.reduce(0) {
              $1.key < 64 && node.begun & (1 << UInt64($1.key)) != 0 ? $0 + $1.value : $0
            }
            guard before == content else { continue }
            target.begun |= bit
            target.block = blocks[item]
          }
          guard reachable.contains(Node(content: next, place: target.place)) else { continue }
          var gain = evaluator.gain(item, content: content)
          if node == source, let last = problem.shown.last {
            guard evaluator.mayFollow(last, item) else { continue }
            gain -= evaluator.penalty(between: last, and: item)
          }
          if let every {
            let cost = target.pass(
              every, problem, isMember: every.isMember[item], from: clock, seconds: data.seconds)
            guard cost < .infinity else { continue }
            gain -= cost
            if next == total { target.since = 0 }
          }
          own.append((item, target, gain))
          if level[next] == nil { waiting.append(next) }
          level[next, default: []].insert(target)
        }
        arcsOf.append(own)
        arcStart.append((arcStart.last ?? 0) + own.count)
        if arcStart[arcStart.count - 1] > limit { return nil }
      }
    }
    isSink = nodes.map { $0.content == total && (!usesPlaces || $0.place == problem.items.count) }
    arcs.reserveCapacity(arcStart.last ?? 0)
    for (from, own) in arcsOf.enumerated() {
      for (item, to, gain) in own {
        arcs.append(Arc(item: item, from: from, to: indexOf[to] ?? 0, gain: gain))
      }
    }
  }

  /// The content seconds that belong to each item's block.
  private static func stretches(_ order: [Int], _ problem: RundownProblem) -> [ClosedRange<Int>] {
    var begin = [Int](repeating: 0, count: (order.max() ?? 0) + 1)
    var end = begin
    var content = 0
    for block in order {
      begin[block] = content
      for item in problem.items.indices where problem.blocks?[item] == block {
        content += problem.items[item].seconds
      }
      end[block] = content
    }
    return problem.items.indices.map { item in
      let block = problem.blocks?[item] ?? 0
      return begin[block]...end[block]
    }
  }

  /// The contents (and counts) that some of the items can come to.
  private static func sums(_ seconds: [Int], from source: Node, usesPlaces: Bool) -> Set<Node> {
    var reachable: Set<Node> = [Node(content: source.content, place: source.place)]
    for length in seconds {
      for node in reachable {
        reachable.insert(Node(content: node.content + length, place: usesPlaces ? node.place + 1 : 0))
      }
    }
    return reachable
  }
}

extension RundownGraph.Node {
  /// Goes on by an item, this being the node behind it, and returns what a stretch without a member costs;
  /// infinite where a hard rule is missed.
  fileprivate mutating func pass(
    _ rule: RundownProblem.Every, _ problem: RundownProblem, isMember: Bool, from clock: Int, seconds: Int
  ) -> Double {
    let penalty = rule.penalty ?? .infinity
    let after = problem.clock(content)
    var cost = 0.0
    if isMember {
      if since < 0 || clock - since > rule.seconds { cost += penalty }
      since = clock + seconds
    } else if since >= 0, after - since > rule.seconds {
      if rule.penalty == nil { return .infinity }
      since = -1
    }
    if content == problem.contentLength, since < 0 || after - since > rule.seconds { cost += penalty }
    return cost
  }
}
