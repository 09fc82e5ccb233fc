#if GLPK
  import GLPK

  /// The relaxation of a subproblem over all columns by sifting (Bixby, Gregory, Lustig, Marsten & Shanno
  /// 1992): solve over a few, price all with the duals, take in those that would gain, repeat.
  final class Sifting {
    enum Outcome {
      /// No selection of the subproblem is better than the incumbent, or none meets the hard rows.
      case pruned
      /// The relaxation is solved; values and pricing are those of its optimum.
      case solved
      /// The search must stop.
      case stopped
    }

    let program: GroupedProgram
    let restricted: RestrictedProgram
    private let control: SearchControl
    /// At the duals of the last relaxation.
    private(set) var pricing = Pricing()
    /// The best bound on the subproblem so far.
    private(set) var bound = Double.infinity
    private(set) var duals: [Double] = []
    private var bestActive: [Double]
    private(set) var rounds = 0

    init(_ program: GroupedProgram, _ control: SearchControl) throws(GLPKError) {
      self.program = program
      self.control = control
      // Few rows are all stated: a probe, which states none, then sees every one.
      restricted = try RestrictedProgram(
        program, statesAllRows: program.rowCount <= 1_000 && !control.treatsAsLarge)
      bestActive = Array(repeating: 0, count: program.groupCount)
    }

    /// - Parameters:
    ///   - cutoff: a bound at or below this prunes.
    ///   - basis: where to start from, if not from the last relaxation.
    func solve(
      _ subproblem: Subproblem, cutoff: Double, from basis: Basis? = nil
    ) throws(GLPKError) -> Outcome {
      bound = .infinity
      if !duals.isEmpty {
        price(subproblem)
        bound = pricing.bound
        if bound <= cutoff { return .pruned }
      }
      try restricted.set(subproblem)
      if let basis { try restricted.restore(basis) }
      var limit = cutoff
      while true {
        rounds += 1
        let iterations = restricted.iterations
        let outcome = try restricted.solve(control, cutoff: limit)
        if outcome == .stopped { return .stopped }
        control.effort.iterations += restricted.iterations - iterations
        duals = restricted.duals()
        price(subproblem)
        bound = min(bound, pricing.bound)
        if bound <= cutoff { return .pruned }
        if outcome == .belowCutoff {
          // Columns not taken in hold the bound up: those that gain at the optimum are wanted.
          limit = -.infinity
          continue
        }
        let entering = violators(subproblem)
        if !entering.isEmpty {
          for column in entering { try restricted.activate(column) }
          continue
        }
        let missed = restricted.missedHardRows()
        if missed.isEmpty { return .solved }
        if provesInfeasible(subproblem) { return .pruned }
        if try !restricted.raisePrice(of: missed) { return .solved }
      }
    }

    private func price(_ subproblem: Subproblem) {
      pricing.evaluate(program, subproblem, duals: duals)
      control.effort.pricedColumns += program.columnCount
    }

    /// Farkas' test: whether the duals of the hard rows alone show that no selection meets them.
    private func provesInfeasible(_ subproblem: Subproblem) -> Bool {
      var ray = duals
      var scale = 0.0
      for row in 0..<program.rowCount {
        if program.penalty[row] == .infinity { scale = max(scale, abs(ray[row])) } else { ray[row] = 0 }
      }
      guard scale > 0 else { return false }
      for row in ray.indices { ray[row] /= scale }
      var test = Pricing()
      test.evaluate(program, subproblem, duals: ray, objectiveWeight: 0)
      return test.bound < 0
    }

    /// The best column of each group that gains over those taken in, the most gainful groups first.
    private func violators(_ subproblem: Subproblem) -> [Int] {
      for column in restricted.active { bestActive[Int(program.group[Int(column)])] = -.infinity }
      for column in restricted.active where !subproblem.isRemoved[Int(column)] {
        let group = Int(program.group[Int(column)])
        bestActive[group] = max(bestActive[group], pricing.reducedCost[Int(column)])
      }
      let threshold = 1e-9 * max(1, abs(pricing.bound))
      var entering = LargestFew<Int>(limit: max(100, min(400, 2 * program.rowCount)))
      for group in 0..<program.groupCount {
        let inside = max(bestActive[group], subproblem.isForced[group] ? -.infinity : 0)
        let gain = pricing.groupBest[group] - inside
        if gain > threshold { entering.insert(group, gain) }
      }
      return entering.elements.compactMap { group in
        program.columns(ofGroup: group).first {
          !subproblem.isRemoved[$0] && restricted.position[$0] < 0
            && pricing.reducedCost[$0] == pricing.groupBest[group]
        }
      }
    }
  }
#endif
