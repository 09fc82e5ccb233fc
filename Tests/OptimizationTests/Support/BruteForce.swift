import Optimization

/// The best net value over every selection there is, or `nil` where none meets every hard row. Written
/// from the program's definition, sharing no code with it.
/// - Parameter forced: a column that must be in.
func bruteForce(_ program: Program, with forced: Int? = nil) -> Double? {
  bestSelection(program, with: forced).value
}

/// The best net value as above, and whether a selection lies so near to the tolerance of a row that the rounding of its sums
/// decides on it.
func bestSelection(_ program: Program, with forced: Int? = nil) -> (value: Double?, isBorderline: Bool) {
  var best: Double?
  var isBorderline = false
  var chosen: [Int32] = []
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
          var size = abs(activity[row] < lower ? lower : upper)
          if let compared = program.comparedSums, compared.rows[row] != nil {
            let side = chosen.reduce(0) { $0 + compared.side($1, row) }
            size = Swift.max(size, abs(side), abs(side + activity[row]))
          }
          let tolerance = 1e-6 * Swift.max(1, size)
          if abs(miss / tolerance - 1) < 1e-7 { isBorderline = true }
          if miss > tolerance { return }
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
    chosen.append(Int32(column))
    visit(column + 1, gain + program.objective[column])
    chosen.removeLast()
    if group >= 0 { groupTaken[group] = false }
    activity = before
  }

  visit(0, 0)
  return (best, isBorderline)
}
