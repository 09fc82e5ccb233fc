#if GLPK
  import GLPK

  extension TreeSearch {
    enum Expansion {
      case stopped
      case done
      case children(SearchNode, SearchNode?)
      case later(SearchNode)
    }

    func expand(_ node: SearchNode) throws(GLPKError) -> Expansion {
      fixByRootReducedCosts()
      var subproblem = subproblem(node)
      if !propagation.tighten(&subproblem, program, pace: control.pace) { return .done }
      let outcome = try sifting.solve(subproblem, cutoff: control.cutoff, from: node.basis)
      if let decision = node.decision, sifting.bound > -.infinity, outcome == .solved {
        chooser.learn(decision, fraction: node.fraction, fall: node.bound - sifting.bound)
      }
      switch outcome {
      case .pruned: return .done
      case .stopped: return .stopped
      case .solved: break
      }
      if node.parent == nil {
        rootPricing = sifting.pricing
        // Probing sees only the columns taken in: without alternatives every answer looks costly.
        for column in program.promisingColumns(sifting.pricing, limit: 200, alike: 6) {
          try sifting.restricted.activate(column)
        }
        guard try sifting.restricted.solve(control, cutoff: -.infinity) == .solved else { return .stopped }
      }
      let relaxation = Relaxation(sifting, bound: min(node.bound, sifting.bound))
      if node.parent == nil { noteTies() }
      control.consider(relaxation.rounded.map { program.original[$0] })
      if isTimeToImprove() {
        let before = control.incumbent?.value
        program.improve(from: sifting, limit: 250, patience: 12, control)
        if isNearlyProven { program.improveByPairs(sifting.pricing, limit: 2_000, control) }
        if nodeLimit == nil, program.columnCount > Self.fewColumns { try polish(relaxation) }
        noteImprovement(control.incumbent?.value != before)
      }
      if relaxation.bound <= control.cutoff { return .done }
      subproblem.exclude(worthlessAt: control.cutoff, relaxation.pricing, program)
      if !propagation.tighten(&subproblem, program, pace: control.pace) { return .done }
      if let part = part(of: subproblem) {
        // A part is searched to its end, so not before it has the best bound of all.
        if relaxation.bound < open.greatestBound ?? -.infinity {
          var node = node
          node.bound = relaxation.bound
          return .later(node)
        }
        let others = max(outerBound, open.greatestBound ?? -.infinity)
        let limit = nodeLimit.map { max(0, $0 - visits) }
        return try Self.exhaust(part, control, outerBound: others, nodeLimit: limit) ? .done : .stopped
      }
      return try branch(&subproblem, relaxation)
    }

    private func branch(
      _ subproblem: inout Subproblem, _ relaxation: Relaxation
    ) throws(GLPKError) -> Expansion {
      let (choice, refuted) = try question(subproblem, relaxation)
      if !refuted.isEmpty {
        // What is left is one part and not two; its relaxation is another.
        for decision in refuted { subproblem.apply(decision.opposite, program) }
        return .children(
          SearchNode(
            parent: PackedSubproblem(subproblem, of: program), bound: relaxation.bound,
            basis: relaxation.basis), nil)
      }
      guard let choice else {
        // Every group is decided: the one selection left has been considered.
        control.consider(chooser.onlySelection(subproblem).map { program.original[$0] })
        return .done
      }
      let parent = PackedSubproblem(subproblem, of: program)
      let children = [choice.upFirst, !choice.upFirst].map { isUp in
        SearchNode(
          parent: parent, decision: Decision(branching: choice.question, isUp: isUp), bound: relaxation.bound,
          fraction: choice.fraction, basis: relaxation.basis)
      }
      return .children(children[0], children[1])
    }

    /// The question to ask, and the answers that probing has proven to lead to nothing better.
    private func question(
      _ subproblem: Subproblem, _ relaxation: Relaxation
    ) throws(GLPKError) -> (BranchingChooser.Choice?, refuted: [Decision]) {
      let cutoff = control.cutoff
      let incumbent = control.incumbent?.value
      // Falling below the incumbent is as good as anything.
      let greatestFall = max(0, incumbent == nil ? abs(relaxation.bound) : relaxation.bound - cutoff)
      let isLoose = relaxation.bound - (incumbent ?? 0) > 0.005 * abs(incumbent ?? 0)
      var refuted: [Decision] = []
      let choice = try chooser.choose(
        subproblem, active: relaxation.active, values: relaxation.values, duals: relaxation.duals,
        effort: isLoose ? .thorough : .usual
      ) { decision throws(GLPKError) in
        if control.mustStop() { return greatestFall }
        var child = subproblem
        child.apply(decision, program)
        if child.isEmpty {
          refuted.append(decision)
          return greatestFall
        }
        let estimate = try sifting.restricted.probe(child, iterationLimit: 40, cutoff: cutoff) { duals in
          probePricing.evaluate(program, child, duals: duals)
          control.effort.pricedColumns += program.columnCount
          if probePricing.bound <= cutoff { refuted.append(decision) }
        }
        return min(greatestFall, relaxation.value - estimate)
      }
      return (choice, refuted)
    }

    private func subproblem(_ node: SearchNode) -> Subproblem {
      var subproblem = node.parent?.unpacked(program) ?? Subproblem(program)
      for column in isOut.indices where isOut[column] { subproblem.isRemoved[column] = true }
      if let decision = node.decision { subproblem.apply(decision, program) }
      return subproblem
    }

    /// A subproblem of which few columns are left, as a program of its own: its relaxations are smaller,
    /// and local search sees all of it.
    private func part(of subproblem: Subproblem) -> GroupedProgram? {
      guard program.columnCount > 600 else { return nil }
      let count = subproblem.isRemoved.count { !$0 }
      return count * 4 < program.columnCount ? program.part(of: subproblem) : nil
    }
  }
#endif
