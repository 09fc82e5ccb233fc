import Optimization

/// How little and how much each row of a program can come to, whatever is selected: a column of each group
/// at most, and any of the others. What a row asks within that says something, the rest says nothing.
struct RowReach {
  private(set) var least: [Double]
  private(set) var most: [Double]

  /// - Complexity: O(non-zeros). Columns of a group stand side by side.
  init(_ program: Program) {
    least = Array(repeating: 0, count: program.rowCount)
    most = least
    var low = least
    var high = least
    var touched: [Int] = []
    var lastGroup: Int32 = -1
    func close() {
      for row in touched {
        least[row] += low[row]
        most[row] += high[row]
        (low[row], high[row]) = (0, 0)
      }
      touched.removeAll(keepingCapacity: true)
    }
    for column in 0..<program.columnCount {
      if program.group[column] < 0 || program.group[column] != lastGroup { close() }
      lastGroup = program.group[column]
      for position in program.columnStart[column]..<program.columnStart[column + 1] {
        let row = Int(program.rowIndex[position])
        if low[row] == 0, high[row] == 0 { touched.append(row) }
        low[row] = min(low[row], program.coefficient[position])
        high[row] = max(high[row], program.coefficient[position])
      }
    }
    close()
  }
}
