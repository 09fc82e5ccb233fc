import Optimization

/// Finds the best order of a rundown's items, or the rules that clash.
struct RundownSolver: Sendable {
  /// An order and what is known of it.
  struct Answer: Sendable {
    var order: [Int]
    var score: RundownEvaluator.Score
    var bound: Double
    var method: String
  }

  enum Outcome: Sendable {
    case order(Answer)
    /// No order was found that keeps every hard rule; whether there is none is proven or not.
    case none(isProven: Bool)
  }

  let evaluator: RundownEvaluator
  let exactItems: Int
  let budget: SearchBudget

  private var problem: RundownProblem { evaluator.problem }

  init(_ problem: RundownProblem, exactItems: Int, budget: SearchBudget) {
    evaluator = RundownEvaluator(problem)
    self.exactItems = exactItems
    self.budget = budget
  }

  private static let mostArcs = 400_000
  private static let mostExactArcs = 20_000
  private static let mostRounds = 6000
  /// Orders judged by each of the searches at most.
  private static let evaluations = 400_000
  private static let searches: [UInt64] = [1, 2, 3, 4]

  func solve() throws(LineupError) -> Outcome {
    if problem.items.count - problem.shown.count <= exactItems,
      let graph = RundownGraph(
        evaluator, .init(keepsBlocks: problem.blocks != nil), limit: Self.mostExactArcs),
      let answer = try exact(graph)
    {
      return answer
    }
    let quick = search(seed: 0, from: firstOrder, evaluations: Self.evaluations / 8, goal: .infinity)
    if let orders = blockOrders { return try solve(orders, quick) }
    let keepsBlocks = problem.blocks.map { ($0.max() ?? 0) < 12 } ?? false
    let bound = bound(
      nil, target: quick,
      details: [.init(keepsBlocks: keepsBlocks, keepsEvery: true), .init(keepsEvery: true)],
      work: 200_000_000)
    if bound == -.infinity { return .none(isProven: true) }
    let found = try ConcurrentMap.map(Self.searches) { seed throws(LineupError) in
      self.search(
        seed: seed, from: seed == 1 ? quick.order : self.firstOrder, evaluations: Self.evaluations,
        goal: bound)
    }
    return outcome(best(of: [quick] + found), bound: bound)
  }

  private typealias Found = (order: [Int], score: RundownEvaluator.Score)

  /// Each order of the blocks by itself: a short search and a coarse bound; then, for those that may hold
  /// more than the best, a longer search and a finer bound.
  private func solve(_ orders: [[Int]], _ quick: Found) throws(LineupError) -> Outcome {
    let coarse = try ConcurrentMap.map(orders) { order throws(LineupError) -> (found: Found, bound: Double) in
      let found = self.search(
        seed: 1, from: self.order(withBlocks: order), evaluations: Self.evaluations / 20, goal: .infinity)
      return (found, self.bound(order, target: found, details: [.init(blockOrder: order)], work: 4_000_000))
    }
    var bounds = coarse.map(\.bound)
    if bounds.allSatisfy({ $0 == -.infinity }) { return .none(isProven: true) }
    var best = best(of: [quick] + coarse.map(\.found))
    func promising(_ limit: Int) -> [Int] {
      let ranked = orders.indices.sorted { (bounds[$1], $0) < (bounds[$0], $1) }
      return Array(ranked.prefix(limit).filter { best.score.misses > 0 || bounds[$0] > best.score.value })
    }
    let chosen = promising(16)
    let goals = bounds
    let found = try ConcurrentMap.map(chosen) { index throws(LineupError) in
      self.search(
        seed: UInt64(index), from: coarse[index].found.order, evaluations: Self.evaluations / 8,
        goal: goals[index])
    }
    best = self.best(of: [best] + found)
    let narrowed = promising(24)
    let fine = try ConcurrentMap.map(narrowed) { index throws(LineupError) in
      self.bound(
        orders[index], target: coarse[index].found,
        details: [.init(blockOrder: orders[index], keepsEvery: true)],
        work: 15_000_000)
    }
    for (index, bound) in zip(narrowed, fine) { bounds[index] = min(bounds[index], bound) }
    return outcome(best, bound: bounds.max() ?? .infinity)
  }

  private func best(of found: [Found]) -> Found {
    var best = found[0]
    for other in found.dropFirst() where other.score.isBetter(than: best.score) { best = other }
    return best
  }

  private func outcome(_ best: Found, bound: Double) -> Outcome {
    if best.score.misses > 0 { return .none(isProven: false) }
    return .order(
      Answer(
        order: best.order, score: best.score, bound: max(bound, best.score.value), method: "local search"))
  }

