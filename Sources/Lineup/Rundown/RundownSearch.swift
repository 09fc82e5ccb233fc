import Optimization

/// Local search over orders: swaps and moves of single items and of whole stretches until none helps, then
/// a seeded kick and the same again (iterated local search, Lourenço, Martin & Stützle 2003).
struct RundownSearch {
  let evaluator: RundownEvaluator
  private var random: SplitMix
  /// Orders still to be judged.
  private var budget: Int
  private var isCancelled: () -> Bool

  init(_ evaluator: RundownEvaluator, seed: UInt64, evaluations: Int, isCancelled: @escaping () -> Bool) {
    self.evaluator = evaluator
    random = SplitMix(seed: seed)
    budget = evaluations
    self.isCancelled = isCancelled
  }

  /// - Parameter goal: a value that nothing can pass.
  mutating func run(from start: [Int], goal: Double = .infinity) -> (
    order: [Int], score: RundownEvaluator.Score
  ) {
    var order = start
    var score = evaluator.score(order)
    descend(&order, &score)
    var best = (order: order, score: score)
    let first = evaluator.problem.shown.count
    guard order.count - first > 2 else { return best }
    while budget > 0, !isCancelled() {
      if best.score.misses == 0, best.score.value >= goal - 1e-7 * max(1, abs(goal)) { break }
      order = best.order
      kick(&order, from: first)
      score = evaluator.score(order)
      descend(&order, &score)
      if score.isBetter(than: best.score) { best = (order, score) }
    }
    return best
  }

  /// A stretch goes elsewhere, or a few items change places.
  private mutating func kick(_ order: inout [Int], from first: Int) {
    let count = order.count
    if random.next(below: 2) == 0 {
      let length = 1 + random.next(below: max(1, (count - first) / 3))
      let from = first + random.next(below: count - first - length + 1)
      let stretch = Array(order[from..<from + length])
      order.removeSubrange(from..<from + length)
      order.insert(contentsOf: stretch, at: first + random.next(below: order.count - first + 1))
    } else {
      for _ in 0..<3 {
        order.swapAt(first + random.next(below: count - first), first + random.next(below: count - first))
      }
    }
  }

  private mutating func descend(_ order: inout [Int], _ score: inout RundownEvaluator.Score) {
    let first = evaluator.problem.shown.count
    let count = order.count
    var improved = true
    while improved, budget > 0, !isCancelled() {
      improved = false
      for one in first..<max(first, count - 1) {
        for other in (one + 1)..<count {
          var candidate = order
          candidate.swapAt(one, other)
          if take(candidate, &order, &score) { improved = true }
        }
        if budget <= 0 { return }
      }
      for length in [1, 2, 3] where length < count - first {
        for from in first...(count - length) {
          for to in first...(count - length) where to != from {
            var candidate = order
            let stretch = Array(candidate[from..<from + length])
            candidate.removeSubrange(from..<from + length)
            candidate.insert(contentsOf: stretch, at: to)
            if take(candidate, &order, &score) { improved = true }
          }
          if budget <= 0 { return }
        }
      }
      if evaluator.problem.blocks != nil, swapBlocks(&order, &score) { improved = true }
    }
  }

  /// Two whole blocks change places.
  private mutating func swapBlocks(_ order: inout [Int], _ score: inout RundownEvaluator.Score) -> Bool {
    guard let blocks = evaluator.problem.blocks else { return false }
    var improved = false
    let first = evaluator.problem.shown.count
    var sequence: [Int] = []
    for item in order.dropFirst(first) where !sequence.contains(blocks[item]) {
      sequence.append(blocks[item])
    }
    for one in sequence.indices {
      for other in sequence.indices where one < other {
        var swapped = sequence
        swapped.swapAt(one, other)
        let candidate =
          Array(order.prefix(first))
          + swapped.flatMap { block in order.dropFirst(first).filter { blocks[$0] == block } }
        if take(candidate, &order, &score) { improved = true }
      }
    }
    return improved
  }

  private mutating func take(
    _ candidate: [Int], _ order: inout [Int], _ score: inout RundownEvaluator.Score
  ) -> Bool {
    budget -= 1
    let found = evaluator.score(candidate)
    guard found.isBetter(than: score) else { return false }
    order = candidate
    score = found
    return true
  }
}
