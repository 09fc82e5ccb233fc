/// A row that a question adds to a program: its range and what columns add to it.
package struct SideRow: Sendable {
  package var lower: Double
  package var upper: Double
  /// Penalty for each unit by which the row leaves its range; `infinity` for a hard row.
  package var penalty: Double
  package var entries: [(column: Int32, coefficient: Double)]

  package init(
    lower: Double = -.infinity, upper: Double = .infinity, penalty: Double = .infinity,
    entries: [(column: Int32, coefficient: Double)]
  ) {
    self.lower = lower
    self.upper = upper
    self.penalty = penalty
    self.entries = entries
  }
}

extension Program {
  /// The program with further rows behind its own.
  /// - Complexity: O(non-zeros of both).
  package func adding(_ rows: [SideRow]) -> Program {
    if rows.isEmpty { return self }
    var other = self
    var entriesOfColumn = [[(row: Int32, coefficient: Double)]](repeating: [], count: columnCount)
    var added = 0
    for row in rows {
      let position = Int32(other.addRow(lower: row.lower, upper: row.upper, penalty: row.penalty))
      for (column, coefficient) in row.entries where coefficient != 0 {
        entriesOfColumn[Int(column)].append((position, coefficient))
        added += 1
      }
    }
    other.columnStart = [0]
    other.columnStart.reserveCapacity(columnCount + 1)
    other.rowIndex = []
    other.rowIndex.reserveCapacity(nonzeroCount + added)
    other.coefficient = []
    other.coefficient.reserveCapacity(nonzeroCount + added)
    for column in 0..<columnCount {
      let own = columnStart[column]..<columnStart[column + 1]
      other.rowIndex += rowIndex[own]
      other.coefficient += coefficient[own]
      for entry in entriesOfColumn[column] {
        other.rowIndex.append(entry.row)
        other.coefficient.append(entry.coefficient)
      }
      other.columnStart.append(other.rowIndex.count)
    }
    return other
  }
}
