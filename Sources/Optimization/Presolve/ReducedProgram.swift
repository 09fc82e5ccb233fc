/// A program on its way through the reductions, each of which is a method in a file of its own.
///
/// Columns keep their indices, so a selection of the reduced program is one of the given program. A
/// reduction may let in selections that the given program refuses by a hair (bounds are widened by the
/// tolerance first), never the reverse; whoever finds a selection checks it against the given program.
struct ReducedProgram {
  var program: Program
  /// Whether the row is hard and its activity a whole number in every selection; its bounds are then
  /// whole numbers too, rounded inward.
  var isIntegral: [Bool]
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
    for row in 0..<program.rowCount where program.penalty[row] == .infinity {
      let (lower, upper) = (program.lower[row], program.upper[row])
      if lower != -.infinity { self.program.lower[row] = lower - Program.tolerance(ofBound: lower) }
      if upper != .infinity { self.program.upper[row] = upper + Program.tolerance(ofBound: upper) }
    }
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
