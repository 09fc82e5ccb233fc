/// The linear relaxation over the columns taken in so far, warm from solve to solve: what sifting asks of an LP
/// solver.
///
/// Every row is elastic: what it misses costs its penalty, a hard row's being a price that is raised until it
/// holds or the bound proves that it cannot. So there is always a solution, and with it duals.
protocol RestrictedRelaxation: AnyObject {
  associatedtype Failure: Error

  /// The columns taken in, in that order.
  var active: [Int32] { get }
  /// Where each column of the program is in `active`, or -1.
  var position: [Int32] { get }
  /// Of the simplex method so far.
  var iterations: Int { get }

  /// Takes a column in, unless it is already.
  func activate(_ column: Int) throws(Failure)

  /// Goes on from the last basis.
  /// - Parameter cutoff: a value not above which the relaxation need not be solved to its end.
  func solve(_ control: SearchControl, cutoff: Double) throws(Failure) -> RelaxationOutcome

  /// Duals of the program's rows.
  func duals() -> [Double]

  /// Values of the columns taken in, in the order of `active`, within 0 and 1.
  func activeValues() -> [Double]

  /// The hard rows that the last relaxation misses.
  func missedHardRows() -> [Int]

  /// Raises the price of missing rows.
  /// - Returns: whether that was still possible.
  func raisePrice(of rows: [Int]) throws(Failure) -> Bool
}

enum RelaxationOutcome {
  case solved
  /// The relaxation over the columns taken in is not worth the cutoff; its duals say so.
  case belowCutoff
  /// The search must stop.
  case stopped
}
