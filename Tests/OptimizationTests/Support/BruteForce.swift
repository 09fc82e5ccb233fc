import Optimization

/// The best net value over every selection there is, or `nil` where none meets every hard row. Written
/// from the program's definition, sharing no code with it.
/// - Parameter forced: a column that must be in.
func bruteForce(_ program: Program, with forced: Int? = nil) -> Double? {
  var best: Double?
  var activity = [Double](repeating: 0, count: program.rowCount)
  var groupTaken = [Bool](repeating: false, count: program.groupCount)

  func visit(_ column: Int, _ gain: Double) {
    guard column < program.columnCount else {
      var value = gain
      for row in 0..<program.rowCount {
        let (lower, upper) = (program.lower[row], program.upper[row])
        let miss = Swift.max(0, lower - activity[row], activity[row] - upper)
        if program.penalty[row] < .infinity {
          value -= program.penalty[row] * miss
        } else if miss > 0 {
          let bound = activity[row] < lower ? lower : upper
          if miss > 1e-6 * Swift.max(1, abs(bound)) { return }
        }
      }
      best = Swift.max(best ?? -.infinity, value)
      return
    }
    if column != forced { visit(column + 1, gain) }
    let group = Int(program.group[column])
    if group >= 0, groupTaken[group] { return }
    let entries = program.columnStart[column]..<program.columnStart[column + 1]
    let before = activity
    for position in entries { activity[Int(program.rowIndex[position])] += program.coefficient[position] }
    if group >= 0 { groupTaken[group] = true }
    visit(column + 1, gain + program.objective[column])
    if group >= 0 { groupTaken[group] = false }
    activity = before
  }

  visit(0, 0)
  return best
}
