/// A bound on what any order is worth: the best path through the graph whose items are paid for by
/// multipliers (Lagrangian relaxation of "every item once", Held & Karp 1971), the multipliers bettered by
/// subgradients. It is as strong as the linear relaxation of the graph's program.
///
/// Rules about neighbours and stretches are left out, which can only raise it.
struct RundownBound {
  /// The bound.
  private(set) var value = Double.infinity

  /// - Parameters:
  ///   - target: the value of an order.
  ///   - prices: what each item is worth in that order, where the multipliers start.
  ///   - rounds: the most paths.
  init(_ graph: RundownGraph, target: Double, prices: [Double], rounds: Int) {
    let items = graph.rest
    var place = [Int](repeating: -1, count: (items.max() ?? -1) + 1)
    for (position, item) in items.enumerated() { place[item] = position }
    var multipliers = items.map { prices[$0] }
    var bestMultipliers = multipliers
    let arcItem = graph.arcs.map { Int32(place[$0.item]) }
    let arcTo = graph.arcs.map { Int32($0.to) }
    let gains = graph.arcs.map(\.gain)
    var best = [Double](repeating: -.infinity, count: graph.nodes.count)
    var choice = [Int32](repeating: -1, count: graph.nodes.count)
    var step = 1.0
    var stale = 0
    for _ in 0..<rounds {
      for node in stride(from: graph.nodes.count - 1, through: 0, by: -1) {
        var most = graph.isSink[node] ? 0 : -Double.infinity
        var chosen: Int32 = -1
        for arc in graph.arcStart[node]..<graph.arcStart[node + 1] {
          let total = gains[arc] - multipliers[Int(arcItem[arc])] + best[Int(arcTo[arc])]
          if total > most {
            most = total
            chosen = Int32(arc)
          }
        }
        best[node] = most
        choice[node] = chosen
      }
      let bound = best[0] + multipliers.reduce(0, +) + graph.shownGain
      if bound == -.infinity {
        value = -.infinity
        return
      }
      if value == .infinity || bound < value - 1e-9 * max(1, abs(value)) {
        value = bound
        bestMultipliers = multipliers
        stale = 0
      } else {
        stale += 1
        if stale == 40 {
          step /= 2
          stale = 0
          multipliers = bestMultipliers
        }
      }
      if value <= target + 1e-7 * max(1, abs(target)) || step < 1e-4 { return }
      var counts = [Double](repeating: 0, count: items.count)
      var node = 0
      while choice[node] >= 0 {
        counts[Int(arcItem[Int(choice[node])])] += 1
        node = Int(arcTo[Int(choice[node])])
      }
      let norm = counts.reduce(0) { $0 + ($1 - 1) * ($1 - 1) }
      if norm == 0 { return }
      let length = step * max(bound - target, 1e-9 * max(1, abs(bound))) / norm
      for position in multipliers.indices { multipliers[position] += length * (counts[position] - 1) }
    }
  }
}
