import Synchronization

/// What no selection of each combination of switches is worth more than, by the duals of few relaxations.
///
/// A relaxation with every switch on that some combination has is that of no combination, but its duals are near to
/// theirs; the Lagrangian bound of each combination at these duals takes one pass over the columns and no solving
/// (Geoffrion 1974). Most combinations are then never searched.
struct ChoiceScreen: Sendable {
  private let table: ChoiceTable
  private let limits: SolveLimits
  private let control: SolveControl

  /// Programs with fewer columns are searched sooner than screened.
  static let fewColumns = 2_000

  init(_ table: ChoiceTable, limits: SolveLimits, control: SolveControl) {
    self.table = table
    self.limits = limits
    self.control = control
  }

  /// The bounds of the combinations; of one that is missing nothing is known.
  func bounds() -> [UInt64: Double] {
    let clusters = Dictionary(grouping: table.combinations) { $0 & table.exactSwitches }
    let keys = clusters.keys.sorted()
    let board = BoundBoard()
    IndependentTasks.search(keys.count) { task in
      for (combination, bound) in bounds(of: clusters[keys[task]] ?? []) { board.note(combination, bound) }
    }
    return board.bounds
  }

  private func bounds(of combinations: [UInt64]) -> [(UInt64, Double)] {
    if control.isCancelled() { return [] }
    let hub = table.hub(of: combinations)
    let search = SearchControl(
      hub.program, limits: SolveLimits(seconds: limits.seconds),
      control: SolveControl(isCancelled: control.isCancelled))
    let whole = GroupedProgram(asGiven: ReducedProgram(hub.program, pace: search.pace))
    guard !search.mustStop(), whole.rowCount == hub.program.rowCount, let duals = duals(of: whole, search)
    else { return [] }
    var pricing = Pricing()
    pricing.evaluate(whole, Subproblem(whole), duals: duals, pace: search.pace)
    guard !search.mustStop(), pricing.duals.count == whole.rowCount else { return [] }
    // The greatest gain of each group for each set of switches that its columns need.
    var sets: [UInt64] = []
    var setOfColumn = [Int32](repeating: 0, count: whole.columnCount)
    var positions: [UInt64: Int32] = [:]
    for column in 0..<whole.columnCount {
      let needs = table.needs(of: hub.original[Int(whole.original[column])])
      if let known = positions[needs] {
        setOfColumn[column] = known
      } else {
        positions[needs] = Int32(sets.count)
        setOfColumn[column] = Int32(sets.count)
        sets.append(needs)
      }
    }
    var best = [Double](repeating: 0, count: whole.groupCount * sets.count)
    for column in 0..<whole.columnCount {
      let place = Int(whole.group[column]) * sets.count + Int(setOfColumn[column])
      best[place] = max(best[place], pricing.reducedCost[column])
    }
    return combinations.map { combination in
      var bound = table.gain(of: combination)
      var magnitude = abs(bound)
      // Rows with switches are no part of the hub, so the others ask every combination for the same.
      for row in 0..<whole.rowCount where pricing.duals[row] != 0 {
        let part = pricing.duals[row] * (pricing.duals[row] > 0 ? whole.upper[row] : whole.lower[row])
        bound += part
        magnitude += abs(part)
      }
      let allowed = sets.indices.filter { sets[$0] & ~combination == 0 }
      for group in 0..<whole.groupCount {
        var gain = 0.0
        for set in allowed { gain = max(gain, best[group * sets.count + set]) }
        bound += gain
        magnitude += gain
      }
      // More than sums and reduced costs can have lost.
      return (combination, bound + 1e-11 * magnitude)
    }
  }

  /// The duals at the optimum of the relaxation; `nil` where it was not solved.
  private func duals(of program: GroupedProgram, _ search: SearchControl) -> [Double]? {
    #if GLPK
      guard let sifting = try? Sifting(program, search), (try? sifting.solve(cutoff: -.infinity)) == .solved
      else { return nil }
      return sifting.duals
    #else
      let sifting = Sifting(program, SwiftRelaxation(program), search)
      return sifting.solve(cutoff: -.infinity) == .solved ? sifting.duals : nil
    #endif
  }
}

/// Gathers bounds from several threads.
private final class BoundBoard: Sendable {
  private let state = Mutex<[UInt64: Double]>([:])

  func note(_ combination: UInt64, _ bound: Double) { state.withLock { $0[combination] = bound } }

  var bounds: [UInt64: Double] { state.withLock { $0 } }
}
