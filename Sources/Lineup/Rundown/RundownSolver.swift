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
  private static let bestRounds = 600
  /// Orders judged by each of the searches, for 60 items; more where there are fewer.
  private static let evaluations = 400_000
  private static let searches: [UInt64] = [1, 2, 3, 4]

  func solve() throws(LineupError) -> Outcome {
    let graph = graph
    if problem.items.count - problem.shown.count <= exactItems, let graph, !dropsBlocks(graph),
      graph.arcs.count <= Self.mostExactArcs, let answer = try exact(graph)
    {
      return answer
    }
    let quick = search(seed: 0, from: firstOrder, evaluations: Self.evaluations / 8, goal: .infinity)
    let bound =
      graph.map { graph in
        let rounds = min(Self.bestRounds, max(20, 120_000_000 / max(1, graph.arcs.count)))
        return RundownBound(graph, target: quick.score.misses == 0 ? quick.score.value : 0, rounds: rounds).value
      } ?? trivialBound
    if bound == -.infinity { return .none(isProven: true) }
    let found = try ConcurrentMap.map(Self.searches) { seed throws(LineupError) in
      self.search(
        seed: seed, from: seed == 1 ? quick.order : self.firstOrder, evaluations: Self.evaluations, goal: bound)
    }
    var best = quick
    for other in found where other.score.isBetter(than: best.score) { best = other }
    if best.score.misses > 0 { return .none(isProven: false) }
    return .order(
      Answer(
        order: best.order, score: best.score, bound: max(bound, best.score.value), method: "local search"))
  }

  // MARK: The exact way

  /// `nil` where GLPK is not there or a limit ended it.
  private func exact(_ graph: RundownGraph) throws(LineupError) -> Outcome? {
    let model = RundownProgram(graph, evaluator)
    let start = search(seed: 0, from: firstOrder, evaluations: 20_000, goal: .infinity)
    let known = start.score.misses == 0 ? model.columns(start.order) : nil
    let report: SolveReport
    do throws(SolverError) {
      report = try ExactSolver().solve(model.program, limits: budget.limits(start: known), control: budget.control)
    } catch {
      if case .unavailable = error { return nil }
      throw LineupError(error)
    }
    switch report.outcome {
    case .optimal(let selection, let bound):
      let order = model.order(selection.columns)
      let score = evaluator.score(order)
      guard score.misses == 0, abs(score.value - graph.shownGain - selection.value) <= 1e-6 * max(1, abs(score.value))
      else {
        throw LineupError(
          [Problem(.auditFailed(rule: "rundown", detail: "\(score), the solver says \(selection.value)"))],
          kind: .failure)
      }
      return .order(
        Answer(order: order, score: score, bound: max(score.value, bound + graph.shownGain), method: "exact"))
    case .infeasible: return .none(isProven: true)
    case .feasible, .unknown: return nil
    }
  }

  private var graph: RundownGraph? {
    if let blocks = problem.blocks, (blocks.max() ?? 0) < 12,
      let graph = RundownGraph(evaluator, keepsBlocks: true, limit: Self.mostArcs)
    {
      return graph
    }
    return RundownGraph(evaluator, keepsBlocks: false, limit: Self.mostArcs)
  }

  private func dropsBlocks(_ graph: RundownGraph) -> Bool {
    problem.blocks != nil && graph.nodes.allSatisfy { $0.block < 0 }
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
    let scaled = evaluations * 60 / max(20, problem.items.count)
    var search = RundownSearch(evaluator, seed: seed, evaluations: scaled) { budget.isOver }
    return search.run(from: start, goal: goal)
  }
}
