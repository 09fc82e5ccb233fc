extension ReducedProgram {
  /// Makes coefficients of one-sided rows as small as they can be without letting in another selection.
  ///
  /// Reason: "at most 20 of these, and only with the promotion on" is `sum - 20 switch <= 0`; where no more
  /// than 12 styles can have the promotion, `sum - 12 switch <= 0` says the same of whole selections and far
  /// more of the relaxation (Savelsbergh 1994). With groups: let D be how far the row's greatest activity lies
  /// above its bound. Where a group adds less than its greatest coefficient less D, the row holds whatever the
  /// others add, so it may as well add just that.
  mutating func tightenCoefficients() {
    let order = columnsByGroup()
    let ranges = activityRanges(order)
    if pace.mustStop() { return }
    var excess = [Double](repeating: 0, count: program.rowCount)
    for row in 0..<program.rowCount where isHard(row) && self.excess[row] == 0 {
      // By how much each side can be missed; a group can be tightened where its reach is greater.
      let range = ranges[row]
      let above = range.greatest - program.upper[row]
      let below = program.lower[row] - range.least
      let reach = range.greatestCoefficient - range.leastCoefficient
      if program.lower[row] == -.infinity, above > 0, reach > above + range.hair { excess[row] = above }
      if program.upper[row] == .infinity, below > 0, reach > below + range.hair { excess[row] = -below }
    }
    guard excess.contains(where: { $0 != 0 }) else { return }
    let left = order.filter { !isDropped[Int($0)] }
    var start = 0
    var lastAsked = 0
    while start < left.count {
      if start - lastAsked > 1 << 14 {
        if pace.mustStop() { return }
        lastAsked = start
      }
      let group = program.group[Int(left[start])]
      var end = start + 1
      while group >= 0, end < left.count, program.group[Int(left[end])] == group { end += 1 }
      tighten(left[start..<end], excess, ranges)
      start = end
    }
  }

  /// - Parameter excess: of each row to be tightened by how much its greatest activity is too great, or less
  ///   than 0, by how much its least is too small; 0 for the other rows.
  private mutating func tighten(_ members: ArraySlice<Int32>, _ excess: [Double], _ ranges: [ActivityRange]) {
    var positions: [Int32: [Int]] = [:]
    for column in members {
      for position in program.entries(of: Int(column)) where excess[Int(program.rowIndex[position])] != 0 {
        positions[program.rowIndex[position], default: []].append(position)
      }
    }
    for (row, positions) in positions {
      // A row that asks for at least is one that asks for at most of what is negative.
      let sign: Double = excess[Int(row)] > 0 ? 1 : -1
      let greatest = positions.reduce(0) { max($0, sign * program.coefficient[$1]) }
      // Sums of doubles: a hair less, unless they are whole numbers.
      let hair = isIntegral[Int(row)] ? 0 : ranges[Int(row)].hair
      let idle = greatest - abs(excess[Int(row)]) - hair
      let shift = max(0, idle)
      for position in positions {
        program.coefficient[position] = sign * (max(sign * program.coefficient[position], idle) - shift)
      }
      if sign > 0 { program.upper[Int(row)] -= shift } else { program.lower[Int(row)] += shift }
    }
  }
}
