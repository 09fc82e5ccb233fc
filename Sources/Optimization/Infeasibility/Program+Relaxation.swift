/// Programs derived from a program by other bounds, penalties or objective. Entries are shared.
extension Program {
  /// The program with these rows asking for nothing.
  package func relaxing(_ rows: some Sequence<Int>) -> Program {
    var relaxed = self
    for row in rows {
      relaxed.lower[row] = -.infinity
      relaxed.upper[row] = .infinity
      relaxed.penalty[row] = .infinity
    }
    return relaxed
  }

  /// The program with other bounds for a row.
  package func bounding(_ row: Int, lower: Double, upper: Double) -> Program {
    var bounded = self
    bounded.lower[row] = lower
    bounded.upper[row] = upper
    return bounded
  }

  /// Makes a row hard, with a range that lies so far outside its own.
  package mutating func allow(row: Int, missing miss: Double) {
    lower[row] -= miss
    upper[row] += miss
    penalty[row] = .infinity
  }

  /// The program with another objective, one number a column.
  package func maximising(_ objective: [Double]) -> Program {
    var other = self
    other.objective = objective
    return other
  }

  /// The question whether there is a selection at all: no objective, soft rows asking for nothing.
  package var feasibility: Program {
    relaxing((0..<rowCount).filter { penalty[$0] != .infinity })
      .maximising([Double](repeating: 0, count: columnCount))
  }

  /// The elastic program (Brown & Graves 1975): no objective, and every row with a weight may be
  /// missed at that cost a unit. Rows without a weight keep what they ask for if they are hard and ask
  /// for nothing if they are soft. Its optimum is minus the least weighted miss.
  /// - Parameter weights: one a row, above 0, or `nil`.
  package func elastic(weights: [Double?]) -> Program {
    var elastic = feasibility
    for row in 0..<rowCount {
      guard let weight = weights[row] else { continue }
      elastic.lower[row] = lower[row]
      elastic.upper[row] = upper[row]
      elastic.penalty[row] = weight
    }
    return elastic
  }

  /// The program of some of the rows, in the order given, and the columns that have entries in them;
  /// `columns` are those columns' indices here. No objective.
  package func restricted(toRows rows: [Int]) -> (program: Program, columns: [Int32]) {
    var position = [Int32](repeating: -1, count: rowCount)
    var small = Program()
    for row in rows {
      position[row] = Int32(small.addRow(lower: lower[row], upper: upper[row], penalty: penalty[row]))
    }
    var columns: [Int32] = []
    for column in 0..<columnCount {
      let start = small.rowIndex.count
      for entry in columnStart[column]..<columnStart[column + 1] where position[Int(rowIndex[entry])] >= 0 {
        small.rowIndex.append(position[Int(rowIndex[entry])])
        small.coefficient.append(coefficient[entry])
      }
      if small.rowIndex.count == start { continue }
      small.objective.append(0)
      small.group.append(group[column])
      small.columnStart.append(small.rowIndex.count)
      columns.append(Int32(column))
    }
    small.groupCount = groupCount
    small.comparedSums = comparedSums?.renumbered(newRow: position, original: columns)
    return (small, columns)
  }
}