  /// A bound on the value of every order, or of those with the blocks in a given order.
  /// - Parameter details: what the graph should know, to be tried in turn until one is small enough.
  private func bound(
    _ blockOrder: [Int]?, target: Found, details: [RundownGraph.Detail], work: Int
  ) -> Double {
    for detail in details + [RundownGraph.Detail(blockOrder: blockOrder)] {
      guard let graph = RundownGraph(evaluator, detail, limit: Self.mostArcs) else { continue }
      let rounds = min(Self.mostRounds, max(20, work / max(1, graph.arcs.count)))
      return RundownBound(
        graph, target: target.score.misses == 0 ? target.score.value : 0,
        prices: evaluator.gains(of: target.order), rounds: rounds
      ).value
    }
    return trivialBound
  }

  /// Every order of the blocks, where they are few; those that have begun stay first.
  private var blockOrders: [[Int]]? {
    guard let blocks = problem.blocks else { return nil }
    let all = Set(blocks).sorted()
    guard all.count <= 5 else { return nil }
    var begun: [Int] = []
    for item in problem.shown where !begun.contains(blocks[item]) { begun.append(blocks[item]) }
    func extended(_ order: [Int]) -> [[Int]] {
      let left = all.filter { !order.contains($0) }
      return left.isEmpty ? [order] : left.flatMap { extended(order + [$0]) }
    }
    return extended(begun)
  }

  /// The first order with the blocks in another order.
  private func order(withBlocks blockOrder: [Int]) -> [Int] {
    guard let blocks = problem.blocks else { return firstOrder }
    let rest = firstOrder.dropFirst(problem.shown.count)
    return problem.shown + blockOrder.flatMap { block in rest.filter { blocks[$0] == block } }
  }

  // MARK: The exact way

  /// `nil` where GLPK is not there or a limit ended it.
  private func exact(_ graph: RundownGraph) throws(LineupError) -> Outcome? {
    let model = RundownProgram(graph, evaluator)
    let start = search(seed: 0, from: firstOrder, evaluations: 20_000, goal: .infinity)
    let known = start.score.misses == 0 ? model.columns(start.order) : nil
    let report: SolveReport
    do throws(SolverError) {
      report = try ExactSolver().solve(
        model.program, limits: budget.limits(start: known), control: budget.control)
    } catch {
      if case .unavailable = error { return nil }
      throw LineupError(error)
    }
    switch report.outcome {
    case .optimal(let selection, let bound):
      let order = model.order(selection.columns)
      let score = evaluator.score(order)
      guard score.misses == 0,
        abs(score.value - graph.shownGain - selection.value) <= 1e-6 * max(1, abs(score.value))
      else {
        throw LineupError(
          [Problem(.auditFailed(rule: "rundown", detail: "\(score), the solver says \(selection.value)"))],
          kind: .failure)
      }
      return .order(
        Answer(order: order, score: score, bound: max(score.value, bound + graph.shownGain), method: "exact"))
    case .infeasible: return .none(isProven: true)
    case .feasible, .unknown, .noneAbove: return nil
    }
  }

  /// Every item at the most watched minutes.
  private var trivialBound: Double {
    let most = (0...problem.end).map { problem.audience.weight(from: $0, seconds: 1) }.max() ?? 1
    return problem.items.reduce(0) { $0 + max(0, $1.gmv) * max(1, most) }
  }

  // MARK: Search

  /// What has been on air, then blocks one after the other; fixed places and windows where they belong.
  private var firstOrder: [Int] {
    let shown = problem.shown
    let rest = problem.items.indices.filter { !shown.contains($0) }
    let blocks = problem.blocks
    var order = rest.sorted { one, other in
      let first = blocks?[one] ?? 0
      let second = blocks?[other] ?? 0
      return (first, problem.items[one].earliest, one) < (second, problem.items[other].earliest, other)
    }
    if let edge = problem.opening, blocks == nil, let first = order.firstIndex(where: { edge.isMember[$0] }) {
      order.insert(order.remove(at: first), at: 0)
    }
    if let edge = problem.closing, blocks == nil, let last = order.lastIndex(where: { edge.isMember[$0] }) {
      order.append(order.remove(at: last))
    }
    for item in rest.filter({ problem.items[$0].place != nil })
      .sorted(by: { (problem.items[$0].place ?? 0) < (problem.items[$1].place ?? 0) })
    {
      order.removeAll { $0 == item }
      let place = (problem.items[item].place ?? 0) - shown.count
      order.insert(item, at: min(max(0, place), order.count))
    }
    return shown + order
  }

  private func search(
    seed: UInt64, from start: [Int], evaluations: Int, goal: Double
  ) -> (order: [Int], score: RundownEvaluator.Score) {
    let budget = budget
    // A pass over all swaps and moves takes about 5 n².
    let count = problem.items.count
    let most = min(evaluations, 120 * count * count + 2000)
    var search = RundownSearch(evaluator, seed: seed, evaluations: most) { budget.isOver }
    return search.run(from: start, goal: goal)
  }
}
