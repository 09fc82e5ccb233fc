extension ReducedProgram {
  /// Frees rows that every selection meets, drops columns that no selection can contain, and notices
  /// rows that none can meet.
  ///
  /// Reason: at most one column of a group is selected, so a row's activity lies between the sums of
  /// each group's least and greatest coefficient. A brand of three styles needs no "at most three".
  /// Runs until nothing changes, at most `rounds` times, each linear in the non-zeros.
  mutating func tightenByActivity(rounds: Int = 3) {
    let order = columnsByGroup()
    for _ in 0..<rounds where !isInfeasible {
      let ranges = activityRanges(order)
      if pace.mustStop() { return }
      for row in 0..<program.rowCount where isHard(row) && !isFree(row) {
        let (least, greatest) = (ranges.least[row], ranges.greatest[row])
        let hair = ranges.hair(row)
        if greatest < program.lower[row] - hair || least > program.upper[row] + hair {
          isInfeasible = true
          return
        }
        if least >= program.lower[row] { program.lower[row] = -.infinity }
        if greatest <= program.upper[row] { program.upper[row] = .infinity }
        if isFree(row) { isIntegral[row] = false }
      }
      if !dropImpossibleColumns(ranges) { return }
    }
  }

  struct ActivityRanges {
    /// Sums over the groups of the least and greatest coefficient, or 0.
    var least: [Double]
    var greatest: [Double]
    /// Least and greatest coefficient, or 0.
    var leastCoefficient: [Double]
    var greatestCoefficient: [Double]

    /// Sums of doubles: a hair of slack keeps every decision on the safe side.
    func hair(_ row: Int) -> Double { 1e-9 * max(1, abs(least[row]), abs(greatest[row])) }
  }

  /// Columns in the order of their groups, those without one at the end, each a group of its own.
  func columnsByGroup() -> [Int32] {
    var starts = [Int](repeating: 0, count: program.groupCount + 2)
    for group in program.group { starts[group < 0 ? program.groupCount + 1 : Int(group) + 1] += 1 }
    starts[program.groupCount + 1] = 0
    for group in 0..<program.groupCount { starts[group + 1] += starts[group] }
    var order = [Int32](repeating: 0, count: program.columnCount)
    var next = starts
    next[program.groupCount + 1] = starts[program.groupCount]
    for column in 0..<program.columnCount {
      let bucket = program.group[column] < 0 ? program.groupCount + 1 : Int(program.group[column])
      order[next[bucket]] = Int32(column)
      next[bucket] += 1
    }
    return order
  }

  func activityRanges(_ order: [Int32]) -> ActivityRanges {
    let zeros = [Double](repeating: 0, count: program.rowCount)
    var ranges = ActivityRanges(
      least: zeros, greatest: zeros, leastCoefficient: zeros, greatestCoefficient: zeros)
    var groupLeast = zeros
    var groupGreatest = zeros
    var touched: [Int] = []
    var lastGroup: Int32 = -1
    program.withUnsafeEntries { rows, coefficients in
      func closeGroup() {
        for row in touched {
          ranges.least[row] += groupLeast[row]
          ranges.greatest[row] += groupGreatest[row]
          ranges.leastCoefficient[row] = min(ranges.leastCoefficient[row], groupLeast[row])
          ranges.greatestCoefficient[row] = max(ranges.greatestCoefficient[row], groupGreatest[row])
          groupLeast[row] = 0
          groupGreatest[row] = 0
        }
        touched.removeAll(keepingCapacity: true)
      }
      for slice in pace.slices(order.count) {
        for column in order[slice] where !isDropped[Int(column)] {
          let group = program.group[Int(column)]
          if group < 0 || group != lastGroup {
            closeGroup()
            lastGroup = group
          }
          for position in program.columnStart[Int(column)]..<program.columnStart[Int(column) + 1] {
            let row = Int(rows[position])
            let value = coefficients[position]
            if groupLeast[row] == 0, groupGreatest[row] == 0 { touched.append(row) }
            if value < groupLeast[row] { groupLeast[row] = value }
            if value > groupGreatest[row] { groupGreatest[row] = value }
          }
        }
      }
      closeGroup()
    }
    return ranges
  }

  /// A column is impossible where it alone, with the best of every other group, misses a hard row.
  private mutating func dropImpossibleColumns(_ ranges: ActivityRanges) -> Bool {
    // The group's own part of the sums is at most (or least) 0: leaving it in is safe.
    var most = [Double](repeating: .infinity, count: program.rowCount)
    var least = [Double](repeating: -.infinity, count: program.rowCount)
    var isTight = false
    for row in 0..<program.rowCount where isHard(row) {
      most[row] = max(0, program.upper[row] - ranges.least[row] + ranges.hair(row))
      least[row] = min(0, program.lower[row] - ranges.greatest[row] - ranges.hair(row))
      if ranges.greatestCoefficient[row] > most[row] || ranges.leastCoefficient[row] < least[row] {
        isTight = true
      }
    }
    guard isTight else { return false }
    var impossible: [Int] = []
    program.withUnsafeEntries { rows, coefficients in
      for slice in pace.slices(program.columnCount) {
        for column in slice where !isDropped[column] {
          for position in program.columnStart[column]..<program.columnStart[column + 1] {
            let row = Int(rows[position])
            if coefficients[position] > most[row] || coefficients[position] < least[row] {
              impossible.append(column)
              break
            }
          }
        }
      }
    }
    for column in impossible { isDropped[column] = true }
    return !impossible.isEmpty
  }
}

extension Program {
  /// Rows and coefficients of all entries without bounds checks, for passes over millions of them.
  func withUnsafeEntries<Result>(
    _ body: (UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Double>) -> Result
  ) -> Result {
    rowIndex.withUnsafeBufferPointer { rows in
      coefficient.withUnsafeBufferPointer { coefficients in body(rows, coefficients) }
    }
  }
}
