import Optimization

/// Whether a program has a plan at all.
package enum JointFeasibility: Sendable {
  case feasible
  /// Proven: no plan meets every hard row.
  case infeasible
  case unknown

  /// Looks for a plan that misses nothing, or a proof that there is none.
  /// - Returns: with it the plan that misses the least that was found.
  package static func of(
    _ program: JointProgram, seconds: Double?, control: SolveControl
  ) -> (verdict: JointFeasibility, plan: JointPlan, planner: JointPlanner) {
    let elastic = program.elastic
    var limits = JointPlanner.Limits(seconds: seconds, gap: 1e-6)
    limits.enough = -1e-9
    limits.tooLittle = -1e-6
    let planner = JointPlanner(
      elastic, limits: limits, control: SolveControl(isCancelled: control.isCancelled))
    planner.run()
    let plan = planner.best.plan
    let improved = Allotment.improved(plan, program) ?? plan
    let verdict: JointFeasibility =
      program.standing(of: improved).isPlan
      ? .feasible : planner.isInfeasible || planner.bound < limits.tooLittle ? .infeasible : .unknown
    return (verdict, improved, planner)
  }
}

extension JointProgram {
  /// The program without some rows, constraints and limits.
  package func without(
    rows: Set<[Int]>, constraints: Set<Int>, styleLimits: Set<Int>, groupLimits: Set<Int>
  ) -> JointProgram {
    var other = self
    for place in rows {
      other.blocks[place[0]].rows[place[1]].range = Range(lower: -.infinity, upper: .infinity)
    }
    for constraint in constraints {
      other.constraints[constraint].range = Range(lower: -.infinity, upper: .infinity)
    }
    for limit in styleLimits { other.styleLimits[limit].most = .max / 2 }
    for limit in groupLimits { other.groupLimits[limit].most = .max / 2 }
    return other
  }
}

extension JointPlanner {
  /// Rows of blocks, constraints and group limits that have a price at the best bound: those that a proof of it needs.
  package var priced: (rows: Set<[Int]>, constraints: Set<Int>, groupLimits: Set<Int>) {
    var rows: Set<[Int]> = []
    for block in program.blocks.indices {
      for row in program.blocks[block].rows.indices
      where abs(prices.rows[index.offsets[block] + row]) > 1e-12 {
        rows.insert([block, row])
      }
    }
    let constraints = prices.constraints.indices.filter { abs(prices.constraints[$0]) > 1e-12 }
    let limits = prices.groups.filter { $0.value > 1e-12 }.map { Int($0.key.limit) }
    return (rows, Set(constraints), Set(limits))
  }
}
