import Optimization

extension Show {
  /// The best tray at the demand that the show had, and what the planned one is worth then.
  ///
  /// The demand of a style that was shown is what it sold (a sold-out one at least its forecast), moved to another pitch
  /// by the lifts; that of every other style is its forecast times what was learned of its values.
  ///
  /// - Parameters:
  ///   - items: those of the review.
  ///   - viewRatio: views that came for each that was planned.
  ///   - factors: learned; their `whole` is that of this show alone.
  /// - Returns: also the styles of the tray that have no option, which are left out.
  func hindsight(
    of list: TrayList, _ items: [ReviewItem], viewRatio: Double, factors: ForecastFactors, timeLimit: Double?,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(LineupError) -> (hindsight: Hindsight, leftOut: [String]) {
    let review = review(list)
    let selling = selling(demand(of: items, viewRatio: viewRatio, factors: factors))
    let (columns, others) = options(of: list)
    var program = selling.formulation().program
    let missed = relax(&program, missedBy: columns)
    let start = withBestSwitches(columns, program)
    guard let valueThen = program.value(of: start) else {
      throw LineupError(
        [Problem(.auditFailed(rule: "hindsight", detail: "the planned tray is no selection"))], kind: .failure
      )
    }
    let report = try LineupError.translating { () throws(SolverError) in
      try AutomaticSolver().solve(
        program, limits: SolveLimits(seconds: timeLimit, gap: 0, start: start),
        control: SolveControl(isCancelled: isCancelled) { _ in })
    }
    var best = valueThen
    var chosen = columns
    var isProven = false
    switch report.outcome {
    case .optimal(let selection, _):
      isProven = true
      if selection.value > best { (best, chosen) = (selection.value, selection.columns) }
    case .feasible(let selection, _):
      if selection.value > best { (best, chosen) = (selection.value, selection.columns) }
    case .infeasible, .noneAbove, .unknown: break
    }
    func styles(_ columns: [Int32]) -> [Int32: Double] {
      var sales: [Int32: Double] = [:]
      for column in columns where Int(column) < selling.optionCount {
        sales[selling.options.rows[Int(column)]] = selling.value(of: .gmv, option: Int(column))
      }
      return sales
    }
    func names(_ first: [Int32: Double], without second: [Int32: Double]) -> [String] {
      first.filter { second[$0.key] == nil }.sorted {
        $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value
      }
      .map { catalog.spus[Int($0.key)] }
    }
    let (before, after) = (styles(columns), styles(chosen))
    let hindsight = Hindsight(
      planned: review.value, valueThen: valueThen, best: best, isProven: isProven, leftOut: missed,
      comesIn: names(after, without: before), goesOut: names(before, without: after))
    return (hindsight, others.map(\.spu))
  }

  /// Options with the columns that are none, each where the selection is worth more with it.
  private func withBestSwitches(_ columns: [Int32], _ program: Program) -> [Int32] {
    var selection = columns.sorted()
    for column in optionCount..<max(optionCount, program.columnCount) {
      let other = selection + [Int32(column)]
      if program.value(of: other) ?? -.infinity > program.value(of: selection) ?? -.infinity {
        selection = other
      }
    }
    return selection
  }

  /// The demand of every option before stock.
  private func demand(
    of items: [ReviewItem], viewRatio: Double, factors: ForecastFactors
  ) -> [Double] {
    let multipliers = ForecastMultipliers(factors, catalog: catalog, pitches: scenario.pitches)
    var shown: [Int: (units: Double, lift: Double)] = [:]
    for item in items where item.standing != .notShown {
      guard let row = catalog.row(ofSPU: item.spu),
        let pitch = scenario.pitches.first(where: { $0.name == item.pitch })
      else { continue }
      let units = item.isSoldOut ? max(item.actual, (item.demand ?? 0) * item.factor) : item.actual
      shown[row] = (max(0, units), pitch.lift * offerLift(row: row, item.offer))
    }
    return (0..<optionCount).map { option in
      let row = Int(options.rows[option])
      let pitch = Int(options.pitches[option])
      let lift = scenario.pitches[pitch].lift * options.lift(option)
      if let known = shown[row] {
        if known.lift > 0 { return known.units * lift / known.lift }
        if lift == known.lift { return known.units }
      }
      return baseDemand(row: row, lift: lift) * viewRatio * multipliers.multiplier(row: row, pitch: pitch)
    }
  }

  /// By what an offer multiplies the demand of a style, those on the whole show aside; 1 for none.
  private func offerLift(row: Int, _ name: String?) -> Double {
    guard let name, let kind = scenario.offers?.kinds.firstIndex(where: { $0.name == name }) else { return 1 }
    return (0..<optionCount).first {
      Int(options.rows[$0]) == row && options.offer($0) == kind + 1 && options.offerCase($0) == 0
    }.map { options.lift($0) } ?? 1
  }

  /// Frees the hard rows that a selection misses, both sides of a ratio and all pairs of a rule.
  /// - Returns: their names as results have them.
  private func relax(_ program: inout Program, missedBy columns: [Int32]) -> [String] {
    let sums = program.activities(of: columns)
    var names: [String] = []
    for block in plan.blocks {
      var broken = (block.firstRow..<block.firstRow + block.count).filter { row in
        program.penalty[row] == .infinity && !program.meets(row: row, activity: sums[row], columns)
      }
      guard !broken.isEmpty else { continue }
      switch block.labels {
      case .values(let values): names += broken.map { "\(block.rule): \(values[$0 - block.firstRow])" }
      case .named(let values): names += broken.map { values[$0 - block.firstRow] }
      case .none: names.append(block.rule)
      case .sides, .numbered:
        names.append(block.rule)
        broken = Array(block.firstRow..<block.firstRow + block.count)
      }
      for row in broken { program.free(row: row) }
    }
    return names
  }
}
