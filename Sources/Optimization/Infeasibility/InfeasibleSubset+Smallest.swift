extension InfeasibleSubset {
  /// A smallest infeasible set of units, by implicit hitting sets (Ignatiev, Previti, Liffiton &
  /// Marques-Silva 2015): every set of units that some selection misses is hit by every infeasible
  /// set, so a smallest set that hits all those known and is infeasible is a smallest of all.
  ///
  /// - Parameters:
  ///   - known: an irreducible set.
  ///   - questions: how many questions to the oracle are affordable.
  /// - Returns: a smallest set, or `known` where it is as small or the questions ran out.
  package static func smallest(
    _ known: InfeasibleSubset, with oracle: FeasibilityOracle, questions: Int
  ) throws(SolverError) -> InfeasibleSubset {
    guard known.isIrreducible, known.units.count > 1 else { return known }
    var correctionSets: [[Int]] = []
    for _ in 0..<questions {
      guard let hitting = try smallestHittingSet(of: correctionSets), hitting.count < known.units.count else {
        return known
      }
      switch try oracle.verdict(on: hitting) {
      case .infeasible: return InfeasibleSubset(units: hitting, isIrreducible: true)
      case .unknown: return known
      case .feasible(let selection):
        let missed = oracle.missed(by: selection)
        // A large correction set says little and makes the cover hard.
        guard missed.count <= 2_000 else { return known }
        correctionSets.append(missed)
      }
    }
    return known
  }

  /// A smallest set of units with one of each given set; `nil` where that is too hard to find.
  private static func smallestHittingSet(of sets: [[Int]]) throws(SolverError) -> [Int]? {
    if sets.isEmpty { return [] }
    var cover = Program()
    var rowsOfUnit: [Int: [Int32]] = [:]
    for set in sets {
      let row = Int32(cover.addRow(lower: 1, upper: .infinity))
      for unit in set { rowsOfUnit[unit, default: []].append(row) }
    }
    let units = rowsOfUnit.keys.sorted()
    for unit in units {
      cover.addColumn(
        objective: -1, group: -1, entries: (rowsOfUnit[unit] ?? []).map { (row: $0, coefficient: 1.0) })
    }
    let report = try ExactSolver().solve(cover, limits: SolveLimits(seconds: 1), control: SolveControl())
    guard case .optimal(let selection, _) = report.outcome else { return nil }
    return selection.columns.map { units[Int($0)] }
  }
}
