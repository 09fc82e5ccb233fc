/// Duals without an LP solver: the Lagrangian bound falls along deflected subgradients (Held, Wolfe &
/// Crowder 1974; Camerini, Fratta & Maffioli 1975).
///
/// Steps are taken over a core of promising columns, and all columns are priced between, so that a step
/// costs the same for a million styles as for a thousand.
struct Subgradient {
  private let program: GroupedProgram
  private let whole: Subproblem
  private let rowScale: [Double]
  private let objectiveWeight: Double
  /// Where the best bound was found.
  private(set) var duals: [Double]
  /// At `duals`, over all columns.
  private(set) var pricing = Pricing()

  /// Kept from run to run, once a core has been chosen.
  private var strata: Strata?

  /// - Parameters:
  ///   - start: duals to go on from; 0 if none are given.
  ///   - objectiveWeight: 0 to look for a proof that the rows cannot be met.
  init(_ program: GroupedProgram, from start: [Double]? = nil, objectiveWeight: Double = 1) {
    self.program = program
    self.objectiveWeight = objectiveWeight
    whole = Subproblem(program)
    duals = start ?? Array(repeating: 0, count: program.rowCount)
    rowScale = program.rowScales()
    pricing.evaluate(program, whole, duals: duals, objectiveWeight: objectiveWeight)
  }

  /// Lowers the bound.
  /// - Parameters:
  ///   - rounds: how often all columns are priced.
  ///   - target: a value that the bound cannot fall below, such as an incumbent's.
  mutating func run(rounds: Int, steps: Int, target: Double?, _ control: SearchControl) {
    var reach = 0.5
    if program.columnCount <= Self.coreSize {
      let found = descend(program, from: duals, steps: rounds * steps, reach: &reach, target: target, control)
      adopt(found)
      return
    }
    let strata = strata ?? Strata(program)
    self.strata = strata
    var failures = 0
    for _ in 0..<rounds where !control.mustStop() {
      let core = program.restricted(
        to: strata.columns(pricing, ofEach: 60, besides: Self.coreSize / 4, alike: 12))
      let found = descend(core, from: duals, steps: steps, reach: &reach, target: target, control)
      // The core hides what its duals let in elsewhere: go only as far as the bound over all allows.
      var weight = 1.0
      var isLower = false
      while weight > 0.05, !isLower {
        isLower = adopt(zip(duals, found).map { $0 + weight * ($1 - $0) })
        weight *= 0.5
      }
      failures = isLower ? 0 : failures + 1
      if failures == 5 { return }
      reach = max(reach, 0.01)
      if objectiveWeight == 0, pricing.bound < 0 { return }
    }
  }

  /// Prices all columns, and keeps the duals if they are the best so far.
  @discardableResult
  private mutating func adopt(_ candidate: [Double]) -> Bool {
    var trial = pricing
    trial.evaluate(program, whole, duals: candidate, objectiveWeight: objectiveWeight)
    guard trial.bound < pricing.bound else { return false }
    pricing = trial
    duals = candidate
    return true
  }

  private static let coreSize = 30_000

  private func descend(
    _ core: GroupedProgram, from start: [Double], steps: Int, reach: inout Double, target: Double?,
    _ control: SearchControl
  ) -> [Double] {
    let subproblem = Subproblem(core)
    var current = start
    var best = (bound: Double.infinity, duals: start)
    var direction = [Double](repeating: 0, count: core.rowCount)
    var pricing = Pricing()
    var sinceBest = 0
    for iteration in 0..<steps {
      if iteration % 16 == 0, control.mustStop() { break }
      pricing.evaluate(core, subproblem, duals: current, objectiveWeight: objectiveWeight)
      if best.bound == .infinity || pricing.bound < best.bound - 1e-9 * abs(best.bound) {
        // Reached what was aimed at: aim further.
        if best.bound < .infinity, best.bound - pricing.bound > 0.3 * reach * abs(best.bound) {
          reach = min(0.5, reach * 1.6)
        }
        best = (pricing.bound, current)
        sinceBest = 0
      } else {
        sinceBest += 1
        if sinceBest > 10 {
          reach = max(1e-5, reach * 0.7)
          sinceBest = 0
          current = best.duals
        }
      }
      let gradient = self.gradient(core, pricing, duals: current)
      var norm = 0.0
      for row in direction.indices {
        direction[row] = 0.7 * gradient[row] + 0.3 * direction[row]
        norm += direction[row] * direction[row]
      }
      guard norm > 1e-20 else { break }
      // A goal a little below the best bound; less far below each time that it is not reached.
      let goal = max(target ?? -.infinity, best.bound - reach * max(1e-9, abs(best.bound)))
      let length = max(1e-9 * abs(pricing.bound), pricing.bound - goal) / norm
      for row in current.indices {
        let before = current[row]
        var after = before - length * direction[row] * rowScale[row]
        // A row with two bounds changes sides only by way of 0.
        if before * after < 0 { after = 0 }
        if core.upper[row] == .infinity { after = min(0, after) }
        if core.lower[row] == -.infinity { after = max(0, after) }
        after = max(-core.penalty[row], min(core.penalty[row], after))
        current[row] = after
      }
    }
    return best.duals
  }

  /// The slope of the bound in scaled duals, at the groups' best columns.
  private func gradient(_ core: GroupedProgram, _ pricing: Pricing, duals: [Double]) -> [Double] {
    var activity = [Double](repeating: 0, count: core.rowCount)
    for column in pricing.bestColumns(core) {
      for position in core.entries(of: column) {
        activity[Int(core.rowIndex[position])] += core.coefficient[position]
      }
    }
    return (0..<core.rowCount).map { row in
      let dual = duals[row]
      let slope: Double
      if dual > 0 {
        slope = core.upper[row] - activity[row]
      } else if dual < 0 {
        slope = core.lower[row] - activity[row]
      } else {
        slope = min(0, core.upper[row] - activity[row]) + max(0, core.lower[row] - activity[row])
      }
      return slope * rowScale[row]
    }
  }
}

extension Pricing {
  /// The columns that the relaxation at these duals selects.
  func bestColumns(_ program: GroupedProgram) -> [Int] {
    var columns: [Int] = []
    for group in 0..<program.groupCount where groupBest[group] > 0 {
      if let column = program.columns(ofGroup: group).first(where: { reducedCost[$0] == groupBest[group] }) {
        columns.append(column)
      }
    }
    return columns
  }
}

extension GroupedProgram {
  /// Powers of two that bring the coefficients of every row near 1.
  func rowScales() -> [Double] {
    var sum = [Double](repeating: 0, count: rowCount)
    var count = sum
    let stride = max(1, columnCount / 50_000)
    for column in Swift.stride(from: 0, to: columnCount, by: stride) {
      for position in entries(of: column) {
        sum[Int(rowIndex[position])] += abs(coefficient[position])
        count[Int(rowIndex[position])] += 1
      }
    }
    return (0..<rowCount).map { sum[$0] > 0 ? Self.powerOfTwo(near: count[$0] / sum[$0]) : 1 }
  }

  static func powerOfTwo(near number: Double) -> Double {
    Double(sign: .plus, exponent: max(-60, min(60, number.exponent)), significand: 1)
  }
}
