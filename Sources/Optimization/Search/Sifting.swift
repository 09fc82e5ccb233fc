/// The relaxation of a subproblem over all columns by sifting (Bixby, Gregory, Lustig, Marsten & Shanno
/// 1992): solve over a few, price all with the duals, take in those that would gain, repeat.
final class Sifting<Restricted: RestrictedRelaxation> {
  let program: GroupedProgram
  let restricted: Restricted
  private let control: SearchControl
  private var subproblem: Subproblem
  /// At the duals of the last relaxation.
  private(set) var pricing = Pricing()
  /// The best bound on the subproblem so far.
  private(set) var bound = Double.infinity
  private(set) var duals: [Double] = []

  /// - Parameter restricted: of the program, as a whole.
  init(_ program: GroupedProgram, _ restricted: Restricted, _ control: SearchControl) {
    self.program = program
    self.restricted = restricted
    self.control = control
    subproblem = Subproblem(program)
  }

  /// Solves the relaxation of the subproblem at hand, the whole program at first.
  ///
  /// - Parameter cutoff: a bound at or below this prunes.
  func solve(cutoff: Double) throws(Restricted.Failure) -> SiftingOutcome {
    var limit = cutoff
    while true {
      let iterations = restricted.iterations
      let outcome = try restricted.solve(control, cutoff: limit)
      if outcome == .stopped { return .stopped }
      control.effort.iterations += restricted.iterations - iterations
      duals = restricted.duals()
      price()
      if control.isStopped { return .stopped }
      bound = min(bound, pricing.bound)
      if bound <= cutoff { return .pruned }
      if outcome == .belowCutoff {
        // Columns not taken in hold the bound up: those that gain at the optimum are wanted.
        limit = -.infinity
        continue
      }
      let entering = violators()
      if !entering.isEmpty {
        for column in entering { try restricted.activate(column) }
        continue
      }
      let missed = restricted.missedHardRows()
      if missed.isEmpty { return .solved }
      if provesInfeasible() { return .pruned }
      if try !restricted.raisePrice(of: missed) { return .solved }
    }
  }

  /// Turns to another subproblem; says whether the last duals prove it worthless.
  fileprivate func isWorthless(_ subproblem: Subproblem, cutoff: Double) -> Bool {
    self.subproblem = subproblem
    bound = .infinity
    guard !duals.isEmpty else { return false }
    price()
    bound = pricing.bound
    return bound <= cutoff
  }

  private func price() {
    pricing.evaluate(program, subproblem, duals: duals, pace: control.pace)
    control.effort.pricedColumns += program.columnCount
  }

  /// Farkas' test: whether the duals of the hard rows alone show that no selection meets them.
  private func provesInfeasible() -> Bool {
    var ray = duals
    var scale = 0.0
    for row in 0..<program.rowCount {
      if program.penalty[row] == .infinity { scale = max(scale, abs(ray[row])) } else { ray[row] = 0 }
    }
    guard scale > 0 else { return false }
    for row in ray.indices { ray[row] /= scale }
    var test = Pricing()
    test.evaluate(program, subproblem, duals: ray, objectiveWeight: 0, pace: control.pace)
    return test.bound < 0
  }

  /// The best column of each group that gains over those taken in, the most gainful groups first.
  private func violators() -> [Int] {
    var bestActive: [Int: Double] = [:]
    for column in restricted.active {
      let group = Int(program.group[Int(column)])
      let gain = subproblem.isRemoved[Int(column)] ? -.infinity : pricing.reducedCost[Int(column)]
      bestActive[group] = max(bestActive[group] ?? -.infinity, gain)
    }
    let threshold = 1e-9 * max(1, abs(pricing.bound))
    var entering = LargestFew<Int>(limit: max(100, min(400, 2 * program.rowCount)))
    var group = 0
    for (activeGroup, inside) in bestActive.sorted(by: { $0.key < $1.key }) + [(program.groupCount, 0)] {
      while group < activeGroup {
        let gain = pricing.groupBest[group]
        if gain > threshold { entering.insert(group, gain) }
        group += 1
      }
      if group < program.groupCount {
        let gain = pricing.groupBest[group] - (subproblem.isForced[group] ? inside : max(inside, 0))
        if gain > threshold { entering.insert(group, gain) }
        group += 1
      }
    }
    return entering.elements.compactMap { group in
      program.columns(ofGroup: group).first {
        !subproblem.isRemoved[$0] && restricted.position[$0] < 0
          && pricing.reducedCost[$0] == pricing.groupBest[group]
      }
    }
  }
}

enum SiftingOutcome {
  /// No selection of the subproblem is better than the incumbent, or none meets the hard rows.
  case pruned
  /// The relaxation is solved; values and pricing are those of its optimum.
  case solved
  /// The search must stop.
  case stopped
}

#if GLPK
  import GLPK

  extension Sifting where Restricted == GLPKRelaxation {
    convenience init(_ program: GroupedProgram, _ control: SearchControl) throws(GLPKError) {
      // Few rows are all stated: a probe, which states none, then sees every one.
      let statesAllRows = program.rowCount <= 1_000 && !control.treatsAsLarge
      self.init(program, try GLPKRelaxation(program, statesAllRows: statesAllRows), control)
    }

    /// Solves the relaxation of another subproblem.
    ///
    /// - Parameters:
    ///   - cutoff: a bound at or below this prunes.
    ///   - basis: where to start from, if not from the last relaxation.
    func solve(
      _ subproblem: Subproblem, cutoff: Double, from basis: Basis?
    ) throws(GLPKError) -> SiftingOutcome {
      if isWorthless(subproblem, cutoff: cutoff) { return .pruned }
      try restricted.set(subproblem)
      if let basis { try restricted.restore(basis) }
      return try solve(cutoff: cutoff)
    }
  }
#endif
