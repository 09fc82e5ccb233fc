import Optimization

/// The order of a small show as an integer program over the graph's arcs, solved by GLPK.
///
/// ## Formulation
///
/// y(a) in {0,1} for every arc a; i(a) its item:
///
///     sum over a with i(a) = i of y(a)  =  1                            for every item still to come
///     sum of y into n  -  sum of y out of n  =  0                       for every node n between
///     y into n and out of n by items with value v, summed  <=  1        for every value to be kept apart
///     sum of y of members ending at t  -  sum of y of members starting in t..t+s  <=  0
///                                                                       for every end t more than s before the end
struct RundownProgram {
  let graph: RundownGraph
  let evaluator: RundownEvaluator
  private(set) var program = Program()

  init(_ graph: RundownGraph, _ evaluator: RundownEvaluator) {
    self.graph = graph
    self.evaluator = evaluator
    let problem = evaluator.problem
    var entries = [[(row: Int32, coefficient: Double)]](repeating: [], count: graph.arcs.count)
    func add(_ row: Int, _ arcs: some Sequence<Int>, _ coefficient: Double) {
      for arc in arcs { entries[arc].append((Int32(row), coefficient)) }
    }
    var arcsInto = [[Int]](repeating: [], count: graph.nodes.count)
    for (position, arc) in graph.arcs.enumerated() { arcsInto[arc.to].append(position) }
    func arcsOut(_ node: Int) -> Range<Int> { graph.arcStart[node]..<graph.arcStart[node + 1] }

    for item in graph.rest {
      let row = program.addRow(lower: 1, upper: 1)
      add(row, graph.arcs.indices.filter { graph.arcs[$0].item == item }, 1)
    }
    for node in graph.nodes.indices.dropFirst() where !graph.isSink[node] {
      let row = program.addRow(lower: 0, upper: 0)
      add(row, arcsInto[node], 1)
      add(row, arcsOut(node), -1)
    }
    for rule in problem.apart {
      let values = Set(rule.values.joined()).sorted()
      for node in graph.nodes.indices.dropFirst() where !graph.isSink[node] {
        for value in values {
          let into = arcsInto[node].filter { rule.values[graph.arcs[$0].item].contains(value) }
          let out = arcsOut(node).filter { rule.values[graph.arcs[$0].item].contains(value) }
          if into.isEmpty || out.isEmpty { continue }
          let row = program.addRow(lower: -.infinity, upper: 1, penalty: rule.penalty ?? .infinity)
          add(row, into, 1)
          add(row, out, 1)
        }
      }
    }
    for rule in problem.every { addRows(of: rule, to: &entries) }
    for (position, arc) in graph.arcs.enumerated() {
      program.addColumn(objective: arc.gain, group: Int32(arc.item), entries: entries[position])
    }
  }

  private mutating func addRows(
    of rule: RundownProblem.Every, to entries: inout [[(row: Int32, coefficient: Double)]]
  ) {
    let problem = evaluator.problem
    let members = graph.arcs.indices.filter { rule.isMember[graph.arcs[$0].item] }
    func start(_ arc: Int) -> Int { problem.clock(graph.nodes[graph.arcs[arc].from].content) }
    var ends: [Int: [Int]] = [:]
    for arc in members {
      ends[start(arc) + problem.items[graph.arcs[arc].item].seconds, default: []].append(arc)
    }
    // What has been on air counts as an end, or the start of the show does.
    var since = 0
    var content = 0
    for item in problem.shown {
      if rule.isMember[item] { since = problem.clock(content) + problem.items[item].seconds }
      content += problem.items[item].seconds
    }
    let penalty = rule.penalty ?? .infinity
    func followers(_ end: Int) -> [Int] {
      members.filter { start($0) >= end && start($0) <= end + rule.seconds }
    }
    if problem.end - since > rule.seconds {
      let row = program.addRow(lower: 1, upper: .infinity, penalty: penalty)
      let first =
        problem.shown.isEmpty
        ? members.filter { start($0) <= rule.seconds } : members.filter { start($0) <= since + rule.seconds }
      for arc in first { entries[arc].append((Int32(row), 1)) }
    }
    for (end, arcs) in ends.sorted(by: { $0.key < $1.key }) where problem.end - end > rule.seconds {
      let row = program.addRow(lower: -.infinity, upper: 0, penalty: penalty)
      for arc in arcs { entries[arc].append((Int32(row), 1)) }
      for arc in followers(end) { entries[arc].append((Int32(row), -1)) }
    }
  }

  /// Whether an order exists at all, without regard to its worth.
  var feasibility: RundownProgram {
    var other = self
    other.program = program.feasibility
    return other
  }

  /// The order that a selection of arcs is.
  func order(_ columns: [Int32]) -> [Int] {
    evaluator.problem.shown
      + columns.map { graph.arcs[Int($0)] }.sorted {
        graph.nodes[$0.from].content < graph.nodes[$1.from].content
      }
      .map(\.item)
  }

  /// The columns of an order; `nil` where the graph lacks one.
  func columns(_ order: [Int]) -> [Int32]? {
    var columns: [Int32] = []
    var node = 0
    for item in order.dropFirst(evaluator.problem.shown.count) {
      guard
        let arc = (graph.arcStart[node]..<graph.arcStart[node + 1]).first(where: {
          graph.arcs[$0].item == item
        })
      else { return nil }
      columns.append(Int32(arc))
      node = graph.arcs[arc].to
    }
    return columns.sorted()
  }
}
