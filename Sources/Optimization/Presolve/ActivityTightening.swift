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
      let (least, greatest) = activityRanges(order)
      var freed = false
      for row in 0..<program.rowCount where isHard(row) && !isFree(row) {
        // Sums of doubles: a hair of slack keeps every decision on the safe side.
        let hair = 1e-9 * max(1, abs(least[row]), abs(greatest[row]))
        if greatest[row] < program.lower[row] - hair || least[row] > program.upper[row] + hair {
          isInfeasible = true
          return
        }
        if least[row] >= program.lower[row] { program.lower[row] = -.infinity }
        if greatest[row] <= program.upper[row] { program.upper[row] = .infinity }
        if isFree(row) {
          freed = true
          isIntegral[row] = false
        }
      }
      let dropped = dropImpossibleColumns(order, least: least, greatest: greatest)
      if !dropped && !freed { return }
    }
  }

  /// Columns in the order of their groups, those without one at the end, each a group of its own.
  private func columnsByGroup() -> [Int32] {
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

  /// Calls `body` with the columns of each group that are still there.
  private func forEachGroup(_ order: [Int32], _ body: (ArraySlice<Int32>) -> Void) {
    var start = 0
    while start < order.count {
      let group = program.group[Int(order[start])]
      var end = start + 1
      while end < order.count, group >= 0, program.group[Int(order[end])] == group { end += 1 }
      body(order[start..<end])
      start = end
    }
  }

  private func activityRanges(_ order: [Int32]) -> (least: [Double], greatest: [Double]) {
    var least = [Double](repeating: 0, count: program.rowCount)
    var greatest = least
    var groupLeast = least
    var groupGreatest = least
    var touched: [Int32] = []
    forEachGroup(order) { columns in
      for column in columns where !isDropped[Int(column)] {
        for position in program.columnStart[Int(column)]..<program.columnStart[Int(column) + 1] {
          let row = Int(program.rowIndex[position])
          let value = program.coefficient[position]
          if groupLeast[row] == 0, groupGreatest[row] == 0 { touched.append(Int32(row)) }
          groupLeast[row] = min(groupLeast[row], value)
          groupGreatest[row] = max(groupGreatest[row], value)
        }
      }
      for row in touched {
        least[Int(row)] += groupLeast[Int(row)]
        greatest[Int(row)] += groupGreatest[Int(row)]
        groupLeast[Int(row)] = 0
        groupGreatest[Int(row)] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
    return (least, greatest)
  }

  /// A column is impossible where it alone, with the best of every other group, misses a hard row.
  private mutating func dropImpossibleColumns(
    _ order: [Int32], least: [Double], greatest: [Double]
  ) -> Bool {
    var impossible: [Int32] = []
    for column in order where !isDropped[Int(column)] {
      for position in program.columnStart[Int(column)]..<program.columnStart[Int(column) + 1] {
        let row = Int(program.rowIndex[position])
        guard isHard(row) else { continue }
        let value = program.coefficient[position]
        let hair = 1e-9 * max(1, abs(least[row]), abs(greatest[row]))
        // The group's own part of `least` is at most 0, of `greatest` at least 0: leaving it in is safe.
        if value > 0, value + least[row] > program.upper[row] + hair {
          impossible.append(column)
          break
        }
        if value < 0, value + greatest[row] < program.lower[row] - hair {
          impossible.append(column)
          break
        }
      }
    }
    for column in impossible { isDropped[Int(column)] = true }
    return !impossible.isEmpty
  }
}
