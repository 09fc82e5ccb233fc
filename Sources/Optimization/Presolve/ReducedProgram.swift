/// A program on its way through the reductions, each of which is a method in a file of its own.
///
/// Columns keep their indices, so a selection of the reduced program is one of the given program. Bounds are widened by
/// the tolerance first; no selection that the given program takes is lost, and whoever finds one checks it against
/// the given program.
struct ReducedProgram {
  var program: Program
  /// Whether the row is hard and its activity a whole number in every selection; its bounds are then
  /// whole numbers too, rounded inward.
  var isIntegral: [Bool]
  /// By how much the bounds of a row let in more than the given program does, which measures what may be missed by the
  /// selection itself (`ComparedSums`); 0 where they let in the same.
  var excess: [Double]
  /// Columns that no selection worth having contains.
  var isDropped: [Bool]
  /// Set by a reduction that proves that no selection meets every hard row.
  var isInfeasible = false
  /// Where it stops a reduction, the program is no good any more.
  let pace: Pace

  /// Takes the program over and widens every hard row by its tolerance, once and for all.
  init(_ program: Program, pace: Pace = Pace()) {
    self.program = program
    self.pace = pace
    isIntegral = Array(repeating: false, count: program.rowCount)
    isDropped = Array(repeating: false, count: program.columnCount)
    excess = Array(repeating: 0, count: program.rowCount)
    for row in 0..<program.rowCount where program.penalty[row] == .infinity {
      let (lower, upper) = (program.lower[row], program.upper[row])
      if lower != -.infinity { self.program.lower[row] = lower - tolerance(row, bound: lower) }
      if upper != .infinity { self.program.upper[row] = upper + tolerance(row, bound: upper) }
    }
  }

  /// How far a bound is widened.
  private mutating func tolerance(_ row: Int, bound: Double) -> Double {
    let widest = RowTolerance.widest(size: program.greatestSize(ofRow: row, bound: bound))
    if program.comparedSums?.rows[row] != nil { excess[row] = widest - RowTolerance.ofSize(bound) }
    return widest
  }

  /// Whether columns that every row sees as the same may differ in what a row lets them miss.
  var hidesSums: Bool {
    guard let known = program.comparedSums?.rows else { return false }
    return known.contains { excess[$0.key] > 0 && $0.value.isHidden && !isFree($0.key) }
  }

  /// Every reduction in the order in which one opens the way to the next.
  static func presolved(_ program: Program, pace: Pace = Pace()) -> ReducedProgram {
    var reduced = ReducedProgram(program, pace: pace)
    let reductions: [(inout ReducedProgram) -> Void] = [
      { $0.splitSoftSwitches() },
      { $0.scaleToIntegers() },
      { if $0.homogenise() { $0.scaleToIntegers() } },
      { $0.mergeLookAlikes() },
      { $0.tightenByActivity() },
      { $0.tightenCoefficients() },
    ]
    for reduce in reductions where !reduced.isInfeasible && !pace.mustStop() { reduce(&reduced) }
    // A pass that was stopped proves nothing.
    if pace.mustStop() { reduced.isInfeasible = false }
    return reduced
  }

  func isHard(_ row: Int) -> Bool { program.penalty[row] == .infinity }

  func isFree(_ row: Int) -> Bool { program.lower[row] == -.infinity && program.upper[row] == .infinity }
}
