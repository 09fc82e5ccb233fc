/// Refuses most selections that miss a hard row in time linear in the selection, however many rows
/// there are: a search considers thousands, and a catalog has a row for every look-alike family.
struct SelectionChecker {
  private var sums: [Double]
  private var touched: [Int32] = []
  /// The hard rows that a selection without entries in them misses.
  private let asking: [Int]

  init(_ program: Program) {
    sums = Array(repeating: 0, count: program.rowCount)
    asking = (0..<program.rowCount).filter {
      program.penalty[$0] == .infinity && !program.meets(row: $0, activity: 0)
    }
  }

  /// Whether the selection's columns meet every hard row; groups are not looked at.
  mutating func mayHold(_ columns: [Int32], _ program: Program) -> Bool {
    var holds = true
    for column in columns {
      guard column >= 0, column < program.columnCount else {
        holds = false
        break
      }
      for position in program.columnStart[Int(column)]..<program.columnStart[Int(column) + 1] {
        touched.append(program.rowIndex[position])
        sums[Int(program.rowIndex[position])] += program.coefficient[position]
      }
    }
    if holds {
      holds =
        touched.allSatisfy { meets(Int($0), program) } && asking.allSatisfy { meets($0, program) }
    }
    for row in touched { sums[Int(row)] = 0 }
    touched.removeAll(keepingCapacity: true)
    return holds
  }

  private func meets(_ row: Int, _ program: Program) -> Bool {
    program.penalty[row] != .infinity || program.meets(row: row, activity: sums[row])
  }
}
