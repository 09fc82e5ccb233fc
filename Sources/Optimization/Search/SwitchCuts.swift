/// Rows "at most 20 of these, and only with the promotion on" written as `sum - 20 switch <= 0`.
///
/// Their relaxation switches a promotion on by a twentieth for every style. What is implied, and what
/// closes most of that gap, is that no group has a promoted style without the whole switch:
/// `sum over the group - switch <= 0`. There are too many of these to state, so they are added where
/// the relaxation breaks them (implied bounds; Savelsbergh 1994).
struct SwitchRows: Sendable {
  /// A switch and, in ascending order, the columns that need it.
  private let switches: [(column: Int, needing: [Int])]

  /// Finds hard rows of which one column alone has the sign that makes room for the others.
  init(_ program: GroupedProgram) {
    var counts = [(negative: Int, positive: Int)](repeating: (0, 0), count: program.rowCount)
    for position in program.rowIndex.indices {
      let row = Int(program.rowIndex[position])
      if program.coefficient[position] < 0 { counts[row].negative += 1 } else { counts[row].positive += 1 }
    }
    // The sign of the switch, for rows that have one; the others' sign then is the opposite.
    let sign: [Double] = (0..<program.rowCount).map { row in
      guard program.penalty[row] == .infinity else { return 0 }
      if program.upper[row] < .infinity, counts[row].negative == 1, counts[row].positive > 1 { return -1 }
      if program.lower[row] > -.infinity, counts[row].positive == 1, counts[row].negative > 1 { return 1 }
      return 0
    }
    var switchOf = [Int](repeating: -1, count: program.rowCount)
    var needing = [[Int]](repeating: [], count: program.rowCount)
    for column in 0..<program.columnCount {
      for position in program.entries(of: column) where sign[Int(program.rowIndex[position])] != 0 {
        let row = Int(program.rowIndex[position])
        let value = program.coefficient[position]
        // With the switch off the row is sum <= upper (or sum >= lower): too little for this column?
        let room = sign[row] < 0 ? program.upper[row] : -program.lower[row]
        if value * sign[row] > 0 {
          switchOf[row] = column
        } else if abs(value) > room + 1e-9 * max(1, abs(room)) {
          needing[row].append(column)
        }
      }
    }
    switches = (0..<program.rowCount).compactMap { row in
      switchOf[row] >= 0 && !needing[row].isEmpty ? (switchOf[row], needing[row]) : nil
    }
  }

  var isEmpty: Bool { switches.isEmpty }

  /// The implied rows that the values break, most broken first.
  func broken(
    _ program: GroupedProgram, active: [Int32], values: [Double], limit: Int
  ) -> [GroupedProgram.NewRow] {
    var value = [Double](repeating: 0, count: program.columnCount)
    for (column, activeValue) in zip(active, values) { value[Int(column)] = activeValue }
    var found = LargestFew<GroupedProgram.NewRow>(limit: limit)
    for (switchColumn, needing) in switches {
      var start = 0
      while start < needing.count {
        let group = program.group[needing[start]]
        var end = start
        var sum = 0.0
        while end < needing.count, program.group[needing[end]] == group {
          sum += value[needing[end]]
          end += 1
        }
        let excess = sum - value[switchColumn]
        if excess > 1e-3, program.group[switchColumn] != group {
          var entries = needing[start..<end].map { (column: Int32($0), coefficient: 1.0) }
          entries.append((column: Int32(switchColumn), coefficient: -1))
          found.insert(GroupedProgram.NewRow(entries: entries, upper: 0), excess)
        }
        start = end
      }
    }
    return found.elements
  }
}
