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
    var nonzeros = 0
    program.withUnsafeEntries { rows, _ in
      for slice in pace.slices(kept.count) {
        for column in kept[slice] {
          let entries = program.entries(of: Int(column))
          nonzeros += entries.count
          for position in entries { newRow[Int(rows[position])] = 0 }
        }
      }
    }
    var narrowed = Program()
    for row in 0..<program.rowCount
    where newRow[row] == 0 || program.lower[row] > 0 || program.upper[row] < 0 {
      newRow[row] = Int32(
        narrowed.addRow(
          lower: program.lower[row], upper: program.upper[row], penalty: program.penalty[row]))
    }
    narrowed.reserveCapacity(columns: kept.count, nonzeros: nonzeros)
    var newGroup = [Int32](repeating: -1, count: program.groupCount)
    program.withUnsafeEntries { rows, coefficients in
      for slice in pace.slices(kept.count) {
        for column in kept[slice] {
          var group = program.group[Int(column)]
          if group >= 0 {
            if newGroup[Int(group)] < 0 {
              newGroup[Int(group)] = Int32(narrowed.groupCount)
              narrowed.groupCount += 1
            }
            group = newGroup[Int(group)]
          }
          narrowed.group.append(group)
          narrowed.objective.append(program.objective[Int(column)])
          for position in program.entries(of: Int(column)) {
            narrowed.rowIndex.append(newRow[Int(rows[position])])
            narrowed.coefficient.append(coefficients[position])
          }
          narrowed.columnStart.append(narrowed.rowIndex.count)
        }
      }
    }
    narrowed.comparedSums = program.comparedSums?.renumbered(newRow: newRow, original: kept)
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
    let most = whole.columnCount / 2
    let kept = pricing.survivors(whole, cutoff: cutoff, atMost: most, pace: pace)
    if mustStop() || kept.count > most { return nil }
    noteExclusions()
    return Narrowing(program, keeping: kept.map { whole.original[$0] }.sorted(), pace: pace)
  }

  /// The given program without the columns that are never needed; `nil` where they are few.
  ///
  /// Reason: where thousands of styles tie, no reduced cost excludes them, and every reduction would pass over all.
  func thinned() -> Narrowing? {
    if mustStop() { return nil }
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
    // What was stopped is not worth laying out: whoever asks for it stops too.
    if mustStop() { return GroupedProgram(ReducedProgram(Program())) }
    var grouped = GroupedProgram(reduced)
    if let narrowing { grouped.rename(narrowing.original) }
    return grouped
  }
}
