extension ReducedProgram {
  /// Splits a soft row that lets in nothing without a switch, or asks for everything with it, into one for each group.
  ///
  /// Reason: of "all three or none", missed by the fewer that are on or off, the relaxation has one of three on, the
  /// switch on by a third, and misses nothing. Whole selections miss `a + b + c - 3 z <= 0` by as much as the three rows
  /// `a - z <= 0`, ... together, and `3 z - a - b - c <= 0` by as much as `z - a <= 0`, ...; the relaxation does not.
  mutating func splitSoftSwitches() {
    let rows = (0..<program.rowCount).filter(isOneSidedAroundNothing)
    guard !rows.isEmpty else { return }
    let entries = entries(of: rows)
    var parts: [SideRow] = []
    for row in rows {
      // The row as "at most nothing".
      let sign: Double = program.upper[row] == 0 ? 1 : -1
      guard let found = split(entries[row] ?? [], sign, penalty: program.penalty[row]) else { continue }
      parts += found
      program.lower[row] = -.infinity
      program.upper[row] = .infinity
    }
    program = program.adding(parts)
    isIntegral += Array(repeating: false, count: parts.count)
    excess += Array(repeating: 0, count: parts.count)
  }

  private func isOneSidedAroundNothing(_ row: Int) -> Bool {
    !isHard(row)
      && (program.lower[row] == -.infinity && program.upper[row] == 0
        || program.lower[row] == 0 && program.upper[row] == .infinity)
  }

  private typealias Entry = (column: Int32, coefficient: Double)

  /// Of rows in which one column alone has its sign.
  private func entries(of rows: [Int]) -> [Int: [Entry]] {
    var counts = [(negative: Int, positive: Int)?](repeating: nil, count: program.rowCount)
    for row in rows { counts[row] = (0, 0) }
    for slice in pace.slices(program.nonzeroCount, of: 1 << 19) {
      for position in slice {
        let row = Int(program.rowIndex[position])
        guard counts[row] != nil else { continue }
        if program.coefficient[position] < 0 {
          counts[row]?.negative += 1
        } else {
          counts[row]?.positive += 1
        }
      }
    }
    var entries: [Int: [Entry]] = [:]
    for row in rows where counts[row].map({ $0.negative == 1 || $0.positive == 1 }) == true {
      entries[row] = []
    }
    guard !entries.isEmpty else { return [:] }
    for slice in pace.slices(program.columnCount) {
      for column in slice {
        for position in program.entries(of: column) where counts[Int(program.rowIndex[position])] != nil {
          entries[Int(program.rowIndex[position])]?.append((Int32(column), program.coefficient[position]))
        }
      }
    }
    return entries
  }

  /// The rows that stand for `sign * sum <= 0`; `nil` where it is no row of a switch.
  private func split(_ entries: [Entry], _ sign: Double, penalty: Double) -> [SideRow]? {
    let negative = entries.filter { sign * $0.coefficient < 0 }
    let positive = entries.filter { sign * $0.coefficient > 0 }
    // What the switch makes room for, or what it asks for.
    for (own, others, asks) in [(negative, positive, false), (positive, negative, true)] {
      guard own.count == 1, others.count > 1, let switchEntry = own.first else { continue }
      let groups = Dictionary(grouping: others) { entry in
        let group = program.group[Int(entry.column)]
        return group < 0 ? ~Int(entry.column) : Int(group)
      }.sorted { $0.key < $1.key }.map(\.value)
      let amounts = groups.map { group in group.reduce(0) { max($0, abs($1.coefficient)) } }
      let sum = amounts.reduce(0, +)
      let room = abs(switchEntry.coefficient)
      let switchGroup = program.group[Int(switchEntry.column)]
      guard groups.count > 1,
        switchGroup < 0 || !others.contains(where: { program.group[Int($0.column)] == switchGroup }),
        asks ? room == sum : room >= sum,
        !asks
          || zip(groups, amounts).allSatisfy({ group, amount in
            group.allSatisfy { abs($0.coefficient) == amount }
          })
      else { continue }
      return zip(groups, amounts).map { group, amount in
        SideRow(
          upper: 0, penalty: penalty,
          entries: group.map { ($0.column, sign * $0.coefficient) }
            + [(switchEntry.column, asks ? amount : -amount)])
      }
    }
    return nil
  }
}
