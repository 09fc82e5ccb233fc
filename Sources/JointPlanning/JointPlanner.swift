import Optimization

/// Plans all blocks together: prices for what they compete for, a bound that holds whatever the prices are, and plans by
/// solving a few blocks at a time while all others stay.
package final class JointPlanner {
  let program: JointProgram
  let index: JointIndex
  let limits: Limits
  let control: SolveControl
  let clock: SolveClock
  let choosers: [StyleChooser]
  let hasUnitRows: Bool

  /// The best bound on all plans.
  package internal(set) var bound = Double.infinity
  /// The best plan so far, and where it stands.
  package internal(set) var best: (plan: JointPlan, standing: JointStanding)
  /// How many blocks were solved, alone or a few together.
  package internal(set) var solves = 0
  var prices: JointPrices
  var unitPrices = UnitPrices()
  var weights: [[Int32: Double]] = []

  package struct Limits: Sendable {
    package var seconds: Double?
    /// The relative gap at which the search ends.
    package var gap: Double

    /// What of the value is no gain: the gap is measured without it.
    package var constant = 0.0
    /// Whether small programs too are planned as large ones are; for tests.
    package var treatsAsLarge = false
    /// The search ends where a plan is worth so much.
    package var enough = Double.infinity
    /// The search ends where no plan can be worth so much.
    package var tooLittle = -Double.infinity

    package init(seconds: Double? = nil, gap: Double = 0.01) {
      self.seconds = seconds
      self.gap = gap
    }
  }

  package init(_ program: JointProgram, limits: Limits, control: SolveControl = SolveControl()) {
    let program = program.barringWhatLocksShutOut()
    self.program = program
    let index = JointIndex(program)
    self.index = index
    self.limits = limits
    self.control = control
    clock = SolveClock(limit: limits.seconds)
    choosers = (0..<8).map { _ in StyleChooser(program, index, nodeLimit: 60) }
    prices = JointPrices(program)
    hasUnitRows = program.hasUnitRows
    let empty = JointPlan(blockCount: program.blocks.count)
    best = (empty, program.standing(of: empty))
  }

  package var mustStop: Bool { control.isCancelled() || clock.isOver }
  package var seconds: Double { clock.seconds }

  /// (bound - value) / |value|, `infinity` without a plan.
  package var gap: Double {
    best.standing.isPlan
      ? (bound - best.standing.value) / max(1e-9, abs(best.standing.value - limits.constant)) : .infinity
  }
  var isDone: Bool {
    gap <= limits.gap + 1e-6 || bound < limits.tooLittle
      || best.standing.isPlan && best.standing.value >= limits.enough
  }

  /// Bound first, then plans, until the gap or the time is reached.
  package func run() {
    // Show after show is quick: whoever stops early has a plan.
    let order = planOneByOne()
    if mustStop || !limits.treatsAsLarge && solveMixed() { return }
    relax()
    if mustStop || isDone { return }
    construct(order)
    improve(order)
    // Who gets scarce units went by prices so far.
    if hasUnitRows, let shared = Allotment.best(best.plan, program) { take(shared) }
    if mustStop || isDone || limits.treatsAsLarge { return }
    solveWhole()
  }

  /// A small program is solved as it stands.
  /// - Returns: whether it was solved to its end.
  func solveMixed() -> Bool {
    #if GLPK
      guard var mixed = MixedProgram(program) else { return false }
      let answer = mixed.solve(
        known: best.standing.isPlan ? best.standing.value : nil, constant: limits.constant, nodes: 20_000,
        mustStop: { self.mustStop },
        consider: { plan in
          self.take(plan)
          return self.best.standing.isPlan ? self.best.standing.value : nil
        })
      solves += 1
      switch answer {
      case .infeasible: isInfeasible = true
      case .bounded(let value): bound = min(bound, value)
      case .stopped: return false
      }
      report()
      return true
    #else
      return false
    #endif
  }

  /// A small program is solved as a whole, and with it its bound is exact.
  func solveWhole() {
    guard var whole = WholeProgram(program, index) else { return }
    let answer = whole.solve(
      gap: limits.gap, rounds: 300, control: control, seconds: { self.clock.remaining },
      consider: { plan in
        self.take(plan)
        return self.best.standing.isPlan ? self.best.standing.value : nil
      })
    switch answer {
    case .infeasible: isInfeasible = true
    case .bounded(let value):
      // Nothing is left but what was considered.
      let known = best.standing.isPlan ? max(value, best.standing.value) : value
      if known == -.infinity { isInfeasible = true } else { bound = min(bound, known) }
    case .stopped: break
    }
    report()
  }

  /// Whether it is proven that no plan meets every hard row.
  package internal(set) var isInfeasible = false

  /// What one more unit of each style would be worth, by the relaxation at the best prices.
  package func worth(of styles: [Int32]) -> [Double] {
    let wanted = Set(styles)
    var worth: [Int32: Double] = [:]
    let candidates = JointPricing.candidates(program, prices)
    for (style, candidates) in JointPricing.byStyle(candidates, count: program.styleCount)
    where wanted.contains(style) {
      let stock = program.stock[Int(style)]
      let now = choosers[0].choose(style: style, stock: stock, candidates).gain
      worth[style] = max(0, choosers[0].choose(style: style, stock: stock + 1, candidates).gain - now)
    }
    return styles.map { worth[$0] ?? 0 }
  }

  /// Takes a plan from outside, if it is better than the one at hand.
  package func take(_ given: JointPlan) {
    for plan in [given, hasUnitRows ? Allotment.improved(given, program) : nil].compactMap(\.self) {
      let standing = program.standing(of: plan)
      if standing.isBetter(than: best.standing) {
        best = (plan, standing)
        report()
      }
    }
  }

  func report() {
    control.report(
      SearchProgress(
        incumbent: best.standing.isPlan ? best.standing.value : nil, bound: bound, seconds: seconds,
        nodes: solves))
  }

  // What the stages keep.
  var bySize: [Int]?
  /// Those planned one by one.
  var firstPlans: [JointPlan] = []
  var timeToRelax: Double?
  var master: PatternMaster?
  var relaxations = 0
  /// By how much the patterns at hand let the bound fall.
  var expected = Double.infinity
  /// How often in turn the bound did not fall as expected.
  var failures = 0
  var rounded: [[Int32]] = []
  /// How often in turn the bound hardly fell.
  var stalls = 0
}
