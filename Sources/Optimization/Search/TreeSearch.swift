#if GLPK
  import GLPK

  /// Branch and bound over a grouped program with sifted relaxations.
  ///
  /// Plunges until a subproblem is pruned, then goes on with the open one of the best bound. Every
  /// bound is a Lagrangian one from `Pricing`, every selection is checked by the given program, so the
  /// answer does not depend on what GLPK's tolerances let pass.
  final class TreeSearch {
    private struct Node {
      var decisions: [Decision]
      var bound: Double
      /// How far the relaxation of the parent was above the answer "down" of the last decision.
      var fraction = 0.5
      /// The basis of the parent's relaxation, for when the search comes back to this node.
      var basis: Basis?
    }

    private let program: GroupedProgram
    private let control: SearchControl
    private let sifting: Sifting
    private var chooser: BranchingChooser
    private var open = BestFirstQueue<Node>()
    /// Columns that no better selection contains, by the root's reduced costs.
    private var isOut: [Bool]
    private let outerBound: Double
    /// After how many nodes the search gives up; `nil` for one that is to be complete.
    private let nodeLimit: Int?
    private var outCount = 0
    private var visits = 0
    private var nextImprovement = 2
    private var rootPricing: Pricing?
    private var rootCutoff = -Double.infinity

    /// - Parameter outerBound: of what lies outside this program, where it is a part of another search's.
    init(
      _ program: GroupedProgram, _ control: SearchControl, sifting: Sifting, outerBound: Double = -.infinity,
      nodeLimit: Int? = nil
    ) {
      self.nodeLimit = nodeLimit
      self.program = program
      self.outerBound = outerBound
      self.control = control
      self.sifting = sifting
      chooser = BranchingChooser(program)
      isOut = Array(repeating: false, count: program.columnCount)
    }

    enum Outcome {
      case complete
      case stopped
      /// A better selection has left so few columns that a new search over them is cheaper.
      case shrunk
      /// The limit of nodes is reached.
      case limited
    }

    func run() throws(GLPKError) -> Outcome {
      var next: Node? = Node(decisions: [], bound: control.bound)
      while let node = next ?? open.popBest() {
        next = nil
        noteBound(with: node.bound)
        if node.bound <= control.cutoff { continue }
        if control.mustStop() {
          noteBound(with: node.bound)
          return .stopped
        }
        if let nodeLimit, visits >= nodeLimit { return .limited }
        control.nodes += 1
        switch try expand(node) {
        case .stopped:
          noteBound(with: node.bound)
          return .stopped
        case .done: break
        case .later(let node): open.insert(node, bound: node.bound)
        case .children(let first, let second):
          open.insert(second, bound: second.bound)
          if isWorthPlunging(first) { next = first } else { open.insert(first, bound: first.bound) }
        }
        if hasShrunk { return .shrunk }
      }
      return .complete
    }

    private enum Expansion {
      case stopped
      case done
      case children(Node, Node)
      case later(Node)
    }

    private func subproblem(_ decisions: [Decision]) -> Subproblem {
      var subproblem = Subproblem(program)
      for column in isOut.indices where isOut[column] { subproblem.isRemoved[column] = true }
      for decision in decisions { subproblem.apply(decision, program) }
      return subproblem
    }

    private func expand(_ node: Node) throws(GLPKError) -> Expansion {
      fixByRootReducedCosts()
      var subproblem = subproblem(node.decisions)
      if subproblem.isEmpty { return .done }
      let outcome = try sifting.solve(subproblem, cutoff: control.cutoff, from: node.basis)
      if let decision = node.decisions.last, sifting.bound > -.infinity, outcome == .solved {
        chooser.learn(decision, fraction: node.fraction, fall: node.bound - sifting.bound)
      }
      switch outcome {
      case .pruned: return .done
      case .stopped: return .stopped
      case .solved: break
      }
      if node.decisions.isEmpty {
        rootPricing = sifting.pricing
        // Probing sees only the columns taken in: without alternatives every answer looks costly.
        for column in program.promisingColumns(sifting.pricing, limit: 200, alike: 6) {
          try sifting.restricted.activate(column)
        }
        guard try sifting.restricted.solve(control) else { return .stopped }
      }
      let bound = min(node.bound, sifting.bound)
      let values = sifting.restricted.activeValues()
      let active = sifting.restricted.active
      control.consider(zip(active, values).filter { $0.1 > 0.5 }.map { program.original[Int($0.0)] })
      let basis = sifting.restricted.basis
      let duals = sifting.duals
      let relaxationValue = sifting.restricted.value
      let pricing = sifting.pricing
      if isTimeToImprove() {
        program.improve(from: sifting, limit: 250, patience: 12, control)
        if nodeLimit == nil, program.columnCount > 600 { try polish(pricing, active: active, values: values) }
      }
      if bound <= control.cutoff { return .done }
      fixByReducedCosts(&subproblem, pricing)
      if let part = part(of: subproblem) {
        // A part is searched to its end, so not before it has the best bound of all.
        if bound < open.greatestBound ?? -.infinity {
          var node = node
          node.bound = bound
          return .later(node)
        }
        let others = max(outerBound, open.greatestBound ?? -.infinity)
        return try Self.exhaust(part, control, outerBound: others) ? .done : .stopped
      }
      let incumbent = control.incumbent?.value ?? 0
      let isLoose = bound - incumbent > 0.005 * abs(incumbent)
      let branching = try chooser.choose(
        subproblem, active: active, values: values, duals: duals,
        effort: isLoose ? .thorough : .usual
      ) { decision throws(GLPKError) in
        var child = subproblem
        child.apply(decision, program)
        // Falling below the incumbent is as good as anything.
        let greatest = max(0, control.incumbent == nil ? abs(bound) : bound - control.cutoff)
        if child.isEmpty || control.mustStop() { return greatest }
        return min(greatest, relaxationValue - (try sifting.restricted.probe(child, iterationLimit: 40)))
      }
      guard let branching else {
        // Every group is decided: the one selection left has been considered.
        control.consider(chooser.onlySelection(subproblem).map { program.original[$0] })
        return .done
      }
      let children = [true, false].map { isUp in
        Node(
          decisions: node.decisions + [Decision(branching: branching.question, isUp: isUp)], bound: bound,
          fraction: branching.fraction, basis: basis)
      }
      return branching.upFirst ? .children(children[0], children[1]) : .children(children[1], children[0])
    }

    /// Whether to look for better selections from the current node: at the first few, then ever more
    /// rarely.
    private func isTimeToImprove() -> Bool {
      visits += 1
      guard visits == nextImprovement else { return false }
      nextImprovement = max(visits + 1, min(visits + 100, visits * 3 / 2))
      return true
    }

    /// A plunge finds selections and is cheap, but leads astray where its bound has fallen half way from
    /// the best open one to the incumbent.
    private func isWorthPlunging(_ node: Node) -> Bool {
      guard let incumbent = control.incumbent else { return true }
      return node.bound - incumbent.value >= 0.5 * (control.bound - incumbent.value)
    }

    /// A small tree search among the columns of least loss: where selections tie with the bound, local
    /// search does not meet one of them.
    private func polish(_ pricing: Pricing, active: [Int32], values: [Double]) throws(GLPKError) {
      let used = zip(active, values).filter { $0.1 > 0.01 }.map { Int($0.0) }
      let known = Set(control.incumbent?.columns ?? [])
      let best = program.original.indices.filter { known.contains(program.original[$0]) }
      let columns = program.promisingColumns(pricing, limit: 300, alike: 3, always: used + best)
      let part = program.restricted(to: columns)
      let tree = TreeSearch(
        part, control, sifting: try Sifting(part, control), outerBound: .infinity, nodeLimit: 150)
      _ = try tree.run()
    }

    /// A subproblem of which few columns are left, as a program of its own: its relaxations are smaller,
    /// and local search sees all of it.
    private func part(of subproblem: Subproblem) -> GroupedProgram? {
      guard program.columnCount > 600 else { return nil }
      let columns = (0..<program.columnCount).filter { !subproblem.isRemoved[$0] }
      guard columns.count * 4 < program.columnCount else { return nil }
      var part = program.restricted(to: columns)
      part.lower = subproblem.lower
      part.upper = subproblem.upper
      var forced = Set<Int32>()
      for (index, column) in columns.enumerated() where subproblem.isForced[Int(program.group[column])] {
        forced.insert(part.group[index])
      }
      return part.adding(
        forced.sorted().map { group in
          GroupedProgram.NewRow(
            entries: part.columns(ofGroup: Int(group)).map { (column: Int32($0), coefficient: 1) }, lower: 1)
        })
    }

    /// Searches a program until nothing is left, over fewer columns each time that many have gone.
    /// - Returns: whether the search is complete; `false` when it was stopped.
    static func exhaust(
      _ program: GroupedProgram, _ control: SearchControl, outerBound: Double = -.infinity
    ) throws(GLPKError) -> Bool {
      var program = program
      while true {
        program = program.restricted(to: program.undominatedColumns(groupLimit: program.groupLimit()))
        let tree = TreeSearch(
          program, control, sifting: try Sifting(program, control), outerBound: outerBound)
        switch try tree.run() {
        case .complete: return true
        case .stopped, .limited: return false
        case .shrunk: program = program.restricted(to: tree.remainingColumns)
        }
      }
    }

    private func noteBound(with bound: Double) {
      control.lower(
        bound: max(
          bound, outerBound, open.greatestBound ?? -.infinity, control.incumbent?.value ?? -.infinity))
    }

    /// The columns that a better selection may contain, ascending.
    var remainingColumns: [Int] { isOut.indices.filter { !isOut[$0] } }

    private var hasShrunk: Bool {
      fixByRootReducedCosts()
      return program.columnCount > 150 && outCount * 3 > program.columnCount
    }

    private func fixByRootReducedCosts() {
      guard let rootPricing, control.cutoff > rootCutoff else { return }
      rootCutoff = control.cutoff
      for column in isOut.indices where !isOut[column] {
        if rootPricing.bound - rootPricing.loss(column, program) <= control.cutoff {
          isOut[column] = true
          outCount += 1
        }
      }
    }

    /// Removes columns that no better selection of the subproblem contains.
    private func fixByReducedCosts(_ subproblem: inout Subproblem, _ pricing: Pricing) {
      for column in 0..<program.columnCount where !subproblem.isRemoved[column] {
        if pricing.bound - pricing.loss(column, program) <= control.cutoff {
          subproblem.isRemoved[column] = true
        }
      }
    }
  }
#endif
