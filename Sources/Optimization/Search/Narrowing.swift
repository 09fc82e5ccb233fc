/// A large program cut down to the columns that a better selection than one at hand may contain.
///
/// Reason: a reduction passes over every non-zero several times and writes most of them anew; a relaxation
/// needs only sums over them. So the relaxation of the program as given comes first, a local search finds a
/// first selection, and the duals' bound shows of nearly every column that no better selection contains it
/// (fixing by reduced cost). The reductions then have a few thousand columns left.
struct Narrowing {
  /// What is left of the program; rows without a column that nothing selected meets are gone.
  var program: Program
  /// The column of the given program that each column stands for.
  var original: [Int32]

  /// A program of fewer columns is reduced sooner than narrowed.
  static let leastColumns = 60_000

  /// - Parameter kept: columns, ascending.
  init(_ program: Program, keeping kept: [Int32], pace: Pace = Pace()) {
    var newRow = [Int32](repeating: -1, count: program.rowCount)
    for column in kept {
      for position in program.entries(of: Int(column)) { newRow[Int(program.rowIndex[position])] = 0 }
    }
    var narrowed = Program()
    for row in 0..<program.rowCount
    where newRow[row] == 0 || program.lower[row] > 0 || program.upper[row] < 0 {
      newRow[row] = Int32(
        narrowed.addRow(
          lower: program.lower[row], upper: program.upper[row], penalty: program.penalty[row]))
    }
    var newGroup: [Int32: Int32] = [:]
    for slice in pace.slices(kept.count) {
      for column in kept[slice] {
        let group = program.group[Int(column)]
        if group >= 0, newGroup[group] == nil { newGroup[group] = Int32(newGroup.count) }
        narrowed.addColumn(
          objective: program.objective[Int(column)], group: newGroup[group] ?? -1,
          entries: program.entries(of: Int(column)).map {
            (newRow[Int(program.rowIndex[$0])], program.coefficient[$0])
          })
      }
    }
    self.program = narrowed
    original = kept
  }
}

extension SearchControl {
  var isLarge: Bool { treatsAsLarge || program.columnCount >= Narrowing.leastColumns }

  /// The given program without the columns that no selection better than the incumbent contains.
  ///
  /// - Parameters:
  ///   - whole: the given program, nothing reduced.
  ///   - pricing: of it, at any duals.
  /// - Returns: `nil` where so many columns are left that it is not worth its copy.
  func narrowing(_ whole: GroupedProgram, _ pricing: Pricing) -> Narrowing? {
    let kept = whole.survivors(pricing, cutoff: cutoff)
    if kept.count > whole.columnCount / 2 { return nil }
    noteExclusions()
    return Narrowing(program, keeping: kept.map { whole.original[$0] }.sorted(), pace: pace)
  }

  /// The given program without the columns that are never needed; `nil` where they are few.
  ///
  /// Reason: where thousands of styles tie, no reduced cost excludes them, and every reduction would pass over all.
  func thinned() -> Narrowing? {
    var merged = ReducedProgram(program, pace: pace)
    merged.mergeLookAlikes()
    if mustStop() { return nil }
    let kept = merged.undominatedColumns()
    if mustStop() || kept.count > program.columnCount / 2 && !treatsAsLarge { return nil }
    return Narrowing(program, keeping: kept.map { Int32($0) }, pace: pace)
  }

  /// The given program after every reduction, ready to be searched; `nil` where it is infeasible.
  func reduced(_ narrowing: Narrowing?) -> GroupedProgram? {
    let reduced = ReducedProgram.presolved(narrowing?.program ?? program, pace: pace)
    if reduced.isInfeasible { return nil }
    var grouped = GroupedProgram(reduced)
    if let narrowing { grouped.rename(narrowing.original) }
    return grouped
  }
}

extension GroupedProgram {
  /// The columns that a selection better than the cutoff may contain, ascending.
  func survivors(_ pricing: Pricing, cutoff: Double) -> [Int] {
    (0..<columnCount).filter { pricing.bound - pricing.loss($0, self) > cutoff }
  }
}
