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
        let (least, greatest) = (ranges[row].least, ranges[row].greatest)
        let hair = ranges[row].hair
        if greatest < program.lower[row] - hair || least > program.upper[row] + hair {
          isInfeasible = true
          return
        }
        if least >= program.lower[row] + excess[row] { program.lower[row] = -.infinity }
        if greatest <= program.upper[row] - excess[row] { program.upper[row] = .infinity }
        if isFree(row) { isIntegral[row] = false }
      }
      if !dropImpossibleColumns(ranges) { return }
    }
  }

  /// What a row's activity can come to.
  struct ActivityRange {
    /// Sums over the groups of the least and greatest coefficient, or 0.
    var least = 0.0
    var greatest = 0.0
    /// Least and greatest coefficient, or 0.
    var leastCoefficient = 0.0
    var greatestCoefficient = 0.0

    /// Sums of doubles: a hair of slack keeps every decision on the safe side.
    var hair: Double { 1e-9 * max(1, abs(least), abs(greatest)) }
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

  /// What every row's activity can come to.
  /// - Parameter order: the columns by their groups.
  func activityRanges(_ order: [Int32]) -> [ActivityRange] {
    /// A row's range so far, and what the group at hand can add to it.
    struct Cell {
      var range = ActivityRange()
      var groupLeast = 0.0
      var groupGreatest = 0.0

      mutating func closeGroup() {
        range.least += groupLeast
        range.greatest += groupGreatest
        range.leastCoefficient = min(range.leastCoefficient, groupLeast)
        range.greatestCoefficient = max(range.greatestCoefficient, groupGreatest)
        groupLeast = 0
        groupGreatest = 0
      }
    }
    var cells = [Cell](repeating: Cell(), count: program.rowCount)
    // The rows that the group at hand has entries in.
    var touched = [Int32](repeating: 0, count: program.rowCount)
    cells.withUnsafeMutableBufferPointer { cells in
      touched.withUnsafeMutableBufferPointer { touched in
        program.withUnsafeEntries { rows, coefficients in
          var touchedCount = 0
          var lastGroup: Int32 = -1
          for slice in pace.slices(order.count, of: 1 << 15) {
            for column in order[slice] where !isDropped[Int(column)] {
              let group = program.group[Int(column)]
              if group < 0 || group != lastGroup {
                for index in 0..<touchedCount { cells[Int(touched[index])].closeGroup() }
                touchedCount = 0
                lastGroup = group
              }
              for position in program.columnStart[Int(column)]..<program.columnStart[Int(column) + 1] {
                let row = Int(rows[position])
                let value = coefficients[position]
                if cells[row].groupLeast == 0, cells[row].groupGreatest == 0 {
                  if value == 0 { continue }
                  touched[touchedCount] = Int32(row)
                  touchedCount += 1
                }
                if value < cells[row].groupLeast { cells[row].groupLeast = value }
                if value > cells[row].groupGreatest { cells[row].groupGreatest = value }
              }
            }
          }
          for index in 0..<touchedCount { cells[Int(touched[index])].closeGroup() }
        }
      }
    }
    return cells.map(\.range)
  }

  /// A column is impossible where it alone, with the best of every other group, misses a hard row.
  private mutating func dropImpossibleColumns(_ ranges: [ActivityRange]) -> Bool {
    // The group's own part of the sums is at most (or least) 0: leaving it in is safe.
    var most = [Double](repeating: .infinity, count: program.rowCount)
    var least = [Double](repeating: -.infinity, count: program.rowCount)
    var isTight = false
    for row in 0..<program.rowCount where isHard(row) {
      let range = ranges[row]
      most[row] = max(0, program.upper[row] - range.least + range.hair)
      least[row] = min(0, program.lower[row] - range.greatest - range.hair)
      if range.greatestCoefficient > most[row] || range.leastCoefficient < least[row] {
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
